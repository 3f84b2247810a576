"""A line chart: measured values joined by straight lines, where the way between them is known."""

from collections.abc import Iterator
from itertools import pairwise

from generator.charts.course import CourseData, Frame, Series
from generator.charts.plot import course_scene
from generator.charts.scene import Line, Scene


def line_scene(data: CourseData) -> Scene:
    """The chart as a scene."""
    return course_scene(data, "line", _slopes)


def _slopes(frame: Frame, series: Series, role: str) -> Iterator[Line]:
    """A line from each report to the next, and a thin one from the last to its name."""
    for point, after in pairwise(series.points):
        x1, y1, x2, y2 = frame.x(point.x), frame.y(point.y), frame.x(after.x), frame.y(after.y)
        yield Line(x1, y1, x2, y2, role, 3)
    last = series.points[-1]
    x, y = frame.x(last.x), frame.y(last.y)
    yield Line(x, y, 1, y, role, 1)
