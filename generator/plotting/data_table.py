"""The numbers of a chart as a table, for those who do not see the drawing or want to check it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.plotting.drawing import series_in_order, shown_x
from generator.plotting.options import ChartOptions
from generator.text.figures import Report, figure, has_dates
from generator.words import words_for


@dataclass(frozen=True, slots=True)
class DataTable:
    """Heads of the columns, the first that of x; each row's x and cells, empty for no figure."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def data_table(options: ChartOptions, found: Sequence[Report], language: str) -> DataTable:
    """A row for each x, and a column for each series of each panel."""
    words = words_for("site", language)
    shown = shown_x(found, language)
    columns = list(_columns(options, found, words["colon"]))
    cells = {
        (each.x, column): figure(cell)
        for each in found
        for column, cell in _cells(options, each)
        if cell
    }
    heads = [
        words.say("with_unit", name=head, unit=options.unit) if options.unit else head
        for head, _ in columns
    ]
    rows = [
        (shown(x), tuple(cells.get((x, column), "") for _, column in columns))
        for x in dict.fromkeys(each.x for each in found)
    ]
    first = words["date"] if has_dates(found) else readable(options.x)
    return DataTable((first, *heads), tuple(rows))


def readable(column: str) -> str:
    """The name of a column as a head: `users_million` is `Users million`."""
    words = " ".join(column.replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _columns(
    options: ChartOptions, found: Sequence[Report], colon: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Heads, and what the cells below each are filed under."""
    if options.mark == "dot-range":
        for key in ("low", "y", "high"):
            name: str | None = getattr(options, key)
            if name:
                yield readable(name), (key, "")
        return
    used = {(each.facet, each.series) for each in found}
    facets = dict.fromkeys(each.facet for each in found)
    names = series_in_order(options, found)
    for facet, name in ((facet, name) for facet in facets for name in names):
        if (facet, name) in used:
            named = [part for part in dict.fromkeys((facet, name)) if part]
            yield colon.join(named) or readable(options.y or ""), (facet, name)


def _cells(options: ChartOptions, each: Report) -> list[tuple[tuple[str, str], str]]:
    if options.mark == "dot-range":
        return [(("low", ""), each.low), (("y", ""), each.y), (("high", ""), each.high)]
    return [((each.facet, each.series), each.y)]
