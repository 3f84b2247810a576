"""A chart of reported figures, with its source, its numbers in words and its data table.

Keys: `data` is a data source (`"@arena"`), a CSV file beside the briefing (`data/arena.csv`), or
`notes`: the `values` that the notes of the briefing's sources give of `metric`, of all its entities
or those that `entities` lists, but for those of the sources in `without`. Their columns are `date`,
`value` and `entity`, which are x, y and series unless others are named; each figure is cited, and
where sources differ, each is drawn. Figures stand in the order of their dates, that of a quarter at
its middle month.
`title` is the claim that the chart bears out. `mark` is what is drawn:

- `step` (a value holds until the next report) and `line` (values joined where the way between them
  is known): `x` is a column of dates (`2026`, `2026-02`, `2026-02-09`, `2025-Q3`) or numbers, `y` a
  column of numbers, `series` an optional column that names the lines.
- `bar`: `x` is a column of categories or dates, `y` their figures, drawn from zero in the order of
  the file. With `series`, the bars of a category stand under its name, or with `arrange: share`
  fill one bar of a hundred per cent.
- `dot-range`: `x` is a column of categories, `low` and `high` the columns of the ends, `y` an
  optional one of a value between.

`facet` is a column whose values get a panel each, on the same scale (`step`, `line`, `bar`).
Units and names that we know in the page's language are shown in it.
`labels: {users_m: Users}` says what readers see for columns, series, panels and rows.
Optional: `only` picks series, `subtitle`, `unit`, `cite`, `note`, and `from_zero: true` begins the
axis at zero.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.briefing.reported import Reported, named, reported
from generator.charts.scene import Scene
from generator.charts.svg import PLOT, figure_svg
from generator.model.source import Source, Table
from generator.plotting.data_files import find_table
from generator.plotting.data_table import data_table
from generator.plotting.drawing import Drawing, drawing, ordered
from generator.plotting.faults import faults
from generator.plotting.notes import note_faults, note_table, shown_reports, with_columns
from generator.plotting.options import ChartOptions
from generator.plotting.wording import worded
from generator.text.cited import cited_ids
from generator.text.figures import Report, reports
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
    table, options = _drawn(options, surroundings)
    entries = surroundings.briefing.entries if surroundings.briefing else ()
    found = ordered(options, reports(table, options.columns, options.only))
    options, found = worded(options, found, entries, language)
    plain_title = writer.prose(_CITATION_GROUP.sub("", options.title)).striptags()
    drawn = drawing(options, found, plain_title, language, _names(surroundings))
    cite = _cite(options, found)
    html = writer.template(
        "chart.html",
        title=writer.prose(options.title),
        subtitle=_prose(options.subtitle, surroundings),
        panels=[_panel(name, scene, surroundings) for name, scene in drawn.panels],
        source_line=_source_line(cite, surroundings),
        marks=writer.cite(cite) if cite else "",
        note=_prose(options.note, surroundings),
        axis_start=_axis_start(drawn),
        table=data_table(options, found, language, _marks(surroundings)),
    )
    return BlockHtml(html, tuple(scene for _, scene in drawn.panels))


def chart_faults(options: ChartOptions, surroundings: Surroundings) -> Iterator[BlockFault]:
    """What cannot be drawn: no such file or column, a cell that is no date or number."""
    if not options.is_of_notes and _table(options, surroundings) is None:
        yield _no_table(options, surroundings)
        return
    of_notes = note_faults(options, _reports(surroundings)) if options.is_of_notes else ()
    table, columns = _drawn(options, surroundings)
    for fault in list(of_notes) or faults(columns, table):
        yield BlockFault(fault.message, fault.help, (fault.key,))


def chart_cites(options: ChartOptions, surroundings: Surroundings) -> tuple[str, ...]:
    """The sources of the notes whose values are drawn."""
    if not options.is_of_notes:
        return ()
    found = shown_reports(options, _reports(surroundings))
    return tuple(dict.fromkeys(each.source.id for each in found))


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


def _drawn(options: ChartOptions, surroundings: Surroundings) -> tuple[Table, ChartOptions]:
    """The rows to draw, and the options with what follows from them."""
    if not options.is_of_notes:
        return _table(options, surroundings) or Table("", (), ()), options
    found = _reports(surroundings)
    return note_table(options, found), with_columns(options, found)


def _reports(surroundings: Surroundings) -> tuple[Reported, ...]:
    briefing = surroundings.briefing
    return reported(briefing, surroundings.library) if briefing else ()


def _names(surroundings: Surroundings) -> Callable[[str], str]:
    """Who publishes a source."""

    def name_of(source_id: str) -> str:
        source = surroundings.library.get(source_id)
        return named(source) if source else source_id

    return name_of


def _marks(surroundings: Surroundings) -> Callable[[str], Markup]:
    """The citation mark of a source; none where the rows of a file have no source each."""

    def mark(source_id: str) -> Markup:
        return surroundings.writer.cite([f"@{source_id}"]) if source_id else Markup("")

    return mark


def _tables(surroundings: Surroundings) -> tuple[Table, ...]:
    return surroundings.briefing.tables if surroundings.briefing else ()


def _cite(options: ChartOptions, found: Iterable[Report]) -> tuple[str, ...]:
    """The data source or those of the notes, then what `cite` names."""
    own = [options.data] if options.data.startswith("@") else []
    own += [f"@{each.source}" for each in found if each.source]
    return tuple(dict.fromkeys((*own, *options.cite)))


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


BLOCK = BlockKind(ChartOptions, write_chart, chart_faults, chart_cites)

EXAMPLE = """\
data: "@arena"
x: date
y: score
series: model
title: Two models changed places within a month
subtitle: Public score, as the board reported it
"""
