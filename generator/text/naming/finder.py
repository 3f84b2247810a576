"""Finds names in a text: the longest at each place, each in time that grows with the text alone.

Names stand in a trie of characters. From each place where a name may begin, the text is followed
as far as some name goes, at most `LONGEST` steps. Scripts that put spaces between words have names
as whole words; in Chinese and its like a name is found wherever its characters stand.

>>> finder = NameFinder([("doubao", "Doubao"), ("doubao", "豆包"), ("tide", "tide")])
>>> [(found.id, found.start) for found in finder.find("Tide, 豆包和Doubao; Doubaos")]
[('tide', 0), ('doubao', 6), ('doubao', 9)]
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from generator.text.characters import INVISIBLE, LETTER

LONGEST = 120
"""Longer names are shown, but not looked for."""

_LETTER = re.compile(LETTER)
_SPACE = re.compile(r"\s")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name at `text[start:end]`; `id` is what it is the name of."""

    id: str
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    """What may follow in a name, and whose name ends here."""

    below: "dict[str, _Node]" = field(default_factory=dict)
    owner: str | None = None


class NameFinder:
    """Looks for names, given with what they name; of two that are the same, the first one counts.

    A name that begins with a small letter may begin a sentence, with a capital.
    """

    def __init__(self, names: Iterable[tuple[str, str]] = ()) -> None:
        self.names = tuple(names)
        self._root = _Node()
        for owner, name in self.names:
            words = " ".join(_INVISIBLE.sub("", name).split())
            if 0 < len(words) <= LONGEST:
                self._add(words, owner)
                self._add(words[0].upper()[:1] + words[1:], owner)

    @cached_property
    def digest(self) -> str:
        """The digest of the names: the same names are found in the same places."""
        return sha256(repr(self.names).encode("utf-8", "surrogatepass")).hexdigest()

    def find(self, text: str) -> Iterator[FoundName]:
        """The names in the text, in order, none within another."""
        if not self._root.below:
            return
        plain = _SPACE.sub(" ", text)
        end = 0
        for match in self._openings.finditer(plain):
            if match.start() >= end:
                found = self._longest(plain, match.start())
                if found:
                    end = found.end
                    yield found

    @cached_property
    def _openings(self) -> re.Pattern[str]:
        """The places where a name may begin."""
        letters = "".join(re.escape(first) for first in self._root.below if is_letter(first))
        others = "".join(re.escape(first) for first in self._root.below if not is_letter(first))
        inside_words = [f"(?<!{LETTER})[{letters}]"] if letters else []
        return re.compile("|".join([*inside_words, *([f"[{others}]"] if others else [])]))

    def _longest(self, text: str, start: int) -> FoundName | None:
        node, at = self._root, start
        found: FoundName | None = None
        while at < len(text) and (below := node.below.get(text[at])):
            node, at = below, at + 1
            if node.owner is not None and not _splits_word(text, at):
                found = FoundName(node.owner, start, at)
        return found

    def _add(self, name: str, owner: str) -> None:
        node = self._root
        for letter in name:
            node = node.below.setdefault(letter, _Node())
        node.owner = node.owner or owner


def is_letter(character: str) -> bool:
    """Whether it is a letter or digit of a script that puts spaces between words."""
    return _LETTER.fullmatch(character) is not None


def _splits_word(text: str, at: int) -> bool:
    return is_letter(text[at - 1]) and is_letter(text[at : at + 1])
