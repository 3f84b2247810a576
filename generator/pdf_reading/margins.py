"""Running heads, feet and page numbers: lines at the edges that come again on most pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.pdf_reading.extract import Line, PdfPage

_EDGE_ROWS = 2
_MOST_CHARACTERS = 150
_SHARE = 0.4
"""Heads that differ on left and right pages stand on half of them."""
_NUMBER = re.compile(r"(?<!\d)\d{1,5}(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Margins:
    """The lines of each page without its margins, and the number printed on the first page."""

    pages: tuple[tuple[Line, ...], ...]
    first_page: int


def without_margins(pages: Sequence[PdfPage]) -> Margins:
    """Take off what repeats at the edges of the pages, numbers aside."""
    edges = [tuple(_edge_lines(page.lines)) for page in pages]
    found = Counter(key for lines in edges for key in {_key(line) for line in lines})
    least = max(2.0, _SHARE * len(pages))
    repeated = {key for key, count in found.items() if count >= least}
    dropped = [
        {line for line in lines if _key(line) in repeated and _is_short(line)} for lines in edges
    ]
    first = _printed(dropped) or _labelled(pages) or 1
    for number, (lines, gone) in enumerate(zip(edges, dropped, strict=True), first):
        gone.update(line for line in lines if line.text == str(number))
    kept = tuple(_inside(page.lines, gone) for page, gone in zip(pages, dropped, strict=True))
    return Margins(kept, first)


def _inside(lines: Sequence[Line], gone: set[Line]) -> tuple[Line, ...]:
    """What is left of a page. Pages that have all their lines in common repeat their text."""
    inside = tuple(line for line in lines if line not in gone)
    return inside if inside or len(lines) < 2 * _EDGE_ROWS else tuple(lines)


def _edge_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of the highest and the lowest rows of a page."""
    rows = sorted({round(line.y) for line in lines})
    edge = {*rows[:_EDGE_ROWS], *rows[-_EDGE_ROWS:]}
    return (line for line in lines if round(line.y) in edge)


def _key(line: Line) -> tuple[str, int]:
    """What a line has in common with its like on other pages: a title is larger than the head."""
    return _NUMBER.sub("#", line.text).casefold(), round(line.size)


def _is_short(line: Line) -> bool:
    return len(line.text) <= _MOST_CHARACTERS


def _printed(dropped: Sequence[set[Line]]) -> int | None:
    """The number of the first page, as the numbers in the margins count; None where none do."""
    firsts = Counter(
        first
        for index, lines in enumerate(dropped)
        for first in {int(word) - index for line in lines for word in _NUMBER.findall(line.text)}
    )
    best = max(firsts.items(), key=lambda item: (item[1], -abs(item[0] - 1)), default=(1, 0))
    return best[0] if best[1] >= max(2, len(dropped) / 2) else None


def _labelled(pages: Sequence[PdfPage]) -> int | None:
    """The number of the first page, as the document labels its pages one after another."""
    labels = [page.label for page in pages]
    first = int(labels[0]) if labels and re.fullmatch("[0-9]{1,5}", labels[0]) else None
    if first is None or labels != [str(first + index) for index in range(len(labels))]:
        return None
    return first
