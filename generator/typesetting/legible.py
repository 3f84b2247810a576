"""Sees to it that the fonts have every character of a document, and that long words can break."""

import re
from typing import TypeAlias

from generator.text.glyphs import Coverage, set_text

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Node: TypeAlias = dict[str, "Json"]

VERBATIM = frozenset({"href", "file", "media", "relationship"})
"""Keys whose values are not shown and so need no glyphs."""
_LONGEST_ALTERNATIVE = 7000
"""Letters of a drawing's description: a string of a PDF/A file has at most 32,767 bytes."""
_LONG_WORD = 28
_LONG = re.compile(rf"[^\s\u2e80-\uffef]{{{_LONG_WORD},}}")
_AFTER = re.compile(r"([/\-_.,;:?&=%+|]+)(?=[^\s/\-_.,;:?&=%+|])")


def legible(node: Node, coverage: Coverage) -> Node:
    """`node` with every string in it made legible; keys, and addresses of links, stay."""
    return {
        key: value if key in VERBATIM else _short(key, _legible(value, coverage))
        for key, value in node.items()
    }


def _short(key: str, value: Json) -> Json:
    is_long = key == "alt" and isinstance(value, str) and len(value) > _LONGEST_ALTERNATIVE
    return f"{value[:_LONGEST_ALTERNATIVE]}…" if is_long and isinstance(value, str) else value


def _legible(value: Json, coverage: Coverage) -> Json:
    if isinstance(value, str):
        return breakable(set_text(value, coverage))
    if isinstance(value, list):
        return [_legible(item, coverage) for item in value]
    return legible(value, coverage) if isinstance(value, dict) else value


def breakable(text: str) -> str:
    """`text` with places to break in words of 28 and more letters, such as addresses."""
    if len(text) < _LONG_WORD:
        return text
    return _LONG.sub(lambda match: _AFTER.sub("\\1\u200b", _chopped(match[0])), text)


def _chopped(word: str) -> str:
    """A break after every 24 letters that have no mark to break at."""
    return re.sub(r"([^/\-_.,;:?&=%+|]{24})(?=.)", "\\1\u200b", word)
