"""Reported figures out of a data file: which cells are dates or numbers, and how they print."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.source import Table
from generator.text.dates.curated import drawn_day, is_period

_GROUPED = 10_000
"""From here on the digits of a number are set in groups of three."""

_NUMBER = re.compile(r"[-+\N{MINUS SIGN}]?\d{1,15}(?:\.\d{1,9})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns to read; None for what the chart does not ask for."""

    x: str
    y: str | None = None
    series: str | None = None
    facet: str | None = None
    low: str | None = None
    high: str | None = None
    source: str | None = None

    @property
    def names(self) -> tuple[str | None, ...]:
        """The columns in the order of a report's cells."""
        return self.x, self.y, self.series, self.facet, self.low, self.high, self.source


@dataclass(frozen=True, slots=True)
class Report:
    """One row's cells as written. `row` counts as a spreadsheet does: the header is row 1."""

    row: int
    x: str
    y: str = ""
    series: str = ""
    facet: str = ""
    low: str = ""
    high: str = ""
    source: str = ""
    """The id of the source that reports it, where each row has its own."""

    @property
    def figures(self) -> tuple[str, ...]:
        """The cells that hold its numbers, those that are empty left out."""
        return tuple(cell for cell in (self.low, self.y, self.high) if cell)


def reports(table: Table, columns: Columns, only: Iterable[str] = ()) -> tuple[Report, ...]:
    """The rows of the wanted series, all series where `only` is empty.

    A row cut short has empty cells. Every column must be one of the table's.
    """
    wanted = frozenset(only)
    places = [
        table.columns.index(column) if column is not None else None for column in columns.names
    ]
    found = (
        Report(number, *(_cell(cells, place) for place in places))
        for number, cells in enumerate(table.rows, 2)
    )
    return tuple(report for report in found if not wanted or report.series in wanted)


def has_dates(found: Iterable[Report]) -> bool:
    """Whether x holds dates: a column of years alone does, a column with one plain date too."""
    cells = [report.x for report in found]
    dates = [cell for cell in cells if is_period(cell)]
    return len(dates) == len(cells) or any("-" in date for date in dates)


def is_figure(text: str) -> bool:
    """Whether `text` is a plain number: at most 15 digits, a point, no separators, no exponent."""
    return _NUMBER.fullmatch(text) is not None


def value(text: str) -> float:
    """The number that a figure is."""
    return float(text.replace("\N{MINUS SIGN}", "-"))


def place(*, dates: bool) -> Callable[[str], float]:
    """Where a cell of x stands: day number of a date, else the number."""
    return drawn_day if dates else value


def figure(text: str) -> str:
    """The number as printed, decimals as written: `12,000`, `−0.50`; four digits stand together,
    as in prose: `1450`.
    """
    number = Decimal(text.replace("\N{MINUS SIGN}", "-"))
    written = f"{number:,f}" if abs(number) >= _GROUPED else f"{number:f}"
    return written.replace("-", "\N{MINUS SIGN}")


def finest(cells: Iterable[str]) -> str:
    """How exactly the most exact of these dates is known: `year`, `month` or `day`."""
    return ("year", "month", "day")[max(cell.count("-") for cell in cells)]


def _cell(cells: tuple[str, ...], index: int | None) -> str:
    return cells[index].strip() if index is not None and index < len(cells) else ""
