"""What changed between two texts, word by word: `rose [-25-]{+20+} percent`.

A token is a word, a number, one ideograph, a run of spaces or a sign, with all that is drawn as one
with it: a flag or a family of emoji is one sign. Short equal islands between two changes are taken
into them, for a reader sees one change where a machine sees three.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from generator.text.characters import HAN, KANA, MARKS

_TAIL = (
    rf"{MARKS}\u00ad\u034f\u200c\u200d\ufe00-\ufe0f"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
"""What is no character of its own: marks, joiners, variations, tints of emoji, tags of flags."""

_SPACED = rf"[^\W\d_{HAN}{KANA}]"
_WORD = rf"(?:(?:\d+(?:[.,:/]\d+)*|{_SPACED})[{_TAIL}]*(?:['’](?={_SPACED}))?)+"
_EMOJI = rf"[\U0001f1e6-\U0001f1ff]{{2}}|[^\w\s](?:\u200d[^\w\s]|[{_TAIL}])*"

TOKENS = re.compile(rf"(?:{_WORD}|[{HAN}{KANA}]|\s+|{_EMOJI}|.)[{_TAIL}]*", re.DOTALL)
_ISLAND = 3
"""Visible characters that an island may have to be taken into its neighbours."""


class Change(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the old text, the new one, or both."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens of the old and the new text side by side; equal where kept."""

    is_kept: bool
    old: str
    new: str

    def __add__(self, other: "_Run") -> "_Run":
        return _Run(self.is_kept and other.is_kept, self.old + other.old, self.new + other.new)

    @property
    def size(self) -> int:
        """Visible characters of the longer side."""
        return max(len("".join(text.split())) for text in (self.old, self.new))


def compared(old: str, new: str, *, form: Callable[[str], str] = str) -> tuple[Piece, ...]:
    """The pieces that lead from `old` to `new`, in order; a deletion stands before an insertion.

    Tokens of the same `form` count as the same; what is kept is shown as the new text has it.
    """
    return tuple(_pieces(_without_islands(_joined(_aligned(old, new, form)))))


def redline(old: str, new: str, *, form: Callable[[str], str] = str) -> str:
    """`compared` as text: `[-old-]{+new+}`."""
    signs = {Change.KEPT: "{}", Change.DELETED: "[-{}-]", Change.INSERTED: "{{+{}+}}"}
    return "".join(
        signs[piece.change].format(piece.text) for piece in compared(old, new, form=form)
    )


def _aligned(old: str, new: str, form: Callable[[str], str]) -> Iterable[_Run]:
    from rapidfuzz.distance import Indel  # 10 ms, only where a redline is drawn

    before, after = TOKENS.findall(old), TOKENS.findall(new)
    for step in Indel.opcodes([form(one) for one in before], [form(one) for one in after]):
        yield _Run(
            step.tag == "equal",
            "".join(before[step.src_start : step.src_end]),
            "".join(after[step.dest_start : step.dest_end]),
        )


def _joined(runs: Iterable[_Run]) -> list[_Run]:
    """Neighbours of the same kind as one."""
    groups = ((is_kept, tuple(group)) for is_kept, group in groupby(runs, lambda run: run.is_kept))
    return [
        _Run(is_kept, "".join(run.old for run in group), "".join(run.new for run in group))
        for is_kept, group in groups
    ]


def _without_islands(runs: list[_Run]) -> list[_Run]:
    merged: list[_Run] = []
    for place, run in enumerate(runs):
        follows_change = bool(merged) and not merged[-1].is_kept
        is_last = place == len(runs) - 1
        if follows_change and (
            not run.is_kept or (not is_last and _is_island(run, merged[-1], runs[place + 1]))
        ):
            merged[-1] += run
        else:
            merged.append(run)
    return merged


def _is_island(run: _Run, before: _Run, after: _Run) -> bool:
    return run.size <= _ISLAND and run.size < min(before.size, after.size)


def _pieces(runs: Iterable[_Run]) -> Iterable[Piece]:
    for run in runs:
        if run.is_kept:
            yield Piece(Change.KEPT, run.new)
            continue
        if run.old:
            yield Piece(Change.DELETED, run.old)
        if run.new:
            yield Piece(Change.INSERTED, run.new)
