"""The best match of a quotation over the citations that it is sought in."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.briefing.reading import Bodies, Reading
from generator.model.page import Citation, Locator
from generator.model.passage import Match, MatchKind
from generator.text.pages import Pages, named_pages, pages_of

if TYPE_CHECKING:
    from generator.text.locate.ladder import Body

_ORDER = tuple(MatchKind)


def best_match(text: str, citations: Iterable[Citation], reading: Reading) -> Match | None:
    """The first source that has the words, else the nearest; None where none can be quoted."""
    best: Match | None = None
    for citation in dict.fromkeys(citations):
        body = reading.body(citation.source_id)
        if body is None:
            continue
        within = stretch(citation, body, reading.bodies)
        match = reading.bodies.locate(text, body, within=within)
        if match.is_found:
            return match
        if best is None or _ORDER.index(match.kind) < _ORDER.index(best.kind):
            best = match
    return best


def stretch(citation: Citation, body: "Body", bodies: Bodies) -> tuple[int, int] | None:
    """The paragraphs that the citation's locators point at; None where they name none.

    The words of a translation (`tr`) are the original of the quotation, not a place.
    """
    is_translation = any(locator.kind == "translation" for locator in citation.locators)
    for locator in citation.locators:
        if locator.kind == "words" and not is_translation:
            found = _around(locator, body, bodies)
        elif locator.kind == "paragraph":
            found = _numbered(locator, body)
        elif locator.kind == "page":
            source = bodies.library.get(citation.source_id)
            found = _on_pages(locator, body, pages_of(source.snapshot if source else None))
        else:
            continue
        if found:
            return found
    return None


def _numbered(locator: Locator, body: "Body") -> tuple[int, int] | None:
    """The paragraphs from the first to the last number in `¶4` or `¶4–6`."""
    digits = "".join(char if char.isdecimal() else " " for char in locator.text).split()
    numbers = [int(word[:9]) for word in digits]
    if not numbers:
        return None
    first, last = min(numbers), max(numbers)
    named = [part for part in body.paragraphs if first <= part.number <= last and part.number]
    return (named[0].start, named[-1].end) if named else None


def _on_pages(locator: Locator, body: "Body", pages: Pages | None) -> tuple[int, int] | None:
    """The pages, and the rest of the paragraphs that begin before them or go on after them."""
    named = [part for part in named_pages(locator.text) if pages and pages.has(*part)]
    if pages is None or not named:
        return None
    first, last = min(first for first, _ in named), max(last for _, last in named)
    start, end = pages.stretch(first, last, len(body.text))
    holding = [part for part in body.paragraphs if part.start < end and start < part.end]
    return (holding[0].start, holding[-1].end) if holding else None


def _around(locator: Locator, body: "Body", bodies: Bodies) -> tuple[int, int] | None:
    """From the beginning to the end of the paragraphs that hold the locator's words."""
    match = bodies.locate(locator.text, body)
    if not match.is_found:
        return None
    start, end = match.passages[0].start, match.passages[0].end
    holding = [part for part in body.paragraphs if part.start < end and start < part.end]
    return (min(start, holding[0].start), max(end, holding[-1].end)) if holding else (start, end)
