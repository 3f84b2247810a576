import pytest
from hypothesis import given, settings

from generator.charts.course import CourseData
from generator.charts.labels import NARROWEST, box_of
from generator.charts.line import line_scene
from generator.charts.scene import Line, Scene
from generator.charts.values import boxes_around
from tests.charts.plots import CHARTS, course, overlapping, series, tight, words_of

_USERS = CourseData("", (series("Tide", (0, 115), (150, 159), (180, 172)),))


def _drawn(scene: Scene) -> list[Line]:
    return [mark for mark in scene.marks if isinstance(mark, Line) and mark.width == 3]


def test_a_line_goes_from_each_report_to_the_next() -> None:
    lines = _drawn(line_scene(_USERS))
    assert len(lines) == 2
    assert (lines[0].x2, lines[0].y2) == (lines[1].x1, lines[1].y1)


def test_the_last_report_is_joined_to_its_name_by_a_thin_line() -> None:
    thin = [
        mark
        for mark in line_scene(_USERS).marks
        if isinstance(mark, Line) and mark.role == "d1" and mark.width == 1
    ]
    assert [line.x2 for line in thin] == [1]


def test_a_line_chart_is_called_one_in_the_language_of_its_page() -> None:
    assert line_scene(_USERS).description == (
        "Line chart. Tide rises from 115 m (day 0) to 172 m (day 180)."
    )
    chinese = CourseData("", _USERS.series, language="zh-Hans")
    assert line_scene(chinese).description == "折线图。Tide从115 m（day 0）升至172 m（day 180）。"


@pytest.mark.parametrize("plot", [NARROWEST, 340.0, 800.0])
@settings(deadline=None)
@given(chart=CHARTS)
def test_values_touch_neither_each_other_nor_a_line(
    chart: list[tuple[str, dict[int, float]]], plot: float
) -> None:
    scene = line_scene(course(chart))
    values = [words for words in words_of(scene) if words.bold and words.x < 1]
    assert overlapping(values, plot) == []
    around = [box for line in _drawn(scene) for box in boxes_around(line, plot)]
    for words in values:
        # The boxes of lines have five points of air.
        box = tight(box_of(words, plot))
        inner = type(box)(box.left + 5, box.top + 5, box.right - 5, box.bottom - 5)
        assert not any(inner.overlaps(other) for other in around), words.text
