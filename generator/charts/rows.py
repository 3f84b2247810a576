"""Rows of a chart, each with its label in the left gutter: what bars and ranges have in common."""

from collections.abc import Iterable, Iterator, Sequence

from generator.charts.labels import text_width, wrapped
from generator.charts.scene import Words
from generator.words import words_for

SIZE = 13.0
"""The size of the labels, in points; figures are set at `FIGURE`."""
FIGURE = 14.0
WIDEST = 330.0
"""The width of a whole figure on a phone, in points, gutters and all."""
_LABEL, _LINE, _GAP = 112.0, 16.0, 10.0
_MOST_LINES = 5
_TOLD = 12  # rows that the description tells; a listener finds the others in the data table


def label_lines(label: str) -> tuple[str, ...]:
    """The label as it breaks in the gutter."""
    return wrapped(label, _LABEL, SIZE, lines=_MOST_LINES)


def gutter(labels: Iterable[str]) -> float:
    """How wide the gutter is that holds the labels, in points."""
    lines = [line for label in labels for line in label_lines(label)]
    return max((text_width(line, SIZE, bold=True) for line in lines), default=0.0) + _GAP


def row_height(label: str, least: float) -> float:
    """The height of a row, in points: that of its label, but no less than `least`."""
    return max(least, len(label_lines(label)) * _LINE + 6)


def row_label(label: str, middle: float, shift: float = 0.0) -> Iterator[Words]:
    """The label around the row's middle, `shift` points further out than the gutter's edge."""
    lines = label_lines(label)
    first = middle - (len(lines) - 1) * _LINE / 2 + 4.5
    for number, line in enumerate(lines):
        yield Words(0, first + number * _LINE, line, "ink", "end", dx=-_GAP - shift)


def figure_width(figure: str) -> float:
    """The room that a figure takes beside a mark, in points, with air on both sides."""
    return text_width(figure, FIGURE, bold=True) + 12 if figure else 0.0


def rows_in_words(kind: str, rows: Sequence[tuple[str, Sequence[str]]], language: str) -> str:
    """The chart's name and what each row says; `kind` is the key of the name."""
    words = words_for("charts", language)
    told = [
        words.say("row", name=name, figures=words["list_comma"].join(figures))
        for name, figures in rows[:_TOLD]
    ]
    rest = len(rows) - len(told)
    parts = [words[kind], *told, *([words.say("further", n=rest)] if rest else [])]
    return words["between"].join(parts)
