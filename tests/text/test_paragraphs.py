from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.paragraphs import Paragraph, paragraphs, passage

BODY = "# Head\n\nFirst line\nsecond line.\n\n \n# Next\nAfter it.\n\n#no heading\n"


def test_blank_lines_part_paragraphs_and_headings_have_no_number() -> None:
    assert [
        (one.number, one.is_heading, BODY[one.start : one.end]) for one in paragraphs(BODY)
    ] == [
        (0, True, "# Head"),
        (1, False, "First line\nsecond line."),
        (0, True, "# Next"),
        (2, False, "After it."),
        (3, False, "#no heading"),
    ]


def test_an_empty_body_has_no_paragraphs() -> None:
    assert paragraphs("") == paragraphs(" \n\n") == ()


def test_a_passage_knows_its_paragraph_and_context() -> None:
    start = BODY.index("After")
    found = passage("a", BODY, start, start + 5)
    assert (found.paragraph, found.exact) == (2, "After")
    assert found.prefix == BODY[start - 32 : start]
    assert found.suffix == " it.\n\n#no heading\n"


def test_a_passage_in_a_heading_has_paragraph_nought() -> None:
    assert passage("a", BODY, 2, 6).paragraph == 0


def test_given_paragraphs_are_used() -> None:
    assert passage("a", BODY, 9, 12, (Paragraph(7, 0, 60, is_heading=False),)).paragraph == 7


def test_context_does_not_cut_a_character_in_two() -> None:
    for character in ("e\u0301", "👩\u200d🔬", "👍🏽", "🇫🇷", "\u1100\u1161", "❤\ufe0f"):
        for padding in range(28, 34):
            text = character + "x" * padding + "WORD" + "x" * padding + character
            found = passage("a", text, len(character) + padding, len(character) + padding + 4)
            assert found.prefix.removeprefix(character).strip("x") == "", (character, padding)
            assert found.suffix.removesuffix(character).strip("x") == "", (character, padding)


@settings(max_examples=200, deadline=None)
@given(st.text("ab #\n", max_size=60))
def test_paragraphs_cover_all_that_is_not_blank_in_order(body: str) -> None:
    found = paragraphs(body)
    covered = {place for one in found for place in range(one.start, one.end)}
    assert all(char.isspace() or place in covered for place, char in enumerate(body))
    assert all(before.end <= after.start for before, after in pairwise(found))
    numbers = [one.number for one in found if not one.is_heading]
    assert numbers == list(range(1, len(numbers) + 1))
