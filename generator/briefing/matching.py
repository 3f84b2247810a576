"""The best match of a quotation over the citations that it is sought in."""

from collections.abc import Iterable

from generator.briefing.reading import Reading
from generator.model.page import Citation, Locator
from generator.model.passage import Match, MatchKind
from generator.text.locate import Body, locate

_ORDER = tuple(MatchKind)


def best_match(text: str, citations: Iterable[Citation], reading: Reading) -> Match | None:
    """The first source that has the words, else the nearest; None where none can be quoted."""
    best: Match | None = None
    for citation in dict.fromkeys(citations):
        body = reading.bodies.get(citation.source_id)
        if body is None:
            continue
        match = locate(text, body, within=stretch(citation, body))
        if match.is_found:
            return match
        if best is None or _ORDER.index(match.kind) < _ORDER.index(best.kind):
            best = match
    return best


def stretch(citation: Citation, body: Body) -> tuple[int, int] | None:
    """The paragraph that the citation's locators point at; None where they name none.

    The words of a translation (`tr`) are the original of the quotation, not a place.
    """
    is_translation = any(locator.kind == "translation" for locator in citation.locators)
    for locator in citation.locators:
        if locator.kind == "words" and not is_translation:
            found = _around(locator, body)
        elif locator.kind == "paragraph":
            found = _numbered(locator, body)
        else:
            continue
        if found:
            return found
    return None


def _numbered(locator: Locator, body: Body) -> tuple[int, int] | None:
    """The paragraphs from the first to the last number in `¶4` or `¶4–6`."""
    digits = "".join(char if char.isdecimal() else " " for char in locator.text).split()
    numbers = [int(word[:9]) for word in digits]
    if not numbers:
        return None
    first, last = min(numbers), max(numbers)
    named = [part for part in body.paragraphs if first <= part.number <= last and part.number]
    return (named[0].start, named[-1].end) if named else None


def _around(locator: Locator, body: Body) -> tuple[int, int] | None:
    """From the beginning to the end of the paragraphs that hold the locator's words."""
    match = locate(locator.text, body)
    if not match.is_found:
        return None
    start, end = match.passages[0].start, match.passages[0].end
    holding = [part for part in body.paragraphs if part.start < end and start < part.end]
    return (min(start, holding[0].start), max(end, holding[-1].end)) if holding else (start, end)
