"""What the tests of charts share: data to draw, and where the words of a scene come to stand."""

from hypothesis import strategies as st

from generator.charts.course import ROLES, CourseData, Point, Series
from generator.charts.labels import Box, box_of
from generator.charts.scene import Dot, Line, Mark, Rect, Scene, Words

PHONE = 354
"""The width of a figure on a phone of 390 pixels."""
NAMES = st.text("abcdefg hijkl字节跳动，（）", max_size=60)
VALUES = st.floats(-1e6, 1e6, allow_nan=False)
_REPORTS = st.dictionaries(st.integers(0, 4000), VALUES, min_size=1, max_size=20)
CHARTS = st.lists(st.tuples(NAMES, _REPORTS), min_size=1, max_size=len(ROLES))


def series(name: str, *values: tuple[float, float]) -> Series:
    points = (Point(x, y, f"day {x:g}", f"{y:g}", f"{y:g} m") for x, y in values)
    return Series(name, tuple(points))


def course(chart: list[tuple[str, dict[int, float]]]) -> CourseData:
    return CourseData("A", tuple(series(name, *sorted(points.items())) for name, points in chart))


def words_of(scene: Scene) -> list[Words]:
    return [mark for mark in scene.marks if isinstance(mark, Words)]


def overlapping(words: list[Words], plot: float) -> list[tuple[str, str]]:
    """The pairs of words that touch in a plot of that width."""
    boxes = [(each.text, box_of(each, plot)) for each in words]
    return [
        (text, other_text)
        for index, (text, box) in enumerate(boxes)
        for other_text, other in boxes[index + 1 :]
        if tight(box).overlaps(tight(other))
    ]


def tight(box: Box) -> Box:
    """The box without the air around it."""
    return Box(box.left + 3, box.top, box.right - 3, box.bottom)


def is_inside(mark: Mark, scene: Scene, figure: float = PHONE) -> bool:
    """Whether the mark stays within a figure of that width."""
    plot = figure - scene.left - scene.right
    match mark:
        case Line():
            xs, ys = (mark.x1, mark.x2), (mark.y1, mark.y2)
            return 0 <= min(xs) <= max(xs) <= 1 and 0 <= min(ys) <= max(ys) <= scene.height
        case Rect():
            ends = mark.x + mark.width, mark.y + mark.height
            return min(mark.x, mark.y) >= 0 and ends[0] <= 1 + 1e-9 and ends[1] <= scene.height
        case Dot():
            return 0 <= mark.x <= 1 and 0 <= mark.y <= scene.height
        case Words():
            box = tight(box_of(mark, plot))
            is_across = -scene.left - 1 <= box.left and box.right <= plot + scene.right + 1
            return is_across and mark.y - 10 >= 0 and mark.y <= scene.height
