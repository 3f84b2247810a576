"""The source of one block while it is read: what each of its characters turns out to be.

Readers go over it in the order of Python-Markdown's inline processors, and each sees only what
the ones before have left as plain text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from generator.briefing.layout import Piece
from generator.model.page import CitationGroup
from generator.model.span import Span, TextFile

_TAKEN = re.compile(rb"[^\0]+")
BLANK = "\0"
"""What stands in `Canvas.plain` for every character that is no longer plain text."""


class Role(IntEnum):
    """What a character is: only PLAIN ones can still be markup."""

    PLAIN = 0
    LITERAL = 1
    """Seen by the reader, and never markup: it was escaped."""
    MASKED = 2
    """Seen by the reader, but no prose: code, math, addresses."""
    HIDDEN = 3
    """Markup inside the text."""
    DROPPED = 4
    """Not part of the text: attribute lists, comments."""
    CITATION = 5
    """A citation group or a footnote mark."""


SEEN = (Role.PLAIN, Role.LITERAL, Role.MASKED)
_TO_MASKED = bytes.maketrans(bytes([Role.PLAIN, Role.LITERAL]), bytes([Role.MASKED] * 2))


@dataclass(slots=True)
class Canvas:
    """`text[i]` stands at `starts[i]` to `ends[i]` of `file`."""

    file: TextFile
    text: str
    starts: list[int]
    ends: list[int]
    roles: bytearray = field(init=False)
    shown: dict[int, str] = field(default_factory=dict)
    """What the reader sees in place of the character at an index (character references)."""
    groups: dict[int, CitationGroup] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    """Footnote marks: label by index."""
    handles: list[Piece] = field(default_factory=list)
    comments: list[Piece] = field(default_factory=list)
    links: list[Piece] = field(default_factory=list)
    """Links and images with their targets, none within another."""
    attributes: str = ""
    """The attribute list at the end of the block, without braces."""
    _plain: str | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.roles = bytearray(len(self.text))

    def set(self, start: int, end: int, role: Role) -> None:
        """Say what the characters from `start` to `end` are."""
        self.roles[start:end] = bytes([role]) * (end - start)
        self._plain = None

    def mask(self, start: int, end: int) -> None:
        """Say that what the reader sees from `start` to `end` is no prose."""
        self.roles[start:end] = self.roles[start:end].translate(_TO_MASKED)
        self._plain = None

    def is_plain(self, index: int) -> bool:
        """Whether the character can still be markup."""
        return self.roles[index] == Role.PLAIN

    @property
    def plain(self) -> str:
        """The text with a blank for each character that is no longer plain."""
        if self._plain is None:
            self._plain = self._blanked()
        return self._plain

    def _blanked(self) -> str:
        parts: list[str] = []
        done = 0
        for run in _TAKEN.finditer(self.roles):
            start, end = run.span()
            parts += (self.text[done:start], BLANK * (end - start))
            done = end
        return "".join((*parts, self.text[done:]))

    def seen(self, start: int, end: int) -> str:
        """What the reader sees of the text from `start` to `end`, on one line."""
        shown = (
            self.shown.get(index, self.text[index])
            for index in range(start, end)
            if self.roles[index] in SEEN
        )
        return " ".join("".join(shown).split())

    def span(self, start: int, end: int) -> Span:
        """The place in the file."""
        if start >= len(self.text):
            last = self.ends[-1] if self.ends else 0
            return self.file.span(last, last)
        return self.file.span(self.starts[start], self.ends[max(start, end - 1)])


def canvas_of(file: TextFile, pieces: Iterable[Piece]) -> Canvas:
    """A canvas of stretches of the file, each a line."""
    text: list[str] = []
    starts: list[int] = []
    for number, (start, end) in enumerate(pieces):
        if number:
            text.append("\n")
            starts.append(starts[-1] + 1 if starts else start)
        text.append(file.text[start:end])
        starts.extend(range(start, end))
    return Canvas(file, "".join(text), starts, [start + 1 for start in starts])
