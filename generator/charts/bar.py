"""Bars that lie, each from zero, its category on the left and its figure at its end.

With several series the bars of a category stand under its name. No axis of numbers is drawn, as
every bar carries its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charts.course import ROLES
from generator.charts.labels import wrapped
from generator.charts.rows import (
    FIGURE,
    WIDEST,
    figure_width,
    gutter,
    row_height,
    row_label,
    rows_in_words,
)
from generator.charts.scene import Line, Mark, Rect, Scene, Words
from generator.words import words_for

_THICK, _ROW = 18.0, 26.0
_LINE, _GROUP_GAP = 17.0, 10.0
_VALUE_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the label on its left, its length, its figure in words, the colour of its series
    by number.
    """

    label: str
    value: float
    figure: str
    series: int = 0


@dataclass(frozen=True, slots=True)
class BarData:
    """What a bar chart draws: bars under the name of their group, or all in one without a name.

    `extent` is the lowest and highest value that there is room for, where plots share their scale.
    """

    title: str
    groups: tuple[tuple[str, tuple[Bar, ...]], ...]
    language: str = "en"
    extent: tuple[float, float] | None = None

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars, from the top down."""
        return tuple(bar for _, bars in self.groups for bar in bars)

    @property
    def room(self) -> tuple[float, float]:
        """The extent given, else that of the bars and zero."""
        values = [bar.value for bar in self.bars]
        return self.extent or (min(0.0, *values), max(0.0, *values))


def bar_scene(data: BarData) -> Scene:
    """The chart as a scene."""
    low, high = data.room
    # Figures of bars that go to the left stand between the bars and the labels.
    outside = max(figure_width(bar.figure) if bar.value < 0 else 0.0 for bar in data.bars)
    left = gutter(bar.label for bar in data.bars) + outside
    width = (high - low) or 1.0
    marks: list[Mark] = []
    y = 0.0
    for name, bars in data.groups:
        heads = list(_heading(name, y, left))
        top = y = y + len(heads) * _LINE + (6 if heads else 0)
        marks += heads
        for bar in bars:
            height = row_height(bar.label, _ROW)
            marks += _drawn(bar, low, width, y + height / 2)
            marks += row_label(bar.label, y + height / 2, outside)
            y += height
        marks.append(Line(-low / width, top, -low / width, y, "axis"))
        y += _GROUP_GAP if name else 0
    right = max(figure_width(bar.figure) if bar.value >= 0 else 2.0 for bar in data.bars)
    return Scene(y, tuple(marks), data.title, _in_words(data), round(left), round(right))


def _heading(name: str, y: float, left: float) -> Iterator[Mark]:
    for number, line in enumerate(wrapped(name, WIDEST, FIGURE, lines=2)):
        baseline = y + (number + 1) * _LINE
        yield Words(0, baseline, line, "ink", dx=-round(left), bold=True)


def _drawn(bar: Bar, low: float, width: float, middle: float) -> Iterator[Mark]:
    start, end = sorted(((0 - low) / width, (bar.value - low) / width))
    yield Rect(start, middle - _THICK / 2, end - start, _THICK, ROLES[bar.series])
    if bar.value >= 0:
        yield Words(end, middle + 5, bar.figure, "ink", "start", _VALUE_GAP, bold=True)
    else:
        yield Words(start, middle + 5, bar.figure, "ink", "end", -_VALUE_GAP, bold=True)


def _in_words(data: BarData) -> str:
    words = words_for("charts", data.language)
    rows = [
        (name, [words.say("of_series", name=bar.label, figure=bar.figure) for bar in bars])
        for name, bars in data.groups
        if name
    ]
    lone = [(bar.label, [bar.figure]) for name, bars in data.groups if not name for bar in bars]
    return rows_in_words("bar", lone + rows, data.language)
