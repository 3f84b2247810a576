import re

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.site.side_notes import with_side_notes

LONG = "Clips came first, and licences after them. " * 12
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"


def content(text: str) -> str:
    return Markdown(extensions=["footnotes", "tables"]).convert(text)


def beside(text: str) -> list[str]:
    """The ids of the notes that stand beside the text."""
    return re.findall(r'<li id="fn:([^"]+)" class="sf-side"', with_side_notes(content(text)))


def test_a_note_with_text_beside_it_is_a_side_note() -> None:
    assert beside(f"One.[^a] {LONG}\n\n[^a]: A note.") == ["a"]


def test_a_note_just_before_something_wide_stays_a_footnote() -> None:
    text = f"{LONG}\n\nOne.[^a]\n\n{TABLE}\n\n{LONG}\n\n[^a]: {LONG}"
    assert beside(text) == []


def test_after_something_wide_there_is_room_again() -> None:
    assert beside(f"{TABLE}\n\nOne.[^a]\n\n{LONG}\n\n[^a]: A note.") == ["a"]


def test_a_note_at_the_end_of_the_page_stays_a_footnote_if_it_is_long() -> None:
    assert beside(f"One.[^a]\n\n[^a]: {LONG}") == []


def test_each_note_is_tied_to_its_mark_and_to_the_note_above_it() -> None:
    page = with_side_notes(content(f"A.[^a] B.[^b] {LONG}\n\n[^a]: First.\n[^b]: Second."))
    assert '<sup id="fnref:b" style="--own:--m2">' in page
    assert '<li id="fn:b" class="sf-side" style="--mark:--m2;--own:--n2;--before:--n1">' in page


def test_a_note_marked_twice_stands_beside_its_first_mark() -> None:
    page = with_side_notes(content(f"A.[^a] {LONG}\n\nB.[^a] {LONG}\n\n[^a]: Once."))
    assert page.count('<sup id="fnref:a" style=') == page.count('class="sf-side"') == 1


def test_a_mark_inside_something_wide_keeps_its_note_at_the_end() -> None:
    assert beside(f"| a[^a] |\n|---|\n| 1 |\n\n{LONG}\n\n[^a]: A note.") == []


def test_a_page_without_notes_is_left_as_it_is() -> None:
    assert with_side_notes("<p>Plain.</p>") == "<p>Plain.</p>"


@given(st.lists(st.sampled_from(["One.[^a]", "Two.[^b]", LONG, TABLE, "## H", "- [^c] item"])))
def test_nothing_but_names_is_added(parts: list[str]) -> None:
    notes = f"[^a]: First.\n[^b]: {LONG}\n[^c]: Third."
    before = content("\n\n".join([*parts, notes]))
    after = with_side_notes(before)
    assert re.sub(r' (class="sf-side" )?style="--(mark|own):[^"]*"', "", after) == before
