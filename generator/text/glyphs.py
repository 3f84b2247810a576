"""A text in characters that a set of fonts has, and what is lost of it.

What no font has is replaced by something a reader can see: a symbol by its name in brackets, a
letter by a geta mark (〓, U+3013), the usual sign for a sort that is missing from the case.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

GETA = "〓"
_SPACES = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\x85\u2028\u2029"), " ")
_PLAINER = {"\u2010": "-", "\u2011": "-", "\u25cf": "•", "\u25cb": "•"}
_SYMBOLS = ("So", "Sk", "Sm", "Sc", "Po", "Pd", "Ps", "Pe", "No")
_UNSEEN = ("Cf", "Cc", "Cn")
_LOOKED_AT = ("Mn", "Mc", "Me", "Zl", "Zp", "Cs", "Co", *_UNSEEN)
_TAG_CHARACTERS = range(0xE0000, 0xE0FFF)
_PERHAPS_LOST = re.compile("[^\t\n\r -\u00ff–—‘’“”•…€]")
"""Letters that all text faces have are not looked up, so that most texts need no font read."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What can be set. `together` has one set of code points for each group of faces that are
    drawn from as one, so that a letter and its accent are only kept where both are in one set.
    `families` are the names of fonts beside the bundled ones.
    """

    together: tuple[frozenset[int], ...]
    families: tuple[str, ...] = ()

    @property
    def has_ascii(self) -> bool:
        """Whether a font has all that a typewriter has."""
        return _has_ascii(self)

    def has(self, character: str) -> bool:
        """Whether some font has the character."""
        return any(ord(character) in points for points in self.together)

    def join(self, base: str, mark: str) -> bool:
        """Whether one font has both a letter and the mark that is set upon it."""
        return any(ord(base) in points and ord(mark) in points for points in self.together)


@dataclass(frozen=True, slots=True)
class Loss:
    """A character that no font has, where it stands, and what is printed in its place."""

    character: str
    start: int
    shown: str

    @property
    def name(self) -> str:
        """Its code point and its name in Unicode: `U+1F600, grinning face`."""
        name = unicodedata.name(self.character[0], "").lower()
        point = f"U+{ord(self.character[0]):04X}"
        return f"{point}, {name}" if name else point


def set_text(text: str, coverage: Coverage) -> str:
    """`text` in characters that the fonts have.

    Composed (NFC), without controls, bidirectional controls and other unseen characters.
    """
    if text.isascii() and text.isprintable() and coverage.has_ascii:
        return text  # most of a document, found out in a moment
    if _plain(coverage).issuperset(text) and unicodedata.is_normalized("NFC", text):
        return text
    text = unicodedata.normalize("NFC", text.translate(_SPACES))
    parts: list[str] = []
    for character in text:
        before = parts[-1] if parts else " "
        parts.append(_set_character(character, before, coverage))
    return "".join(parts)


def losses(text: str, coverage: Callable[[], Coverage]) -> Iterator[Loss]:
    """What `set_text` cannot show of `text`, each character where it stands first.

    `coverage` is only asked for where a text has letters that are not in every font.
    """
    seen: set[str] = set()
    for found in _PERHAPS_LOST.finditer(text):
        character, start = found[0], found.start()
        is_mark = unicodedata.category(character).startswith("M")
        if character in seen or (not is_mark and coverage().has(character)):
            continue
        cluster = text[max(0, start - is_mark) : found.end()]
        shown = set_text(cluster, coverage())
        if (GETA in shown and GETA not in cluster) or shown == _named(character):
            seen.add(character)
            yield Loss(character, start, shown)


@cache
def _has_ascii(coverage: Coverage) -> bool:
    return any(points.issuperset(range(0x20, 0x7F)) for points in coverage.together)


@cache
def _plain(coverage: Coverage) -> frozenset[str]:
    """Characters that stay as they are wherever they stand."""
    covered = (chr(point) for points in coverage.together for point in points)
    kept = (letter for letter in covered if unicodedata.category(letter) not in _LOOKED_AT)
    return frozenset((" ", *kept))


def _set_character(character: str, before: str, coverage: Coverage) -> str:
    category = unicodedata.category(character)
    if character == " ":
        return character
    if category.startswith("M"):
        return _set_mark(character, before, coverage)
    if category in _UNSEEN or ord(character) in _TAG_CHARACTERS:
        return ""
    if coverage.has(character):
        return character
    if category == "Zs":
        return " "
    return _PLAINER.get(character) or _compatible(character, category, coverage)


def _compatible(character: str, category: str, coverage: Coverage) -> str:
    """The character as Unicode's compatibility forms spell it, else its name or a geta mark."""
    plain = unicodedata.normalize("NFKC", character)
    if plain != character and all(coverage.has(letter) for letter in plain):
        return plain
    if category in _SYMBOLS:
        return _named(character)
    return GETA


def _set_mark(character: str, before: str, coverage: Coverage) -> str:
    if unicodedata.name(character, "").startswith("VARIATION SELECTOR"):
        return ""
    return character if before and coverage.join(before[-1], character) else GETA


def _named(character: str) -> str:
    name = unicodedata.name(character, "")
    return f"[{name.lower()}]" if name else GETA
