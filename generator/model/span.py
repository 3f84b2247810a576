r"""Where something stands: a stretch of one text file, in code points.

>>> file = TextFile("docs/trend.md", "one\ntwo\n")
>>> file.position(5)
Position(line=2, column=2)
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the file at `path`: `start` inclusive, `end` exclusive, in code points."""

    path: str
    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether all of `other` stands in it."""
        return self.path == other.path and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Position:
    """A place as editors count it: line and column from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class TextFile:
    """A decoded file and the way from offsets to lines. `path` is relative to the project."""

    path: str
    text: str
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths = (len(line) for line in self.text.split("\n"))
        starts = tuple(accumulate(lengths, lambda start, size: start + size + 1, initial=0))
        object.__setattr__(self, "_line_starts", starts[:-1])

    def span(self, start: int, end: int) -> Span:
        """The stretch from `start` to `end` of this file."""
        return Span(self.path, start, end)

    def position(self, offset: int) -> Position:
        """The line and column of `offset`; offsets past the end are those of the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line `number`, counted from 1, without its line break."""
        return self.text[slice(*self.line_ends(number))]

    def line_ends(self, number: int) -> tuple[int, int]:
        """Where line `number` begins and where it ends, before its line break."""
        is_last = number == len(self._line_starts)
        end = len(self.text) if is_last else self._line_starts[number] - 1
        return self._line_starts[number - 1], end
