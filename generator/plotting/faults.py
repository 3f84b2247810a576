"""What of a data file cannot be drawn, and where in the block or the file it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.charts.course import ROLES
from generator.model.source import Table
from generator.plotting.options import ChartOptions
from generator.text.dates.curated import is_period
from generator.text.figures import Report, has_dates, is_figure, reports, value
from generator.text.known_names import advice as advice_on

_MOST_FIGURES = 1000
_MOST_ROWS = 40
_MOST_PANELS = 12


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, what to do, and the key of the block that it concerns."""

    message: str
    help: str
    key: str


def faults(options: ChartOptions, table: Table) -> list[Fault]:
    """The faults of the first kind that there is: keys, columns, cells, or what they add up to."""
    found = [*_keys_of_data(options), *_wrong_keys(options)] or [*_missing_columns(options, table)]
    if found:
        return found
    read = reports(table, options.columns, options.only)
    found = [*_wrong_cells(options, table, read)]
    return found or [*_wrong_shape(options, table, read)]


def _keys_of_data(options: ChartOptions) -> Iterator[Fault]:
    """What a file needs and notes do not, and the other way round."""
    if not options.x:
        yield Fault("the field `x` is missing", "Name the column of dates or categories.", "data")
    for key in () if options.is_of_notes else ("metric", "entities"):
        if getattr(options, key):
            yield Fault(f"`{key}` is for `data: notes`", "Leave it out.", key)


def _wrong_keys(options: ChartOptions) -> Iterator[Fault]:
    """Keys that the mark does not know, and those that it needs."""
    mark = f"`mark: {options.mark}`"
    is_range = options.mark == "dot-range"
    if is_range and not (options.low and options.high):
        advice = "Name the columns of the lowest and the highest value."
        yield Fault(f"{mark} needs `low` and `high`", advice, "mark")
    if not is_range and options.y is None:
        yield Fault(f"{mark} needs `y`", "Name the column of the figures.", "mark")
    for key in ("series", "facet") if is_range else ("low", "high"):
        if getattr(options, key):
            yield Fault(f"{mark} has no `{key}`", "Leave it out, or choose another mark.", key)
    if options.arrange == "share" and (options.mark != "bar" or options.series is None):
        advice = "Use `mark: bar` and name the column of the parts in `series`."
        yield Fault("`arrange: share` needs bars with a series", advice, "arrange")


def _missing_columns(options: ChartOptions, table: Table) -> Iterator[Fault]:
    for key in ("x", "y", "series", "facet", "low", "high"):
        column: str | None = getattr(options, key)
        if column is not None and column not in table.columns:
            names = ", ".join(f"`{name}`" for name in table.columns)
            message = f"`{table.path}` has no column `{column}`"
            yield Fault(message, f"Its columns are {names}.", key)


def _wrong_cells(options: ChartOptions, table: Table, read: Sequence[Report]) -> Iterator[Fault]:
    dates = has_dates(read)
    for each in read:
        where = f"row {each.row} of `{table.path}`"
        is_placed = is_period(each.x) if dates else is_figure(each.x)
        if options.is_course and not is_placed:
            kind = "date" if dates else "date or number"
            message = f"{where}, column `{options.x}`: “{each.x[:40]}” is no {kind}"
            yield Fault(message, "Write dates as 2026, 2026-02 or 2026-02-09.", "x")
        for key in ("y", "low", "high"):
            cell: str = getattr(each, key)
            if cell and not is_figure(cell):
                message = f"{where}, column `{getattr(options, key)}`: “{cell[:40]}” is no number"
                advice = "Write figures as 1234.5; leave the cell empty where there is no figure."
                yield Fault(message, advice, key)


def _wrong_shape(options: ChartOptions, table: Table, read: Sequence[Report]) -> Iterator[Fault]:
    drawn = [each for each in read if each.figures]
    if not drawn:
        yield Fault(f"`{table.path}` has no figures to draw", "Add rows to it.", "data")
    yield from _wrong_series(options, table, drawn)
    yield from _wrong_labels(options, drawn)
    yield from _too_many(options, drawn)
    yield from _out_of_order(table, drawn)
    if options.arrange == "share":
        yield from _below_zero(table, drawn)
    if not options.is_of_notes:  # where two sources differ, both are drawn
        yield from _reported_twice(table, drawn)


def _wrong_series(options: ChartOptions, table: Table, drawn: Sequence[Report]) -> Iterator[Fault]:
    names = dict.fromkeys(each.series for each in drawn)
    for name in options.only:
        if name not in names:
            message = f"`{table.path}` has no figures for “{name}”"
            yield Fault(message, "Name series as the data file does.", "only")
    if len(names) > len(ROLES):
        message = f"{len(names)} series are more than can be told apart ({len(ROLES)})"
        yield Fault(message, "Choose the ones to draw with `only`.", "series")


def _wrong_labels(options: ChartOptions, drawn: Sequence[Report]) -> Iterator[Fault]:
    columns = [name for name in options.columns.names if name]
    shown = dict.fromkeys(name for each in drawn for name in (each.series, each.facet, each.x))
    for each in options.labels:
        if each.name not in columns and each.name not in shown:
            message = f"the chart has nothing called “{each.name[:60]}”"
            yield Fault(message, advice_on(each.name, [*columns, *filter(None, shown)]), "labels")


def _too_many(options: ChartOptions, drawn: Sequence[Report]) -> Iterator[Fault]:
    figures, panels = len(drawn), len(dict.fromkeys(each.facet for each in drawn))
    most = _MOST_FIGURES if options.is_course else _MOST_ROWS
    if figures > most:
        message = f"{figures:,} figures are more than a chart can show ({most:,})"
        yield Fault(message, "Choose series with `only`, or shorten the file.", "data")
    if panels > _MOST_PANELS:
        message = f"{panels} panels are more than a reader compares ({_MOST_PANELS})"
        yield Fault(message, "Choose a column with fewer values for `facet`.", "facet")


def _out_of_order(table: Table, drawn: Sequence[Report]) -> Iterator[Fault]:
    for each in drawn:
        numbers = [value(cell) for cell in each.figures]
        if numbers != sorted(numbers):
            message = f"row {each.row} of `{table.path}`: the figures do not rise from low to high"
            yield Fault(message, "The lowest stands in `low`, the highest in `high`.", "low")


def _below_zero(table: Table, drawn: Sequence[Report]) -> Iterator[Fault]:
    for each in drawn:
        if value(each.y) < 0:
            message = f"row {each.row} of `{table.path}`: a share cannot be below zero"
            yield Fault(message, "Use `arrange: grouped` for figures below zero.", "arrange")


def _reported_twice(table: Table, drawn: Sequence[Report]) -> Iterator[Fault]:
    seen: dict[tuple[str, str, str], int] = {}
    for each in drawn:
        before = seen.setdefault((each.facet, each.series, each.x), each.row)
        if before != each.row:
            name = each.series or each.facet
            whose = f" for “{name}”" if name else ""
            message = f"rows {before} and {each.row} of `{table.path}` both report {each.x}{whose}"
            advice = "Keep one, or tell them apart with a `series` column."
            yield Fault(message, advice, "data")
