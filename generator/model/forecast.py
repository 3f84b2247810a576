"""Forecasts: a question with criteria, probabilities over time, and how it came out."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.span import Span


class Outcome(StrEnum):
    """How a question of yes or no was resolved; void, of any question, is shown, not scored."""

    YES = "yes"
    NO = "no"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Share:
    """One outcome of several, and the probability held of it."""

    outcome: str
    p: float


@dataclass(frozen=True, slots=True)
class Probability:
    """What was held on a day, and why.

    `p` is the probability of yes between 0 and 1, or the share of each outcome, written
    `{a: 0.2, b: 0.8}`. `by` says whose it is where it is not the desk's own.
    """

    date: str
    p: float | tuple[Share, ...]
    because: str | None = None
    by: str | None = None

    @property
    def chances(self) -> dict[str, float]:
        """The probability of each outcome: of `yes` and `no`, or of those named."""
        if isinstance(self.p, tuple):
            return {share.outcome: share.p for share in self.p}
        return {Outcome.YES.value: self.p, Outcome.NO.value: round(1 - self.p, 12)}

    @property
    def leading(self) -> Share:
        """The outcome held likeliest, the first of equals; of yes or no, always yes."""
        if isinstance(self.p, tuple):
            return max(self.p, key=lambda share: share.p, default=Share("", 0.0))
        return Share(Outcome.YES.value, self.p)


@dataclass(frozen=True, slots=True)
class Resolution:
    """How and when the question came out, with its evidence."""

    date: str
    outcome: str
    """`yes`, `no` or one of the question's `outcomes`; or `void`."""
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """A question about the future that a later reader can settle.

    `outcomes` are those of a question with several answers; without them it is one of yes or no.
    """

    id: str
    question: str
    opened: str
    resolves: str
    criteria: str | None = None
    closes: str | None = None
    outcomes: tuple[str, ...] = ()
    probabilities: tuple[Probability, ...] = ()
    cite: tuple[str, ...] = ()
    resolution: Resolution | None = None
    span: Span | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """What it may come out as, `void` apart."""
        return self.outcomes or (Outcome.YES.value, Outcome.NO.value)

    @property
    def held(self) -> tuple[Probability, ...]:
        """Its probabilities in order of their dates."""
        return tuple(sorted(self.probabilities, key=lambda each: each.date))

    @property
    def followed(self) -> str:
        """The outcome that pictures follow: yes, or of several the one held likeliest at last."""
        return self.held[-1].leading.outcome if self.probabilities else self.choices[0]

    @property
    def course(self) -> tuple[float, ...]:
        """What was held of that outcome over time."""
        return tuple(each.chances.get(self.followed, 0.0) for each in self.held)

    @property
    def came_out(self) -> str:
        """How the picture of that outcome ends: `yes`, `no`, `void`, or empty while open."""
        if self.resolution is None or self.resolution.outcome == Outcome.VOID:
            return str(self.resolution.outcome) if self.resolution else ""
        happened = self.resolution.outcome == self.followed
        return Outcome.YES.value if happened else Outcome.NO.value
