"""Ids that new sources are given: publisher or host, date, first word of the title."""

import re
from collections.abc import Container, Mapping
from itertools import count
from urllib.parse import urlsplit

from generator.text.slug import slug
from generator.text.strict_yaml import Value

_LONGEST_WORD = 40
_ARTICLES = frozenset(("the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "il"))
_FRONT_LABELS = frozenset(("www", "m", "mobile", "amp", "news", "edition", "en"))


def new_source_id(fields: Mapping[str, Value], sha256: str, taken: Container[str]) -> str:
    """An id that is not in `taken` (case-folded ids), such as `harbour-2026-02-09`.

    `fields` are front matter fields; `sha256` is the hash of the bytes.
    """
    names = ("publisher", "url", "published", "title")
    publisher, url, published, title = (str(fields.get(name) or "") for name in names)
    outlet = _first_word(publisher) or _first_word(_site(url))
    word = "" if outlet and published else _first_word(title)
    stem = "-".join(filter(None, (outlet, word, published))) if outlet or word else ""
    stem = stem or f"source-{sha256[:8]}"
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(name for name in numbered if name not in taken and name != "index")


def _first_word(text: str) -> str:
    """The first word of `text` that is no article and has a letter; empty where none is ASCII."""
    words = re.split("-", slug(text))
    return next((word[:_LONGEST_WORD] for word in words if _names(word)), "")


def _names(word: str) -> bool:
    return word not in _ARTICLES and any(character.isalpha() for character in word)


def _site(url: str) -> str:
    """The host without what stands before the outlet's own name (`www.`, `m.`)."""
    try:
        labels = (urlsplit(url).hostname or "").split(".")
    except ValueError:
        return ""
    while len(labels) > 2 and labels[0] in _FRONT_LABELS:
        labels = labels[1:]
    return labels[0]
