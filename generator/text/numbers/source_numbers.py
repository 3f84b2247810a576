"""Gathers the numbers of a source, once: from its text, its notes, its dates, its data."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from generator.model.source import Source, Table
from generator.text.dates.curated import is_written_date
from generator.text.numbers.calendar import Calendar
from generator.text.numbers.evidence import Evidence, Found, Shelf
from generator.text.numbers.reading import read_numbers
from generator.text.numbers.records import CELL, Day, Name, Quantity
from generator.text.numbers.shapes_of_days import WEEKDAY, WEEKDAYS
from generator.text.numbers.vocabulary import MULTIPLIERS

SHOWN = 40
"""Characters shown of a number of the source."""

_CELL = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,9})?")
_WEEK = 7
_YEAR = re.compile("(?:1[5-9]|20|21)[0-9]{2}")


@dataclass(slots=True)
class _Gathered:
    """What a source has, before it is put in order."""

    quantities: dict[Quantity, Found] = field(default_factory=dict)
    days: dict[Day, str] = field(default_factory=dict)
    names: set[Name] = field(default_factory=set)

    def add_text(self, text: str, language: str) -> None:
        for mention in read_numbers(text, language):
            words = text[mention.start : mention.end][:SHOWN]
            for reading in mention.readings:
                if isinstance(reading, Quantity):
                    self.quantities.setdefault(reading, Found(reading, words))
                elif isinstance(reading, Day):
                    self.days.setdefault(reading, words)
                else:
                    self.names.add(reading)

    def add_date(self, written: str | None) -> None:
        if written and is_written_date(written):
            parts = [int(part) for part in written.split("-")]
            self.days.setdefault(Day(*parts), written)

    def add_cell(self, cell: str, multiplier: Decimal) -> None:
        plain = cell.strip().replace("\N{MINUS SIGN}", "-")
        if not _CELL.fullmatch(plain):
            self.add_text(cell, "en")
            return
        amount = Quantity(abs(Decimal(plain)), unit=CELL)
        for quantity in {amount, amount.times(multiplier)}:
            self.quantities.setdefault(quantity, Found(quantity, plain))

    def add_weekdays(self, text: str, published: str | None) -> None:
        """`on Monday` in an article of a Tuesday is the day before, or that of the next week."""
        if not published or published.count("-") != 2 or not is_written_date(published):
            return
        day = date.fromisoformat(published)
        for found in WEEKDAY.finditer(text):
            name = next(name for name in found.groupdict().values() if name)
            ahead = (WEEKDAYS[_key(found, name)] - day.weekday()) % _WEEK
            for meant in (day + timedelta(ahead), day + timedelta(ahead - _WEEK)):
                self.days.setdefault(Day(meant.year, meant.month, meant.day), found[0])

    def evidence(self, source_id: str) -> Evidence:
        return Evidence(
            source_id,
            Calendar.of(self.days),
            frozenset(self.names),
            frozenset(name.part for name in self.names),
            frozenset(name.word for name in self.names),
            scaled=_shelves(self.quantities.values(), scaled=True),
            raw=_shelves(self.quantities.values(), scaled=False),
        )


def _key(found: re.Match[str], name: str) -> str:
    return name.lower() if found["de"] else name[:3].lower()


def _shelves(found: Iterable[Found], *, scaled: bool) -> dict[str, Shelf]:
    by_dimension: dict[str, list[tuple[Decimal, Found]]] = {}
    for one in found:
        unit = one.quantity.unit
        value = one.quantity.value * (unit.factor if scaled else 1)
        by_dimension.setdefault(unit.dimension, []).append((value, one))
    shelves: dict[str, Shelf] = {}
    for dimension in sorted(by_dimension):
        ordered = sorted(by_dimension[dimension], key=lambda pair: pair[0])
        shelves[dimension] = Shelf([value for value, _ in ordered], [one for _, one in ordered])
    return shelves


@lru_cache(maxsize=1000)  # a preview asks for the same sources again after each edit
def evidence_of(source: Source, table: Table | None = None, language: str = "en") -> Evidence:
    """All that bears out numbers: title, body, notes, dates, and the cells of `table`.

    `language` is that of the notes, which the curator wrote.
    """
    gathered = _Gathered()
    texts = [(source.title, source.language), (source.body, source.language)]
    for note in source.notes:
        texts += [(note.says, language), (note.quote or "", source.language)]
        gathered.add_date(note.date)
    gathered.add_date(source.published)
    for text, spoken in texts:
        gathered.add_text(text, spoken)
        gathered.add_weekdays(text, source.published)
    if table is not None:
        multipliers = [_multiplier(column) for column in table.columns]
        gathered.add_text(" \n".join(table.columns), "en")
        for row in table.rows:
            for cell, multiplier in zip(row, multipliers, strict=False):
                gathered.add_cell(cell, multiplier)
    return gathered.evidence(source.id)


def _multiplier(column: str) -> Decimal:
    """What the header says of its figures: `users_million`, `营收（亿元）`."""
    words = re.split(r"[^a-z]+", column.lower())
    named = [MULTIPLIERS[word] for word in words if len(word) > 1 and word in MULTIPLIERS]
    han = [MULTIPLIERS[word] for word in ("万亿", "百万", "亿", "万") if word in column]
    return next(iter((*named, *han)), Decimal(1))


def names_in(texts: Iterable[str], language: str) -> frozenset[Name]:
    """The names with a figure in these texts, years left out: `Budget 2026` makes 2026 no name."""
    return frozenset(
        reading
        for text in texts
        for mention in read_numbers(text, language)
        for reading in mention.readings
        if isinstance(reading, Name) and not _YEAR.fullmatch(reading.figure)
    )
