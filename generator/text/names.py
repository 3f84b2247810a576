"""The names of authors, taken apart only where that is certain.

A citation style turns `Ana Example` into `Example, A.`; turned wrongly, a name is a fault in
someone's reference list. So a name is taken apart where it is written with a comma, where it is
Chinese with a common family name, and where it is two to four Latin words none of which speaks of
an institution or of a family name that comes first. Any other name stays whole.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.model.source import Source
from generator.text.characters import HAN
from generator.text.plain import one_line

_HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}")
_LATIN_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts, or whole in `literal`. `particle` is the `van` of `van Dam`."""

    family: str = ""
    given: str = ""
    particle: str = ""
    literal: str = ""


def author_names(source: Source) -> tuple[Name, ...]:
    """The authors of a source; one that is the publisher too is an institution."""
    return tuple(
        Name(literal=one_line(author)) if author == source.publisher else author_name(author)
        for author in source.authors
        if one_line(author)
    )


def author_name(written: str) -> Name:
    """The name of an author as the curator wrote it.

    >>> author_name("Jan van Dam")
    Name(family='Dam', given='Jan', particle='van', literal='')
    >>> author_name("Harbour News Agency").literal
    'Harbour News Agency'
    """
    name = one_line(written)
    family, comma, given = name.partition(", ")
    if comma and family and given and "," not in given:
        return Name(family, given)
    return _chinese(name) or _latin(name) or Name(literal=name)


def is_institution(name: str) -> bool:
    """Whether a word or the last character of the name is one of institutions."""
    words = set(one_line(name).casefold().split())
    return bool(words & _words("institutions")) or name[-1:] in _letters("han_institutions")


def _chinese(name: str) -> Name | None:
    if not _HAN_NAME.fullmatch(name) or name[-1] in _letters("han_institutions"):
        return None
    if name[:2] in _words("han_double_families") and len(name) > 2:
        return Name(name[:2], name[2:])
    return (
        Name(name[0], name[1:]) if name[0] in _letters("han_families") and len(name) < 4 else None
    )


def _latin(name: str) -> Name | None:
    words, particles = name.split(" "), _words("particles")
    folded = [word.casefold().strip(".") for word in words]
    is_certain = (
        2 <= len(words) <= 4
        and all(_LATIN_WORD.fullmatch(word) for word in words)
        and not _words("institutions") & set(folded)
        and folded[0] not in _words("family_first")
    )
    if not is_certain:
        return None
    at = next((i for i, word in enumerate(folded) if word in particles), len(words) - 1)
    last = next((i for i in range(at, len(words)) if folded[i] not in particles), -1)
    given, particle, family = words[:at], words[at:last], words[last:]
    is_written_so = (
        given
        and last > 0
        and all(word[0].isupper() for word in (*given, *family))
        and all(word.islower() for word in particle)
    )
    return Name(" ".join(family), " ".join(given), " ".join(particle)) if is_written_so else None


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_lists()[name].split())


@cache
def _letters(name: str) -> frozenset[str]:
    return frozenset("".join(_lists()[name].split()))
