"""What to watch: figures with a threshold, what they are now, and whether they have crossed it.

`items` is a list. Each has `watch` (what is watched, and why), `data` (a data source `"@arena"` or
a CSV file beside the briefing), `column` (the figure), `threshold`, `direction` (`above` or
`below`: on which side it would mean something), and `checked` (the day on which somebody last
looked). The figure is that of the last row; with `key` and `row` that of the last row which has
`row` in the column `key`. Optional: `unit`, `cite`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.model.source import Table
from generator.plotting.data_files import find_table
from generator.text.dates import is_written_date
from generator.text.figures import figure, is_figure, value
from generator.text.short_dates import short_date
from generator.words import Words, words_for


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure to watch."""

    watch: str
    data: str
    column: str
    threshold: str
    direction: Literal["above", "below"]
    checked: str
    key: str | None = None
    row: str | None = None
    unit: str = ""
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorsOptions:
    """The keys of the block."""

    items: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """An indicator as written."""

    watch: Markup
    marks: Markup
    threshold: str
    now: str
    checked: str
    shown_checked: str
    is_crossed: bool
    state: str


def write_indicators(options: IndicatorsOptions, surroundings: Surroundings) -> BlockHtml:
    """The table, under a sentence that counts what has been crossed."""
    words = words_for("site", surroundings.language)
    rows = [_row(each, surroundings, words) for each in options.items]
    crossed = sum(row.is_crossed for row in rows)
    summary = words.say("indicators_crossed", n=crossed, all=len(rows))
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


def is_crossed(indicator: Indicator, now: str) -> bool:
    """Whether the figure lies on the side that would mean something; on the mark it does not."""
    if not is_figure(now):
        return False
    here, mark = value(now), value(indicator.threshold)
    return here > mark if indicator.direction == "above" else here < mark


def current(indicator: Indicator, table: Table) -> str | None:
    """The cell that holds the figure now; None where there is no such row."""
    column = table.columns.index(indicator.column)
    rows = table.rows
    if indicator.key is not None:
        key = table.columns.index(indicator.key)
        rows = tuple(row for row in rows if row[key].strip() == indicator.row)
    return rows[-1][column].strip() if rows else None


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
        watch=writer.prose(each.watch),
        marks=writer.cite(cite) if cite else Markup(""),
        threshold=words.say(
            f"indicator_{each.direction}", n=_with_unit(each.threshold, each, words)
        ),
        now=_with_unit(now, each, words) if now else words["no_figure"],
        checked=each.checked,
        shown_checked=short_date(each.checked, surroundings.language),
        is_crossed=crossed,
        state=words[state] if now else words["indicator_unknown"],
    )


def _with_unit(cell: str, each: Indicator, words: Words) -> str:
    if not each.unit:
        return figure(cell)
    return words.say("figure_with_unit", n=figure(cell), unit=each.unit)


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
