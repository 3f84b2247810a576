"""Sees to it that the fonts have every character of a document, and that long words can break.

What no font has is replaced by something a reader can see: a symbol by its name in brackets, a
letter by a geta mark (〓, U+3013), the usual sign for a sort that is missing from the case.
"""

import re
import unicodedata
from typing import TypeAlias

from generator.typesetting.fonts import Coverage

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Node: TypeAlias = dict[str, "Json"]

GETA = "〓"
VERBATIM = frozenset({"href"})
"""Keys whose values are not shown and so need no glyphs."""
_SPACES = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\x85\u2028\u2029"), " ")
_PLAINER = {"\u2010": "-", "\u2011": "-", "\u25cf": "•", "\u25cb": "•"}
_SYMBOLS = ("So", "Sk", "Sm", "Sc", "Po", "Pd", "Ps", "Pe", "No")
_UNSEEN = ("Cf", "Cc", "Cn")
_TAG_CHARACTERS = range(0xE0000, 0xE0FFF)
_LONG = re.compile(r"[^\s\u2e80-\uffef]{28,}")
_AFTER = re.compile(r"([/\-_.,;:?&=%+|]+)(?=[^\s/\-_.,;:?&=%+|])")


def legible(node: Node, coverage: Coverage) -> Node:
    """`node` with every string in it made legible; keys, and addresses of links, stay."""
    return {
        key: value if key in VERBATIM else _legible(value, coverage) for key, value in node.items()
    }


def set_text(text: str, coverage: Coverage) -> str:
    """`text` in characters that the fonts have.

    Composed (NFC), without controls, bidirectional controls and other unseen characters.
    """
    text = unicodedata.normalize("NFC", text.translate(_SPACES))
    parts: list[str] = []
    for character in text:
        before = parts[-1] if parts else " "
        parts.append(_set_character(character, before, coverage))
    return "".join(parts)


def _legible(value: Json, coverage: Coverage) -> Json:
    if isinstance(value, str):
        return breakable(set_text(value, coverage))
    if isinstance(value, list):
        return [_legible(item, coverage) for item in value]
    return legible(value, coverage) if isinstance(value, dict) else value


def breakable(text: str) -> str:
    """`text` with places to break in words of 28 and more letters, such as addresses."""
    return _LONG.sub(lambda match: _AFTER.sub("\\1\u200b", _chopped(match[0])), text)


def _chopped(word: str) -> str:
    """A break after every 24 letters that have no mark to break at."""
    return re.sub(r"([^/\-_.,;:?&=%+|]{24})(?=.)", "\\1\u200b", word)


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
