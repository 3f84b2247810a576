from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.text.attribution.outlets import attributions, folded_name
from generator.text.attribution.phrases import LANGUAGES

Case = dict[str, str | list[str]]
CASES: dict[str, list[Case]] = yaml.safe_load(
    (Path(__file__).parent / "cases/attributions.yaml").read_text(encoding="utf-8")
)


def found(case: Case) -> set[str]:
    return {folded_name(one.name) for one in attributions(str(case["text"]), str(case["language"]))}


def wanted(case: Case) -> set[str]:
    return {folded_name(name) for name in case["names"]}


@pytest.mark.parametrize("case", CASES["tuned"], ids=lambda case: str(case["text"])[:40])
def test_the_outlets_of_a_sentence_are_found(case: Case) -> None:
    assert found(case) == wanted(case)


def test_of_sentences_held_out_nothing_wrong_is_found_and_four_of_five_are() -> None:
    right = sum(len(found(case) & wanted(case)) for case in CASES["held_out"])
    assert right >= 0.95 * sum(len(found(case)) for case in CASES["held_out"])
    assert right >= 0.8 * sum(len(wanted(case)) for case in CASES["held_out"])


def test_the_cases_are_enough_to_say_so() -> None:
    assert len(CASES["held_out"]) >= len(CASES["tuned"]) >= 30
    for part in CASES.values():
        assert {case["language"] for case in part} == set(LANGUAGES)


def test_the_words_are_given_with_their_place() -> None:
    body = "Nobody came.\n\nThe line waits, the Harbour Times reports. So did we."
    (one,) = attributions(body, "en")
    assert body[one.start : one.end] == "Harbour Times reports"


def test_a_publisher_of_the_library_is_an_outlet() -> None:
    body = "The line waits, according to The Quay."
    assert attributions(body, "en") == ()
    assert [one.name for one in attributions(body, "en", {folded_name("The Quay")})] == ["Quay"]


def test_a_language_without_phrases_is_read_as_english() -> None:
    assert [one.name for one in attributions("So the line told Reuters.", "nl")] == ["Reuters"]


@given(
    st.text(alphabet="Reuters told the,. (据报社)《》A\n-", max_size=60), st.sampled_from(LANGUAGES)
)
def test_places_are_those_of_the_text(body: str, language: str) -> None:
    for one in attributions(body, language):
        assert 0 <= one.start < one.end <= len(body)
        assert one.name in body[one.start : one.end]


@pytest.mark.parametrize("body", ["A " * 20_000, "A" * 40_000, "据" * 20_000, "told the " * 5_000])
def test_long_runs_are_read_in_linear_time(body: str) -> None:
    assert attributions(body, "en") == ()
