"""Quotation marks and brackets, paired by nesting."""

import re
from collections import Counter
from dataclasses import dataclass, field

from generator.briefing.prose import Prose

_CLOSING = {"”": ("“", "„"), "»": ("«",), "«": ("»",), "」": ("「",), "』": ("『",)}
_OPENING = frozenset("“„«»「『")
_MARKS = re.compile('["“”„«»「」『』]')
_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "】": "【", "〕": "〔"}
_ANY_BRACKET = re.compile(r"[()\[\]{}（）【】〔〕]")
_LOOKS_CLOSED = re.compile(r"[\s.,;:!?)\]，。；：！？）]")

Pair = tuple[int, int]
"""The indices of an opening mark and its partner."""


@dataclass(slots=True)
class Marks:
    """The quotation marks of a block: outermost pairs in order, and marks without a partner."""

    pairs: list[Pair] = field(default_factory=list)
    alone: list[int] = field(default_factory=list)


def quotation_marks(prose: Prose, language: str) -> Marks:
    """Pair the quotation marks. `『』` mark titles in Japanese, and so are none there."""
    reader = _MarkReader(prose.text)
    for match in _MARKS.finditer(prose.text):
        is_title = language == "ja" and match[0] in "『』"
        if not is_title and match.start() not in prose.masked:
            reader.take(match.start(), match[0])
    reader.alone += [at for _, at in reader.opened]
    return Marks(outermost(reader.pairs), sorted(reader.alone))


class _MarkReader:
    """A stack of open marks; `count` says which are in it, so that no search is needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.opened: list[tuple[str, int]] = []
        self.count: Counter[str] = Counter()
        self.pairs: list[Pair] = []
        self.alone: list[int] = []

    def take(self, at: int, mark: str) -> None:
        """Read the mark at `at`."""
        if mark == '"':
            self._straight(at)
        elif mark == "“" and self.count["„"] and not self._looks_opening(at):
            self._close(at, ("„",))
        elif mark in _CLOSING and any(self.count[opening] for opening in _CLOSING[mark]):
            self._close(at, _CLOSING[mark])
        elif mark in _OPENING:
            self._open(at, mark)
        else:
            self.alone.append(at)

    def _straight(self, at: int) -> None:
        before = self.text[at - 1] if at else " "
        after = self.text[at + 1] if at + 1 < len(self.text) else " "
        if self.count['"']:
            self._close(at, ('"',))
        elif before.isdigit():
            return  # an inch mark
        elif not before.isspace() and before.isalnum() and _LOOKS_CLOSED.match(after):
            self.alone.append(at)
        else:
            self._open(at, '"')

    def _looks_opening(self, at: int) -> bool:
        before = self.text[at - 1] if at else " "
        after = self.text[at + 1] if at + 1 < len(self.text) else " "
        return before.isspace() and not after.isspace()

    def _open(self, at: int, mark: str) -> None:
        self.opened.append((mark, at))
        self.count[mark] += 1

    def _close(self, at: int, openings: tuple[str, ...]) -> None:
        """Close the last of `openings`; marks opened since then have no partner."""
        while True:
            mark, start = self.opened.pop()
            self.count[mark] -= 1
            if mark in openings:
                self.pairs.append((start, at))
                return
            self.alone.append(start)


def brackets(prose: Prose) -> list[Pair]:
    """The outermost pairs of brackets; a bracket without a partner is a plain character."""
    opened: list[tuple[str, int]] = []
    count: Counter[str] = Counter()
    pairs: list[Pair] = []
    for match in _ANY_BRACKET.finditer(prose.text):
        at, char = match.start(), match[0]
        if char not in _BRACKETS:
            opened.append((char, at))
            count[char] += 1
            continue
        while count[_BRACKETS[char]]:
            opening, start = opened.pop()
            count[opening] -= 1
            if opening == _BRACKETS[char]:
                pairs.append((start, at))
                break
    return outermost(pairs)


def outermost(pairs: list[Pair]) -> list[Pair]:
    """Those of the pairs that no other pair encloses, in order."""
    kept: list[Pair] = []
    for start, end in sorted(pairs):
        if not kept or start > kept[-1][1]:
            kept.append((start, end))
    return kept
