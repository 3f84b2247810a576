"""A chart of reported figures, with its source, its numbers in words and its data table.

Keys: `data` is a data source (`"@arena"`) or a CSV file beside the briefing (`data/arena.csv`).
`x` is a column of dates (`2026`, `2026-02`, `2026-02-09`) or numbers, `y` a column of numbers,
`series` an optional column that names the lines; `only` picks some of them.
`mark: step`: a value holds until the next report. `title` is the claim that the chart bears out.
Optional: `subtitle`, `unit`, `cite`, `note`, and `from_zero: true` to begin the axis at zero.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.charts.step import ROLES, Point, Series, StepData, step_axis, step_scene
from generator.charts.svg import PLOT, figure_svg
from generator.model.source import Source, Table
from generator.text.cited import cited_ids
from generator.text.dates import is_written_date, written
from generator.text.figures import (
    Columns,
    Report,
    figure,
    finest,
    has_dates,
    is_figure,
    place,
    reports,
    value,
)
from generator.text.short_dates import short_date

_CITATION_GROUP = re.compile(r"\s*\[[^\[\]]*@[^\[\]]*\]")
_MOST_FIGURES = 1000
_STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """The keys of a chart."""

    __pydantic_config__ = _STRICT

    data: str
    x: str
    y: str
    title: str
    series: str | None = None
    mark: Literal["step"] = "step"
    subtitle: str = ""
    unit: str = ""
    cite: tuple[str, ...] = ()
    note: str = ""
    only: tuple[str, ...] = ()
    from_zero: bool = False


def write_chart(options: ChartOptions, surroundings: Surroundings) -> BlockHtml:
    """The figure; its scene is the plot."""
    found = _reported(options, surroundings)
    data = _step_data(options, found, surroundings)
    scene, axis = step_scene(data), step_axis(data)
    writer = surroundings.writer
    cite = _cite(options)
    html = writer.template(
        "chart.html",
        options=options,
        title=writer.prose(options.title),
        subtitle=_prose(options.subtitle, surroundings),
        svg=figure_svg(scene, PLOT, writer.next_id("chart-title"), writer.next_id("chart-text")),
        left=int(scene.left),
        right=int(scene.right),
        sources=_names(cite, surroundings),
        marks=writer.cite(cite) if cite else "",
        note=_prose(options.note, surroundings),
        axis_start=axis.written(axis.low) if axis.low > 0 else "",
        columns=[series.name or options.y for series in data.series],
        table=_data_table(found, data, surroundings.language),
    )
    return BlockHtml(html, (scene,))


def chart_faults(options: ChartOptions, surroundings: Surroundings) -> Iterable[BlockFault]:
    """What cannot be drawn: no such file or column, a cell that is no date or number."""
    table = _table(options, surroundings)
    if table is None:
        return [_no_table(options, surroundings)]
    missing = list(_missing_columns(options, table))
    if missing:
        return missing
    found = reports(table, _columns(options), options.only)
    return [*_wrong_cells(options, table, found)] or [*_wrong_shape(options, table, found)]


def _prose(text: str, surroundings: Surroundings) -> Markup:
    return surroundings.writer.prose(text) if text else Markup("")


def _columns(options: ChartOptions) -> Columns:
    return Columns(options.x, options.y, options.series)


def _source(options: ChartOptions, surroundings: Surroundings) -> Source | None:
    return surroundings.library.get(options.data[1:]) if options.data.startswith("@") else None


def _table(options: ChartOptions, surroundings: Surroundings) -> Table | None:
    if options.data.startswith("@"):
        source = _source(options, surroundings)
        path = source.data if source else None
        return surroundings.library.table(f"sources/{path}") if path else None
    ends = (f"/{options.data}", f"/data/{options.data}")
    return next((table for table in _tables(surroundings) if table.path.endswith(ends)), None)


def _tables(surroundings: Surroundings) -> tuple[Table, ...]:
    return surroundings.briefing.tables if surroundings.briefing else ()


def _cite(options: ChartOptions) -> tuple[str, ...]:
    """The data source, then what `cite` names."""
    own = (options.data,) if options.data.startswith("@") else ()
    return tuple(dict.fromkeys(own + options.cite))


def _names(cite: Iterable[str], surroundings: Surroundings) -> str:
    """Who published the sources, each once."""
    sources = (surroundings.library.get(source_id) for source_id in cited_ids(cite))
    return ", ".join(dict.fromkeys(each.publisher or each.title for each in sources if each))


def _reported(options: ChartOptions, surroundings: Surroundings) -> list[Report]:
    """The rows that have a figure, in order of x."""
    table = _table(options, surroundings) or Table("", (options.x, options.y), ())
    found = [each for each in reports(table, _columns(options), options.only) if each.y]
    where = place(dates=has_dates(found))
    return sorted(found, key=lambda report: where(report.x))


def _step_data(
    options: ChartOptions, found: Sequence[Report], surroundings: Surroundings
) -> StepData:
    """The series, in the order of `only` or else of their last values, highest first."""
    dates = has_dates(found)
    where = place(dates=dates)
    points: dict[str, list[Point]] = {name: [] for name in options.only}
    for each in found:
        when = written(each.x, surroundings.language) if dates else figure(each.x)
        label = figure(each.y)
        point = Point(where(each.x), value(each.y), when, label, _with_unit(label, options.unit))
        points.setdefault(each.series, []).append(point)
    series = [Series(name, tuple(each)) for name, each in points.items()]
    if not options.only:
        series.sort(key=lambda each: (-each.points[-1].y, each.name))
    plain_title = surroundings.writer.prose(_CITATION_GROUP.sub("", options.title)).striptags()
    return StepData(
        title=plain_title,
        series=tuple(series),
        finest=finest(each.x for each in found) if dates else "",
        from_zero=options.from_zero,
        date_label=partial(_date_label, surroundings.language),
    )


def _date_label(language: str, date: str, year: bool) -> str:  # noqa: FBT001 - StepData's callback
    return short_date(date, language, year=year)


def _with_unit(label: str, unit: str) -> str:
    return f"{label}\N{NO-BREAK SPACE}{unit}" if unit else label


def _data_table(
    found: Sequence[Report], data: StepData, language: str
) -> list[tuple[str, list[str]]]:
    """A row for each x: its words, and a cell for each series, empty where it has no figure."""
    cells = {(each.x, each.series): figure(each.y) for each in found}
    return [
        (
            written(x, language) if data.finest else figure(x),
            [cells.get((x, series.name), "") for series in data.series],
        )
        for x in dict.fromkeys(each.x for each in found)
    ]


def _no_table(options: ChartOptions, surroundings: Surroundings) -> BlockFault:
    if not options.data.startswith("@"):
        files = ", ".join(
            f"`data/{table.path.rpartition('/')[2]}`" for table in _tables(surroundings)
        )
        message = f"there is no data file `{options.data}` beside the briefing"
        advice = f"Name one of these: {files}." if files else "Put the CSV file in `data/`."
        return BlockFault(message, advice, ("data",))
    source = _source(options, surroundings)
    if source is None:
        message = f"no source is called `{options.data[1:]}`"
        return BlockFault(message, "Name a source of the library that has `data:`.", ("data",))
    if source.data is None:
        message = f"the source `{source.id}` has no data file"
        return BlockFault(message, "Give the source a `data:` line with its CSV file.", ("data",))
    message = f"the data file `sources/{source.data}` of `{source.id}` cannot be found"
    return BlockFault(message, "Put the CSV file at that place.", ("data",))


def _missing_columns(options: ChartOptions, table: Table) -> Iterator[BlockFault]:
    for key, column in (("x", options.x), ("y", options.y), ("series", options.series)):
        if column is not None and column not in table.columns:
            names = ", ".join(f"`{name}`" for name in table.columns)
            message = f"`{table.path}` has no column `{column}`"
            yield BlockFault(message, f"Its columns are {names}.", (key,))


def _wrong_cells(
    options: ChartOptions, table: Table, found: Sequence[Report]
) -> Iterator[BlockFault]:
    dates = has_dates(found)
    for each in found:
        where = f"row {each.row} of `{table.path}`"
        if not (is_written_date(each.x) if dates else is_figure(each.x)):
            kind = "date" if dates else "date or number"
            message = f"{where}, column `{options.x}`: “{each.x[:40]}” is no {kind}"
            yield BlockFault(message, "Write dates as 2026, 2026-02 or 2026-02-09.", ("x",))
        if each.y and not is_figure(each.y):
            message = f"{where}, column `{options.y}`: “{each.y[:40]}” is no number"
            advice = "Write figures as 1234.5; leave the cell empty where there is no figure."
            yield BlockFault(message, advice, ("y",))


def _wrong_shape(
    options: ChartOptions, table: Table, found: Sequence[Report]
) -> Iterator[BlockFault]:
    figures = [each for each in found if each.y]
    names = dict.fromkeys(each.series for each in figures)
    for name in options.only:
        if name not in names:
            message = f"`{table.path}` has no figures for “{name}”"
            yield BlockFault(message, "Name series as the data file does.", ("only",))
    if not figures:
        yield BlockFault(f"`{table.path}` has no figures to draw", "Add rows to it.", ("data",))
    if len(figures) > _MOST_FIGURES:
        message = f"{len(figures):,} figures are more than a chart can show ({_MOST_FIGURES:,})"
        yield BlockFault(message, "Choose series with `only`, or shorten the file.", ("data",))
    if len(names) > len(ROLES):
        message = f"{len(names)} series are more than can be told apart ({len(ROLES)})"
        yield BlockFault(message, "Choose the ones to draw with `only`.", ("series",))
    yield from _reported_twice(table, figures)


def _reported_twice(table: Table, figures: Sequence[Report]) -> Iterator[BlockFault]:
    seen: dict[tuple[str, str], int] = {}
    for each in figures:
        before = seen.setdefault((each.series, each.x), each.row)
        if before != each.row:
            whose = f" for “{each.series}”" if each.series else ""
            message = f"rows {before} and {each.row} of `{table.path}` both report {each.x}{whose}"
            advice = "Keep one, or tell them apart with a `series` column."
            yield BlockFault(message, advice, ("data",))


BLOCK = BlockKind(ChartOptions, write_chart, chart_faults)

EXAMPLE = """\
data: "@arena"
x: date
y: score
series: model
title: Two models changed places within a month
subtitle: Public score, as the board reported it
"""
