import pytest

from generator.fonts import bundled_coverage
from generator.text.glyphs import Coverage, losses, set_text

LATIN = Coverage((frozenset(map(ord, "abq \u0301[]")), frozenset(map(ord, "中〓"))))


def lost(text: str, coverage: Coverage = LATIN) -> list[tuple[str, int, str]]:
    return [(loss.character, loss.start, loss.shown) for loss in losses(text, lambda: coverage)]


def test_a_letter_that_no_font_has_is_lost_and_a_symbol_is_named() -> None:
    assert lost("a한b☂") == [("한", 1, "〓"), ("☂", 3, "[umbrella]")]


def test_a_character_is_told_where_it_stands_first() -> None:
    assert lost("한 한 한") == [("한", 0, "〓")]


def test_an_accent_is_lost_where_no_font_has_it_with_its_letter() -> None:
    assert lost("q\u0301 中\u0301") == [("\u0301", 4, "中〓")]


def test_what_has_a_plainer_form_is_not_lost() -> None:
    assert lost("\u00a0 ﬀ", Coverage((frozenset(map(ord, "f ")),))) == []


def test_unseen_characters_are_no_loss() -> None:
    assert lost("a\u200b\u202e\ufe0f\u00adb") == []


def test_a_letter_says_its_name() -> None:
    (loss,) = losses("한", lambda: LATIN)
    assert loss.name == "U+D55C, hangul syllable han"


def test_a_text_of_common_letters_asks_for_no_font() -> None:
    assert list(losses("Plain – “words”, naïve façade…", lambda: pytest.fail("asked"))) == []


def test_the_letters_that_are_not_looked_up_are_in_every_bundled_font() -> None:
    common = [
        chr(point) for point in (*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "–—‘’“”•…€"))
    ]
    bundled = bundled_coverage()

    assert [letter for letter in common if set_text(letter, bundled) not in (letter, "", " ")] == []
