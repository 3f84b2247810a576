"""What to watch: figures with a threshold, what they are now, and whether they have crossed it.

`items` is a list. Each has `watch` (what is watched, and why), `data` (a data source `"@arena"` or
a CSV file beside the briefing), `column` (the figure), `threshold`, `direction` (`above` or
`below`: on which side it would mean something), and `checked` (the day on which somebody last
looked). The figure is that of the last row; with `key` and `row` that of the last row which has
`row` in the column `key`. Optional: `unit`, `cite`, `affects` (ids of the judgements and forecasts
that it bears on), and `id`, by which links lead to it.

What has crossed its threshold is also told on the overview and at the start of the PDF.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.briefing.shown import page_showing
from generator.model.source import Table
from generator.plotting.data_files import find_table
from generator.plotting.indicators import (
    Indicator,
    IndicatorsOptions,
    bears_on,
    current,
    is_crossed,
    threshold,
)
from generator.plotting.units import measured
from generator.text.dates.curated import is_written_date
from generator.text.dates.short import short_date
from generator.text.figures import is_figure
from generator.words import Words, words_for


@dataclass(frozen=True, slots=True)
class _Row:
    """An indicator as written."""

    anchor: str
    watch: Markup
    marks: Markup
    threshold: str
    now: str
    checked: str
    shown_checked: str
    is_crossed: bool
    state: str
    bears_on: tuple[tuple[str, Markup], ...]


def write_indicators(options: IndicatorsOptions, surroundings: Surroundings) -> BlockHtml:
    """The table, under a sentence that counts what has been crossed."""
    words = words_for("site", surroundings.language)
    rows = [_row(each, surroundings, words) for each in options.items]
    crossed = sum(row.is_crossed for row in rows)
    key = "indicator_alone" if len(rows) == 1 else "indicators_crossed"
    summary = words.say(key, n=crossed, all=len(rows))
    return BlockHtml(surroundings.writer.template("indicators.html", rows=rows, summary=summary))


def indicators_faults(
    options: IndicatorsOptions, surroundings: Surroundings
) -> Iterator[BlockFault]:
    """A file, column or row that is not there, a threshold or a figure that is no number."""
    for index, each in enumerate(options.items):
        fault = _fault(each, surroundings)
        if fault:
            key, message, advice = fault
            yield BlockFault(message, advice, ("items", index, key))
        yield from _strangers(each, index, surroundings)


def _strangers(of: Indicator, index: int, surroundings: Surroundings) -> Iterator[BlockFault]:
    """Ids in `affects` that no judgement or forecast has."""
    briefing = surroundings.briefing
    known = [each.id for each in briefing.judgements] if briefing else []
    known += [each.id for each in briefing.forecasts] if briefing else []
    for number, name in enumerate(of.affects):
        if name not in known:
            message = f"no judgement or forecast is called `{name[:60]}`"
            names = ", ".join(f"`{one}`" for one in known)
            advice = f"The briefing has {names}." if known else "Leave `affects` out."
            yield BlockFault(message, advice, ("items", index, "affects", number))


def _fault(each: Indicator, surroundings: Surroundings) -> tuple[str, str, str] | None:
    if not is_figure(each.threshold):
        return "threshold", f"“{each.threshold[:40]}” is no number", "Write it as 1234.5."
    if not is_written_date(each.checked):
        return "checked", f"“{each.checked[:40]}” is no date", "Write it as 2026-02-09."
    if (each.key is None) != (each.row is None):
        return "key", "`key` and `row` belong together", "Write both, or neither."
    table = find_table(each.data, surroundings.library, surroundings.briefing)
    if table is None:
        return "data", f"there is no data file `{each.data[:60]}`", "Put the CSV file in `data/`."
    return _fault_in_table(each, table)


def _fault_in_table(each: Indicator, table: Table) -> tuple[str, str, str] | None:
    for name, column in (("column", each.column), ("key", each.key)):
        if column is not None and column not in table.columns:
            names = ", ".join(f"`{one}`" for one in table.columns)
            return name, f"`{table.path}` has no column `{column[:60]}`", f"It has {names}."
    now = current(each, table)
    if now is None:
        advice = "Name a row that the file has."
        return "row" if each.row else "data", f"`{table.path}` has no such row", advice
    if now and not is_figure(now):
        advice = "Write figures as 1234.5; leave the cell empty where there is no figure."
        return "column", f"`{table.path}`: “{now[:40]}” is no number", advice
    return None


def _row(each: Indicator, surroundings: Surroundings, words: Words) -> _Row:
    writer = surroundings.writer
    table = find_table(each.data, surroundings.library, surroundings.briefing)
    now = (current(each, table) if table else None) or ""
    crossed = is_crossed(each, now)
    state = "indicator_crossed" if crossed else "indicator_not_crossed"
    own = (each.data,) if each.data.startswith("@") else ()
    cite = tuple(dict.fromkeys(own + each.cite))
    return _Row(
        anchor=each.anchor,
        watch=writer.prose(each.watch),
        marks=writer.cite(cite) if cite else Markup(""),
        threshold=threshold(each, surroundings.language),
        now=measured(now, each.unit, surroundings.language) if now else words["no_figure"],
        checked=each.checked,
        shown_checked=short_date(each.checked, surroundings.language),
        is_crossed=crossed,
        state=words[state] if now else words["indicator_unknown"],
        bears_on=tuple(_bears_on(each, surroundings)),
    )


def _bears_on(each: Indicator, surroundings: Surroundings) -> Iterator[tuple[str, Markup]]:
    """What it bears on, each with the way to it; without one where no page shows it."""
    writer, briefing = surroundings.writer, surroundings.briefing
    for name, says in bears_on(each, briefing) if briefing else ():
        page = page_showing(briefing, name, surroundings.path) if briefing else None
        yield f"{writer.link(page.path)}#{name}" if page else "", writer.uncited(says)


BLOCK = BlockKind(IndicatorsOptions, write_indicators, indicators_faults)

EXAMPLE = """\
items:
  - watch: Points of the leader of the board
    data: "@arena"
    column: score
    threshold: 1500
    direction: above
    unit: points
    checked: 2026-03-02
"""
