from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts.labels import NO_LINE_START, spread, text_width, wrapped

_LABELS = st.lists(st.tuples(st.floats(-50, 350), st.floats(10, 60)), min_size=1, max_size=12)


@settings(deadline=None)
@given(_LABELS)
def test_labels_keep_their_order_and_never_overlap(labels: list[tuple[float, float]]) -> None:
    labels = sorted(labels)
    sizes = [size for _, size in labels]
    middles = spread([wanted for wanted, _ in labels], sizes, 0, 260)
    for index in range(1, len(middles)):
        between = middles[index] - middles[index - 1]
        assert between >= (sizes[index] + sizes[index - 1]) / 2 - 1e-6


@settings(deadline=None)
@given(_LABELS)
def test_labels_stay_between_the_ends_where_they_fit(labels: list[tuple[float, float]]) -> None:
    labels = sorted(labels)
    sizes = [size for _, size in labels]
    high = max(260.0, sum(sizes))
    middles = spread([wanted for wanted, _ in labels], sizes, 0, high)
    assert middles[0] - sizes[0] / 2 >= -1e-6
    assert middles[-1] + sizes[-1] / 2 <= high + 1e-6


def test_labels_that_have_room_stay_where_they_are() -> None:
    assert spread([20, 100, 200], [20, 20, 20], 0, 260) == [20, 100, 200]


def test_two_labels_for_one_place_stand_around_it() -> None:
    assert spread([100, 100], [20, 20], 0, 260) == [90, 110]


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(1, 3))
def test_wrapped_lines_fit(text: str, lines: int) -> None:
    made = wrapped(text, 108, 14, lines=lines)
    assert len(made) <= lines
    assert all(text_width(line, 14, bold=True) <= 108 for line in made)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert wrapped("one two", 300, 14, lines=2) == ("one two",)
    assert wrapped("Meridian Video Professional Edition", 108, 14, lines=2)[-1].endswith("…")


def test_a_chinese_character_is_as_wide_as_it_is_high() -> None:
    assert text_width("字节", 10) == 20


def test_chinese_breaks_between_characters_but_not_before_a_mark() -> None:
    assert wrapped("北港轮渡公司（合并）", 56, 14, lines=5) == ("北港轮", "渡公司", "（合", "并）")
    assert wrapped("一二三四，五", 56, 14, lines=5) == ("一二三", "四，五")
    assert wrapped("用Lantern制作", 60, 14, lines=5) == ("用", "Lantern", "制作")


@settings(deadline=None)
@given(st.text("甲乙，。（）《》AB12", max_size=40), st.floats(40, 120))
def test_no_wrapped_line_begins_with_a_closing_mark(text: str, width: float) -> None:
    lines = wrapped(text, width, 14, lines=50)
    assert [line for line in lines[1:] if line[0] in NO_LINE_START] == []
