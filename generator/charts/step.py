"""A step chart: reported values that hold until the next report, without a slope between.

The plot's left and right edges are 0 and 1; gutters hold the axis labels and, at the lines' ends,
each series' name with its last value, so that colour is never the only key.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.charts.labels import NARROWEST, box_of, spread, text_width, wrapped
from generator.charts.scales import Axis, date_ticks, number_axis
from generator.charts.scene import Dot, Line, Mark, Scene, Words
from generator.charts.values import Spot, value_labels

ROLES = ("d1", "d2", "d3", "d4", "ink", "muted")
"""The colours of the series, in their order; no more series than these can be told apart."""

_TOP, _BOTTOM, _PLOT = 22.0, 38.0, 220.0
_NAME_WIDTH, _NAME_SIZE, _LINE = 108.0, 14.0, 16.0
_LABEL_GAP = 12.0
_DOTS = 16  # more reports than this in a series and the dots would hide the steps


@dataclass(frozen=True, slots=True)
class Point:
    """A report: where it stands, and its values in words.

    `when` is x (`March 2025`), `label` is y (`1,200`), `figure` is y with its unit (`1,200 m`).
    """

    x: float
    y: float
    when: str
    label: str
    figure: str


@dataclass(frozen=True, slots=True)
class Series:
    """Reports in ascending order of x, at least one. A lone series may go without a name."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class StepData:
    """What a step chart draws. With `finest` (`year`, `month`, `day`) x is a day number."""

    title: str
    series: tuple[Series, ...]
    finest: str = ""
    from_zero: bool = False
    date_label: Callable[[str, bool], str] = lambda written, _year: written
    """A date as the axis prints it, with or without its year."""

    @property
    def values(self) -> list[float]:
        """All values of y."""
        return [point.y for series in self.series for point in series.points]

    @property
    def ends(self) -> tuple[float, float]:
        """First and last x that is reported, and a little room to see the last step."""
        xs = [point.x for series in self.series for point in series.points]
        return min(xs), max(xs) + ((max(xs) - min(xs)) * 0.06 or 1.0)


@dataclass(frozen=True, slots=True)
class _EndLabel:
    y: float
    role: str
    lines: tuple[str, ...]
    figure: str

    @property
    def size(self) -> float:
        return _LINE * (len(self.lines) + 1) + 4

    @property
    def width(self) -> float:
        names = [text_width(line, _NAME_SIZE, bold=True) for line in self.lines]
        return max([*names, text_width(self.figure, _NAME_SIZE, bold=not self.lines)])


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where values come to stand."""

    data: StepData
    axis: Axis
    plot: float

    def x(self, value: float) -> float:
        low, high = self.data.ends
        return (value - low) / (high - low)

    def y(self, value: float) -> float:
        return _TOP + self.plot * (1 - self.axis.share(value))

    @property
    def base(self) -> float:
        return _TOP + self.plot

    @property
    def left(self) -> float:
        """The gutter that holds the numbers of the axis."""
        return max(text_width(self.axis.written(tick)) for tick in self.axis.ticks) + 10


def step_axis(data: StepData) -> Axis:
    """The axis of values. It begins at zero where asked, where zero is near, or for one value."""
    low, high = min(data.values), max(data.values)
    if data.from_zero or high == low or high - low >= max(abs(low), abs(high)) / 3:
        low, high = min(low, 0.0), max(high, 0.0)
    return number_axis(low, high)


def step_scene(data: StepData) -> Scene:
    """The chart as a scene; every series is labelled at its end."""
    tallest = sum(_LINE * (len(_name_lines(series)) + 1) + 4 for series in data.series)
    frame = _Frame(data, step_axis(data), max(_PLOT, tallest))
    labels = _end_labels(frame)
    right = max(label.width for label in labels)
    marks = (
        *_grid(frame),
        *_x_labels(frame),
        *_lines(frame),
        *_dots(frame),
        *value_labels(_spots(frame), _segments(frame)),
        *_names(labels, frame),
    )
    return Scene(
        height=_TOP + frame.plot + _BOTTOM,
        marks=marks,
        title=data.title,
        description=_description(data),
        left=round(frame.left),
        right=round(right + _LABEL_GAP + 2),
    )


def _grid(frame: _Frame) -> Iterator[Mark]:
    for tick in frame.axis.ticks:
        y = frame.y(tick)
        yield Line(0, y, 1, y, "axis" if tick == 0 else "grid")
        yield Words(0, y + 4, frame.axis.written(tick), "muted", "end", dx=-8)


def _x_labels(frame: _Frame) -> Iterator[Mark]:
    for words in _x_words(frame):
        yield Line(words.x, frame.base, words.x, frame.base + 5, "axis")
        yield words


def _x_words(frame: _Frame) -> list[Words]:
    """As many marked places as have room for their labels on a phone."""
    for at_most in (4, 3):
        placed = _placed(frame, at_most)
        boxes = [box_of(words, NARROWEST) for words in placed]
        if not any(before.overlaps(after) for before, after in pairwise(boxes)):
            return placed
    return _placed(frame, 2)


def _placed(frame: _Frame, at_most: int) -> list[Words]:
    places = [(frame.x(place), text) for place, text in _x_ticks(frame.data, at_most)]
    return [
        Words(x, frame.base + 21, text, "muted", "middle", dx=_inward(x, text, frame))
        for x, text in places
    ]


def _inward(x: float, text: str, frame: _Frame) -> float:
    """How far a label must move to the right to begin inside the left gutter."""
    return max(0.0, text_width(text) / 2 - frame.left - x * NARROWEST)


def _x_ticks(data: StepData, at_most: int) -> Iterator[tuple[float, str]]:
    low, high = data.ends
    if not data.finest:
        axis = number_axis(low, high, at_most)
        yield from ((tick, axis.written(tick)) for tick in axis.ticks if low <= tick <= high)
        return
    year = ""
    for tick in date_ticks(int(low), int(high), data.finest, at_most):
        yield tick.day, data.date_label(tick.written, tick.written[:4] != year)
        year = tick.written[:4]


def _segments(frame: _Frame) -> list[Line]:
    """The steps of all series, each a level line or a riser."""
    return [line for index in range(len(frame.data.series)) for line in _steps(frame, index)]


def _steps(frame: _Frame, index: int) -> Iterator[Line]:
    role = ROLES[index]
    points = frame.data.series[index].points
    for point, after in pairwise(points):
        x, y = frame.x(after.x), frame.y(point.y)
        yield Line(frame.x(point.x), y, x, y, role, 3)
        if after.y != point.y:
            yield Line(x, y, x, frame.y(after.y), role, 3)
    last = points[-1]
    yield Line(frame.x(last.x), frame.y(last.y), 1, frame.y(last.y), role, 3)


def _lines(frame: _Frame) -> Iterator[Mark]:
    """Later series first, so that the first series lies on top."""
    for index in reversed(range(len(frame.data.series))):
        yield from _steps(frame, index)


def _dots(frame: _Frame) -> Iterator[Mark]:
    for index, series in reversed(list(enumerate(frame.data.series))):
        points = series.points if len(series.points) <= _DOTS else series.points[-1:]
        yield from (Dot(frame.x(point.x), frame.y(point.y), 5, ROLES[index]) for point in points)


def _spots(frame: _Frame) -> list[Spot]:
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


def _end_labels(frame: _Frame) -> list[_EndLabel]:
    """The labels at the lines' ends, from the top down."""
    labels = [
        _EndLabel(frame.y(last.y), ROLES[index], _name_lines(series), last.figure)
        for index, series in enumerate(frame.data.series)
        for last in series.points[-1:]
    ]
    return sorted(labels, key=lambda label: label.y)


def _names(labels: list[_EndLabel], frame: _Frame) -> Iterator[Mark]:
    wanted, sizes = [label.y for label in labels], [label.size for label in labels]
    middles = spread(wanted, sizes, _TOP - 10, frame.base + 6)
    for label, middle in zip(labels, middles, strict=True):
        if abs(middle - label.y) > 8:
            # A label that had to move is led back to its line.
            yield Line(1, label.y, 1, middle, label.role, 1, dx1=3, dx2=_LABEL_GAP - 2)
        baseline = middle - label.size / 2 + _LINE - 2
        for number, line in enumerate((*label.lines, label.figure)):
            bold = number < len(label.lines) or not label.lines
            y = baseline + number * _LINE
            yield Words(1, y, line, label.role, dx=_LABEL_GAP, bold=bold)


def _description(data: StepData) -> str:
    return " ".join(["Step chart.", *(_course(series) for series in data.series)])


def _course(series: Series) -> str:
    """What a series does, in words: from what figure and when, to what figure and when."""
    first, last = series.points[0], series.points[-1]
    name = series.name or "The value"
    if len(series.points) == 1:
        return f"{name} is {first.figure} ({first.when})."
    if first.y == last.y:
        return (
            f"{name} is {first.figure} both at the start ({first.when}) and the end ({last.when})."
        )
    verb = "rises" if last.y > first.y else "falls"
    return f"{name} {verb} from {first.figure} ({first.when}) to {last.figure} ({last.when})."
