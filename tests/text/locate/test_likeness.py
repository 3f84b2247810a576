import pytest

from generator.text.locate.edits import Segment
from generator.text.locate.likeness import compare, final_mark, same_words, starts_with_sign
from generator.text.locate.normalise import Folded


def seen(quoted: str, source: str) -> list[str] | None:
    """The differences in words, those that need a look with an exclamation mark; None: refused."""
    found = compare(Segment(Folded(quoted)), source)
    if found is None:
        return None
    return [("!" if one.needs_review else "") + one.text for one in found]


@pytest.mark.parametrize(
    ("quoted", "source", "difference"),
    [
        ("said \"so\" here", "said “so” here", "quotation marks or apostrophes differ"),
        ("said ‘so’ here", "said “so” here", "quotation marks or apostrophes differ"),
        ("so,” he", "so”, he", "dashes or punctuation have another form"),
        ("a - b", "a — b", "dashes or punctuation have another form"),
        ("a -- b", "a – b", "dashes or punctuation have another form"),
        ("甲……乙", "甲…乙", "dashes or punctuation have another form"),
        ("甲——乙", "甲—乙", "dashes or punctuation have another form"),
        ("a... b", "a… b", "dashes or punctuation have another form"),
        ("one two", "one\n\ntwo", "the source has a line break"),
        ("one two", "one\n\n# two", "the source has a line break"),
        ("one  two", "one two", "spaces differ"),
        ("使用AI生成", "使用 AI 生成", "spaces differ"),
        ("甲、乙", "甲，乙", "dashes or punctuation have another form"),
        ("甲,乙", "甲，乙", "dashes or punctuation have another form"),
        ("platform", "plat-\nform", "the source breaks a word at the end of a line"),
        ("well-known", "well-\nknown", "the source breaks a word at the end of a line"),
        ("The rule", "the rule", "the first letter has another case"),
        ("the Rule", "the rule", "!capital letters differ: “the Rule” for “the rule”"),
        ("dont go", "don’t go", "!an apostrophe differs: “dont” for “don’t”"),
        ("its here", "it’s here", "!an apostrophe differs: “its” for “it’s”"),
        ("together", "to gether", "!spacing or a hyphen differs: “together” for “to gether”"),
        ("reelected", "re-elected", "!spacing or a hyphen differs: “reelected” for “re-elected”"),
        ("so it is", "so, it is", "!punctuation differs: “so it” for “so, it”"),
        ("so? It is", "so. It is", "!punctuation differs: “so? It” for “so. It”"),
        (
            "the miracle drug",
            "the “miracle” drug",
            "!quotation marks are left out or added: “the miracle” for “the “miracle””",
        ),
    ],
)  # fmt: skip
def test_a_difference_is_named(quoted: str, source: str, difference: str) -> None:
    found = seen(quoted, source)
    assert found
    assert found[0] == difference


@pytest.mark.parametrize(
    ("quoted", "source"),
    [
        ("fell 5 points", "fell -5 points"),
        ("fell -5 points", "fell 5 points"),
        ("rose 5 points", "rose .5 points"),
        ("from 1215 people", "from 12–15 people"),
        ("from 1 5 people", "from 15 people"),
        ("from 12 15 people", "from 12, 15 people"),
    ],
)  # fmt: skip
def test_numbers_do_not_change(quoted: str, source: str) -> None:
    assert seen(quoted, source) is None


def test_ranges_may_have_another_dash() -> None:
    assert seen("a 12-15 range", "a 12–15 range") == ["dashes or punctuation have another form"]


def test_too_many_differences_are_another_text() -> None:
    words = [f"w{chr(97 + place)}" for place in range(26)]
    assert seen(" ".join(words), ", ".join(words)) is None


def test_a_final_question_mark_is_compared() -> None:
    assert final_mark("?", ". Next") is not None
    assert final_mark(".", "? Next") is not None
    assert final_mark("!", ". Next") is not None
    assert final_mark("？", "? Next") is None
    assert final_mark("?", "?” Next") is None
    assert final_mark(".", ", and so on") is None
    assert final_mark("", "? Next") is None
    assert final_mark(",", "? Next") is None


def test_a_sign_before_a_number_is_seen() -> None:
    assert starts_with_sign("“-", "5")
    assert starts_with_sign("-", "$")
    assert not starts_with_sign("- ", "5")
    assert not starts_with_sign("-", "word")


def test_the_same_words_whatever_their_type() -> None:
    assert same_words("Mr Lin", "“mr. lin”")
    assert not same_words("Mr Lin", "Ms Lin")
