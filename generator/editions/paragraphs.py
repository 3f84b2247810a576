"""A page as its author wrote it, cut into the pieces that a redline compares."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.page import Page, PageKind, Sentence
from generator.model.span import Span
from generator.text.own_words import own_words

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
OWN_ID = re.compile(r"\{:? ?#([\w.-]+)[^}\n]*\}\s*$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s|\||#{1,6}\s")
"""What begins a piece without a blank line before it: a list item, a table row, a heading."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, list item, table row, heading or fenced block.

    `id` is its own where the author gave it one; `section` is that of the heading it stands under,
    else the kind of its page. `numbers`, those in the author's own words, and `quotations` are
    there once `with_figures` has read them.
    """

    text: str
    span: Span
    id: str = ""
    section: str = ""
    numbers: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The id that a correction names it by."""
        return self.id or self.section


def paragraphs_of(page: Page) -> tuple[Paragraph, ...]:
    """The pieces of a page in their order."""
    section = str(page.kind)
    found: list[Paragraph] = []
    for span in _spans(page):
        text = page.text.file.text[span.start : span.end]
        marked = OWN_ID.search(text)
        own_id = marked.group(1) if marked else ""
        if text.startswith("#"):
            section = own_id or str(page.kind)
        found.append(Paragraph(text, span, own_id, section))
    return tuple(found)


def with_figures(paragraph: Paragraph, page: Page, language: str) -> Paragraph:
    """The paragraph of `page` with its numbers and quotations, which take long to read."""
    numbers = tuple(_numbers(page, paragraph.span, language))
    return replace(paragraph, numbers=numbers, quotations=tuple(_quotations(page, paragraph.span)))


def is_compared(page: Page) -> bool:
    """Whether a page has text of its own; an overview and lists of sources repeat other pages."""
    return page.kind in (PageKind.TREND, PageKind.CONTEXT, PageKind.OUTLOOK)


def _spans(page: Page) -> Iterator[Span]:
    text, start = page.text.file.text, page.text.start
    begun: int | None = None
    fence = ""
    at = start
    for line in text[start:].splitlines(keepends=True):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark.group(1).startswith(fence) else fence
        elif not line.strip():
            yield from _span(page, begun, at)
            begun = None
        else:
            fence = mark.group(1) if mark else ""
            if begun is not None and (_ITEM.match(line) or mark):
                yield from _span(page, begun, at)
                begun = at
            begun = at if begun is None else begun
        at += len(line)
    yield from _span(page, begun, at)


def _span(page: Page, start: int | None, end: int) -> Iterator[Span]:
    if start is not None:
        text = page.text.file.text[start:end]
        yield page.text.file.span(start, start + len(text.rstrip()))


def _numbers(page: Page, span: Span, language: str) -> Iterator[str]:
    from generator.text.numbers.reading import read_numbers  # 20 ms, only to compare editions

    for sentence in _sentences(page, span):
        for mention in read_numbers(own_words(sentence, page), language):
            if mention.readings:
                yield " ".join(sentence.text[mention.start : mention.end].split())


def _sentences(page: Page, span: Span) -> Iterator[Sentence]:
    first = bisect_left(page.sentences, span.start, key=lambda each: each.span.start)
    for sentence in page.sentences[first:]:
        if sentence.span.start >= span.end:
            return
        yield sentence


def _quotations(page: Page, span: Span) -> Iterator[str]:
    for quotation in page.quotations:
        if span.start <= quotation.span.start < span.end:
            yield " ".join(quotation.text.split())
