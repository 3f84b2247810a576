from generator.charts.bar import Bar, BarData, bar_scene
from generator.charts.course import CourseData, course_axis
from generator.charts.facets import aligned, bars_on_one_scale, on_one_scale
from generator.charts.scene import Rect
from generator.charts.step import step_scene
from tests.charts.plots import series

_SMALL = CourseData("Quay", (series("", (0, 1), (10, 5)),))
_LARGE = CourseData("Tide", (series("", (5, 400), (40, 500)),))


def test_panels_share_their_axes() -> None:
    small, large = on_one_scale([_SMALL, _LARGE])
    assert course_axis(small) == course_axis(large)
    assert small.ends == large.ends


def test_panels_are_lower_than_a_chart_that_stands_alone() -> None:
    assert step_scene(on_one_scale([_SMALL, _LARGE])[0]).height < step_scene(_SMALL).height


def test_panels_have_plots_of_one_width() -> None:
    scenes = aligned([step_scene(each) for each in (_SMALL, _LARGE)])
    assert len({(scene.left, scene.right) for scene in scenes}) == 1


def test_bars_of_all_panels_are_measured_against_the_longest() -> None:
    panels = [BarData("", (("", (Bar("a", value, ""),)),)) for value in (1, 4)]
    scenes = [bar_scene(panel) for panel in bars_on_one_scale(panels)]
    widths = [mark.width for scene in scenes for mark in scene.marks if isinstance(mark, Rect)]
    assert widths == [0.25, 1]
