"""What holds for every text. Words are drawn without repetition, so each has one place."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.passage import MatchKind
from generator.text.locate.ladder import Body, locate
from generator.text.locate.normalise import Folded

NUMBERS = st.from_regex(r"\A[1-9][0-9]{0,3}(?:[.,][0-9]{1,3})?%?\Z").filter(str.isascii)
LETTERS = st.text("abcdefghijklmnopqrstuvwxyzäéßøñжш", min_size=4, max_size=9)
HAN = st.text(
    "的一是在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下",
    min_size=4,
    max_size=9,
)
RESERVED = re.compile(r"million|billion|trillion|thousand|percent|nicht|kein|ohne|never")
WORDS = st.one_of(LETTERS, LETTERS, NUMBERS, HAN).filter(lambda word: not RESERVED.search(word))
SEPARATORS = st.sampled_from([" ", " ", " ", ", ", ". ", "\n\n", " — ", "; ", " “", "” ", " ("])
LAWS = settings(max_examples=150, deadline=None)


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and the start and end of some whole words of it."""
    words = draw(st.lists(WORDS, min_size=6, max_size=30, unique_by=lambda word: Folded(word).key))
    text, places = "", []
    for word in words:
        places.append((len(text), len(text) + len(word)))
        text += word + draw(SEPARATORS)
    first = draw(st.integers(0, len(words) - 4))
    last = draw(st.integers(first + 3, len(words) - 1))
    return text, places[first][0], places[last][1]


def in_other_type(text: str) -> str:
    """The same words with other spaces, marks and digits, and with soft hyphens."""
    table: dict[str, str | int | None] = {
        " ": "\u2003",
        "“": '"',
        "”": '"',
        "—": "–",
        "\n": " ",
        "é": "e\u0301",
        "e": "e\u200b",
    }
    table |= {digit: chr(ord(digit) + 0xFEE0) for digit in "0123456789"}
    return text.translate(str.maketrans(table))


@LAWS
@given(quoted())
def test_whole_words_are_found_where_they_stand(case: tuple[str, int, int]) -> None:
    text, start, end = case
    match = locate(text[start:end], Body("a", text))
    assert match.kind is MatchKind.EXACT
    assert (start, end) in [(passage.start, passage.end) for passage in match.passages]


@LAWS
@given(quoted())
def test_typography_does_not_matter_and_the_way_leads_back(case: tuple[str, int, int]) -> None:
    text, start, end = case
    match = locate(in_other_type(text[start:end]), Body("a", text))
    assert match.is_found
    (passage,) = match.passages
    assert (passage.start, passage.end) == (start, end)
    assert Folded(passage.exact).key == Folded(in_other_type(text[start:end])).key


@LAWS
@given(quoted())
def test_typography_of_the_source_does_not_matter(case: tuple[str, int, int]) -> None:
    text, start, end = case
    match = locate(text[start:end], Body("a", in_other_type(text)))
    assert match.is_found
    assert Folded(match.passages[0].exact).key == Folded(text[start:end]).key


@LAWS
@given(quoted(), NUMBERS, st.data())
def test_another_digit_is_never_found(
    case: tuple[str, int, int], number: str, data: st.DataObject
) -> None:
    text, start, end = case
    text = f"{text[:start]}Figure {number} stands: {text[start:]}"
    end += len(f"Figure {number} stands: ")
    places = [found.start() + start + 7 for found in re.finditer(r"\d", number)]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([one for one in "0123456789" if one != text[place]]))
    assert locate(text[start:end], Body("a", text)).is_found
    changed = text[start:place] + digit + text[place + 1 : end]
    assert not locate(changed, Body("a", text)).is_found


@LAWS
@given(quoted(), st.sampled_from(["not", "never", "no", "nicht"]))
def test_a_dropped_negation_is_never_found(case: tuple[str, int, int], negation: str) -> None:
    text, start, end = case
    words = text[start:end]
    place = start + words.index(words.split()[0]) + len(words.split()[0])
    denied = f"{text[:place]} {negation} {text[place:]}"
    assert not locate(words, Body("a", denied)).is_found
    assert not locate(
        f"{text[start:place]} […] {text[place:end].lstrip()}", Body("a", denied)
    ).is_found
    assert locate(denied[start : end + len(negation) + 2], Body("a", denied)).is_found


@LAWS
@given(st.text(max_size=60), st.text(max_size=200))
def test_any_quotation_has_an_answer_whose_passages_stand_in_the_body(
    words: str, text: str
) -> None:
    match = locate(words, Body("a", text))
    for passage in match.passages:
        assert text[passage.start : passage.end] == passage.exact
        assert len(passage.prefix) <= 32
        assert text[: passage.start].endswith(passage.prefix)
        assert text[passage.end :].startswith(passage.suffix)
