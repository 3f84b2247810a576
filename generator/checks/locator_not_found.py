"""A citation points to a place that its source does not have.

`¶4` counts the paragraphs of the source, headings left out; `"words"` must stand in its text.
Pages, chapters and times are printed as they are and not checked: the text does not have them.

Correct the locator, or leave it out.
"""

import re
from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Citation, Locator
from generator.model.source import Source
from generator.text.locate import Body, locate
from generator.text.paragraphs import paragraphs


def locator_not_found(citation: Citation, scope: Scope) -> Iterator[Finding]:
    """Find locators of words or paragraphs that the source does not have."""
    source = scope.library.get(citation.source_id)
    if source is None:
        return
    # A translation's original is checked as the quotation that it is.
    translated = any(locator.kind == "translation" for locator in citation.locators)
    for locator in citation.locators:
        if locator.kind == "paragraph":
            yield from _paragraph(locator, source)
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


def _words(locator: Locator, source: Source) -> Iterator[Finding]:
    if not locate(locator.text, Body(source.id, source.body)).is_found:
        yield Finding(
            locator.span,
            f"these words are not in `{source.id}`",
            "copy the words of the locator from the source",
        )


CHECK = Check(Citation, Severity.ERROR, locator_not_found)

EXAMPLES = Examples(
    passes=(
        "Film shares rose that Monday [@harbour-2026-02-09, ¶1].\n",
        'Film shares rose that Monday [@harbour-2026-02-09, "rose 20 percent"].\n',
        "Film shares rose that Monday [@harbour-2026-02-09, p. 99].\n",
    ),
    fails=(
        "Film shares rose that Monday [@harbour-2026-02-09, ¶99].\n",
        'Film shares rose that Monday [@harbour-2026-02-09, "rose 25 percent"].\n',
    ),
)
