"""Dated events, as a timetable with a column for each actor or as a rail with one line.

Keys: `events`, each with `date` (`2026`, `2026-02`, `2026-02-09`), `text`, and optionally `lane`
and `kind` (`issued`, `in force`, `action`, `disputed`); `lanes`, the actors across, at most four;
`title`. Events are put in order of their dates. A long silence becomes a dashed row that says how
long it was.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import Literal

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.text.amounts import span_of_days
from generator.text.dates import day_number, is_written_date
from generator.text.short_dates import short_date
from generator.words import words_for

_MOST_LANES = 4
_LONG_DAYS, _LONG_TIMES = 45, 4
_KIND_CLASSES = {"issued": "", "in force": "force", "action": "act", "disputed": "disputed"}


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a day, a month or a year."""

    date: str
    text: str
    lane: str | None = None
    kind: Literal["issued", "in force", "action", "disputed"] | None = None


@dataclass(frozen=True, slots=True)
class TimelineOptions:
    """The keys of a timeline."""

    events: tuple[Event, ...]
    lanes: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event as written: `lane` counts from 1, 0 where there are no lanes."""

    text: Markup
    lane: int
    lane_name: str
    kind: str
    kind_class: str


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


def timeline_faults(options: TimelineOptions, _surroundings: Surroundings) -> Iterator[BlockFault]:
    """Dates that are none, lanes that are not declared."""
    if not options.events:
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


def _lane_faults(options: TimelineOptions, index: int) -> Iterator[BlockFault]:
    lane = options.events[index].lane
    lanes = ", ".join(f"`{name}`" for name in options.lanes)
    if lane is None and lanes:
        message = "this event has no lane"
        yield BlockFault(message, f"Give it one of {lanes}.", ("events", index))
    elif lane is not None and lane not in options.lanes:
        advice = f"Use one of {lanes}, or add it to `lanes`." if lanes else "Add it to `lanes`."
        yield BlockFault(f"no lane is called `{lane}`", advice, ("events", index, "lane"))


def _rows(options: TimelineOptions, surroundings: Surroundings) -> Iterator[_Row]:
    events = sorted(options.events, key=lambda event: (day_number(event.date), event.date))
    dated = [(date, tuple(group)) for date, group in groupby(events, lambda event: event.date)]
    gaps = _gaps([date for date, _ in dated], surroundings.language)
    year = ""
    for (date, group), gap in zip(dated, gaps, strict=True):
        shown = short_date(date, surroundings.language, year=date[:4] != year)
        year = date[:4]
        entries = tuple(_entry(event, options.lanes, surroundings) for event in group)
        yield _Row(date, shown, entries, gap)


def _entry(event: Event, lanes: tuple[str, ...], surroundings: Surroundings) -> _Entry:
    """The kind is printed where the text does not say it."""
    kind = event.kind or ""
    words = words_for("site", surroundings.language)
    name = words[f"kind_{kind.replace(' ', '_')}"] if kind else ""
    return _Entry(
        text=surroundings.writer.prose(event.text),
        lane=lanes.index(event.lane) + 1 if event.lane else 0,
        lane_name=event.lane or "",
        kind="" if name.casefold() in event.text.casefold() else name,
        kind_class=_KIND_CLASSES.get(kind, ""),
    )


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


BLOCK = BlockKind(TimelineOptions, write_timeline, timeline_faults)

EXAMPLE = """\
title: Three weeks in February
lanes: [Model, Regulators]
events:
  - {date: 2025-09-01, lane: Regulators, kind: in force, text: The label rules take effect.}
  - {date: 2026-02-07, lane: Model, text: A test opens.}
  - {date: 2026-02-12, lane: Regulators, kind: action, text: The first accounts are closed.}
"""
