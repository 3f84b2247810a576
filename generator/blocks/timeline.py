"""Dated events, as a timetable with a column for each actor or as a rail with one line.

Keys: `events`, each with `date` (`2026`, `2026-02`, `2026-02-09`), `text`, and optionally `lane`
and `kind` (`issued`, `in force`, `enforced`, `action`, `disputed`); `lanes`, the actors across, at
most four; `title`. Events are put in order of their dates. A long silence becomes a dashed row that
says how long it was.

An event may have `event`, the id under which notes date it, and `assessment`. Where the notes give
different dates, all of them are shown below the event with their sources, then the assessment.
`laws: true` adds the dates of the briefing's laws (`actors` of kind law); it needs no `events`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import Literal

from markupsafe import Markup, escape

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.briefing.reported import Happened, conflicting_dates, dates_of_laws, happened
from generator.text.amounts import span_of_days
from generator.text.cited import cited_ids
from generator.text.dates.curated import day_number, is_written_date, written
from generator.text.dates.short import short_date
from generator.text.known_names import advice
from generator.words import words_for

_MOST_LANES = 4
_LONG_DAYS, _LONG_TIMES = 45, 4
_KIND_CLASSES = {
    "issued": "",
    "in force": "force",
    "enforced": "act",
    "action": "act",
    "disputed": "disputed",
}


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a day, a month or a year."""

    date: str
    text: str
    lane: str | None = None
    kind: Literal["issued", "in force", "enforced", "action", "disputed"] | None = None
    event: str | None = None
    assessment: str = ""


@dataclass(frozen=True, slots=True)
class TimelineOptions:
    """The keys of a timeline."""

    events: tuple[Event, ...] = ()
    lanes: tuple[str, ...] = ()
    title: str = ""
    laws: bool = False


@dataclass(frozen=True, slots=True)
class _DateOf:
    """A date that a source gives an event."""

    shown: str
    who: str
    marks: Markup


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event as written: `lane` counts from 1, 0 where there are no lanes.

    `dates` are those of the notes, where they differ.
    """

    text: Markup
    lane: int
    lane_name: str
    kind: str
    kind_class: str
    dates: tuple[_DateOf, ...] = ()
    assessment: Markup | str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A date with its events; `gap` says how long nothing happened before it."""

    date: str
    shown: str
    entries: tuple[_Entry, ...]
    gap: str = ""


def write_timeline(options: TimelineOptions, surroundings: Surroundings) -> BlockHtml:
    """A list of dates, each with its events."""
    writer = surroundings.writer
    html = writer.template(
        "timeline.html",
        title=writer.prose(options.title) if options.title else "",
        lanes=options.lanes,
        rows=list(_rows(options, surroundings)),
    )
    return BlockHtml(html)


def timeline_faults(options: TimelineOptions, surroundings: Surroundings) -> Iterator[BlockFault]:
    """Dates that are none, lanes that are not declared."""
    if options.laws:
        yield from _law_faults(options, surroundings)
    elif not options.events:
        yield BlockFault("the timeline has no events", "Add one with `date` and `text`.")
    if len(options.lanes) > _MOST_LANES:
        message = f"{len(options.lanes)} lanes are more than fit beside each other ({_MOST_LANES})"
        yield BlockFault(message, "Merge lanes, or leave `lanes` out.", ("lanes",))
    for index, event in enumerate(options.events):
        if not is_written_date(event.date):
            message = f"“{event.date[:40]}” is no date"
            advice = "Write dates as 2026, 2026-02 or 2026-02-09."
            yield BlockFault(message, advice, ("events", index, "date"))
        yield from _lane_faults(options, index)
    yield from _event_faults(options, surroundings)


def _law_faults(options: TimelineOptions, surroundings: Surroundings) -> Iterator[BlockFault]:
    if options.lanes:
        message = "the dates of laws have no lane"
        yield BlockFault(message, "Leave `lanes` out, or `laws`.", ("laws",))
    if surroundings.briefing and not _laws(surroundings):
        message = "no law of this briefing has a date"
        help_ = "Give an actor of kind law `dates`; of shared ones, name the law on a page."
        yield BlockFault(message, help_, ("laws",))


def _event_faults(options: TimelineOptions, surroundings: Surroundings) -> Iterator[BlockFault]:
    """An id that no note has would hide the dates that differ."""
    briefing = surroundings.briefing
    if briefing is None or not any(event.event for event in options.events):
        return
    known = {each.event for each in happened(briefing, surroundings.library)}
    known |= {each.event for each in dates_of_laws(briefing)}
    for index, event in enumerate(options.events):
        if event.event and event.event not in known:
            message = f"no note of this briefing's sources has the event `{event.event[:60]}`"
            help_ = advice(event.event, known) or "Give a note an `event:`, or leave it out."
            yield BlockFault(message, help_, ("events", index, "event"))


def _lane_faults(options: TimelineOptions, index: int) -> Iterator[BlockFault]:
    lane = options.events[index].lane
    lanes = ", ".join(f"`{name}`" for name in options.lanes)
    if lane is None and lanes:
        message = "this event has no lane"
        yield BlockFault(message, f"Give it one of {lanes}.", ("events", index))
    elif lane is not None and lane not in options.lanes:
        advice = f"Use one of {lanes}, or add it to `lanes`." if lanes else "Add it to `lanes`."
        yield BlockFault(f"no lane is called `{lane}`", advice, ("events", index, "lane"))


def timeline_cites(options: TimelineOptions, surroundings: Surroundings) -> tuple[str, ...]:
    """The sources of the laws' dates, and of dates that differ."""
    laws = _laws(surroundings) if options.laws else ()
    differing = _differing(options, surroundings)
    dates = (each for event in options.events for each in differing.get(event.event or "", ()))
    return cited_ids(one for each in (*laws, *dates) for one in each.cite)


def _rows(options: TimelineOptions, surroundings: Surroundings) -> Iterator[_Row]:
    differing = _differing(options, surroundings)
    told = [
        (
            event.date,
            _entry(event, options.lanes, differing.get(event.event or "", ()), surroundings),
        )
        for event in options.events
    ]
    own = {event.event for event in options.events}
    laws = _laws(surroundings) if options.laws else ()
    told += [(law.date, _law_entry(law, surroundings)) for law in laws if law.event not in own]
    told.sort(key=lambda pair: (day_number(pair[0]), pair[0]))
    dated = [
        (date, tuple(entry for _, entry in group))
        for date, group in groupby(told, lambda pair: pair[0])
    ]
    gaps = _gaps([date for date, _ in dated], surroundings.language)
    year = ""
    for (date, entries), gap in zip(dated, gaps, strict=True):
        shown = short_date(date, surroundings.language, year=date[:4] != year)
        year = date[:4]
        yield _Row(date, shown, entries, gap)


def _entry(
    event: Event, lanes: tuple[str, ...], dates: Iterable[Happened], surroundings: Surroundings
) -> _Entry:
    """The kind is printed where the text does not say it; `dates` are those that differ."""
    writer = surroundings.writer
    name = _kind_name(event.kind or "", surroundings)
    return _Entry(
        text=writer.prose(event.text),
        lane=lanes.index(event.lane) + 1 if event.lane else 0,
        lane_name=event.lane or "",
        kind="" if name.casefold() in event.text.casefold() else name,
        kind_class=_KIND_CLASSES.get(event.kind or "", ""),
        dates=tuple(
            _DateOf(written(each.date, surroundings.language), each.who, writer.cite(each.cite))
            for each in dates
        ),
        assessment=writer.prose(event.assessment) if event.assessment else "",
    )


def _law_entry(law: Happened, surroundings: Surroundings) -> _Entry:
    writer = surroundings.writer
    text = escape(law.who) + writer.cite(law.cite)
    kind = _kind_name(law.says, surroundings)
    return _Entry(text, 0, "", kind, _KIND_CLASSES.get(law.says, ""))


def _kind_name(kind: str, surroundings: Surroundings) -> str:
    """What readers see; a kind of date of a law that has no word of ours stays as it is."""
    words = words_for("site", surroundings.language)
    return words.get(f"kind_{kind.replace(' ', '_')}", kind) if kind else ""


def _differing(
    options: TimelineOptions, surroundings: Surroundings
) -> dict[str, tuple[Happened, ...]]:
    """By event the dates that the notes give it, in their order, where they conflict."""
    briefing = surroundings.briefing
    if briefing is None or not any(event.event for event in options.events):
        return {}
    conflicts = conflicting_dates(happened(briefing, surroundings.library))
    return {
        each.event: tuple(sorted(each.dates, key=lambda one: (day_number(one.date), one.date)))
        for each in conflicts
    }


def _laws(surroundings: Surroundings) -> tuple[Happened, ...]:
    briefing = surroundings.briefing
    return dates_of_laws(briefing) if briefing else ()


def _gaps(dates: Sequence[str], language: str) -> list[str]:
    """Before each date the silence in words, where it is long and longer than is usual here."""
    days = [day_number(date) for date in dates]
    lengths = [after - before for before, after in pairwise(days)]
    usual = median(lengths) if lengths else 0
    is_long = [
        length >= _LONG_DAYS and len(lengths) > 1 and length >= _LONG_TIMES * usual
        for length in lengths
    ]
    words = [span_of_days(length, language) for length in lengths]
    return ["", *(text if long else "" for text, long in zip(words, is_long, strict=True))]


BLOCK = BlockKind(TimelineOptions, write_timeline, timeline_faults, timeline_cites)

EXAMPLE = """\
title: Three weeks in February
lanes: [Model, Regulators]
events:
  - {date: 2025-09-01, lane: Regulators, kind: in force, text: The label rules take effect.}
  - {date: 2026-02-07, lane: Model, text: A test opens.}
  - {date: 2026-02-12, lane: Regulators, kind: action, text: The first accounts are closed.}
"""
