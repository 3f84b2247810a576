"""What the notes of a briefing's sources report as data, and where they contradict each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.model.actor import Actor, ActorKind
from generator.model.briefing import Briefing
from generator.model.source import Library, Note, Source, Value
from generator.model.span import Span
from generator.text.dates.curated import is_written_date, overlap
from generator.text.values import agree, is_value, same_name


@dataclass(frozen=True, slots=True)
class Reported:
    """A value, the note that has it, and the source of the note."""

    value: Value
    note: Note
    source: Source


@dataclass(frozen=True, slots=True)
class Happened:
    """A date of an event: who gives it, in what words, citing what, written where."""

    event: str
    date: str
    who: str
    says: str
    cite: tuple[str, ...]
    span: Span | None = None
    source: str = ""
    """The id of the source whose note gives it; empty for a date of a law."""


@dataclass(frozen=True, slots=True)
class ValueConflict:
    """Values of one metric, entity and date of which some two do not agree."""

    metric: str
    entity: str
    date: str | None
    reports: tuple[Reported, ...]


@dataclass(frozen=True, slots=True)
class DateConflict:
    """Dates of one event of which some two cannot be the same day."""

    event: str
    dates: tuple[Happened, ...]


def reported(briefing: Briefing, library: Library) -> tuple[Reported, ...]:
    """The values of the notes of all sources that the briefing uses, in their order."""
    return tuple(
        Reported(value, note, source)
        for source in _used(briefing, library)
        for note in source.notes
        for value in note.values
        if is_value(value)
    )


def conflicting_values(reports: Iterable[Reported]) -> tuple[ValueConflict, ...]:
    """The groups of values in which two say different things, in the order of the reports."""
    groups: dict[tuple[str, str, str | None], list[Reported]] = {}
    for each in reports:
        value = each.value
        key = (same_name(value.metric), same_name(value.entity), value.date)
        groups.setdefault(key, []).append(each)
    return tuple(_conflicts(groups.values()))


def happened(briefing: Briefing, library: Library) -> tuple[Happened, ...]:
    """The dates of events: those of notes, then those of laws.

    The event `order-12-in-force` is the date `in force` of the law `order-12`.
    """
    noted = (
        Happened(
            note.event,
            note.date,
            named(source),
            note.says,
            (f"@{source.id}",),
            note.span,
            source.id,
        )
        for source in _used(briefing, library)
        for note in source.notes
        if note.event and note.date and is_written_date(note.date)
    )
    events = list(noted)
    known = {each.event for each in events}
    return (*events, *(each for each in dates_of_laws(briefing) if each.event in known))


def dates_of_laws(briefing: Briefing) -> tuple[Happened, ...]:
    """The dates of the briefing's laws; `says` is the kind of date, as written."""
    return tuple(
        Happened(
            event_of(actor.id, each.kind),
            each.date,
            _name_of_law(actor, briefing.language),
            each.kind,
            each.cite or actor.cite,
            actor.span,
        )
        for actor in briefing.actors
        if actor.kind is ActorKind.LAW
        for each in actor.dates
        if is_written_date(each.date)
    )


def conflicting_dates(dates: Iterable[Happened]) -> tuple[DateConflict, ...]:
    """The events that have two dates which cannot be the same day."""
    groups: dict[str, list[Happened]] = {}
    for each in dates:
        groups.setdefault(each.event, []).append(each)
    return tuple(
        DateConflict(event, tuple(group))
        for event, group in groups.items()
        if any(not overlap(one.date, other.date) for one, other in combinations(group, 2))
    )


def named(source: Source) -> str:
    """Who reports: the publisher, the first author, or what the source is called."""
    return source.publisher or next(iter(source.authors), source.title)


def event_of(law: str, kind: str) -> str:
    """The id of what happened to a law: `order-12-in-force`."""
    return f"{law}-{kind.replace(' ', '-')}"


def _used(briefing: Briefing, library: Library) -> Iterator[Source]:
    return (source for name in briefing.used if (source := library.get(name)))


def _name_of_law(law: Actor, language: str) -> str:
    """With its number, where the name does not have it."""
    name = law.name(language)
    return f"{name} ({law.number})" if law.number and law.number not in name else name


def _conflicts(groups: Iterable[list[Reported]]) -> Iterator[ValueConflict]:
    for group in groups:
        first = group[0].value
        pairs = combinations([each.value for each in group], 2)
        if any(not agree(one, other) for one, other in pairs):
            yield ValueConflict(first.metric, first.entity, first.date, tuple(group))
