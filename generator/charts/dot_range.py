"""Ranges: for each row a line from the lowest to the highest value, and a dot where one is named.

Rings are the ends, the full dot the value between. A few marked numbers at the foot give the scale.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.charts.labels import NARROWEST, box_of
from generator.charts.rows import figure_width, gutter, row_height, row_label, rows_in_words
from generator.charts.scales import Axis, number_axis
from generator.charts.scene import Dot, Line, Mark, Scene, Words
from generator.words import words_for

_ROW, _FOOT = 42.0, 26.0
_APART = 9.0


@dataclass(frozen=True, slots=True)
class Place:
    """A value on the scale and in words."""

    at: float
    figure: str


@dataclass(frozen=True, slots=True)
class Range:
    """One row: its ends, and a value between them; ends and value may be missing, not all."""

    label: str
    low: Place | None = None
    high: Place | None = None
    value: Place | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """What the row has, the value last."""
        return tuple(place for place in (self.low, self.high, self.value) if place)


@dataclass(frozen=True, slots=True)
class RangeData:
    """What is drawn, from the top down."""

    title: str
    ranges: tuple[Range, ...]
    from_zero: bool = False
    language: str = "en"


def range_axis(data: RangeData) -> Axis:
    """The scale. It begins at zero where asked, and where zero is near."""
    values = [place.at for each in data.ranges for place in each.places]
    low, high = min(values), max(values)
    if data.from_zero or high == low or high - low >= max(abs(low), abs(high)) / 3:
        low, high = min(low, 0.0), max(high, 0.0)
    return number_axis(low, high, 4)


def range_scene(data: RangeData) -> Scene:
    """The chart as a scene."""
    axis = range_axis(data)
    ends = [each.low or each.high for each in data.ranges]
    outside = max(figure_width(end.figure) if end else 0.0 for end in ends)
    left = gutter(each.label for each in data.ranges) + outside
    heights = [row_height(each.label, _ROW) for each in data.ranges]
    foot = sum(heights)
    marks: list[Mark] = [*_scale(axis, foot)]
    y = 0.0
    for each, height in zip(data.ranges, heights, strict=True):
        marks += _row(each, axis, y + height / 2 + 6)
        marks += row_label(each.label, y + height / 2 + 6, outside)
        y += height
    right = max(figure_width(place.figure) for each in data.ranges for place in each.places)
    rows = [(each.label, [_in_words(each, data.language)]) for each in data.ranges]
    description = rows_in_words("dot_range", rows, data.language)
    return Scene(foot + _FOOT, tuple(marks), data.title, description, round(left), round(right))


def _scale(axis: Axis, foot: float) -> Iterator[Mark]:
    for tick in axis.ticks:
        x = axis.share(tick)
        yield Line(x, 0, x, foot, "axis" if tick == 0 else "grid")
    yield from _numbers(axis, foot)


def _numbers(axis: Axis, foot: float) -> Sequence[Words]:
    """The numbers of all ticks, or of the first and last where a phone has no room for all."""
    made = [
        Words(axis.share(tick), foot + 16, axis.written(tick), "muted", "middle")
        for tick in axis.ticks
    ]
    boxes = [box_of(words, NARROWEST) for words in made]
    crowded = any(before.overlaps(after) for before, after in pairwise(boxes))
    return [made[0], made[-1]] if crowded else made


def _row(each: Range, axis: Axis, y: float) -> Iterator[Mark]:
    ends = [(axis.share(place.at), place) for place in (each.low, each.high) if place]
    if len(ends) == 2:
        yield Line(ends[0][0], y, ends[1][0], y, "d1", 3)
    yield from (Dot(x, y, 5, "d1", hollow=True) for x, _ in ends)
    if each.low and each.high:
        yield from _ends(axis, each.low, each.high, y)
    else:
        yield from (_beside(x, place.figure, y, bold=False) for x, place in ends)
    if each.value:
        x = axis.share(each.value.at)
        yield Dot(x, y, 6, "d1")
        if ends:
            yield Words(x, y - 12, each.value.figure, "ink", "middle", bold=True)
        else:
            yield _beside(x, each.value.figure, y, bold=True)


def _ends(axis: Axis, low: Place, high: Place, y: float) -> Iterator[Mark]:
    start, end = axis.share(low.at), axis.share(high.at)
    if low.at != high.at:
        yield Words(start, y + 4.5, low.figure, "ink", "end", dx=-_APART)
    yield _beside(end, high.figure, y, bold=False)


def _beside(x: float, figure: str, y: float, *, bold: bool) -> Words:
    return Words(x, y + 4.5, figure, "ink", "start", dx=_APART, bold=bold)


def _in_words(each: Range, language: str) -> str:
    words = words_for("charts", language)
    low, high = each.low or each.high, each.high or each.low
    if low is None or high is None:
        return each.value.figure if each.value else ""
    ends = {"low": low.figure, "high": high.figure}
    if each.value:
        return words.say("range_with", value=each.value.figure, **ends)
    return words.say("range", **ends) if low != high else low.figure
