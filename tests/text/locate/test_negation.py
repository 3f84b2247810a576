import pytest

from generator.text.locate.negation import clause_after, clause_before, figure, negation

TEXT = "In March, Mr. Lin did, however, not sell 1,200 shares; the rest stayed. It ended."


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("did not go", "not"),
        ("can’t go", "n’t"),
        ("don't", "n't"),
        ("nicht heute", "nicht"),
        ("auf keinen Fall", "keinen"),
        ("il n'a rien", "n'"),
        ("并未批准", "未"),
        ("不会", "不"),
        ("ではない", "ない"),
    ],
)
def test_a_negation_is_seen(text: str, word: str) -> None:
    assert negation(text) == word


@pytest.mark.parametrize(
    "text", ["nothingness", "a note", "未来", "非常", "识别", "是否", "不断", "Knot"]
)
def test_a_look_alike_is_no_negation(text: str) -> None:
    assert negation(text) == ""


def test_a_figure_is_seen_with_its_marks() -> None:
    assert figure("for $1.5 million") == "$1.5"
    assert figure("up 12%.") == "12%"
    assert figure("10²")
    assert figure("ten to one") == ""


def test_a_clause_ends_at_its_punctuation() -> None:
    assert clause_after(TEXT, TEXT.index("the rest")) == "the rest stayed"
    assert clause_before(TEXT, TEXT.index("stayed")).strip() == "the rest"


def test_an_aside_an_abbreviation_and_a_number_do_not_end_a_clause() -> None:
    assert "not" in clause_after(TEXT, TEXT.index("Lin"))
    assert "shares" in clause_after(TEXT, TEXT.index("not"))
    assert "not" in clause_before(TEXT, TEXT.index("shares"))


def test_a_clause_is_looked_at_for_400_characters() -> None:
    assert len(clause_after("x" * 1000, 0)) == 400
    assert len(clause_before("x" * 1000, 1000)) == 400
