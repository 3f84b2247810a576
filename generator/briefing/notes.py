"""The notes of a briefing's sources, ordered for a page that no author has written.

A note is printed as one list item: what the source says, its words, the citation. The marks and
the stops around it are chosen here, so that the sentence is one sentence and the quotation one
quotation when the page is parsed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.briefing import Briefing
from generator.model.page import Origin
from generator.model.source import Library, Note, Rights, Section, Source
from generator.model.span import Span
from generator.text.dates.curated import written
from generator.text.markdown import escape_markdown

MARKS = ("“”", "「」", "«»", '""')
TIMELINE_FROM = 3
"""Fewer dated notes than this make no timeline."""

_DAY = len("2026-02-09")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_CITED = re.compile(r"\[@([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Item:
    """A note as a template prints it; the texts are not yet escaped.

    `says` has no closing stop, `stop` is what closes the sentence; `colon` and the two marks
    stand around `quote`, which is empty where the note has none or may not be quoted.
    """

    source: str
    says: str
    stop: str
    quote: str = ""
    colon: str = ""
    opening: str = ""
    closing: str = ""
    date: str = ""
    written_date: str = ""
    span: Span | None = None


def sources_of(briefing: Briefing, library: Library) -> tuple[Source, ...]:
    """The sources that unwritten pages are assembled from: as listed, then those with its tags."""
    listed = [source for name in briefing.sources if (source := library.get(name))]
    tags = set(briefing.source_tags)
    tagged = [source for source in library.sources if tags.intersection(source.tags)]
    return tuple({source.id: source for source in (*listed, *tagged)}.values())


def items(briefing: Briefing, library: Library, section: Section | None = None) -> tuple[Item, ...]:
    """The notes of the section (of all sections without one): dated ones first, by date."""
    found = [
        _item(source, note, briefing.language)
        for source in sources_of(briefing, library)
        for note in source.notes
        if section in (None, note.section)
    ]
    return tuple(sorted(found, key=lambda item: (not item.date, item.date)))


def best_by_day(briefing: Briefing, library: Library) -> tuple[Item, ...]:
    """For each day that a note of a used source dates, the note of the best graded source.

    For a Chinese briefing only notes in Chinese count: its overview is for its readers.
    """
    used = [source for name in briefing.used if (source := library.get(name))]
    by_day: dict[str, Item] = {}
    for source in sorted(used, key=lambda source: source.grade):
        for note in source.notes:
            is_dated = note.date is not None and len(note.date) == _DAY
            if is_dated and (_CHINESE.search(note.says) or not briefing.language.startswith("zh")):
                by_day.setdefault(note.date or "", _item(source, note, briefing.language))
    return tuple(by_day[day] for day in sorted(by_day))


def timeline(dated: Sequence[Item], limit: int) -> tuple[Item, ...]:
    """At most `limit` of the items, spread evenly; none where they are too few for a timeline."""
    if len(dated) < TIMELINE_FROM:
        return ()
    if len(dated) <= limit:
        return tuple(dated)
    steps = range(limit)
    return tuple(dated[round(step * (len(dated) - 1) / (limit - 1))] for step in steps)


def origins(text: str, printed: Iterable[Item]) -> tuple[Origin, ...]:
    """For each line of an assembled page that prints a note: where that note stands."""
    return tuple(_origins(text, printed))


def _item(source: Source, note: Note, language: str) -> Item:
    says, stop = closed(note.says.strip())
    quote = note.quote.strip() if note.quote and source.rights is not Rights.NONE else ""
    date = note.date or ""
    if not quote:
        return Item(
            source.id, says, stop, date=date, written_date=written(date, language), span=note.span
        )
    opening, closing = _marks(quote)
    colon = "：" if _CHINESE.search(says) else ": "
    return Item(
        source=source.id,
        says=says,
        stop="。" if stop == "。" else ".",
        quote=quote,
        colon=colon.removeprefix(says[-1:]),
        opening=opening,
        closing=closing,
        date=date,
        written_date=written(date, language),
        span=note.span,
    )


def closed(says: str) -> tuple[str, str]:
    """The sentence without its stop, and the stop that goes after the citation."""
    if says.endswith("。"):
        return says[:-1], "。"
    if says.endswith(".") and not says.endswith(".."):
        return says[:-1], "."
    if says.endswith(("?", "!", "…", "？", "！")):
        return says, ""
    return says, "。" if _CHINESE.search(says) else "."


def _marks(quote: str) -> tuple[str, str]:
    """A pair of quotation marks that the quotation itself does not hold."""
    pair = next((pair for pair in MARKS if not set(pair) & set(quote)), MARKS[0])
    return pair[0], pair[1]


def _origins(text: str, printed: Iterable[Item]) -> Iterator[Origin]:
    by_source: dict[str, list[tuple[str, Span]]] = {}
    for item in printed:
        if item.span:
            by_source.setdefault(item.source, []).append((escape_markdown(item.says), item.span))
    start = 0
    for line in text.splitlines(keepends=True):
        named = _CITED.findall(line)
        fitting = [pair for name in named for pair in by_source.get(name, ()) if pair[0] in line]
        if fitting:
            _, span = max(fitting, key=lambda pair: len(pair[0]))
            yield Origin(start, start + len(line.rstrip("\n")), span)
        start += len(line)
