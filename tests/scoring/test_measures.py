import random
from fractions import Fraction
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.scoring.measures import (
    base_rate,
    brier,
    brier_of_categories,
    calibration,
    daily_mean,
    decomposition,
    log_score,
    skill,
    skill_over_base_rate,
    skill_over_earlier,
    skill_over_even_odds,
)

# Computed with brier_score_loss of scikit-learn 1.9.1.
_SAID = [
    0.12,
    0.5,
    0.51,
    0.86,
    0.1,
    0.22,
    0.6,
    0.56,
    0.78,
    0.55,
    0.73,
    0.77,
    0.75,
    0.59,
    0.24,
    0.61,
    0.11,
    0.82,
    0.45,
    0.81,
    0.69,
    0.68,
    0.21,
    0.25,
]
_CAME = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 0]
_REFERENCE = 0.1708875

_PAIRS = st.lists(
    st.tuples(st.sampled_from([n / 20 for n in range(1, 20)]), st.integers(0, 1)), min_size=1
)


_RAIN = (
    # The probability in tenths, how often it was forecast, how often rain came.
    *((0, 46, 1), (1, 56, 1), (2, 59, 5), (3, 41, 5), (4, 19, 4), (5, 22, 8)),
    *((6, 22, 6), (7, 34, 16), (8, 24, 16), (9, 11, 8), (10, 13, 11)),
)
"""Rain within a day in Tampere, forecast by the Finnish Meteorological Institute in 2003, counted.

Bureau of Meteorology, cawcr.gov.au/projects/verification/POP3/POP3.html, which gives a Brier score
of 0.144, reliability 0.025, resolution 0.060, uncertainty 0.179 and a Brier skill score of 0.194.
"""


@pytest.mark.parametrize(
    ("p", "outcome", "score"),
    [(1, 1, 0.0), (1, 0, 1.0), (0.7, 1, 0.09), (0.3, 1, 0.49), (0.5, 1, 0.25), (0.5, 0, 0.25)],
)
def test_the_score_is_that_of_the_textbook_example_of_rain(
    p: float, outcome: int, score: float
) -> None:
    assert brier([(p, outcome)]) == pytest.approx(score, abs=1e-12)


def test_the_score_is_that_of_scikit_learn() -> None:
    documented = list(zip([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0], strict=True))
    assert brier(documented) == pytest.approx(0.0375, abs=1e-12)
    pairs = list(zip(_SAID, _CAME, strict=True))
    assert brier(pairs) == pytest.approx(_REFERENCE, abs=1e-12)


def test_the_original_score_is_that_of_scikit_learn_for_three_outcomes() -> None:
    names = ("eggs", "ham", "spam")
    rows = ((0.8, 0.1, 0.1), (0.2, 0.7, 0.1), (0.2, 0.2, 0.6))
    scores = [
        brier_of_categories(dict(zip(names, row, strict=True)), happened)
        for row, happened in zip(rows, names, strict=True)
    ]
    assert sum(scores) / 3 == pytest.approx(0.1466666666666667, abs=1e-12)


@given(st.floats(0, 1), st.booleans())
def test_with_two_outcomes_the_original_score_is_twice_the_binary_one(
    p: float, is_yes: bool
) -> None:
    original = brier_of_categories({"yes": p, "no": 1 - p}, "yes" if is_yes else "no")
    assert original == pytest.approx(2 * brier([(p, int(is_yes))]), abs=1e-12)


def test_the_log_score_is_minus_the_logarithm_of_what_happened() -> None:
    assert log_score(1) == 0
    assert log_score(0.5) == pytest.approx(0.693147180559945, abs=1e-12)
    with pytest.raises(ValueError, match="no chance"):
        log_score(0)


def test_skill_is_one_when_perfect_and_zero_when_no_better_than_the_reference() -> None:
    assert skill(0, 0.25) == 1
    assert skill(0.25, 0.25) == 0
    assert skill(0.1, 0) is None
    pairs = [(0.8, 1), (0.8, 1), (0.3, 0), (0.3, 1)]
    assert skill_over_even_odds(pairs) == pytest.approx(1 - brier(pairs) / 0.25)
    assert skill_over_base_rate(pairs) == pytest.approx(1 - brier(pairs) / (0.75 * 0.25))
    assert skill_over_earlier(pairs, [0.8, 0.8, 0.3, 0.3]) == pytest.approx(0)
    assert skill_over_base_rate([(0.8, 1), (0.7, 1)]) is None


def test_the_three_parts_make_the_score_on_ten_thousand_forecasts() -> None:
    random_numbers = random.Random(203)  # noqa: S311 (a fixed set of forecasts)
    pairs = [
        (p := random_numbers.randrange(1, 1000) / 1000, int(random_numbers.random() < p))
        for _ in range(10_000)
    ]
    parts = decomposition(pairs)
    whole = parts.reliability - parts.resolution + parts.uncertainty
    assert isclose(whole, brier(pairs), rel_tol=0, abs_tol=1e-12)
    assert parts.uncertainty == base_rate(pairs) * (1 - base_rate(pairs))


@given(_PAIRS)
def test_the_three_parts_make_the_score_whatever_the_forecasts(
    pairs: list[tuple[float, int]],
) -> None:
    parts = decomposition(pairs)
    whole = parts.reliability - parts.resolution + parts.uncertainty
    assert isclose(whole, brier(pairs), rel_tol=0, abs_tol=1e-12)
    assert parts.reliability >= 0
    assert parts.resolution >= 0


@given(_PAIRS)
def test_the_parts_are_those_of_exact_arithmetic(pairs: list[tuple[float, int]]) -> None:
    exact = [(Fraction(p).limit_denominator(20), outcome) for p, outcome in pairs]
    total, rate = len(exact), Fraction(sum(outcome for _, outcome in exact), len(exact))
    reliability = resolution = Fraction(0)
    for value in {p for p, _ in exact}:
        found = [outcome for p, outcome in exact if p == value]
        share = Fraction(sum(found), len(found))
        reliability += len(found) * (value - share) ** 2 / total
        resolution += len(found) * (share - rate) ** 2 / total
    score = sum((p - outcome) ** 2 for p, outcome in exact) / Fraction(total)
    assert reliability - resolution + rate * (1 - rate) == score
    parts = decomposition(pairs)
    assert parts.reliability == pytest.approx(float(reliability), abs=1e-12)
    assert parts.resolution == pytest.approx(float(resolution), abs=1e-12)


def test_every_day_counts_with_the_probability_that_held_on_it() -> None:
    assert daily_mean([(10, 0.36)], 14) == 0.36
    assert daily_mean([(10, 0.36), (13, 0.16)], 14) == pytest.approx((3 * 0.36 + 2 * 0.16) / 5)
    assert daily_mean([(10, 0.9), (10, 0.1)], 10) == pytest.approx(0.1)


def test_bins_count_all_forecasts_and_begin_where_they_say() -> None:
    pairs = [(0.05, 0), (0.3, 1), (0.3, 0), (0.39, 0), (0.99, 1), (1.0, 1)]
    bins = calibration(pairs)
    assert [(found.low, found.count) for found in bins] == [(0.0, 1), (0.3, 3), (0.9, 2)]
    assert bins[1].share == pytest.approx(1 / 3)
    assert bins[1].p == pytest.approx(0.33)


def test_the_parts_and_the_skill_are_those_published_for_a_year_of_rain() -> None:
    pairs = [
        (tenths / 10, int(n < rained)) for tenths, count, rained in _RAIN for n in range(count)
    ]
    parts = decomposition(pairs)
    assert round(brier(pairs), 3) == 0.144
    assert round(parts.reliability, 3) == 0.025
    assert round(parts.resolution, 3) == 0.060
    assert round(parts.uncertainty, 3) == 0.179
    assert skill_over_base_rate(pairs) == pytest.approx(0.194, abs=0.001)
