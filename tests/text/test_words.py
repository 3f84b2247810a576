import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.words import said, uncased, word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Shares rose 1.5 percent.", 4),
        ("a well-known company’s shares — twice", 5),
        ("发布办法，自9月1日起", 10),
        ("ソラ model", 3),
    ],
)
def test_words_and_han_characters_are_counted(text: str, words: int) -> None:
    assert word_count(text) == words


# The Kelvin sign, long s, and dotted and dotless i are what ignoring case takes for other letters.
@given(st.text("sikSIKſıİ\u212aßẞ ", max_size=20), st.sampled_from(["six", "is", "k", "ski", "ß"]))
def test_lower_case_finds_what_ignoring_case_finds(text: str, word: str) -> None:
    whole = rf"(?<!\w){word}(?!\w)"
    ignoring = re.search(whole, text, re.IGNORECASE) is not None
    assert (re.search(whole, uncased(text)) is not None) == ignoring
    assert (word in said(text)) == ignoring
