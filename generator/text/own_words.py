"""The author's own words in a sentence, without what is quoted, and where the file has them."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.model.page import Page, Quotation, Sentence
from generator.model.span import Span

_BLANK = "·"


def own_words(sentence: Sentence, page: Page) -> str:
    """The text of the sentence with a dot for each character that is quoted.

    A translation is the author's own words: what is compared with the source is its original.
    """
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
    first = bisect_left(page.quotations, sentence.span, key=lambda quotation: quotation.span)
    for quotation in page.quotations[max(0, first - 1) :]:
        if quotation.span.start >= sentence.span.end:
            return
        if quotation.span.end > sentence.span.start:
            yield quotation


def place_of(start: int, end: int, sentence: Sentence, page: Page) -> Span:
    """Where `sentence.text[start:end]` is written; the whole sentence if markup divides it."""
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
    first = bisect_left(page.groups, span.start, key=lambda group: group.span.start)
    for group in page.groups[first:]:
        if group.span.start >= span.end:
            break
        start, end = group.span.start - span.start, group.span.end - span.start
        written = f"{written[:start]}{_BLANK * (end - start)}{written[end:]}"
    return written


def is_heading(sentence: Sentence, page: Page) -> bool:
    """Whether the sentence is a heading, which cites all that its section does."""
    spans = page.headings
    index = bisect_left(spans, sentence.span, key=lambda heading: heading.span)
    return index < len(spans) and spans[index].span == sentence.span
