"""What all ways to change a quotation have in common: how one is named, and how a place is chosen.

`bench/harmless.py` and `bench/harmful.py` have the ways; docs/handbook/quotations.md lists them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

HAN = r"[\u4e00-\u9fff]"
WORD = r"[^\W\d_\u4e00-\u9fff]+(?:[’'-][^\W\d_]+)*"
FIGURE = r"\d+(?:[.,:]\d+)*"


@dataclass(frozen=True)
class Passage:
    """Words as they stand in a text, with the rest of their paragraph before and after them."""

    text: str
    language: str
    before: str = ""
    after: str = ""


Change = Callable[[Passage, Random], str | None]
"""Passage, chance → the changed quotation; None where there is nothing to change."""


@dataclass(frozen=True)
class Kind:
    """A way to change a quotation. `is_part`: what comes of it stands in the text, cut badly."""

    name: str
    change: Change
    is_part: bool = False


def replaced(
    text: str, pattern: str, draw: Random, new: str | Callable[[re.Match[str]], str | None]
) -> str | None:
    """`text` with one place of `pattern`, chosen by chance, replaced; None where there is none."""
    places = list(re.finditer(pattern, text))
    if not places:
        return None
    place = draw.choice(places)
    made = new if isinstance(new, str) else new(place)
    if made is None or made == place[0]:
        return None
    return text[: place.start()] + made + text[place.end() :]


def swapped(pairs: tuple[tuple[str, str], ...], text: str, draw: Random) -> str | None:
    """`text` with one of the words replaced by what it is paired with."""
    found = [pair for pair in pairs if _stands(pair[0], text)]
    if not found:
        return None
    old, new = draw.choice(found)
    return replaced(text, _pattern(old), draw, new)


def _stands(word: str, text: str) -> bool:
    return re.search(_pattern(word), text) is not None


def _pattern(word: str) -> str:
    """The word, not as a part of another one in scripts that part words."""
    before = r"(?<![^\W\d_])" if re.match(r"[A-Za-zÄÖÜäöü]", word) else ""
    after = r"(?![^\W\d_])" if re.search(r"[a-zäöüß]$", word) else ""
    return before + re.escape(word) + after
