"""The origin map of a cover: how many independent reports a briefing rests on, in one drawing.

One column is one origin, on the shelf of the best grade among its sources. The square at the foot
is the report itself, those above are sources that only repeat it. Lengths are pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model.source import Source

_STEP = 15.0
_SIDE = 12.0
_BETWEEN = 6.0
"""More than the step, so that copies do not seem to belong to the shelf above."""
_GUTTER = 22.0
"""Room for the letter of a shelf."""
_ACROSS = 20
"""Columns on a shelf; what is left goes on to the next."""
_TONES = {"A": 1, "B": 1, "C": 2, "D": 3, "E": 4, "F": 0}
"""F is unknown, not worst: it has no tone of ours."""


@dataclass(frozen=True, slots=True)
class Column:
    """One origin: the best grade's letter, and how many sources go back to it."""

    letter: str
    sources: int


@dataclass(frozen=True, slots=True)
class Square:
    """One source. `tone` 1 is the strongest, 0 means that it cannot be judged."""

    x: float
    y: float
    tone: int
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """A grade before its shelf; `y` is the base line."""

    text: str
    y: float


@dataclass(frozen=True, slots=True)
class OriginMap:
    """The drawing: squares of `side`, and the letters of their shelves."""

    columns: tuple[Column, ...]
    width: float
    height: float
    side: float
    squares: tuple[Square, ...]
    letters: tuple[Letter, ...]


def origin_map(sources: tuple[Source, ...]) -> OriginMap:
    """The map of `sources`."""
    columns = origin_columns(sources)
    squares: list[Square] = []
    letters: list[Letter] = []
    floor = 0.0
    for letter, shelf in _shelves(columns):
        floor += max(column.sources for column in shelf) * _STEP + _BETWEEN
        squares += _squares(shelf, floor)
        if letter not in {known.text for known in letters}:
            letters.append(Letter(letter, floor - 2))
    across = min(_ACROSS, len(columns))
    return OriginMap(
        columns, _GUTTER + across * _STEP, floor + 1, _SIDE, tuple(squares), tuple(letters)
    )


def origin_columns(sources: tuple[Source, ...]) -> tuple[Column, ...]:
    """Sources by origin: best grade first, then the most copied."""
    by_origin: dict[str, list[Source]] = {}
    for source in sources:
        by_origin.setdefault(source.origin, []).append(source)
    columns = [
        Column(min(str(source.reliability) for source in group), len(group))
        for group in by_origin.values()
    ]
    return tuple(sorted(columns, key=lambda column: (column.letter, -column.sources)))


def _shelves(columns: tuple[Column, ...]) -> Iterator[tuple[str, tuple[Column, ...]]]:
    for letter, group in groupby(columns, key=lambda column: column.letter):
        row = tuple(group)
        for first in range(0, len(row), _ACROSS):
            yield letter, row[first : first + _ACROSS]


def _squares(shelf: tuple[Column, ...], floor: float) -> Iterator[Square]:
    for place, column in enumerate(shelf):
        for above in range(column.sources):
            yield Square(
                x=_GUTTER + place * _STEP,
                y=floor - above * _STEP - _SIDE,
                tone=_TONES[column.letter],
                is_copy=above > 0,
            )
