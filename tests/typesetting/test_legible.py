import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fonts import coverage, font_folders
from generator.text.glyphs import set_text
from generator.typesetting.legible import breakable, legible

FONTS = coverage(font_folders()[:1])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain text, “quoted” – 20 % of 1.2 €", "Plain text, “quoted” – 20 % of 1.2 €"),
        ("港湾短片，字節跳動", "港湾短片，字節跳動"),
        ("Źródło, Ωμέγα, Москва", "Źródło, Ωμέγα, Москва"),
        ("a😀b", "a[grinning face]b"),
        ("👩\u200d👧", "[woman][girl]"),
        ("❤\ufe0f", "[heavy black heart]"),
        ("龘 and \ue000 and \ud800", "〓 and 〓 and 〓"),
        ("سلام", "〓〓〓〓"),
        ("a\u202eb\u2066c\x00d\u00ade", "abcde"),
        ("e\u0301 q\u0301", "é q́"),
        ("字\u0301", "字〓"),
        ("한\u0301", "〓〓"),
        ("one\ttwo\nthree\u2028four", "one two three four"),
        ("ℌarbour ① x\u2011y", "Harbour 1 x-y"),
    ],
)
def test_a_character_is_set_or_shown_to_be_missing(text: str, shown: str) -> None:
    assert set_text(text, FONTS) == shown


@given(st.text())
def test_the_fonts_have_every_character_that_comes_out(text: str) -> None:
    assert all(letter == " " or FONTS.has(letter) for letter in set_text(text, FONTS))


@given(st.text())
def test_setting_twice_changes_nothing(text: str) -> None:
    once = set_text(text, FONTS)

    assert set_text(once, FONTS) == once


def test_long_words_may_break_and_stay_the_same_words() -> None:
    address = "https://harbour.example/news/2026/" + "x" * 60

    assert breakable(address).replace("\u200b", "") == address
    assert max(map(len, breakable(address).split("\u200b"))) <= 24
    assert breakable("a sentence of short words, however long it is") == (
        "a sentence of short words, however long it is"
    )


def test_every_string_is_made_legible_but_addresses() -> None:
    node = legible({"c": ["😀", {"k": "link", "href": "https://x.example/😀"}], "n": 1}, FONTS)

    assert node == {
        "c": ["[grinning face]", {"k": "link", "href": "https://x.example/😀"}],
        "n": 1,
    }


def test_the_description_of_a_drawing_fits_into_a_pdf() -> None:
    node = legible({"b": "chart", "alt": "字😀" * 10_000, "c": "字" * 10_000}, FONTS)
    assert len(str(node["alt"]).encode("utf-16-be")) < 2**15
    assert len(str(node["c"])) >= 10_000
