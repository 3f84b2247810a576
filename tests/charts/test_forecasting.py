from generator.charts.course import CourseData, Extent, Point, Series
from generator.charts.forecasting import Placed, Settled, calibration_scene, history_scene
from generator.charts.scene import Dot, Line, Words

_POINTS = tuple(Point(x, y, f"day {x}", f"{y} %", f"{y} %") for x, y in ((10, 40), (20, 70)))
_DATA = CourseData("Will it?", (Series("", _POINTS),), finest="day", extent=Extent(10, 20, 0, 100))


def test_a_course_ends_on_the_day_the_question_came_out_with_a_mark_at_its_end() -> None:
    scene = history_scene(_DATA, Settled(30, 100.0, "Yes"))
    steps = [mark for mark in scene.marks if isinstance(mark, Line) and mark.width == 3]
    (upright,) = [mark for mark in scene.marks if isinstance(mark, Line) and mark.dash]
    assert max(line.x2 for line in steps) == upright.x1 == upright.x2 < 1
    dots = [mark for mark in scene.marks if isinstance(mark, Dot) and mark.role == "ink"]
    assert [(dot.x, dot.y) for dot in dots] == [(upright.x1, upright.y1)]
    assert "Yes" in [mark.text for mark in scene.marks if isinstance(mark, Words)]
    assert "rises from 40 % (day 10) to 70 % (day 20)" in scene.description


def test_a_void_question_has_a_line_and_no_end() -> None:
    scene = history_scene(_DATA, Settled(30, None, "Void"))
    assert not [mark for mark in scene.marks if isinstance(mark, Dot) and mark.role == "ink"]


def test_an_open_question_has_neither() -> None:
    scene = history_scene(_DATA, None)
    assert not [mark for mark in scene.marks if isinstance(mark, Line) and mark.dash]


def test_a_calibrated_group_lies_on_the_line() -> None:
    data = CourseData("Calibration", (), extent=Extent(0, 100, 0, 100))
    scene = calibration_scene(data, [Placed(50, 50, "4")])
    line = [mark for mark in scene.marks if isinstance(mark, Line) and mark.role == "muted"]
    first, last = line[0], line[-1]
    (dot,) = [mark for mark in scene.marks if isinstance(mark, Dot)]
    slope = (last.y2 - first.y1) / (last.x2 - first.x1)
    assert abs(first.y1 + slope * (dot.x - first.x1) - dot.y) < 1e-9
