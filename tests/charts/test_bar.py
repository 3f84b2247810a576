import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts.bar import Bar, BarData, bar_scene
from generator.charts.labels import NARROWEST
from generator.charts.scene import Line, Rect, Scene
from generator.charts.share import share_scene
from tests.charts.plots import NAMES, VALUES, is_inside, overlapping, words_of

_USERS = BarData(
    "Users",
    (("", (Bar("June", 515, "515 m"), Bar("December", 602, "602 m"))),),
)


def _rects(scene: Scene) -> list[Rect]:
    return [mark for mark in scene.marks if isinstance(mark, Rect)]


def _lone(*values: float) -> BarData:
    return BarData("", (("", tuple(Bar(f"row {v:g}", v, f"{v:g}") for v in values)),))


def test_bars_begin_at_zero_and_are_as_long_as_their_values() -> None:
    rects = _rects(bar_scene(_USERS))
    assert [rect.x for rect in rects] == [0, 0]
    assert [rect.width for rect in rects] == pytest.approx([515 / 602, 1])


def test_a_bar_below_zero_goes_to_the_left() -> None:
    below, above = _rects(bar_scene(_lone(-1, 3)))
    assert below.x == 0
    assert below.width == pytest.approx(0.25)
    assert above.x == pytest.approx(0.25)


def test_every_bar_has_its_label_and_its_figure() -> None:
    assert {"June", "515 m", "December", "602 m"} <= {
        words.text for words in words_of(bar_scene(_USERS))
    }


def test_bars_that_are_all_zero_are_drawn_without_length() -> None:
    assert [rect.width for rect in _rects(bar_scene(_lone(0, 0)))] == [0, 0]


def test_a_long_label_wraps_and_makes_its_row_higher() -> None:
    one_line = bar_scene(_lone(1))
    label = "A very long category that has to wrap in the gutter"
    wrapping = bar_scene(BarData("", (("", (Bar(label, 1, "1"),)),)))
    assert wrapping.height > one_line.height
    assert " ".join(words.text for words in words_of(wrapping) if not words.bold) == label


def test_the_description_tells_the_first_dozen_rows() -> None:
    assert bar_scene(_USERS).description == "Bar chart. June: 515 m. December: 602 m."
    many = bar_scene(_lone(*range(15))).description
    assert many.endswith("row 11: 11. 3 more rows stand in the data table.")


_BARS = st.lists(st.tuples(NAMES, VALUES, st.integers(0, 5)), min_size=1, max_size=8)
_GROUPS = st.lists(st.tuples(NAMES, _BARS), min_size=1, max_size=4)


def _grouped(groups: list[tuple[str, list[tuple[str, float, int]]]]) -> BarData:
    return BarData(
        "",
        tuple(
            (
                name,
                tuple(Bar(label, value, f"{value:.4g}", number) for label, value, number in bars),
            )
            for name, bars in groups
        ),
    )


@settings(deadline=None)
@given(_GROUPS)
def test_nothing_of_a_bar_chart_runs_out_of_it_or_touches(
    groups: list[tuple[str, list[tuple[str, float, int]]]],
) -> None:
    scene = bar_scene(_grouped(groups))
    assert [mark for mark in scene.marks if not is_inside(mark, scene)] == []
    assert overlapping(words_of(scene), NARROWEST) == []


_PARTS = (Bar("a", 60, "60"), Bar("b", 30, "30", 1), Bar("c", 10, "10", 2))
_SHARES = BarData("Shares", (("Quay", _PARTS), ("Tide", _PARTS[:2])))


def test_parts_fill_the_bar_in_their_order() -> None:
    rects = _rects(share_scene(_SHARES, ("a", "b", "c")))
    assert [rect.role for rect in rects] == ["d1", "d2", "d3", "d1", "d2"]
    assert [round(rect.width, 3) for rect in rects] == [0.6, 0.3, 0.1, 0.667, 0.333]
    assert rects[2].x + rects[2].width == pytest.approx(1)


def test_a_key_in_words_gives_the_order_of_the_parts() -> None:
    texts = [words.text for words in words_of(share_scene(_SHARES, ("a", "b", "c")))]
    assert texts[:4] == ["In each row, from left to right:", "a", "b", "c"]


def test_a_share_is_printed_where_it_has_room() -> None:
    texts = [words.text for words in words_of(share_scene(_SHARES, ("a", "b", "c")))]
    assert "60\xa0%" in texts
    assert "10\xa0%" not in texts
    assert "a 60\xa0%, b 30\xa0%, c 10\xa0%" in share_scene(_SHARES, ("a", "b", "c")).description


@settings(deadline=None)
@given(st.lists(st.tuples(NAMES, st.floats(0, 1e6)), min_size=1, max_size=6))
def test_nothing_of_a_chart_of_shares_runs_out_of_it(parts: list[tuple[str, float]]) -> None:
    bars = tuple(Bar(name, value, "", number) for number, (name, value) in enumerate(parts))
    scene = share_scene(BarData("", (("Quay", bars),)), [name for name, _ in parts])
    inside = [mark for mark in scene.marks if not isinstance(mark, Line)]
    assert [mark for mark in inside if not is_inside(mark, scene)] == []
    assert overlapping(words_of(scene), NARROWEST) == []
