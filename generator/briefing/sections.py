"""What sentences cite: their own groups, their footnotes', a heading its section's."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from generator.briefing.layout import Shape
from generator.briefing.units import Scope, Unit, cited_in_footnotes, scopes_of
from generator.model.page import Citation, Quotation, Sentence

Scoped = tuple[Unit, list[list[Scope]]]
"""A block, and for each of its parts the sentence of each range."""


def with_scopes(units: Sequence[Unit]) -> list[Scoped]:
    """The sentences of all blocks, given in order of place."""
    notes = cited_in_footnotes(units)
    scoped = [(unit, scopes_of(unit, notes)) for unit in units]
    sections = _sections(scoped)
    return [
        (unit, _with_section(scopes, sections[index]) if index in sections else scopes)
        for index, (unit, scopes) in enumerate(scoped)
    ]


def _sections(scoped: Sequence[Scoped]) -> dict[int, list[Citation]]:
    """The citations of each heading's section, by the heading's index.

    Footnotes are left out: what they cite belongs to the sentence that carries their mark.
    """
    sections: dict[int, list[Citation]] = {}
    opened: list[tuple[int, int]] = []
    for index, (unit, scopes) in enumerate(scoped):
        if unit.leaf.shape is Shape.HEADING:
            while opened and opened[-1][0] >= unit.leaf.level:
                opened.pop()
            sections[index] = []
            found = scopes[0][0].citations
            for _, heading in opened:
                sections[heading] += found
            opened.append((unit.leaf.level, index))
        elif unit.leaf.footnote is None:
            found = tuple(citation for scope in _each(scopes) for citation in scope.citations)
            for _, heading in opened:
                sections[heading] += found
    return sections


def _each(scopes: list[list[Scope]]) -> Iterator[Scope]:
    """Each sentence once: a table row stands in the list once for each of its cells."""
    return iter({id(scope): scope for of_part in scopes for scope in of_part}.values())


def _with_section(scopes: list[list[Scope]], section: list[Citation]) -> list[list[Scope]]:
    heading = scopes[0][0]
    return [[replace(heading, noted=heading.noted + tuple(section))]]


def sentences(
    scoped: Sequence[Scoped], quotations: Sequence[Quotation], fields: Collection[int]
) -> Iterator[Sentence]:
    """The sentences of the page in order. `fields` are the ids of blocks' texts, where a single
    word is a setting and no sentence.
    """
    quotes = [quotation for quotation in quotations if quotation.is_block]
    starts = [quotation.span.start for quotation in quotes]
    for unit, scopes in scoped:
        for scope in _each(scopes):
            citations = scope.citations
            if not (scope.text or citations):
                continue
            if id(unit) in fields and not citations and len(scope.text.split()) == 1:
                continue
            place = bisect_right(starts, scope.span.start) - 1
            if not citations and place >= 0 and scope.span.end <= quotes[place].span.end:
                citations = quotes[place].citations
            yield Sentence(scope.text, scope.span, citations)
