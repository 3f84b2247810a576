import pytest
from lxml import html as lxml_html

from generator.charts.scene import Line, Scene, Words
from generator.charts.svg import PLOT, STRIP, figure_svg, inline_svg

_HOSTILE = '</title><script>alert("1")</script>&'


def _scene(*marks: Line | Words) -> Scene:
    return Scene(100, marks, title=_HOSTILE, description=_HOSTILE)


def test_a_drawing_has_no_view_box_so_that_type_never_scales() -> None:
    svg = figure_svg(_scene(Words(0.5, 10, "x", "muted")), PLOT, "t1", "d1")
    assert "viewBox" not in svg
    assert 'x="50%" y="10"' in svg


def test_hostile_words_stay_text() -> None:
    svg = figure_svg(_scene(Words(0, 10, _HOSTILE, "d1")), PLOT, "t1", "d1")
    tree = lxml_html.fragment_fromstring(str(svg))
    assert not tree.findall(".//script")
    assert [tree.find(tag).text for tag in ("title", "desc", "text")] == [_HOSTILE] * 3


def test_a_figure_is_named_by_its_title_and_description() -> None:
    tree = lxml_html.fragment_fromstring(str(figure_svg(_scene(), PLOT, "t1", "d1")))
    assert tree.get("role") == "img"
    assert tree.get("aria-labelledby") == "t1 d1"
    assert [tree.find("title").get("id"), tree.find("desc").get("id")] == ["t1", "d1"]


def test_an_inline_drawing_is_named_by_its_description() -> None:
    tree = lxml_html.fragment_fromstring(str(inline_svg(_scene(), STRIP, 3)))
    assert (tree.get("aria-label"), tree.get("data-scene")) == (_HOSTILE, "3")


def test_colours_are_classes() -> None:
    svg = figure_svg(_scene(Line(0, 1, 1, 1, "d3", 3)), PLOT, "t", "d")
    assert 'class="s s3"' in svg
    assert "style" not in svg


def test_a_line_with_a_shift_at_each_end_stands_in_an_svg_of_its_own() -> None:
    svg = figure_svg(_scene(Line(1, 5, 1, 9, "d1", dx1=3, dx2=10)), PLOT, "t", "d")
    assert (
        '<svg x="100%"><line class="s s1" style="stroke-width:1" x1="3" x2="10" y1="5" y2="9"/>'
        in svg
    )


def test_a_line_that_svg_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="shift"):
        figure_svg(_scene(Line(0, 5, 1, 9, "d1", dx2=10)), PLOT, "t", "d")
