"""The plot of a step or line chart: grid, marked places, dots, values, and names at the ends."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.charts.course import (
    BOTTOM,
    ROLES,
    TOP,
    CourseData,
    Frame,
    Point,
    Series,
    course_axis,
    course_in_words,
)
from generator.charts.labels import NARROWEST, box_of, spread, text_width, wrapped
from generator.charts.scales import date_ticks, number_axis
from generator.charts.scene import Dot, Line, Mark, Scene, Words
from generator.charts.values import Spot, value_labels

_NAME_WIDTH, _NAME_SIZE, _LINE = 108.0, 14.0, 16.0
_LABEL_GAP = 12.0
_DOTS = 16  # more reports than this in a series and the dots would hide the lines
_AROUND_DOT = 5.0

Draw = Callable[[Frame, Series, str], Iterator[Line]]
"""The lines of one series in the colour of a role."""


@dataclass(frozen=True, slots=True)
class _EndLabel:
    y: float
    role: str
    lines: tuple[str, ...]
    figure: tuple[str, ...]
    """The last value as it breaks, with its unit."""

    @property
    def size(self) -> float:
        return _label_height(self.lines, self.figure)

    @property
    def width(self) -> float:
        names = [text_width(line, _NAME_SIZE, bold=True) for line in self.lines]
        figures = [text_width(line, _NAME_SIZE, bold=not self.lines) for line in self.figure]
        return max([*names, *figures])


def course_scene(data: CourseData, kind: str, draw: Draw) -> Scene:
    """The chart as a scene; every series is labelled at its end."""
    tallest = sum(
        _label_height(_name_lines(series), _figure_lines(series)) for series in data.series
    )
    frame = Frame(data, course_axis(data), max(data.height, tallest))
    labels = _end_labels(frame)
    lines = [
        list(draw(frame, series, role)) for series, role in zip(data.series, ROLES, strict=False)
    ]
    marks = (
        *frame_marks(frame),
        # Later series first, so that the first series lies on top.
        *(line for drawn in reversed(lines) for line in drawn),
        *_dots(frame),
        *value_labels(_spots(frame), [*_axes(frame), *(line for drawn in lines for line in drawn)]),
        *_names(labels, frame),
    )
    return Scene(
        height=TOP + frame.plot + BOTTOM,
        marks=marks,
        title=data.title,
        description=course_in_words(data, kind),
        left=round(frame.left),
        right=round(max(label.width for label in labels) + _LABEL_GAP + 2),
    )


def frame_marks(frame: Frame) -> Iterator[Mark]:
    """The grid with its numbers, and the marked places of x."""
    yield from _grid(frame)
    yield from _x_labels(frame)


def _grid(frame: Frame) -> Iterator[Mark]:
    for tick in frame.axis.ticks:
        y = frame.y(tick)
        yield Line(0, y, 1, y, "axis" if tick == 0 else "grid")
        yield Words(0, y + 4, frame.axis.written(tick), "muted", "end", dx=-8)


def _axes(frame: Frame) -> Iterator[Line]:
    """What no value may be printed on: the foot of the plot, and zero."""
    zero = [frame.y(0)] if 0 in frame.axis.ticks else []
    for y in dict.fromkeys((frame.base, *zero)):
        yield Line(0, y, 1, y, "axis")


def _x_labels(frame: Frame) -> Iterator[Mark]:
    for words in _x_words(frame):
        yield Line(words.x, frame.base, words.x, frame.base + 5, "axis")
        yield words


def _x_words(frame: Frame) -> list[Words]:
    """As many marked places as have room for their labels on a phone."""
    for at_most in (4, 3):
        placed = _placed(frame, at_most)
        boxes = [box_of(words, NARROWEST) for words in placed]
        if not any(before.overlaps(after) for before, after in pairwise(boxes)):
            return placed
    return _placed(frame, 2)


def _placed(frame: Frame, at_most: int) -> list[Words]:
    places = [(frame.x(place), text) for place, text in _x_ticks(frame.data, at_most)]
    return [
        Words(x, frame.base + 21, text, "muted", "middle", dx=_inward(x, text, frame))
        for x, text in places
    ]


def _inward(x: float, text: str, frame: Frame) -> float:
    """How far a label must move to the right to begin inside the left gutter."""
    return max(0.0, text_width(text) / 2 - frame.left - x * NARROWEST)


def _x_ticks(data: CourseData, at_most: int) -> Iterator[tuple[float, str]]:
    low, high = data.ends
    if not data.finest:
        axis = number_axis(low, high, at_most)
        yield from ((tick, axis.written(tick)) for tick in axis.ticks if low <= tick <= high)
        return
    year = ""
    for tick in date_ticks(int(low), int(high), data.finest, at_most):
        yield tick.day, data.date_label(tick.written, tick.written[:4] != year)
        year = tick.written[:4]


def _dots(frame: Frame) -> Iterator[Mark]:
    for index, series in reversed(list(enumerate(frame.data.series))):
        points = series.points if len(series.points) <= _DOTS else series.points[-1:]
        for point in points:
            x, y, title = frame.x(point.x), frame.y(point.y), _pointed_at(series, point)
            yield Dot(x, y, _AROUND_DOT, ROLES[index], title=title)


def _pointed_at(series: Series, point: Point) -> str:
    """What pointing at a report shows, where it has a source of its own."""
    parts = (series.name, point.when, point.figure, point.source)
    return " · ".join(part for part in parts if part) if point.source else ""


def _spots(frame: Frame) -> list[Spot]:
    """The values worth printing: first, highest and lowest of each series; the last has its own."""
    spots = []
    for index, series in enumerate(frame.data.series):
        values = [point.y for point in series.points]
        wanted = {0, values.index(max(values)), values.index(min(values))}
        for number in sorted(wanted - {len(values) - 1}):
            point = series.points[number]
            rises = number == 0 or point.y >= values[number - 1]
            x, y = frame.x(point.x), frame.y(point.y)
            spots.append(Spot(x, y, point.label, ROLES[index], rises, number == 0))
    return sorted(spots, key=lambda spot: not spot.first)


def _name_lines(series: Series) -> tuple[str, ...]:
    return wrapped(series.name, _NAME_WIDTH, _NAME_SIZE, lines=3)


def _figure_lines(series: Series) -> tuple[str, ...]:
    return wrapped(series.points[-1].figure, _NAME_WIDTH, _NAME_SIZE, lines=3)


def _label_height(*parts: tuple[str, ...]) -> float:
    return _LINE * sum(len(part) for part in parts) + 4


def _end_labels(frame: Frame) -> list[_EndLabel]:
    """The labels at the lines' ends, from the top down."""
    labels = [
        _EndLabel(
            frame.y(series.points[-1].y), ROLES[index], _name_lines(series), _figure_lines(series)
        )
        for index, series in enumerate(frame.data.series)
    ]
    return sorted(labels, key=lambda label: label.y)


def _names(labels: list[_EndLabel], frame: Frame) -> Iterator[Mark]:
    wanted, sizes = [label.y for label in labels], [label.size for label in labels]
    middles = spread(wanted, sizes, TOP - 10, frame.base + 6)
    for label, middle in zip(labels, middles, strict=True):
        if abs(middle - label.y) > 8:
            # A label that had to move is led back to its line.
            yield Line(1, label.y, 1, middle, label.role, 1, dx1=3, dx2=_LABEL_GAP - 2)
        baseline = middle - label.size / 2 + _LINE - 2
        for number, line in enumerate((*label.lines, *label.figure)):
            bold = number < len(label.lines) or not label.lines
            y = baseline + number * _LINE
            yield Words(1, y, line, label.role, dx=_LABEL_GAP, bold=bold)
