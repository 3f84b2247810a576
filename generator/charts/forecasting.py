"""Pictures of forecasts: one over time, all open ones by date, and how well they were calibrated.

Probabilities are drawn in per cent on the whole scale, from 0 to 100.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.charts.course import BOTTOM, TOP, CourseData, Extent, Frame, Series, course_axis
from generator.charts.plot import course_scene, frame_marks
from generator.charts.scene import Anchor, Dot, Line, Mark, Scene, Words

_HISTORY, _SQUARE = 120.0, 220.0


@dataclass(frozen=True, slots=True)
class Settled:
    """When a question came out, at what end of the scale (None where it is void), and the word."""

    x: float
    y: float | None
    word: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A forecast or a group of them in a plot, with the label beside its dot."""

    x: float
    y: float
    label: str


def history_scene(data: CourseData, settled: Settled | None) -> Scene:
    """Probability over time as steps, and an upright line on the day the question came out."""
    until = settled.x if settled else data.room.last
    whole = replace(
        data,
        height=_HISTORY,
        extent=Extent(data.room.first, max(data.room.last, until), 0.0, 100.0),
    )
    scene = course_scene(whole, "step", _steps_until(until))
    if settled is None:
        return scene
    frame = Frame(whole, course_axis(whole), (scene.height - TOP - BOTTOM))
    return replace(scene, marks=(*scene.marks, *_settled(frame, settled)))


def open_scene(data: CourseData, placed: Sequence[Placed]) -> Scene:
    """Numbered dots: across, the day a question is to be resolved; upward, the probability."""
    return _scatter(data, placed, ())


def calibration_scene(data: CourseData, placed: Sequence[Placed]) -> Scene:
    """What was said across, what came out upward; on the broken line they are the same."""
    frame = _frame(data)
    steps = 25
    course = [(frame.x(100 * n / steps), frame.y(100 * n / steps)) for n in range(steps + 1)]
    diagonal = [
        Line(x1, y1, x2, y2, "muted", 1)
        for (x1, y1), (x2, y2) in zip(course[::2], course[1::2], strict=False)
    ]
    return _scatter(data, placed, diagonal)


def _steps_until(until: float) -> Callable[[Frame, Series, str], Iterator[Line]]:
    def draw(frame: Frame, series: Series, role: str) -> Iterator[Line]:
        places = [(frame.x(point.x), frame.y(point.y)) for point in series.points]
        ends = [*(x for x, _ in places[1:]), frame.x(until)]
        before: float | None = None
        for (x, y), end in zip(places, ends, strict=True):
            if before not in (None, y):
                yield Line(x, before or 0.0, x, y, role, 3)
            yield Line(x, y, end, y, role, 3)
            before = y

    return draw


def _settled(frame: Frame, settled: Settled) -> Iterator[Mark]:
    x = frame.x(settled.x)
    yield Line(x, TOP, x, frame.base, "ink", 1, dash=True)
    if settled.y is not None:
        yield Dot(x, frame.y(settled.y), 5, "ink")
    yield Words(x, TOP - 8, settled.word, "ink", "end", bold=True)


def _frame(data: CourseData) -> Frame:
    return Frame(data, course_axis(data), _SQUARE)


def _scatter(data: CourseData, placed: Sequence[Placed], under: Sequence[Mark]) -> Scene:
    frame = _frame(data)
    dots: list[Mark] = []
    for each in placed:
        x, y = frame.x(each.x), frame.y(each.y)
        is_late = x > 0.9
        dots.append(Dot(x, y, 5, "d1"))
        if each.label:
            anchor: Anchor = "end" if is_late else "start"
            dots.append(Words(x, y + 5, each.label, "d1", anchor, -9 if is_late else 9))
    return Scene(
        height=TOP + _SQUARE + BOTTOM,
        marks=(*frame_marks(frame), *under, *dots),
        title=data.title,
        description="",
        left=round(frame.left),
        right=12,
    )
