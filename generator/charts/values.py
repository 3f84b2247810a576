"""Value labels in a plot: printed where there is room, left to the data table where not."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.charts.labels import NARROWEST, Box, box_of
from generator.charts.scene import Anchor, Line, Words

_SQUARE = 20.0
_PIECE = 6.0
"""A slope is taken as pieces of this width, in points, each with its own box."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A value at a dot that would like its number printed."""

    x: float
    y: float
    text: str
    role: str
    rises: bool
    """Whether the line comes up to it; the free side is then above."""
    first: bool


def value_labels(spots: list[Spot], lines: list[Line]) -> Iterator[Words]:
    """The numbers that have room, in order of the spots; none touches a line or another number."""
    slopes = any(line.x1 != line.x2 and line.y1 != line.y2 for line in lines)
    taken = _Taken(box for line in lines for box in boxes_around(line, NARROWEST))
    for spot in spots:
        for words in _places(spot, beside=not slopes):
            box = box_of(words, NARROWEST)
            if taken.has_room(box):
                taken.add(box)
                yield words
                break


class _Taken:
    """Boxes that are taken, by the squares of the plot they touch: few are ever compared."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self.boxes: dict[tuple[int, int], list[Box]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        for square in _squares(box):
            self.boxes.setdefault(square, []).append(box)

    def has_room(self, box: Box) -> bool:
        return not any(
            box.overlaps(other) for square in _squares(box) for other in self.boxes.get(square, ())
        )


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _SQUARE), int(box.right // _SQUARE) + 1):
        for row in range(int(box.top // _SQUARE), int(box.bottom // _SQUARE) + 1):
            yield column, row


def boxes_around(line: Line, plot: float) -> Iterator[Box]:
    """The line in a plot of that width with room for its dots; a slope in pieces."""
    run = abs(line.x2 - line.x1) * plot
    count = max(1, math.ceil(run / _PIECE)) if line.y1 != line.y2 else 1
    for piece in range(count):
        start, end = piece / count, (piece + 1) / count
        xs = sorted(line.x1 + (line.x2 - line.x1) * share for share in (start, end))
        ys = sorted(line.y1 + (line.y2 - line.y1) * share for share in (start, end))
        yield Box(xs[0] * plot - 5, ys[0] - 5, xs[1] * plot + 5, ys[1] + 5)


def _places(spot: Spot, *, beside: bool) -> Iterator[Words]:
    """Where the number might stand, the best place first.

    Beside a slope the free room changes with the plot's width; above and below it only grows.
    """
    above, below = spot.y - 10, spot.y + 20
    anchor: Anchor = "start" if spot.x < 0.05 else "middle"
    dx = 3.0 if spot.x < 0.05 else 0.0  # clear of the numbers on the axis
    side: Anchor = "end" if spot.rises else "start"
    if beside and not spot.first:
        near = above if spot.rises else below
        yield _words(spot, near, side, -8.0 if spot.rises else 8.0)
    for y in (above, below) if spot.rises else (below, above):
        yield _words(spot, y, anchor, dx)


def _words(spot: Spot, y: float, anchor: Anchor, dx: float) -> Words:
    return Words(spot.x, y, spot.text, spot.role, anchor, dx, bold=True)
