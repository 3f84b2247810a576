"""The numbers of a chart as a table, for those who do not see the drawing or want to check it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.plotting.drawing import series_in_order, shown_x
from generator.plotting.options import ChartOptions
from generator.plotting.units import column_head
from generator.text.figures import Report, figure, has_dates
from generator.text.readable import readable
from generator.words import words_for


@dataclass(frozen=True, slots=True)
class DataTable:
    """Heads of the columns, the first that of x; each row's x and cells, empty for no figure.

    Where sources differ, a cell has the figure of each.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def data_table(
    options: ChartOptions,
    found: Sequence[Report],
    language: str,
    mark: Callable[[str], Markup] = lambda _source: Markup(""),
) -> DataTable:
    """A row for each x, and a column for each series of each panel.

    `mark` is the citation mark that stands after the figure of a source.
    """
    words = words_for("site", language)
    shown = shown_x(found, language)
    columns = list(_columns(options, found, language))
    cells: dict[tuple[str, tuple[str, str]], list[Markup]] = {}
    for each in found:
        for column, cell in _cells(options, each):
            if cell:
                written = Markup("{}{}").format(figure(cell), mark(each.source))
                cells.setdefault((each.x, column), []).append(written)
    between = escape(words["semicolon"])
    rows = [
        (shown(x), tuple(between.join(cells.get((x, column), ())) for _, column in columns))
        for x in dict.fromkeys(each.x for each in found)
    ]
    first = words["date"] if has_dates(found) else options.label(options.x) or readable(options.x)
    return DataTable((first, *(head for head, _ in columns)), tuple(rows))


def _columns(
    options: ChartOptions, found: Sequence[Report], language: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Heads, and what the cells below each are filed under."""
    if options.mark == "dot-range":
        for key in ("low", "y", "high"):
            name: str | None = getattr(options, key)
            if name:
                yield _head(options, name, language), (key, "")
        return
    words = words_for("site", language)
    used = {(each.facet, each.series) for each in found}
    facets = dict.fromkeys(each.facet for each in found)
    names = series_in_order(options, found)
    for facet, name in ((facet, name) for facet in facets for name in names):
        if (facet, name) in used:
            named = [part for part in dict.fromkeys((facet, name)) if part]
            head = words["colon"].join(named)
            if head and options.unit:
                head = words.say("with_unit", name=head, unit=options.unit)
            yield head or _head(options, options.y or "", language), (facet, name)


def _head(options: ChartOptions, column: str, language: str) -> str:
    return options.label(column) or column_head(column, options.unit, language)


def _cells(options: ChartOptions, each: Report) -> list[tuple[tuple[str, str], str]]:
    if options.mark == "dot-range":
        return [(("low", ""), each.low), (("y", ""), each.y), (("high", ""), each.high)]
    return [((each.facet, each.series), each.y)]
