"""Editions of a briefing: what was published when, and what had changed since the one before."""

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What a change is of."""

    JUDGEMENT = "judgement"
    FORECAST = "forecast"
    SOURCE = "source"
    CORRECTION = "correction"
    CLAIM = "claim"
    """A paragraph, list item or heading with an id of its own."""
    NUMBER = "number"
    QUOTATION = "quotation"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs between two states of a briefing.

    `id` is that of the judgement, forecast, source, correction or claim; of a number or quotation
    that of the claim, else of the heading it stands under, else of its page; of a page its kind.
    `field` is what changed of a thing that both have; empty where the whole was added or dropped.
    `title` is what readers know the thing by.
    """

    subject: Subject
    id: str
    field: str = ""
    before: str | None = None
    after: str | None = None
    title: str = ""
    page: str = ""
    """The kind of the page that a claim, number or quotation stands on."""
    count: int = 0
    """Of a page: how many of its passages changed."""

    @property
    def is_added(self) -> bool:
        """Whether only the later state has the thing."""
        return not self.field and self.before is None and self.after is not None

    @property
    def is_dropped(self) -> bool:
        """Whether only the earlier state has the thing."""
        return not self.field and self.before is not None and self.after is None


@dataclass(frozen=True, slots=True)
class HeldJudgement:
    """What an edition held on a judgement."""

    id: str
    says: str
    likelihood: str | None = None
    confidence: str | None = None
    because: str | None = None
    sources: tuple[str, ...] = ()
    """Ids of the sources that it cites."""


@dataclass(frozen=True, slots=True)
class HeldProbability:
    """A probability as an edition showed it: `p` is `45 %`, or the share of each outcome."""

    date: str
    p: str
    because: str | None = None
    by: str | None = None

    @property
    def name(self) -> str:
        """What it is told apart by: its day, and whose it is where it is not the desk's."""
        return f"{self.date} {self.by}" if self.by else self.date


@dataclass(frozen=True, slots=True)
class HeldForecast:
    """What an edition held on a forecast."""

    id: str
    question: str
    resolves: str
    criteria: str | None = None
    probabilities: tuple[HeldProbability, ...] = ()
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What an edition held, by id: later states are compared with it without any history."""

    judgements: tuple[HeldJudgement, ...] = ()
    forecasts: tuple[HeldForecast, ...] = ()
    corrections: tuple[str, ...] = ()
    """Ids of the corrections that it already had."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition as `editions.lock` has it. `commit` is the one whose content was checked."""

    briefing: str
    number: int
    date: str
    commit: str = ""
    message: str = ""
    changes: tuple[Change, ...] = ()
    held: Held = Held()
    inputs: tuple[tuple[str, str], ...] = ()
    """Every file that it was made of, with its SHA-256."""

    @property
    def tag(self) -> str:
        """The tag that marks it in the history."""
        return f"{self.briefing}/v{self.number}"


@dataclass(frozen=True, slots=True)
class Rebuilding:
    """What a build publishes of earlier editions beside the newest state of a briefing."""

    number: int | None = None
    """Of a briefing that is itself as an edition had it: the number of that edition."""
    pages: tuple[int, ...] = ()
    """The editions that have pages of their own."""
    redlines: tuple[tuple[int, int], ...] = ()
    """Pairs of editions whose differences have a page."""


NOTHING_REBUILT = Rebuilding()


def edition_path(slug: str, number: int) -> str:
    """Where the overview of an edition is published."""
    return f"briefings/{slug}/v{number}"


def redline_path(slug: str, before: int, after: int) -> str:
    """Where the differences between two editions are published."""
    return f"briefings/{slug}/changes/v{before}-v{after}"
