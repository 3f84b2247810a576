import re
from string import Formatter

import pytest

from generator.words import LANGUAGES, own_name, site_words, words_for

PARTS = ("site", "charts", "pdf", "likelihood")
FOR_A_NUMBER = ("_one", "_none")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_language_has_the_same_words(part: str, language: str) -> None:
    english = {key for key in words_for(part, "en") if not key.endswith(FOR_A_NUMBER)}
    other = {key for key in words_for(part, language) if not key.endswith(FOR_A_NUMBER)}
    assert other == english


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_words_have_places_for_the_same_values(part: str, language: str) -> None:
    english = words_for(part, "en")
    for key, text in words_for(part, language).items():
        whole = re.sub("_(one|none)$", "", key)
        model = english.get(whole, english.get(key, ""))
        assert placeholders(text) <= placeholders(model) | {"n"}, key


def test_words_agree_with_their_number() -> None:
    words = words_for("site", "en")
    assert [words.say("n_sources", n=n) for n in (0, 1, 1200)] == [
        "0 sources",
        "1 source",
        "1,200 sources",
    ]
    assert words_for("site", "zh-Hans").say("n_sources", n=1) == "1个来源"


def test_a_language_without_words_gets_the_english_ones() -> None:
    assert words_for("site", "fr")["undated"] == words_for("site", "en")["undated"]


def test_a_language_is_named_in_itself() -> None:
    assert [own_name(tag) for tag in ("en-GB", "zh-Hans", "zh-Hant", "tlh")] == [
        "English",
        "中文",
        "繁體中文",
        "tlh",
    ]


def test_the_theme_gets_all_languages() -> None:
    assert set(site_words()) == set(LANGUAGES)


@pytest.mark.parametrize("part", PARTS)
def test_chinese_words_have_no_space_before_a_mark(part: str) -> None:
    for key, text in words_for(part, "zh").items():
        assert not re.search(r"\s[，。；：？！）》”]", text), key
