from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts.course import ROLES, CourseData, Point, Series, course_axis
from generator.charts.labels import NARROWEST, box_of
from generator.charts.scene import Dot, Line, Rect, Scene, Words
from generator.charts.step import step_scene


def _series(name: str, *values: tuple[float, float]) -> Series:
    points = (Point(x, y, f"day {x:g}", f"{y:g}", f"{y:g} m") for x, y in values)
    return Series(name, tuple(points))


_USERS = CourseData(
    "Tide passed Quay",
    (_series("Tide", (0, 115), (150, 159), (180, 172)), _series("Quay", (0, 193), (150, 146))),
)


def _series_lines(scene: Scene) -> list[Line]:
    return [mark for mark in scene.marks if isinstance(mark, Line) and mark.width == 3]


def _words(scene: Scene) -> list[Words]:
    return [mark for mark in scene.marks if isinstance(mark, Words)]


def test_steps_are_level_or_upright_and_never_slope() -> None:
    lines = _series_lines(step_scene(_USERS))
    assert lines
    assert all(line.x1 == line.x2 or line.y1 == line.y2 for line in lines)


def test_a_value_holds_to_the_end_of_the_plot() -> None:
    ends = {line.role for line in _series_lines(step_scene(_USERS)) if line.x2 == 1}
    assert ends == {"d1", "d2"}


def test_each_series_is_named_at_its_end_with_its_last_value() -> None:
    at_end = [words.text for words in _words(step_scene(_USERS)) if words.x == 1 and words.dx > 0]
    assert at_end == ["Tide", "172 m", "Quay", "146 m"]


def test_a_long_unit_breaks_so_that_the_plot_stays_wide() -> None:
    point = Point(0, 172, "September", "172", "172\N{NO-BREAK SPACE}million monthly active users")
    scene = step_scene(CourseData("Tide", (Series("Tide", (point,)),)))
    ends = [words.text for words in _words(scene) if words.x == 1 and words.dx == 12]
    assert ends == ["Tide", "172 million", "monthly active", "users"]
    assert scene.right < 125


def test_the_description_gives_first_and_last_in_words() -> None:
    description = step_scene(_USERS).description
    assert "Tide rises from 115 m (day 0) to 172 m (day 180)." in description
    assert "Quay falls from 193 m (day 0) to 146 m (day 150)." in description


def test_the_axis_begins_at_zero_only_where_zero_is_near_or_asked_for() -> None:
    scores = (_series("Board", (0, 1381), (30, 1460)),)
    assert course_axis(CourseData("", scores)).low > 1000
    assert course_axis(CourseData("", scores, from_zero=True)).low == 0
    assert course_axis(_USERS).low == 0


def test_a_label_that_had_to_move_is_led_back_to_its_line() -> None:
    close = tuple(_series(name, (0, 10), (1, 50 + number)) for number, name in enumerate("abcd"))
    leaders = [
        mark
        for mark in step_scene(CourseData("", close)).marks
        if isinstance(mark, Line) and mark.dx1 != mark.dx2
    ]
    assert leaders


_VALUES = st.floats(-1e6, 1e6, allow_nan=False)
_REPORTS = st.dictionaries(st.integers(0, 4000), _VALUES, min_size=1, max_size=20)
_CHARTS = st.lists(st.tuples(st.text(max_size=60), _REPORTS), min_size=1, max_size=len(ROLES))


@settings(deadline=None)
@given(_CHARTS)
def test_a_scene_stays_within_its_bounds(chart: list[tuple[str, dict[int, float]]]) -> None:
    series = tuple(_series(name, *sorted(reports.items())) for name, reports in chart)
    scene = step_scene(CourseData("A title", series))
    plot = 358 - scene.left - scene.right
    for mark in scene.marks:
        match mark:
            case Line():
                assert 0 <= min(mark.x1, mark.x2) <= max(mark.x1, mark.x2) <= 1
                assert 0 <= min(mark.y1, mark.y2) <= max(mark.y1, mark.y2) <= scene.height
            case Dot() | Rect():
                assert 0 <= mark.x <= 1
                assert 0 <= mark.y <= scene.height
            case Words():
                assert 0 <= mark.y - 9 <= mark.y <= scene.height
                if mark.x == 1:
                    assert box_of(mark, plot).right - 3 <= plot + scene.right + 1


@settings(deadline=None)
@given(_CHARTS)
def test_value_labels_do_not_touch_each_other(chart: list[tuple[str, dict[int, float]]]) -> None:
    series = tuple(_series(name, *sorted(reports.items())) for name, reports in chart)
    scene = step_scene(CourseData("", series))
    boxes = [box_of(words, NARROWEST) for words in _words(scene) if words.bold and words.x < 1]
    for index, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[index + 1 :])


def test_no_value_is_printed_on_the_axis() -> None:
    """As at the start of a steep rise, where neither side of the line is free."""
    steep = _series("Clips", (0, 310), (1, 720), (2, 1480), (4, 3390), (9, 4150), (25, 1420))
    scene = step_scene(CourseData("", (steep,)))
    base = max(mark.y1 for mark in scene.marks if isinstance(mark, Line) and mark.role == "axis")
    values = [words for words in _words(scene) if words.bold and words.x < 1]
    assert [words.text for words in values] == ["4150"]
    assert all(words.y + 2 <= base - 5 for words in values)
