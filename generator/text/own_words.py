"""The author's own words in a sentence, without what is quoted, and where the file has them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from generator.model.page import Page, Quotation, Sentence
from generator.model.span import Span

_BLANK = "·"
_LONGEST = 5_000
"""Characters of the longest sentence in which places are looked for: a longer one is no prose."""
_START = attrgetter("span.start")
_LAST: list[tuple[Sentence, Page, str]] = []
"""What was asked for last, for one check after another asks for the words of one sentence."""


def own_words(sentence: Sentence, page: Page) -> str:
    """The text of the sentence with a dot for each character that is quoted.

    A translation is the author's own words: what is compared with the source is its original.
    """
    for last_sentence, last_page, words in _LAST:
        if last_sentence is sentence and last_page is page:
            return words
    words = _own_words(sentence, page)
    _LAST[:] = [(sentence, page, words)]
    return words


def _own_words(sentence: Sentence, page: Page) -> str:
    text, at = sentence.text, 0
    for quotation in _quoted(sentence, page):
        if quotation.original is not None:
            continue
        if quotation.is_block:
            return _BLANK * len(text)
        words = " ".join(quotation.text.split())
        found = text.find(words, at)
        if words and found >= 0:
            at = found + len(words)
            text = f"{text[:found]}{_BLANK * len(words)}{text[at:]}"
    return text


def _quoted(sentence: Sentence, page: Page) -> Iterator[Quotation]:
    """The quotations in the sentence, and the block quote that it stands in."""
    start, end = sentence.span.start, sentence.span.end
    first = bisect_left(page.quotations, start, key=_START)
    for index in range(max(0, first - 1), len(page.quotations)):
        quotation = page.quotations[index]
        if quotation.span.start >= end:
            return
        if quotation.span.end > start:
            yield quotation


def place_of(start: int, end: int, sentence: Sentence, page: Page) -> Span:
    """Where `sentence.text[start:end]` is written; the whole sentence if markup divides it."""
    if len(sentence.text) > _LONGEST:
        return sentence.span
    words = re.compile(r"\s+".join(map(re.escape, sentence.text[start:end].split())))
    span = sentence.span
    written = _without_citations(sentence, page)
    before = sum(1 for found in words.finditer(sentence.text) if found.start() < start)
    places = [found.span() for found in words.finditer(written)]
    if before >= len(places):
        return span
    first, last = places[before]
    return Span(span.path, span.start + first, span.start + last)


def _without_citations(sentence: Sentence, page: Page) -> str:
    span = sentence.span
    written = page.text.file.text[span.start : span.end]
    first = bisect_left(page.groups, span.start, key=_START)
    for group in islice(page.groups, first, None):
        if group.span.start >= span.end:
            break
        start, end = group.span.start - span.start, group.span.end - span.start
        written = f"{written[:start]}{_BLANK * (end - start)}{written[end:]}"
    return written


def is_in_quotation(span: Span, page: Page) -> bool:
    """Whether the words at `span` are quoted. A translation is the author's own words."""
    last = bisect_left(page.quotations, span.end, key=lambda quotation: quotation.span.start)
    return any(
        quotation.span.start <= span.start and span.end <= quotation.span.end
        for quotation in page.quotations[max(0, last - 2) : last]
        if quotation.original is None
    )


def is_heading(sentence: Sentence, page: Page) -> bool:
    """Whether the sentence is a heading, which cites all that its section does."""
    headings = page.headings
    index = bisect_left(headings, sentence.span.start, key=_START)
    return index < len(headings) and headings[index].span == sentence.span
