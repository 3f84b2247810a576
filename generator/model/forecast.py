"""Forecasts: a question with criteria, probabilities over time, and how it came out."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.span import Span

_STRICT = {"extra": "forbid"}


class Outcome(StrEnum):
    """How a question was resolved; void is shown, not scored."""

    YES = "yes"
    NO = "no"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Probability:
    """What was held on a day: `p` between 0 and 1, and why."""

    __pydantic_config__ = _STRICT

    date: str
    p: float
    because: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """How and when the question came out, with its evidence."""

    __pydantic_config__ = _STRICT

    date: str
    outcome: Outcome
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """A question about the future that a later reader can settle."""

    __pydantic_config__ = _STRICT

    id: str
    question: str
    opened: str
    resolves: str
    criteria: str | None = None
    closes: str | None = None
    probabilities: tuple[Probability, ...] = ()
    cite: tuple[str, ...] = ()
    resolution: Resolution | None = None
    span: Span | None = None
