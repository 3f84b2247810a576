import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.names import Name, author_name, author_names, is_institution
from generator.text.plain import one_line
from tests.block_page import source


@pytest.mark.parametrize(
    ("written", "family", "given_name"),
    [
        ("Example, Ana", "Example", "Ana"),
        ("Ana Example", "Example", "Ana"),
        ("A. B. Example", "Example", "A. B."),
        ("Ana O’Neil-Smith", "O’Neil-Smith", "Ana"),
        ("陈大文", "陈", "大文"),
        ("欧阳修明", "欧阳", "修明"),
        ("Wang, Xiaoming", "Wang", "Xiaoming"),
    ],
)
def test_a_name_is_taken_apart_where_that_is_certain(
    written: str, family: str, given_name: str
) -> None:
    assert author_name(written) == Name(family, given_name)


def test_small_words_before_a_family_name_are_kept_apart() -> None:
    assert author_name("Jan van der Dam") == Name("Dam", "Jan", "van der")


@pytest.mark.parametrize(
    "written",
    [
        "Wang Xiaoming",
        "新华社",
        "中央网信办",
        "Harbour News Agency",
        "Reuters",
        "Ana, Bea, and Cleo",
        "van Dam",
        "Jan van",
        "ana example",
        "Ana 3 Example",
        "",
    ],
)
def test_any_other_name_stays_whole(written: str) -> None:
    assert author_name(written) == Name(literal=written)


def test_an_author_that_is_the_publisher_is_an_institution() -> None:
    names = author_names(source("a", authors=("Ana Example", "Bay Mirror"), publisher="Bay Mirror"))
    assert names == (Name("Example", "Ana"), Name(literal="Bay Mirror"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Harbour desk", True), ("新华社", True), ("Ana Example", False), ("陈大文", False)],
)
def test_institutions_are_told_by_a_word_or_the_last_character(name: str, expected: bool) -> None:
    assert is_institution(name) is expected


@given(st.text(max_size=40))
def test_no_letter_of_a_name_is_lost(text: str) -> None:
    name = author_name(text)
    parts = (name.given, name.particle, name.family, name.literal)
    assert sorted("".join("".join(parts).split())) == sorted(
        "".join(one_line(text).split()).replace(",", "" if name.family and "," in text else ",")
    )
