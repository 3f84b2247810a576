from itertools import pairwise

import pytest

from generator.profiles import own_names, own_profile
from generator.text.likelihood.bands import (
    band_index,
    interval_in,
    legend_rows,
    same_degree,
    shown,
    terms_in,
    word_for,
)

ICD, PHIA = own_profile("icd-203"), own_profile("phia")


def test_icd_bands_are_those_of_the_directive() -> None:
    assert [(each.low, each.high) for each in ICD.bands] == [
        (1, 5),
        (5, 20),
        (20, 45),
        (45, 55),
        (55, 80),
        (80, 95),
        (95, 99),
    ]


def test_an_edge_belongs_to_both_bands_of_icd() -> None:
    holding = [index for index, band in enumerate(ICD.bands) if band.holds(80)]
    assert [terms_in("en", ICD)[index][0] for index in holding] == ["likely", "very likely"]


def test_phia_bands_leave_gaps() -> None:
    gaps = [(before.high, after.low) for before, after in pairwise(PHIA.bands)]
    assert gaps == [(5, 10), (20, 25), (35, 40), (50, 55), (75, 80), (90, 95)]


@pytest.mark.parametrize(
    ("per_cent", "gap"), [(22, (1, 2)), (50, (3, 4)), (0, (None, 0)), (100, (6, None)), (30, None)]
)
def test_a_number_in_a_gap_has_two_neighbours(
    per_cent: int, gap: tuple[int | None, int | None] | None
) -> None:
    assert PHIA.gap(per_cent) == gap


def test_icd_has_no_word_below_1_and_above_99() -> None:
    assert (ICD.gap(0.5), ICD.gap(99.5)) == ((None, 0), (6, None))
    assert (ICD.gap(1), ICD.gap(99)) == (None, None)


@pytest.mark.parametrize(
    ("word", "name", "bounds"),
    [
        ("likely", "icd-203", (55, 80)),
        ("Likely", "phia", (55, 75)),
        ("unlikely", "icd-203", (20, 45)),
        ("unlikely", "phia", (25, 35)),
        ("roughly  even odds", "icd-203", (45, 55)),
    ],
)
def test_a_word_stands_for_the_band_of_its_profile(
    word: str, name: str, bounds: tuple[int, int]
) -> None:
    profile = own_profile(name)
    index = band_index(word, profile)
    assert index is not None
    assert (profile.bands[index].low, profile.bands[index].high) == bounds


def test_a_word_of_the_other_profile_is_no_term() -> None:
    assert band_index("realistic possibility", ICD) is None
    assert band_index("very likely", PHIA) is None
    assert band_index("", ICD) is None


@pytest.mark.parametrize("name", own_names())
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_a_language_has_a_word_for_each_band_and_none_for_two(name: str, language: str) -> None:
    profile = own_profile(name)
    terms = terms_in(language, profile)
    words = [word for each in terms for word in each]
    assert len(words) == len(set(words))
    assert [band_index(each[0], profile) for each in terms] == list(range(len(profile.bands)))


@pytest.mark.parametrize(
    ("word", "language", "text"),
    [
        ("likely", "en", "likely"),
        ("likely", "zh-Hans", "较可能"),
        ("probable", "zh-Hans", "可能性较大"),
        ("probably", "zh-Hans", "可能性较大"),
        ("almost certainly", "zh-Hans", "几乎肯定"),
        ("nearly certain", "zh-Hans", "可能性极大"),
        ("很可能", "zh-Hans", "很可能"),
        ("很可能", "en", "very likely"),
        ("likely", "fr", "likely"),
        ("plausible", "zh-Hans", "plausible"),
    ],
)
def test_a_word_is_shown_in_the_language_of_the_page(word: str, language: str, text: str) -> None:
    assert shown(word, ICD, language) == text


@pytest.mark.parametrize(
    ("word", "name", "english", "chinese"),
    [
        ("likely", "icd-203", "55–80\xa0%", "55%～80%"),
        ("likely", "phia", "about 55–75\xa0%", "约55%～75%"),
        ("remote chance", "phia", "up to about 5\xa0%", "约5%以下"),
    ],
)
def test_an_interval_is_printed_as_the_language_does(
    word: str, name: str, english: str, chinese: str
) -> None:
    profile = own_profile(name)
    index = band_index(word, profile)
    assert index is not None
    intervals = interval_in("en", profile, index), interval_in("zh-Hans", profile, index)
    assert intervals == (english, chinese)


def test_a_legend_has_both_rows_of_the_directive() -> None:
    rows = legend_rows(ICD, "en")
    assert rows[0] == ("almost no chance", "remote", "1–5\xa0%")
    assert rows[6] == ("almost certain", "nearly certain", "95–99\xa0%")
    assert legend_rows(PHIA, "en")[3] == ("realistic possibility", "", "about 40–50\xa0%")


def test_the_word_for_a_number_is_never_guessed_in_a_gap() -> None:
    assert [word_for(n, PHIA, "en") for n in (30, 22, 85)] == ["unlikely", "", "highly likely"]


def test_the_same_degree_of_another_profile_is_the_nearest_band() -> None:
    highly = PHIA.bands[5]
    assert same_degree(highly, ICD, "en") == "very likely"
    assert same_degree(highly, ICD, "zh") == "很可能"
