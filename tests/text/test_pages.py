import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.pages import Pages, named_pages


@pytest.mark.parametrize(
    ("locator", "pages"),
    [
        ("p. 3", ((3, 3),)),
        ("pp. 3–5", ((3, 5),)),
        ("pp. 3-5, 8", ((3, 5), (8, 8))),
        ("S. 12", ((12, 12),)),
        ("S. 12f.", ((12, 13),)),
        ("pp. 113–8", ((113, 118),)),
        ("p. A3", ()),
        ("p. xii", ()),
        ("p. 3.2", ((3, 3),)),
    ],
)
def test_a_locator_names_pages(locator: str, pages: tuple[tuple[int, int], ...]) -> None:
    assert named_pages(locator) == pages


def test_an_offset_stands_on_the_page_that_began_before_it() -> None:
    pages = Pages((0, 10, 10, 25), first=113)
    assert [pages.number_at(offset) for offset in (0, 9, 10, 24, 25, 99)] == [
        *(113, 113, 115, 115, 116, 116)
    ]


def test_pages_outside_the_document_are_not_there() -> None:
    pages = Pages((0, 10), first=5)
    assert pages.has(5, 6)
    assert not pages.has(4, 5)
    assert not pages.has(6, 7)
    assert not pages.has(6, 5)


@given(st.lists(st.integers(0, 500), max_size=9), st.integers(-20, 900))
def test_the_stretch_of_the_page_of_a_character_holds_it(more: list[int], first: int) -> None:
    pages = Pages((0, *sorted(more)), first)
    for offset in range(0, 501, 7):
        number = pages.number_at(offset)
        start, end = pages.stretch(number, number, 501)
        assert start <= offset < end
