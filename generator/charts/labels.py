"""Words beside a drawing: how wide they come out, how they break, how they keep apart."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from generator.charts.scene import Words

NARROWEST = 190.0
"""The width of a plot on a phone, in points: labels that keep apart there do so everywhere."""
NO_LINE_START = frozenset("，。、；：？！）》」』】〉”’…—·～％%)]}.,;:?!")
"""Marks that a line of Chinese may not begin with, after GB/T 15834-2011, section 5.1."""
_NO_LINE_END = frozenset("（《「『【〈“‘([{")

_NARROW = frozenset("iljtfrI1.,:;'|!()[]- ")
_WIDE = frozenset("mwMW%@—")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points that something is drawn in."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def text_width(text: str, size: float = 12.0, *, bold: bool = False) -> float:
    """About how wide `text` is in the sans face, in points: a little more rather than less."""
    ems = sum(_advance(character) for character in text)
    return ems * size * (1.06 if bold else 1.0)


def box_of(words: Words, plot: float) -> Box:
    """Where `words` stand in a plot of that width, with a little air around them."""
    size = 14.0 if words.bold else 12.0
    width = text_width(words.text, size, bold=words.bold)
    left = (
        words.x * plot + words.dx - {"start": 0.0, "middle": width / 2, "end": width}[words.anchor]
    )
    return Box(left - 3, words.y - size + 2, left + width + 3, words.y + 2)


def wrapped(text: str, width: float, size: float, *, lines: int) -> tuple[str, ...]:
    """`text` in bold lines of at most `width` points; what does not fit ends in an ellipsis.

    Lines break at spaces, and between Chinese characters where no mark forbids it.
    """
    pieces, made = _pieces(text), list[str]()
    while pieces and len(made) < lines:
        line = pieces.pop(0).lstrip()
        while pieces and text_width(f"{line}{pieces[0]}", size, bold=True) <= width:
            line += pieces.pop(0)
        made.append(line)
    if pieces:
        made[-1] += "…"
    return tuple(_cut(line, width, size) for line in made)


def _pieces(text: str) -> list[str]:
    """What must stay on one line, each with the space before it."""
    pieces: list[str] = []
    for word in text.split():
        start = len(pieces)
        for character in word:
            if len(pieces) > start and not _may_break(pieces[-1][-1], character):
                pieces[-1] += character
            else:
                pieces.append(character)
        if start:
            pieces[start] = f" {pieces[start]}"
    return pieces


def _may_break(before: str, after: str) -> bool:
    return (
        (_is_wide(before) or _is_wide(after))
        and after not in NO_LINE_START
        and before not in _NO_LINE_END
    )


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Middles for labels of these sizes, near the wanted ones, in their order, none overlapping.

    `wanted` must ascend. Labels stay between `low` and `high` where they all fit, and run past
    `high` where they do not. Pools neighbours that touch and centres each pool on the mean of
    what its members want (isotonic regression by pooling adjacent violators).
    """
    offsets = _stacked(sizes)
    pools: list[tuple[float, int]] = []
    for middle, offset in zip(wanted, offsets, strict=True):
        total, count = middle - offset, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            earlier, members = pools.pop()
            total, count = total + earlier, count + members
        pools.append((total, count))
    bases = [total / count for total, count in pools for _ in range(count)]
    least, most = low, high - sum(sizes)
    return [
        max(least, min(base, most)) + offset for base, offset in zip(bases, offsets, strict=True)
    ]


def _stacked(sizes: Sequence[float]) -> list[float]:
    """Where each middle stands when the labels are stacked from 0."""
    return [sum(sizes[:index]) + size / 2 for index, size in enumerate(sizes)]


def _cut(line: str, width: float, size: float) -> str:
    if text_width(line, size, bold=True) <= width:
        return line
    room = width - text_width("…", size, bold=True)
    ends = accumulate(text_width(character, size, bold=True) for character in line.rstrip("…"))
    kept = sum(1 for _ in takewhile(lambda end: end <= room, ends))
    return f"{line[:kept]}…"


def _advance(character: str) -> float:
    """Advance in ems, after the metrics of Source Sans 3."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if _is_wide(character):
        return 1.0
    if character in _NARROW:
        return 0.35
    if character in _WIDE:
        return 0.86
    return 0.6 if character.isupper() else 0.52
