"""Runs of lines: how far a block goes, and what of its lines belongs to what it contains."""

import re

from generator.briefing.layout import Piece
from generator.briefing.lines import TAB, Line

ITEM = re.compile(r" {0,3}(?:\d+\.|[*+-])[ \t]+")
_NESTED_ITEM = re.compile(r"(?: {4,7}| {0,3}\t {0,3})(?:\d+\.|[*+-])[ \t]+")
QUOTE = re.compile(r" {0,3}>[ \t]?")


def trimmed(line: Line, first: int, last: int) -> Piece:
    """The place of `line.text[first:last]` without the white space around it."""
    text = line.text[first:last]
    start = line.start + first + len(text) - len(text.lstrip(" \t"))
    return start, max(start, line.start + first + len(text.rstrip(" \t")))


def after_indented(lines: list[Line], index: int) -> int:
    """The index after the lines that are indented or blank, closing blank lines left out."""
    after = index
    while index < len(lines) and (lines[index].is_blank or lines[index].indent >= TAB):
        index += 1
        after = after if lines[index - 1].is_blank else index
    return after


def after_run(lines: list[Line], index: int) -> int:
    """The index of the next blank line."""
    while index < len(lines) and not lines[index].is_blank:
        index += 1
    return index


def after_blank(lines: list[Line], index: int) -> int:
    """The index of the next line that is not blank."""
    while index < len(lines) and lines[index].is_blank:
        index += 1
    return index


def item_run(lines: list[Line], index: int, *, is_empty: bool) -> tuple[list[Line], int]:
    """What follows the first line of a list item without a blank line between.

    An indented marker begins a list inside the item: a blank line parts it from the item's text.
    """
    content: list[Line] = []
    nested = is_empty
    while index < len(lines) and not lines[index].is_blank and not ITEM.match(lines[index].text):
        line = lines[index]
        if not nested and _NESTED_ITEM.match(line.text):
            content.append(Line(line.start, ""))
            nested = True
        content.append(loosened(line) if nested or line.inset else line)
        index += 1
    return content, index


def later_runs(lines: list[Line], index: int) -> tuple[list[Line], int]:
    """The indented blocks that follow after blank lines, and the index after them."""
    content: list[Line] = []
    while True:
        following = after_blank(lines, index)
        if following in (index, len(lines)) or lines[following].indent < TAB:
            return content, index
        after = after_run(lines, following)
        content += [Line(lines[index].start, ""), *map(loosened, lines[following:after])]
        index = after


def loosened(line: Line) -> Line:
    """The line one level less deep, or as it stands where it is not that deep."""
    return line.dedented() if line.indent >= TAB else line


def unquoted(line: Line) -> Line:
    """The line without the `>` of a block quote, or as it stands where it has none."""
    marker = QUOTE.match(line.text)
    return line.cut(marker.end()) if marker else line
