"""Ranges: for each row a line from the lowest to the highest value, and a dot where one is named.

Rings are the ends, the full dot the value between. A few marked numbers at the foot give the scale.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from generator.charts.labels import NARROWEST, box_of
from generator.charts.rows import figure_width, gutter, row_height, row_label, rows_in_words
from generator.charts.scales import Axis, number_axis
from generator.charts.scene import Anchor, Dot, Line, Mark, Scene, Words
from generator.words import words_for

_ROW, _FOOT = 42.0, 26.0
_BELOW = 16.0  # more height for a row with figures below its marks
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
    heights = [
        row_height(each.label, _ROW + (_BELOW if _below(each, axis) else 0.0))
        for each in data.ranges
    ]
    foot = sum(heights)
    tops = accumulate(heights, initial=0.0)
    middles = [top + height / 2 + 6 for top, height in zip(tops, heights, strict=False)]
    placed = list(zip(data.ranges, middles, strict=True))
    scale = list(_scale(axis, foot))
    drawn = [mark for each, middle in placed for mark in _row(each, axis, middle)]
    outside = _outside(drawn)
    labels = [mark for each, middle in placed for mark in row_label(each.label, middle, outside)]
    left = max(gutter(each.label for each in data.ranges) + outside, _outside(scale))
    right = max(figure_width(place.figure) for each in data.ranges for place in each.places)
    rows = [(each.label, [_in_words(each, data.language)]) for each in data.ranges]
    description = rows_in_words("dot_range", rows, data.language)
    return Scene(
        foot + _FOOT, (*scale, *drawn, *labels), data.title, description, round(left), round(right)
    )


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
    yield from _ends(each, axis, y)
    if each.value:
        x = axis.share(each.value.at)
        yield Dot(x, y, 6, "d1")
        if ends:
            yield _centred(axis, each.value, y - 12, bold=True)
        else:
            yield _beside(axis, each.value, y, bold=True)


def _ends(each: Range, axis: Axis, y: float) -> Iterator[Words]:
    """The figures of the ends: outside of them, or below where the axis stands in the way."""
    below = _below(each, axis)
    for place, anchor in _outward(each):
        is_below = place is below
        yield _centred(axis, place, y + 21) if is_below else _beside(axis, place, y, anchor)


def _outward(each: Range) -> Iterator[tuple[Place, Anchor]]:
    """The ends whose figures are shown, and which way these stand from them."""
    if each.low and each.high and each.low.at != each.high.at:
        yield each.low, "end"
    end = each.high or each.low
    if end:
        yield end, "start"


def _below(each: Range, axis: Axis) -> Place | None:
    """The end, one at most, whose figure has no room beside it."""
    for place, anchor in _outward(each):
        if not _is_free(_beside(axis, place, 0.0, anchor), axis):
            return place
    return None


def _outside(marks: Sequence[Mark]) -> float:
    """How far figures reach out of the plot to the left, on a phone."""
    boxes = [box_of(mark, NARROWEST) for mark in marks if isinstance(mark, Words)]
    return max([0.0, *(-box.left for box in boxes)])


def _is_free(words: Words, axis: Axis) -> bool:
    """Whether the figure keeps clear of zero and of the row's label, on a phone too."""
    box = box_of(words, NARROWEST)
    return box.left >= 0 and not any(box.left < zero < box.right for zero in _zeros(axis))


def _zeros(axis: Axis) -> tuple[float, ...]:
    """Where the line of zero stands on a phone, if the axis has it."""
    return (axis.share(0) * NARROWEST,) if 0 in axis.ticks else ()


def _beside(
    axis: Axis, place: Place, y: float, anchor: Anchor = "start", *, bold: bool = False
) -> Words:
    apart = _APART if anchor == "start" else -_APART
    return Words(axis.share(place.at), y + 4.5, place.figure, "ink", anchor, apart, bold=bold)


def _centred(axis: Axis, place: Place, y: float, *, bold: bool = False) -> Words:
    """The figure above or below its mark, moved aside where it would lie across zero."""
    words = Words(axis.share(place.at), y, place.figure, "ink", "middle", bold=bold)
    box = box_of(words, NARROWEST)
    for zero in _zeros(axis):
        if box.left < zero < box.right:
            is_right = words.x * NARROWEST >= zero
            return replace(words, dx=zero - (box.left if is_right else box.right))
    return words


def _in_words(each: Range, language: str) -> str:
    words = words_for("charts", language)
    low, high = each.low or each.high, each.high or each.low
    if low is None or high is None:
        return each.value.figure if each.value else ""
    ends = {"low": low.figure, "high": high.figure}
    if each.value:
        return words.say("range_with", value=each.value.figure, **ends)
    return words.say("range", **ends) if low != high else low.figure
