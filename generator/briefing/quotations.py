"""The quotations of a page: words in quotation marks, and block quotes, with what they cite."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.briefing.layout import Layout
from generator.briefing.matching import best_match
from generator.briefing.prose import Prose
from generator.briefing.reading import Reading
from generator.briefing.units import Part, Scope, Unit, source_span
from generator.model.page import Citation, CitationGroup, Quotation
from generator.model.span import Span

_ATTRIBUTION = ("—", "--")
_LOOSE = " \t\n.,;:!?，。；：！？、"


def in_marks(part: Part, scopes: Sequence[Scope], reading: Reading) -> Iterator[Quotation]:
    """The quotations between the outermost quotation marks of a piece of prose."""
    prose = part.prose
    firsts = [first for first, _ in part.ranges]
    following = _following(prose, [end + 1 for _, end in part.marks.pairs])
    for start, end in part.marks.pairs:
        text = prose.seen(start + 1, end)
        place = max(0, bisect_right(firsts, start) - 1)
        scope, (_, last) = scopes[place], part.ranges[place]
        if not text or _is_name(text, scope, reading):
            continue
        span = source_span(prose, start + 1, end)
        group = prose.groups.get(following[end + 1]) if following[end + 1] < last else None
        citations = group.citations if group else _nearest(scope, span)
        yield _quotation(text, span, citations, reading, is_translated=group is not None)


def _following(prose: Prose, places: Iterable[int]) -> dict[int, int]:
    """For each place the next one, itself included, that is neither space nor punctuation.

    Footnote marks count as punctuation: what a note cites belongs to the sentence.
    """
    following: dict[int, int] = {}
    for place in sorted(places, reverse=True):
        index = place
        while index not in following and _is_passed(prose, index):
            index += 1
        following[place] = following.get(index, index)
    return following


def _is_passed(prose: Prose, index: int) -> bool:
    if index >= len(prose.text):
        return False
    char = prose.text[index]
    return char.isspace() or unicodedata.category(char)[0] == "P" or index in prose.notes


def _is_name(text: str, scope: Scope, reading: Reading) -> bool:
    """Whether the marks hold a name of the briefing's `terms`, or the title of a cited source."""
    bare = text.strip(_LOOSE)
    if text in reading.terms or bare in reading.terms:
        return True
    sources = (reading.source(citation.source_id) for citation in scope.citations)
    return any(source and _same_title(source.title, bare) for source in sources)


def _same_title(title: str, text: str) -> bool:
    return " ".join(title.split()).strip(_LOOSE) == text


def _nearest(scope: Scope, span: Span) -> tuple[Citation, ...]:
    """All citations of the sentence, the closest group first, its footnotes' last."""
    ordered = sorted(scope.groups, key=lambda group: _distance(group.span, span))
    return tuple(citation for group in ordered for citation in group.citations) + scope.noted


def _distance(group: Span, span: Span) -> int:
    return max(group.start - span.end, span.start - group.end)


def _quotation(
    text: str, span: Span, citations: tuple[Citation, ...], reading: Reading, *, is_translated: bool
) -> Quotation:
    """`is_translated`: a group follows right after, so that `tr` in it is meant for this text."""
    original = _original(citations) if is_translated else None
    match = best_match(original or text, citations, reading)
    return Quotation(text, span, citations, original=original, match=match)


def _original(citations: Sequence[Citation]) -> str | None:
    """The words that the source has where the quotation is a translation (`"原文", tr`)."""
    for citation in citations:
        words = [locator.text for locator in citation.locators if locator.kind == "words"]
        if words and any(locator.kind == "translation" for locator in citation.locators):
            return words[0]
    return None


def block_quotes(units: Sequence[Unit], layout: Layout, reading: Reading) -> Iterator[Quotation]:
    """One quotation for each block quote, or for each part of one that its citation closes."""
    quoted = (unit for unit in units if unit.leaf.quote is not None)
    gathered: list[Unit] = []
    for number, run in groupby(quoted, key=lambda unit: unit.leaf.quote):
        is_joined = number in layout.joined and gathered and not closing_groups(gathered[-1])
        if gathered and not is_joined:
            yield from _block_quote(gathered, reading)
            gathered = []
        gathered += run
    if gathered:
        yield from _block_quote(gathered, reading)


def closing_groups(unit: Unit) -> tuple[CitationGroup, ...]:
    """The citation groups that close a block: those of an attribution, or those at its end."""
    prose = unit.parts[-1].prose
    start = _attribution(prose)
    if start is not None:
        return prose.cited(start, len(prose.text))
    return prose.cited(_end_of_words(prose, len(prose.text)), len(prose.text))


def _end_of_words(prose: Prose, end: int) -> int:
    """The index after the last letter or other sign that is no punctuation before `end`."""
    while end and (
        prose.is_mark(end - 1)
        or prose.text[end - 1].isspace()
        or unicodedata.category(prose.text[end - 1])[0] == "P"
    ):
        end -= 1
    return end


def _attribution(prose: Prose) -> int | None:
    """Where the last line begins, if it begins with a dash: it says who is quoted."""
    start = prose.text.rstrip().rfind("\n") + 1
    is_attribution = prose.text[start:].lstrip().startswith(_ATTRIBUTION)
    return start if is_attribution else None


def _block_quote(units: Sequence[Unit], reading: Reading) -> Iterator[Quotation]:
    citations = tuple(
        citation for group in closing_groups(units[-1]) for citation in group.citations
    )
    proses = [part.prose for unit in units for part in unit.parts]
    ends = [len(prose.text) for prose in proses]
    attribution = _attribution(proses[-1])
    ends[-1] = ends[-1] if attribution is None else attribution
    quoted = [(prose, *_words(prose, end)) for prose, end in zip(proses, ends, strict=True)]
    kept = [(prose, start, end) for prose, start, end in quoted if start < end]
    text = "\n\n".join(prose.seen(start, end) for prose, start, end in kept)
    if not text:
        return
    first = source_span(*kept[0])
    span = Span(first.path, first.start, source_span(*kept[-1]).end)
    original = _original(citations)
    match = best_match(original or text, citations, reading)
    yield Quotation(text, span, citations, is_block=True, original=original, match=match)


def _words(prose: Prose, end: int) -> tuple[int, int]:
    """The text before `end` without white space and citations around it."""
    start = 0
    while end and (prose.is_mark(end - 1) or prose.text[end - 1].isspace()):
        end -= 1
    while start < end and prose.text[start].isspace():
        start += 1
    return start, end
