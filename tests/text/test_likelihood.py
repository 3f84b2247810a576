from itertools import pairwise

import pytest

from generator.model.briefing import LikelihoodWords
from generator.text.likelihood import BANDS, band


def test_icd_bands_touch_and_run_from_1_to_99() -> None:
    bands = BANDS[LikelihoodWords.ICD_203]
    assert (bands[0].low, bands[-1].high) == (1, 99)
    assert [each.high for each in bands[:-1]] == [each.low for each in bands[1:]]


def test_phia_bands_leave_gaps() -> None:
    bands = BANDS[LikelihoodWords.PHIA]
    gaps = [(before.high, after.low) for before, after in pairwise(bands)]
    assert gaps == [(5, 10), (20, 25), (35, 40), (50, 55), (75, 80), (90, 95)]


@pytest.mark.parametrize(
    ("word", "standard", "bounds"),
    [
        ("likely", LikelihoodWords.ICD_203, (55, 80)),
        ("Likely", LikelihoodWords.PHIA, (55, 75)),
        ("unlikely", LikelihoodWords.ICD_203, (20, 45)),
        ("unlikely", LikelihoodWords.PHIA, (25, 35)),
        ("roughly  even odds", LikelihoodWords.ICD_203, (45, 55)),
    ],
)
def test_a_word_stands_for_the_band_of_its_standard(
    word: str, standard: LikelihoodWords, bounds: tuple[int, int]
) -> None:
    found = band(word, standard)
    assert found is not None
    assert (found.low, found.high) == bounds


def test_a_word_of_the_other_standard_is_no_term() -> None:
    assert band("realistic possibility", LikelihoodWords.ICD_203) is None
    assert band("very likely", LikelihoodWords.PHIA) is None
    assert band("", LikelihoodWords.ICD_203) is None


def test_no_word_stands_for_two_bands() -> None:
    for bands in BANDS.values():
        words = [word for each in bands for word in each.words]
        assert len(words) == len(set(words))
