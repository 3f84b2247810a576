"""From the lines on pages to paragraphs and headings, as a reader sees them.

A PDF has no paragraphs: the distance between lines, indents, short last lines and the size of
letters are all there is to go by.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generator.pdf_reading.extract import Line, Pdf
from generator.pdf_reading.margins import without_margins
from generator.text.plain import joined
from generator.text.words import word_count

PAGE = "\ue000"
"""Stands in a text where a page begins; texts have no such character of their own."""

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CLOSED = re.compile(r"[.!?:;。！？：；…][\"'”’»)\]）」』]*$")
_ITEM = re.compile(r"(?:[•‣▪●◦*–-]|\(?\d{1,3}[.)])\s")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_LONGEST_HEADING = 200
_MOST_WORDS = 12  # of a heading that ends with a full stop
_LARGER = 1.12  # a heading's letters beside those of the text


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or heading; `PAGE` stands in `text` wherever a page begins."""

    text: str
    is_heading: bool
    size: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a document in order, and the number printed on its first page."""

    parts: tuple[Part, ...]
    text_size: float
    first_page: int


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with its page and the column that it stands in: `base` is where most lines of the
    column begin, `edge` where the longest ends.
    """

    line: Line
    page: int
    base: float
    edge: float


def laid_out(pdf: Pdf) -> Layout:
    """The paragraphs and headings of a document, without what repeats in the margins."""
    margins = without_margins(pdf.pages)
    lines = [line for page in margins.pages for line in page]
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    size = max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
    placed = [item for number, page in enumerate(margins.pages) for item in _placed(page, number)]
    words = frozenset(word.casefold() for line in lines for word in _HYPHENATED.findall(line.text))
    writer = _Writer(words, size)
    parts = [writer.part(group) for group in _grouped(placed, _leading(placed))]
    return Layout(tuple(part for part in parts if part.text), size, margins.first_page)


def _placed(lines: Sequence[Line], page: int) -> Iterator[_Placed]:
    for line in lines:
        near = [other for other in lines if abs(other.left - line.left) <= 5 * line.size]
        lefts = Counter(round(other.left) for other in near if abs(other.size - line.size) < 1)
        base = max(lefts, key=lambda left: (lefts[left], -left))
        yield _Placed(line, page, base, max(other.right for other in near))


def _leading(placed: Sequence[_Placed]) -> float:
    """The usual distance from line to line, in sizes of the font."""
    gaps = [
        (one.line.y - other.line.y) / one.line.size
        for one, other in pairwise(placed)
        if one.page == other.page and one.line.size and one.line.size == other.line.size
    ]
    return median([gap for gap in gaps if 0.8 < gap < 2.5] or [1.2])


def _grouped(placed: Sequence[_Placed], leading: float) -> Iterator[list[_Placed]]:
    """The lines of each paragraph or heading."""
    group: list[_Placed] = []
    for item in placed:
        if group and not _goes_on(group[-1], item, leading):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _goes_on(one: _Placed, other: _Placed, leading: float) -> bool:
    """Whether the paragraph of the first line goes on in the second."""
    above, below = one.line, other.line
    if not 1 / 1.15 < below.size / (above.size or 1) < 1.15:
        return False
    if above.is_cut:
        return True
    gap = above.y - below.y
    if one.page != other.page or gap < -above.size:  # the next page or column
        return not _CLOSED.search(above.text) or below.text[:1].islower()
    if abs(gap) < 0.4 * above.size:  # the same row
        return True
    if gap > 1.3 * leading * above.size:
        return False
    return not _begins(one, other)


def _begins(one: _Placed, other: _Placed) -> bool:
    """Whether a line at the usual distance begins a paragraph: an indent, a line that hangs out,
    an item of a list, or the line above ends a sentence well before the edge.
    """
    above, below = one.line, other.line
    is_closed = bool(_CLOSED.search(above.text))
    step = below.left - other.base
    if step < -0.8 * below.size:
        return True
    is_item = _ITEM.match(above.text) is not None
    if not is_item and min(step, abs(below.left - above.left)) > 0.8 * below.size:
        return True
    if _ITEM.match(below.text) and (is_closed or is_item):
        return True
    is_short = one.edge - above.right > 0.2 * (one.edge - one.base)
    return is_closed and is_short and not below.text[:1].islower()


@dataclass(slots=True)
class _Writer:
    """Joins the lines of one part after another. `words` are those that the document writes with
    a hyphen inside a line.
    """

    words: frozenset[str]
    text_size: float
    page: int = -1

    def part(self, group: Sequence[_Placed]) -> Part:
        text, is_cut = "", False
        for item in group:
            line = _PRIVATE.sub("", item.line.text).strip()
            if line:
                mark = PAGE * (item.page - self.page)
                self.page = item.page
                text += self._between(text, line, is_cut=is_cut) + mark + line
                is_cut = item.line.is_cut
        size = group[0].line.size
        is_sentence = text.endswith((".", "。")) and word_count(text) > _MOST_WORDS
        is_large = size > _LARGER * self.text_size and len(text) <= _LONGEST_HEADING
        return Part(text, is_large and not is_sentence, size)

    def _between(self, text: str, line: str, *, is_cut: bool) -> str:
        """What stands between the end of a line and the next: a space, a hyphen or nothing."""
        if is_cut:
            around = re.search(r"[\w-]*\Z", text), re.match(r"[\w-]*", line)
            word = "-".join(part[0] for part in around if part).casefold()
            is_whole = line[:1].islower() and not text[-1:].isdigit()
            return "" if is_whole and word not in self.words else "-"
        end = text[-2:].lstrip()
        return " " if end and len(joined((end, line))) > len(end) + len(line) else ""
