"""A step chart: reported values that hold until the next report, without a slope between."""

from collections.abc import Iterator
from itertools import pairwise

from generator.charts.course import CourseData, Frame, Series
from generator.charts.plot import course_scene
from generator.charts.scene import Line, Scene


def step_scene(data: CourseData) -> Scene:
    """The chart as a scene."""
    return course_scene(data, "step", _steps)


def _steps(frame: Frame, series: Series, role: str) -> Iterator[Line]:
    """Level lines and risers; the last value goes on to the plot's edge."""
    for point, after in pairwise(series.points):
        x, y = frame.x(after.x), frame.y(point.y)
        yield Line(frame.x(point.x), y, x, y, role, 3)
        if after.y != point.y:
            yield Line(x, y, x, frame.y(after.y), role, 3)
    last = series.points[-1]
    yield Line(frame.x(last.x), frame.y(last.y), 1, frame.y(last.y), role, 3)
