import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts.dot_range import Place, Range, RangeData, range_axis, range_scene
from generator.charts.labels import NARROWEST, box_of
from generator.charts.scene import Dot, Line, Scene
from tests.charts.plots import NAMES, is_inside, overlapping, tight, words_of


def _at(value: float | None) -> Place | None:
    return None if value is None else Place(value, f"{value:g}")


def _data(*rows: tuple[str, float | None, float | None, float | None]) -> RangeData:
    return RangeData(
        "Prices",
        tuple(Range(name, _at(low), _at(high), _at(value)) for name, low, high, value in rows),
    )


_PRICES = _data(("Seedance", 0.24, 0.68, 0.3), ("Sora", 0.1, 0.3, None), ("Kling", None, None, 0.2))


def _dots(scene: Scene) -> list[tuple[float, bool]]:
    axis = range_axis(_PRICES)
    return [
        (round(axis.low + mark.x * (axis.high - axis.low), 3), mark.hollow)
        for mark in scene.marks
        if isinstance(mark, Dot)
    ]


def test_ends_are_rings_and_the_value_between_a_full_dot() -> None:
    assert _dots(range_scene(_PRICES)) == [
        (0.24, True),
        (0.68, True),
        (0.3, False),
        (0.1, True),
        (0.3, True),
        (0.2, False),
    ]


def test_a_line_joins_two_ends_and_no_lone_value() -> None:
    lines = [
        mark for mark in range_scene(_PRICES).marks if isinstance(mark, Line) and mark.width == 3
    ]
    assert len(lines) == 2


def test_every_value_is_printed() -> None:
    texts = [words.text for words in words_of(range_scene(_PRICES))]
    assert {"0.24", "0.68", "0.3", "0.1", "0.2", "Seedance"} <= set(texts)


def test_the_scale_begins_at_zero_where_zero_is_near_or_asked_for() -> None:
    far = _data(("Board", 1381, 1460, None))
    assert range_axis(_PRICES).low == 0
    assert range_axis(far).low > 1000
    assert range_axis(RangeData("", far.ranges, from_zero=True)).low == 0


def test_the_description_gives_each_range_in_words() -> None:
    assert range_scene(_PRICES).description == (
        "Chart of ranges. Seedance: 0.3, from 0.24 to 0.68. Sora: 0.1 to 0.3. Kling: 0.2."
    )


def test_no_figure_lies_across_zero_on_a_phone() -> None:
    near = _data(
        ("Kling", 0.084, 0.42, 0.112), ("Sora", 0.1, 0.3, None), ("Loss", -0.45, -0.01, -0.1)
    )
    zero = range_axis(near).share(0) * NARROWEST
    figures = [words for words in words_of(range_scene(near)) if words.role == "ink" and words.x]
    boxes = [tight(box_of(words, NARROWEST)) for words in figures]
    assert len(boxes) == 8
    assert not any(box.left < zero < box.right for box in boxes)


def test_row_labels_begin_where_the_plot_ends() -> None:
    labels = [words for words in words_of(range_scene(_PRICES)) if words.text == "Sora"]
    assert [words.dx for words in labels] == [-10]


def test_a_range_without_length_prints_its_value_once() -> None:
    values = [words.text for words in words_of(range_scene(_data(("Quay", 3, 3, None))))]
    assert values.count("3") == 2  # with the number on the scale


_FIGURES = st.integers(-10_000_000, 10_000_000).map(lambda thousandths: thousandths / 1000)
_ROWS = st.lists(
    st.tuples(NAMES, st.lists(_FIGURES, min_size=3, max_size=3), st.booleans()),
    min_size=1,
    max_size=8,
)


@pytest.mark.parametrize("plot", [NARROWEST, 500.0])
@settings(deadline=None)
@given(rows=_ROWS)
def test_nothing_of_a_chart_of_ranges_runs_out_of_it_or_touches(
    rows: list[tuple[str, list[float], bool]], plot: float
) -> None:
    data = _data(
        *(
            (name, min(v), max(v), sorted(v)[1] if has_value else None)
            for name, v, has_value in rows
        )
    )
    scene = range_scene(data)
    figure = plot + scene.left + scene.right
    assert [mark for mark in scene.marks if not is_inside(mark, scene, figure)] == []
    assert overlapping(words_of(scene), plot) == []
