"""Values in the course of time, or of another number: what step and line charts have in common.

The plot's left and right edges are 0 and 1; gutters hold the axis labels and, at the lines' ends,
each series' name with its last value, so that colour is never the only key.
"""

from collections.abc import Callable
from dataclasses import dataclass

from generator.charts.labels import text_width
from generator.charts.scales import Axis, number_axis
from generator.words import words_for

ROLES = ("d1", "d2", "d3", "d4", "ink", "muted")
"""The colours of the series, in their order; no more series than these can be told apart."""

TOP, BOTTOM, PLOT = 22.0, 38.0, 220.0


@dataclass(frozen=True, slots=True)
class Point:
    """A report: where it stands, and its values in words.

    `when` is x (`March 2025`), `label` is y (`1,200`), `figure` is y with its unit (`1,200 m`),
    `source` is who reports it, where each report has its own.
    """

    x: float
    y: float
    when: str
    label: str
    figure: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Reports in ascending order of x, at least one. A lone series may go without a name."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """The first and last x, and the lowest and highest y, that a plot has room for."""

    first: float
    last: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CourseData:
    """What a step or line chart draws. With `finest` (`year`, `month`, `day`) x is a day number.

    `extent` is given where plots beside each other share their axes; `height` is the plot's.
    """

    title: str
    series: tuple[Series, ...]
    finest: str = ""
    from_zero: bool = False
    date_label: Callable[[str, bool], str] = lambda written, _year: written
    """A date as the axis prints it, with or without its year."""
    language: str = "en"
    extent: Extent | None = None
    height: float = PLOT

    @property
    def room(self) -> Extent:
        """The extent given, else that of the reports."""
        points = [point for series in self.series for point in series.points]
        xs, ys = [point.x for point in points], [point.y for point in points]
        return self.extent or Extent(min(xs), max(xs), min(ys), max(ys))

    @property
    def ends(self) -> tuple[float, float]:
        """First and last x, and a little room to see the last report."""
        room = self.room
        return room.first, room.last + ((room.last - room.first) * 0.06 or 1.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where values come to stand."""

    data: CourseData
    axis: Axis
    plot: float
    """The plot's height in points."""

    def x(self, value: float) -> float:
        """Where an x stands, as a fraction of the plot's width."""
        low, high = self.data.ends
        return (value - low) / (high - low)

    def y(self, value: float) -> float:
        """Where a y stands, in points from the top."""
        return TOP + self.plot * (1 - self.axis.share(value))

    @property
    def base(self) -> float:
        """The foot of the plot, in points from the top."""
        return TOP + self.plot

    @property
    def left(self) -> float:
        """The gutter that holds the numbers of the axis."""
        return max(text_width(self.axis.written(tick)) for tick in self.axis.ticks) + 10


def course_axis(data: CourseData) -> Axis:
    """The axis of values. It begins at zero where asked, where zero is near, or for one value."""
    low, high = data.room.low, data.room.high
    if data.from_zero or high == low or high - low >= max(abs(low), abs(high)) / 3:
        low, high = min(low, 0.0), max(high, 0.0)
    return number_axis(low, high)


def course_in_words(data: CourseData, kind: str) -> str:
    """What is drawn and what each series does; `kind` is the key of the chart's name."""
    words = words_for("charts", data.language)
    courses = (_course(series, data.language) for series in data.series)
    return words["between"].join([words[kind], *courses])


def _course(series: Series, language: str) -> str:
    """What a series does, in words: from what figure and when, to what figure and when."""
    words = words_for("charts", language)
    first, last = series.points[0], series.points[-1]
    name = series.name or words["the_value"]
    if len(series.points) == 1:
        return words.say("is_alone", name=name, figure=first.figure, when=first.when)
    key = "is_same" if first.y == last.y else "rises" if last.y > first.y else "falls"
    figures = {"from": first.figure, "figure": last.figure}
    return words.say(key, name=name, first=first.when, last=last.when, **figures)
