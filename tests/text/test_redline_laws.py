"""Laws of every redline, on texts of many scripts whose words and signs are known."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.redline import Change, Piece, compared

Atoms = Sequence[str]

WORDS = (
    "rose",
    "don\u2019t",
    "cafe\u0301",
    "GPT4",
    "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd",  # Hebrew with its points
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian with a joiner inside the word
    "\u0627\u0644\u0642\u0627\u0646\u0648\u0646",
    "\u0915\u094d\u200d\u0937\u0947\u0924\u094d\u0930",  # Hindi with a joined pair
    "\u1112\u1161\u11ab\u1100\u116e\u11a8",  # Korean in single letters
    "\u0e19\u0e49\u0e33",
    "25",
    "1.5",
    "2026-03-05".replace("-", "/"),
    "\u0663\u066b\u0661".replace("\u066b", "."),
    "Z\u0351\u036b\u0343a\u0321\u0355",
)
SIGNS = (
    *"的一是了自月日中國国規则",
    "\u845b\U000e0100",  # an ideograph in one of its forms
    "\u304b\u3099",  # kana with its mark apart
    "\U0001f1e9\U0001f1ea",  # flags
    "\U0001f1eb\U0001f1f7",
    "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",  # a family
    "\U0001f44d\U0001f3fd",
    "\u2764\ufe0f\u200d\U0001f525",
    "\U0001f937\U0001f3fd\u200d\u2640\ufe0f",
    "1\ufe0f\u20e3",
    "\u25cc\u0301",
    *" \n.,;:-“”[]{}+<>&_",
    "\u200f",  # marks of direction
    "\u2067",
    "\u2069",
    "\r\n",
    "\x00",
)
ATOM = st.sampled_from(WORDS) | st.sampled_from(SIGNS)
ATOMS = st.lists(ATOM, max_size=40).map(tuple)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Atoms, Atoms]:
    """A text and what became of it, as words and signs: edited here and there, or another text."""
    old = draw(ATOMS)
    if draw(st.booleans()):
        return old, draw(ATOMS)
    new: list[str] = []
    for atom in old:
        fate = draw(st.sampled_from("kkkkkkdri"))
        new += [atom] if fate in "ki" else []
        new += [draw(ATOM)] if fate in "ri" else []
    return old, new


def side(pieces: Sequence[Piece], dropped: Change) -> str:
    return "".join(piece.text for piece in pieces if piece.change is not dropped)


def cuts(pieces: Sequence[Piece], dropped: Change) -> set[int]:
    return {0, *accumulate(len(piece.text) for piece in pieces if piece.change is not dropped)}


def bounds(atoms: Atoms) -> set[int]:
    return {0, *accumulate(map(len, atoms))}


def keeps_the_laws(old: Atoms, new: Atoms) -> None:
    before, after = "".join(old), "".join(new)
    pieces = compared(before, after)
    assert side(pieces, Change.INSERTED).encode() == before.encode()
    assert side(pieces, Change.DELETED).encode() == after.encode()
    assert cuts(pieces, Change.INSERTED) <= bounds(old), "a cut inside a word or sign"
    assert cuts(pieces, Change.DELETED) <= bounds(new), "a cut inside a word or sign"
    assert all(piece.text for piece in pieces)
    changes = [piece.change for piece in pieces]
    assert (Change.INSERTED, Change.DELETED) not in set(pairwise(changes))
    assert before != after or set(changes) <= {Change.KEPT}


@settings(max_examples=300)
@given(edited())
def test_a_redline_gives_back_both_texts_and_cuts_no_word_or_sign(
    pair: tuple[Atoms, Atoms],
) -> None:
    keeps_the_laws(*pair)


@pytest.mark.long
@settings(max_examples=10_000)
@given(edited())
def test_ten_thousand_redlines_keep_the_laws(pair: tuple[Atoms, Atoms]) -> None:
    keeps_the_laws(*pair)


HAN = [chr(0x4E00 + 7 * number) for number in range(500)]


@st.composite
def chinese(draw: st.DrawFn) -> tuple[str, str]:
    """A Chinese text and the same with one character in ten replaced, taken out or put in."""
    random = draw(st.randoms(use_true_random=False))
    old = [random.choice(HAN) for _ in range(draw(st.integers(100, 400)))]
    new = list(old)
    for place in sorted(random.sample(range(len(old)), len(old) // 10), reverse=True):
        new[place : place + 1] = random.choice(([random.choice(HAN)], [], [old[place], HAN[0]]))
    return "".join(old), "".join(new)


def marks_a_quarter_at_most(old: str, new: str) -> None:
    pieces = compared(old, new)
    for change, text in ((Change.DELETED, old), (Change.INSERTED, new)):
        marked = sum(len(piece.text) for piece in pieces if piece.change is change)
        assert marked <= len(text) / 4


@settings(max_examples=100)
@given(chinese())
def test_an_edit_of_a_tenth_of_a_chinese_text_marks_a_quarter_at_most(
    pair: tuple[str, str],
) -> None:
    marks_a_quarter_at_most(*pair)


@pytest.mark.long
@settings(max_examples=2_000)
@given(chinese())
def test_two_thousand_chinese_edits_mark_a_quarter_at_most(pair: tuple[str, str]) -> None:
    marks_a_quarter_at_most(*pair)
