"""A chart of reported figures, with its source, its numbers in words and its data table.

Keys: `data` is a data source (`"@arena"`) or a CSV file beside the briefing (`data/arena.csv`).
`title` is the claim that the chart bears out. `mark` is what is drawn:

- `step` (a value holds until the next report) and `line` (values joined where the way between them
  is known): `x` is a column of dates (`2026`, `2026-02`, `2026-02-09`) or numbers, `y` a column of
  numbers, `series` an optional column that names the lines.
- `bar`: `x` is a column of categories or dates, `y` their figures, drawn from zero in the order of
  the file. With `series`, the bars of a category stand under its name, or with `arrange: share`
  fill one bar of a hundred per cent.
- `dot-range`: `x` is a column of categories, `low` and `high` the columns of the ends, `y` an
  optional one of a value between.

`facet` is a column whose values get a panel each, on the same scale (`step`, `line`, `bar`).
Optional: `only` picks series, `subtitle`, `unit`, `cite`, `note`, and `from_zero: true` begins the
axis at zero.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.charts.scene import Scene
from generator.charts.svg import PLOT, figure_svg
from generator.model.source import Source, Table
from generator.plotting.data_files import find_table
from generator.plotting.data_table import data_table
from generator.plotting.drawing import Drawing, drawing, ordered
from generator.plotting.faults import faults
from generator.plotting.options import ChartOptions
from generator.text.cited import cited_ids
from generator.text.figures import reports
from generator.words import words_for

__all__ = ["BLOCK", "EXAMPLE", "ChartOptions", "chart_faults", "write_chart"]

_CITATION_GROUP = re.compile(r"\s*\[[^\[\]]*@[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class _Panel:
    """A drawing as written: its name, its gutters in pixels, its picture."""

    name: str
    left: int
    right: int
    svg: Markup


def write_chart(options: ChartOptions, surroundings: Surroundings) -> BlockHtml:
    """The figure; its scenes are the panels."""
    writer, language = surroundings.writer, surroundings.language
    table = _table(options, surroundings) or Table("", (), ())
    found = ordered(options, reports(table, options.columns, options.only))
    plain_title = writer.prose(_CITATION_GROUP.sub("", options.title)).striptags()
    drawn = drawing(options, found, plain_title, language)
    cite = _cite(options)
    html = writer.template(
        "chart.html",
        title=writer.prose(options.title),
        subtitle=_prose(options.subtitle, surroundings),
        panels=[_panel(name, scene, surroundings) for name, scene in drawn.panels],
        source_line=_source_line(cite, surroundings),
        marks=writer.cite(cite) if cite else "",
        note=_prose(options.note, surroundings),
        axis_start=_axis_start(drawn),
        table=data_table(options, found, language),
    )
    return BlockHtml(html, tuple(scene for _, scene in drawn.panels))


def chart_faults(options: ChartOptions, surroundings: Surroundings) -> Iterator[BlockFault]:
    """What cannot be drawn: no such file or column, a cell that is no date or number."""
    table = _table(options, surroundings)
    if table is None:
        yield _no_table(options, surroundings)
        return
    for fault in faults(options, table):
        yield BlockFault(fault.message, fault.help, (fault.key,))


def _panel(name: str, scene: Scene, surroundings: Surroundings) -> _Panel:
    ids = surroundings.writer.next_id("chart-title"), surroundings.writer.next_id("chart-text")
    return _Panel(name, int(scene.left), int(scene.right), figure_svg(scene, PLOT, *ids))


def _axis_start(drawn: Drawing) -> str:
    return drawn.axis.written(drawn.axis.low) if drawn.axis and drawn.axis.low > 0 else ""


def _prose(text: str, surroundings: Surroundings) -> Markup:
    return surroundings.writer.prose(text) if text else Markup("")


def _source(options: ChartOptions, surroundings: Surroundings) -> Source | None:
    return surroundings.library.get(options.data[1:]) if options.data.startswith("@") else None


def _table(options: ChartOptions, surroundings: Surroundings) -> Table | None:
    return find_table(options.data, surroundings.library, surroundings.briefing)


def _tables(surroundings: Surroundings) -> tuple[Table, ...]:
    return surroundings.briefing.tables if surroundings.briefing else ()


def _cite(options: ChartOptions) -> tuple[str, ...]:
    """The data source, then what `cite` names."""
    own = (options.data,) if options.data.startswith("@") else ()
    return tuple(dict.fromkeys(own + options.cite))


def _source_line(cite: Iterable[str], surroundings: Surroundings) -> str:
    """Who published the sources, each once: `Sources: The Board, Harbour Times`."""
    words = words_for("site", surroundings.language)
    sources = (surroundings.library.get(source_id) for source_id in cited_ids(cite))
    names = list(dict.fromkeys(each.publisher or each.title for each in sources if each))
    return words.say("chart_from", n=len(names), names=words["list_comma"].join(names))


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


BLOCK = BlockKind(ChartOptions, write_chart, chart_faults)

EXAMPLE = """\
data: "@arena"
x: date
y: score
series: model
title: Two models changed places within a month
subtitle: Public score, as the board reported it
"""
