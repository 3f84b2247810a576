"""The lines of a page with their places, and what stands in for the lines that are no prose.

A container (a list item, a block quote) takes its marker or indentation off each of its lines;
what is left is a line again, which still knows where in the file it begins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TAB = 4
"""Columns of one level of indentation in Python-Markdown."""

STAND_IN = "\x02"
"""The text of a line that a fence or raw HTML stands in; Markdown drops it from authored text."""

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Fence:
    """Fenced code: `name` is the word after the fence when it stands alone there.

    `body` is the place of the content, whole lines; `prefixes` are the places of what containers
    put before each of them (`> `, indentation). `last` is the place of the closing fence.
    """

    start: int
    end: int
    name: str
    body: tuple[int, int]
    last: int
    prefixes: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RawHtml:
    """HTML that Markdown passes through: the places of the text between its block tags."""

    start: int
    end: int
    texts: tuple[tuple[int, int], ...] = ()
    is_comment: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its break. `start` is its place in the file.

    `column` is where its text begins on the page: it decides how wide a tab is.
    """

    start: int
    text: str
    inset: Fence | RawHtml | None = None
    column: int = 0

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.inset.end if self.inset else self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text.strip(" \t")

    @property
    def indent(self) -> int:
        """Columns of white space before the text."""
        space = self.text[: len(self.text) - len(self.text.lstrip(" \t"))]
        return advanced(self.column, space) - self.column

    def cut(self, count: int) -> "Line":
        """The line without its first `count` characters."""
        column = advanced(self.column, self.text[:count])
        return Line(self.start + count, self.text[count:], self.inset, column)

    def dedented(self) -> "Line":
        """The line without one level of indentation, or with less where it has less."""
        count = 0
        while count < TAB and self.text[count : count + 1] in (" ", "\t"):
            count += 1
            if advanced(self.column, self.text[:count]) - self.column >= TAB:
                break
        return self.cut(count)


def advanced(column: int, text: str) -> int:
    """The column after `text` that begins at `column`."""
    if "\t" not in text:
        return column + len(text)
    for char in text:
        column += TAB - column % TAB if char == "\t" else 1
    return column


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """For each line of `text[start:end]`: where it begins, where it ends, where the next begins."""
    at = start
    while at < end:
        match = _LINE.match(text, at, end)
        assert match is not None  # noqa: S101 (the expression matches anywhere)
        yield at, match.end(1), match.end()
        at = match.end()
