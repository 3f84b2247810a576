from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.redline import Change, Piece, compared, redline

TEXT = st.text("ab cd12.,\n的一是é\u0301-", max_size=60)


def test_a_changed_number_is_marked_in_its_place() -> None:
    assert redline("rose 25 percent on Monday", "rose 20 percent on Monday") == (
        "rose [-25-]{+20+} percent on Monday"
    )


def test_a_decimal_number_is_one_word() -> None:
    assert redline("up 1.5 points", "up 1.7 points") == "up [-1.5-]{+1.7+} points"


def test_each_ideograph_is_a_word() -> None:
    assert redline("自9月1日起", "自9月7日起") == "自9月[-1-]{+7+}日起"


def test_words_in_a_row_are_one_change() -> None:
    assert redline("the big brown dog", "the small white cat") == (
        "the [-big brown dog-]{+small white cat+}"
    )


def test_a_short_equal_island_is_taken_in() -> None:
    assert redline("the ministers of trade", "the secretary of defence") == (
        "the [-ministers of trade-]{+secretary of defence+}"
    )


def test_a_long_equal_stretch_stays() -> None:
    assert (
        redline("one platform two", "six platform ten") == "[-one-]{+six+} platform [-two-]{+ten+}"
    )


def test_texts_without_a_difference_are_kept() -> None:
    assert compared("as it was", "as it was") == (Piece(Change.KEPT, "as it was"),)
    assert compared("", "") == ()


def test_forms_that_count_as_the_same_are_shown_as_in_the_new_text() -> None:
    assert redline("a-b c", "a–b d", form=lambda token: token.replace("–", "-")) == "a–b [-c-]{+d+}"


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT)
def test_a_redline_applied_gives_either_text(old: str, new: str) -> None:
    pieces = compared(old, new)
    assert "".join(one.text for one in pieces if one.change is not Change.INSERTED) == old
    assert "".join(one.text for one in pieces if one.change is not Change.DELETED) == new
    assert all(one.text for one in pieces)
