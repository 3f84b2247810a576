"""The key of a text: what is left when typography is taken away, with the way back.

Two texts that a reader would call the same words have the same key. It keeps letters, digits,
marks inside numbers and symbols that mean something, in lower case; it drops spaces, punctuation
and invisible characters. Of compatibility forms only full width, half width and ligatures are
folded: `10²` is not `102`, `①` is not `1`, `½` is not `1/2` (standards: Unicode NFC, UAX 15).
What the key drops gets a second look in `likeness`.

>>> Folded("“Up ２.5%”, it said").key
'up2.5%itsaid'
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from generator.text.characters import INVISIBLE, MARKS, SYMBOLS

WORDS = re.compile(rf"\w[\w{MARKS}]*(?:(?<=\d)[.,:/](?=\d)\w[\w{MARKS}]*)*|[{SYMBOLS}]")
"""What the key keeps, piece by piece."""


def _forms() -> dict[str, str]:
    ligatures = chain(range(0xFB00, 0xFB07), range(0xFB13, 0xFB18), (0x132, 0x133))
    forms = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in ligatures}
    for char in map(chr, chain((0x3000,), range(0xFF01, 0xFFEF))):
        tag, _, code = unicodedata.decomposition(char).partition(" ")
        if tag in ("<wide>", "<narrow>"):
            forms[char] = chr(int(code, 16))
    return forms


FORMS = _forms()
"""Full-width and half-width characters and ligatures, each with its plain form."""

# Full-width punctuation stays: a comma between two Chinese clauses is not one inside a number.
_IN_KEY = "".join(char for char, form in FORMS.items() if WORDS.match(form) or form[0] > "\u3000")
_FORM = re.compile(
    rf"\u00ad[ \t]*\n[ \t]*|[{INVISIBLE}]+|(?<=[０-９])[．，：／](?=[０-９])|[{_IN_KEY}]"
)
_CLUSTER = re.compile(
    rf"[\uac00-\ud7a3]?[\u1100-\u11ff]+|[^{MARKS}]?[{MARKS}]+|[^\x00-\u02ff]", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Offsets:
    """The way from a rewritten text back: piece k begins at `at[k]` and was `starts[k]:ends[k]`."""

    at: list[int]
    starts: list[int]
    ends: list[int]
    size: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """What the stretch `start:end` of the rewritten text was (not empty)."""
        first, last = bisect_right(self.at, start) - 1, bisect_right(self.at, end - 1) - 1
        begin = self.starts[first] + (start - self.at[first] if self._is_plain(first) else 0)
        finish = (
            self.starts[last] + end - self.at[last] if self._is_plain(last) else self.ends[last]
        )
        return begin, finish

    def _is_plain(self, piece: int) -> bool:
        following = self.at[piece + 1] if piece + 1 < len(self.at) else self.size
        return following - self.at[piece] == self.ends[piece] - self.starts[piece]


class _Pieces:
    """Gathers a rewritten text and its offsets."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.offsets: tuple[list[int], list[int], list[int]] = ([], [], [])
        self.size = 0

    def add(self, text: str, start: int, end: int) -> None:
        for values, value in zip(self.offsets, (self.size, start, end), strict=True):
            values.append(value)
        self.texts.append(text)
        self.size += len(text)


def _rewritten(
    text: str, pattern: re.Pattern[str], rewrite: Callable[[str], str]
) -> tuple[str, Offsets]:
    pieces = _Pieces()
    done = 0
    for found in pattern.finditer(text):
        start, end = found.span()
        if start > done:
            pieces.add(text[done:start], done, start)
        pieces.add(rewrite(found[0]), start, end)
        done = end
    pieces.add(text[done:], done, len(text))
    return "".join(pieces.texts), Offsets(*pieces.offsets, pieces.size)


def _plain_form(found: str) -> str:
    if found in "．，：／":
        return FORMS[found]
    return FORMS.get(found, "")


def _composed(cluster: str) -> str:
    return unicodedata.normalize("NFC", cluster)


def lowered(text: str) -> str:
    """`text` in lower case, of the same length (İ and the final ς are what grows or varies)."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").lower().replace("ς", "σ")


@dataclass(frozen=True)
class Folded:
    """A text with its plain form and its key; each is made when first asked for, in linear time."""

    text: str

    @cached_property
    def _steps(self) -> tuple[str, tuple[Offsets, ...]]:
        plain, steps = self.text, []
        if not plain.isascii():
            if _FORM.search(plain):
                plain, offsets = _rewritten(plain, _FORM, _plain_form)
                steps.append(offsets)
            if not unicodedata.is_normalized("NFC", plain):
                plain, offsets = _rewritten(plain, _CLUSTER, _composed)
                steps.append(offsets)
        return plain, tuple(reversed(steps))

    @property
    def plain(self) -> str:
        """The text composed, without invisible characters, ligatures and wide letters."""
        return self._steps[0]

    @cached_property
    def key(self) -> str:
        """Letters, digits and symbols in lower case, nothing between them."""
        return lowered("".join(WORDS.findall(self.plain)))

    @cached_property
    def _words(self) -> Offsets:
        spans = [found.span() for found in WORDS.finditer(self.plain)]
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
        at, size = [], 0
        for start, end in spans:
            at.append(size)
            size += end - start
        return Offsets(at, starts, ends, size)

    def plain_span(self, start: int, end: int) -> tuple[int, int]:
        """Where `key[start:end]` stands in `plain`."""
        return self._words.span(start, end)

    def text_span(self, start: int, end: int) -> tuple[int, int]:
        """Where `plain[start:end]` stands in `text`."""
        for offsets in self._steps[1]:
            start, end = offsets.span(start, end)
        return start, end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `key[start:end]` stands in `text`."""
        return self.text_span(*self.plain_span(start, end))
