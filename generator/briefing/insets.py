"""The lines of a page, with one line standing in for each fence and each block of raw HTML.

Fences are found first and HTML in what is left, as Python-Markdown's preprocessors do it.
"""

from collections.abc import Iterator

from generator.briefing.fences import fences
from generator.briefing.lines import STAND_IN, Fence, Line, RawHtml, advanced, split
from generator.briefing.raw_html import raw_html


def page_lines(text: str, start: int, *, html: bool) -> Iterator[Line]:
    """The lines, with one standing in for each fence and each block of raw HTML."""
    at = start
    for inset in _insets(text, start, html=html):
        begin = max(
            at, text.rfind("\n", at, inset.start) + 1, text.rfind("\r", at, inset.start) + 1
        )
        yield from _plain(text, at, begin)
        standing = Line(begin, text[begin : inset.start] + STAND_IN, inset)
        blank = () if isinstance(inset, Fence) else (Line(begin, ""),)
        yield from (*blank, standing, *blank)
        at = inset.end
        at += 2 if text.startswith("\r\n", at) else text[at : at + 1] in ("\r", "\n")
    yield from _plain(text, at, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines from `start` on; the first may be what is left of a line after raw HTML."""
    column = advanced(0, text[text.rfind("\n", 0, start) + 1 : start])
    for begin, close, _ in split(text, start, end):
        yield Line(begin, text[begin:close], column=column)
        column = 0


def _insets(text: str, start: int, *, html: bool) -> Iterator[Fence | RawHtml]:
    fenced = list(fences(text, start))
    blocks = list(raw_html(_blanked(text, fenced), start)) if html else []
    done = start
    found: list[Fence | RawHtml] = [*fenced, *blocks]
    for inset in sorted(found, key=lambda inset: inset.start):
        if inset.start >= done:
            done = inset.end
            yield inset


def _blanked(text: str, fenced: list[Fence]) -> str:
    parts: list[str] = []
    at = 0
    for fence in fenced:
        parts += [text[at : fence.start], STAND_IN * (fence.end - fence.start)]
        at = fence.end
    return "".join([*parts, text[at:]])
