"""The part of the evidence that says what notes report as data, and where sources disagree."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValueRecord:
    """A figure that a note of a source gives as data."""

    source: str
    metric: str
    entity: str
    date: str | None
    value: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class AboutRecord:
    """The values that a disagreement is about; without entity or date, all of them."""

    metric: str
    entity: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class PositionRecord:
    """Who says what in a disagreement, and what it cites."""

    who: str
    says: str
    sources: tuple[str, ...]
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisagreementRecord:
    """A question on which sources disagree; open where there is no assessment."""

    page: str
    question: str
    positions: tuple[PositionRecord, ...]
    would_settle: str | None
    assessment: str | None
    about: tuple[AboutRecord, ...]
    events: tuple[str, ...]
