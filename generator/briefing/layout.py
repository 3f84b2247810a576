"""What the block scanner hands on: the blocks that hold prose, and the places of the others."""

from dataclasses import dataclass, field
from enum import Enum, auto

from generator.briefing.lines import Fence

Piece = tuple[int, int]
"""A stretch of the file within one line."""


class Shape(Enum):
    """What kind of block a leaf is."""

    PROSE = auto()
    HEADING = auto()
    ROW = auto()
    HTML = auto()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block that holds prose and no further block.

    `parts` are read apart from each other: the cells of a table row; elsewhere there is one part,
    with one piece per line. `footnote` is the label of the footnote that the leaf stands in,
    `quote` the number of its outermost block quote.
    """

    shape: Shape
    parts: tuple[tuple[Piece, ...], ...]
    level: int = 0
    footnote: str | None = None
    quote: int | None = None

    @property
    def start(self) -> int:
        """Where its first part begins."""
        return self.parts[0][0][0]

    @property
    def end(self) -> int:
        """Where its last part ends."""
        return self.parts[-1][-1][1]


@dataclass(slots=True)
class Layout:
    """The blocks of a page in order of place."""

    leaves: list[Leaf] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)
    regions: list[Piece] = field(default_factory=list)
    """Every block, containers included: what an allowance on the line before counts for."""
    comments: list[Piece] = field(default_factory=list)
    """Comments that stand between blocks."""
    footnotes: set[str] = field(default_factory=set)
    """Labels of the footnotes."""
    links: set[str] = field(default_factory=set)
    """Labels of link definitions, in lower case."""
    joined: set[int] = field(default_factory=set)
    """Block quotes that only blank lines part from the one before: Markdown prints them as one."""
