import pytest

from generator.charts.scene import Dot, Line, Rect, Scene, Words
from generator.charts.strip import Forecasted, forecast_strip, likelihood_scale
from generator.profiles import own_names, own_profile


def _strip(*probabilities: float, outcome: str = "") -> Scene:
    return forecast_strip(Forecasted(probabilities, outcome), "", "")


def _dots(scene: Scene) -> list[Dot]:
    return [mark for mark in scene.marks if isinstance(mark, Dot)]


def _texts(scene: Scene) -> list[str]:
    return [mark.text for mark in scene.marks if isinstance(mark, Words)]


def test_rings_are_earlier_probabilities_and_the_dot_is_now() -> None:
    dots = _dots(_strip(0.6, 0.55, 0.45))
    assert [(dot.x, dot.hollow) for dot in dots] == [(0.6, True), (0.55, True), (0.45, False)]


@pytest.mark.parametrize(("outcome", "place"), [("no", 0), ("yes", 1)])
def test_a_resolved_question_has_a_square_at_its_outcome(outcome: str, place: int) -> None:
    scene = _strip(0.15, outcome=outcome)
    squares = [mark for mark in scene.marks if isinstance(mark, Line) and mark.width == 14]
    assert [square.x1 for square in squares] == [place]
    assert all(dot.hollow for dot in _dots(scene))


def test_a_void_question_has_no_square() -> None:
    scene = _strip(0.3, outcome="void")
    assert not [mark for mark in scene.marks if isinstance(mark, Line) and mark.width == 14]


def test_a_question_without_probability_has_an_empty_track() -> None:
    assert _dots(_strip()) == []


@pytest.mark.parametrize("name", own_names())
def test_bands_stand_at_their_true_width(name: str) -> None:
    pairs = [(each.low, each.high) for each in own_profile(name).bands]
    scene = likelihood_scale(pairs, 4, "", "")
    rects = [mark for mark in scene.marks if isinstance(mark, Rect) and mark.height > 1]
    widths = [(high - low) / 100 - 0.005 for low, high in pairs]
    assert [rect.width for rect in rects] == pytest.approx(widths)
    assert [rect.role for rect in rects].count("d1") == 1


def test_the_ends_give_way_to_the_bounds() -> None:
    pairs = [(each.low, each.high) for each in own_profile("icd-203").bands]
    assert _texts(likelihood_scale(pairs, 4, "", "")) == ["0", "100\xa0%", "55", "80"]
    assert _texts(likelihood_scale(pairs, 0, "", "")) == ["100\xa0%", "1–5"]
    assert _texts(likelihood_scale(pairs, 6, "", "")) == ["0", "95–99\xa0%"]
