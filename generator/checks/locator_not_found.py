"""A citation points to a place that its source does not have.

`¶4` counts the paragraphs of the source, headings left out; `"words"` must stand in its text;
`p. 3` is looked up where the source was captured from a PDF, whose printed page numbers count.
Chapters and times, and pages of other sources, are printed as they are and not checked: the text
does not have them.

Correct the locator, or leave it out.
"""

import re
from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Citation, Locator
from generator.model.source import Source
from generator.text.pages import named_pages, pages_of
from generator.text.paragraphs import paragraphs


def locator_not_found(citation: Citation, scope: Scope) -> Iterator[Finding]:
    """Find locators of words, paragraphs or pages that the source does not have."""
    source = scope.library.get(citation.source_id)
    if source is None:
        return
    # A translation's original is checked as the quotation that it is.
    translated = any(locator.kind == "translation" for locator in citation.locators)
    for locator in citation.locators:
        if locator.kind == "paragraph":
            yield from _paragraph(locator, source)
        elif locator.kind == "page":
            yield from _pages(locator, source)
        elif locator.kind == "words" and not translated:
            yield from _words(locator, source)


def _paragraph(locator: Locator, source: Source) -> Iterator[Finding]:
    last = max((paragraph.number for paragraph in paragraphs(source.body)), default=0)
    wanted = [int(number) for number in re.findall(r"[0-9]{1,9}", locator.text)]
    if any(number < 1 or number > last for number in wanted):
        count = "1 paragraph" if last == 1 else f"{last} paragraphs"
        yield Finding(
            locator.span,
            f"`{source.id}` has {count}",
            "count the paragraphs of the source from 1, without its headings",
        )


def _pages(locator: Locator, source: Source) -> Iterator[Finding]:
    pages = pages_of(source.snapshot)
    if pages is None or all(pages.has(*named) for named in named_pages(locator.text)):
        return
    one = pages.first == pages.last
    has = f"only page {pages.first}" if one else f"pages {pages.first} to {pages.last}"
    yield Finding(
        locator.span,
        f"`{source.id}` has {has}",
        "give the page as it is printed, or counted from 1 where no number is printed",
    )


def _words(locator: Locator, source: Source) -> Iterator[Finding]:
    from generator.text.locate.ladder import Body, locate  # 60 ms, only where a locator has words

    if not locate(locator.text, Body(source.id, source.body)).is_found:
        yield Finding(
            locator.span,
            f"these words are not in `{source.id}`",
            "copy the words of the locator from the source",
        )


CHECK = Check(Citation, Severity.ERROR, locator_not_found)

_REPORT = """>>> sources/report-2026-02.md
---
title: Report on film shares
snapshot:
  sha256: 8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4
  media_type: application/pdf
  retrieved: 2026-02-14T08:00:00Z
  text_sha256: c8feb92f4ef3bded222e27cb299c7e0324db2d77afeef63ee2a29960a10ccf49
  extractor: pypdfium2 5.15.2
  pages: [0, 29]
  first_page: 113
---
Film shares rose on Monday.

Ferry shares fell on Tuesday.
"""

EXAMPLES = Examples(
    passes=(
        "Film shares rose that Monday [@harbour-2026-02-09, ¶1].\n",
        'Film shares rose that Monday [@harbour-2026-02-09, "rose 20 percent"].\n',
        "Film shares rose that Monday [@harbour-2026-02-09, p. 99].\n",
        f"Film shares rose that Monday [@report-2026-02, pp. 113–114].\n{_REPORT}",
    ),
    fails=(
        "Film shares rose that Monday [@harbour-2026-02-09, ¶99].\n",
        'Film shares rose that Monday [@harbour-2026-02-09, "rose 25 percent"].\n',
        f"Film shares rose that Monday [@report-2026-02, p. 2].\n{_REPORT}",
    ),
)
