"""A briefing: what briefing.yml says it is, and its pages once parsed."""

from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.actor import Actor, Entry, Term
from generator.model.edition import NOTHING_REBUILT, Edition, Rebuilding, edition_path
from generator.model.forecast import Forecast
from generator.model.page import Allowance, Page, PageKind
from generator.model.profile import Profile
from generator.model.source import Table
from generator.model.span import Span, TextFile


class Status(StrEnum):
    """Drafts are built, marked and kept out of lists and search."""

    DRAFT = "draft"
    PUBLISHED = "published"


class Marking(StrEnum):
    """Traffic Light Protocol 2.0 (FIRST, 2022)."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"


class Confidence(StrEnum):
    """How sure we are of the basis, apart from how likely the event is."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Judgement:
    """An assessment in words that mean something (ICD 203)."""

    id: str
    says: str
    likelihood: str | None = None
    confidence: Confidence | None = None
    because: str | None = None
    cite: tuple[str, ...] = ()
    """Citations as written, `@id` with any locators; `Briefing.field_pages` has them parsed."""
    assumptions: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    affects: tuple[str, ...] = ()
    span: Span | None = None


class CorrectionKind(StrEnum):
    """`update`: the world changed. `correction`: we were wrong."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    EDITORS_NOTE = "editors-note"
    RETRACTION = "retraction"


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong, what is right, since which edition, and why."""

    id: str
    date: str
    kind: CorrectionKind
    edition: int | None = None
    ids: tuple[str, ...] = ()
    wrong: str | None = None
    right: str | None = None
    why: str | None = None
    reported_by: str | None = None
    minor: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Briefing:
    """One briefing. `slug` is its folder's name."""

    slug: str
    file: TextFile
    title: str
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    contact: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str = "en"
    translation_of: str | None = None
    status: Status = Status.DRAFT
    marking: Marking | None = None
    likelihood_words: str = "icd-203"
    """The name of the profile that its words for likelihood follow."""
    profile: Profile | None = None
    """That profile where the project adds it itself."""
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    source_tags: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    source_summary: str | None = None
    judgements: tuple[Judgement, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    corrections: tuple[Correction, ...] = ()
    actors: tuple[Actor, ...] = ()
    """Its own, then those of docs/glossary.yml that its pages name."""
    glossary: tuple[Term, ...] = ()
    """Its own terms, then those of docs/glossary.yml that its pages use."""
    tables: tuple[Table, ...] = ()
    """The CSV files in its `data` folder."""
    source_spans: tuple[Span, ...] = ()
    """Where each entry of `sources` stands, in the same order."""
    pages: tuple[Page, ...] = ()
    """The pages in reading order: overview, trend, context, outlook, sources, changes."""
    field_pages: tuple[Page, ...] = ()
    """Text fields of briefing.yml that are compiled like pages, and the `cite:` lists."""
    allowances: tuple[Allowance, ...] = ()
    """What comments of briefing.yml allow, each for the entry after it."""
    editions: tuple[Edition, ...] = ()
    """Those released, the first one first."""
    rebuilding: Rebuilding = NOTHING_REBUILT
    used: tuple[str, ...] = ()
    """Ids of the sources it uses, in the order of their numbers: first cited, then listed."""
    _numbers: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        numbers = {source_id: number for number, source_id in enumerate(self.used, 1)}
        object.__setattr__(self, "_numbers", numbers)

    @property
    def path(self) -> str:
        """Where the overview is published."""
        number = self.rebuilding.number
        return f"briefings/{self.slug}" if number is None else edition_path(self.slug, number)

    @property
    def is_draft(self) -> bool:
        """Whether readers are told that it is a draft."""
        return self.status is Status.DRAFT

    @property
    def edition(self) -> int | None:
        """The number of the newest edition, or None before the first."""
        return self.editions[-1].number if self.editions else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its actors, then its terms."""
        return (*self.actors, *self.glossary)

    @property
    def own_entries(self) -> tuple[Entry, ...]:
        """Those that briefing.yml has."""
        return tuple(entry for entry in self.entries if not entry.is_shared)

    def page(self, kind: PageKind) -> Page | None:
        """The page of this kind, or None."""
        return next((page for page in self.pages if page.kind is kind), None)

    def number(self, source_id: str) -> int | None:
        """The number that citations of the source carry, from 1."""
        return self._numbers.get(source_id)
