import pytest

from generator.text.likelihood.percentages import percentages


def _found(text: str) -> list[tuple[str, float, float]]:
    return [(text[one.start : one.end], one.low, one.high) for one in percentages(text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at 70 percent", 70, 70),
        ("30 to 40 %", 30, 40),
        ("a probability of 0.35", 35, 35),
        ("likely (0.7)", 70, 70),
        ("twenty-five per cent", 25, 25),
        ("sixty to seventy percent", 60, 70),
        ("one in ten", 10, 10),
        ("a three-in-four chance", 75, 75),
        ("three chances in ten", 30, 30),
        ("nine out of ten.", 90, 90),
        ("1 in 100", 1, 1),
        ("六成", 60, 60),
        ("七成半", 75, 75),
        ("六至七成", 60, 70),
        ("三分之一", 100 / 3, 100 / 3),
        ("百分之八十五", 85, 85),
        ("概率为0.3", 30, 30),
    ],
)
def test_a_chance_is_read_in_figures_and_in_words(text: str, low: float, high: float) -> None:
    ((_, first, last),) = _found(text)
    assert first == pytest.approx(low)
    assert last == pytest.approx(high)


@pytest.mark.parametrize(
    "text",
    [
        "one in ten firms closes",
        "two in five ships wait",
        "six in 10.5 tonnes",
        "up by 3 percentage points",
        "version 0.7",
        "it came into force in ten states",
        "六成立",
        "十分重要",
        "ten in one",
        "zero in ten",
    ],
)
def test_what_counts_things_is_no_chance(text: str) -> None:
    assert _found(text) == []


def test_the_place_is_that_of_the_number_and_not_of_the_word_before_it() -> None:
    text = "with a probability of 0.35"
    (one,) = percentages(text)
    assert text[one.start : one.end] == "0.35"
    assert text[one.whole :].startswith("probability")
