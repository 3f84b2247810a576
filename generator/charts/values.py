"""Value labels in a plot: printed where there is room, left to the data table where not."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charts.labels import NARROWEST, Box, box_of
from generator.charts.scene import Anchor, Line, Words


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


def value_labels(spots: list[Spot], segments: list[Line]) -> Iterator[Words]:
    """The numbers that have room, in order of the spots; none touches a line or another number."""
    taken = [_around(segment) for segment in segments]
    for spot in spots:
        for words in _places(spot):
            box = box_of(words, NARROWEST)
            if not any(box.overlaps(other) for other in taken):
                taken.append(box)
                yield words
                break


def _places(spot: Spot) -> Iterator[Words]:
    """Where the number might stand, the best place first."""
    above, below = spot.y - 10, spot.y + 20
    anchor: Anchor = "start" if spot.x < 0.05 else "middle"
    dx = 3.0 if spot.x < 0.05 else 0.0  # clear of the numbers on the axis
    beside: Anchor = "end" if spot.rises else "start"
    if not spot.first:
        near = above if spot.rises else below
        yield _words(spot, near, beside, -8.0 if spot.rises else 8.0)
    for y in (above, below) if spot.rises else (below, above):
        yield _words(spot, y, anchor, dx)


def _words(spot: Spot, y: float, anchor: Anchor, dx: float) -> Words:
    return Words(spot.x, y, spot.text, spot.role, anchor, dx, bold=True)


def _around(line: Line) -> Box:
    """The line with room for its dots."""
    xs, ys = sorted((line.x1, line.x2)), sorted((line.y1, line.y2))
    return Box(xs[0] * NARROWEST - 5, ys[0] - 5, xs[1] * NARROWEST + 5, ys[1] + 5)
