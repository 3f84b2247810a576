"""Measures the pages of a PDF, in points from the top left corner of the page."""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2

HEIGHT = 841.89
LEFT, RIGHT = 47.4, 537.4  # of the full width, side column included
TOP, BOTTOM = 86.0, 758.0  # of the text
SLACK = 2.5  # the width of a rule and more
HANGING = 3.5  # a space at the end of a line, and marks that hang in the margin, by design


@dataclass(frozen=True)
class Line:
    """A stretch of text on one line, or another thing that is drawn (`text` is empty)."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str = ""

    @property
    def is_running(self) -> bool:
        """Whether it belongs to the header or the footer."""
        return self.bottom < TOP - SLACK or self.top > BOTTOM


@dataclass(frozen=True)
class Heading:
    title: str
    page: int
    top: float


class Pages:
    """What stands where. The first page, the cover, has margins of its own."""

    def __init__(self, pdf: bytes) -> None:
        document = pypdfium2.PdfDocument(pdf)
        self.lines: list[Line] = []
        self.drawn: list[Line] = []
        for number, sheet in enumerate(document):
            words = sheet.get_textpage()
            for index in range(words.count_rects()):
                box = words.get_rect(index)
                self.lines.append(_line(number, box, words.get_text_bounded(*box)))
            for thing in sheet.get_objects():
                self.drawn.append(_line(number, thing.get_bounds()))
        self._pages: dict[str, list[int]] = {}
        for line in self.lines:
            for word in line.text.split():
                self._pages.setdefault(word, []).append(line.page)
        self.count = len(document)
        self.headings = list(_headings(document))
        document.close()

    def pages_of(self, word: str) -> list[int]:
        """The pages that a word stands on, as often as it stands there."""
        return self._pages.get(word, [])

    def body(self, page: int) -> list[Line]:
        """The lines of a page between header and footer, from the top."""
        lines = [line for line in self.lines if line.page == page and not line.is_running]
        return sorted(lines, key=lambda line: (line.top, line.left))

    def outside(self) -> list[Line]:
        """What stands in the margins, on all pages but the cover."""
        return [
            thing
            for thing in (*self.lines, *self.drawn)
            if thing.page > 0
            and (
                thing.left < LEFT - SLACK
                or thing.right > RIGHT + SLACK + HANGING * thing.text.endswith(" ")
                or (not thing.is_running and thing.bottom > BOTTOM + SLACK)
            )
        ]

    def lonely_headings(self) -> list[str]:
        """Headings without a line of text below them on their page."""
        return [heading.title for heading in self.headings if not self._has_text_below(heading)]

    def white(self, page: int) -> float:
        """The share of the text's height that is empty at the end of a page."""
        lowest = max((line.bottom for line in self.body(page)), default=TOP)
        return (BOTTOM - lowest) / (BOTTOM - TOP)

    def _has_text_below(self, heading: Heading) -> bool:
        own = "".join(heading.title.split())
        below = [
            "".join(line.text.split())
            for line in self.body(heading.page)
            if line.top > heading.top - 4
        ]
        return any(text and text not in own for text in below)


def _line(page: int, box: tuple[float, float, float, float], text: str = "") -> Line:
    left, bottom, right, top = box
    return Line(page, left, HEIGHT - top, right, HEIGHT - bottom, text)


def _headings(document: pypdfium2.PdfDocument) -> Iterator[Heading]:
    for item in document.get_toc():
        target = item.get_dest()
        _, place = target.get_view()
        yield Heading(item.get_title(), target.get_index(), HEIGHT - place[1])
