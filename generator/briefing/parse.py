"""One page: from its Markdown to what the compiler finds in it, everything with its place."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from generator.briefing.block_fields import block_units, known_blocks
from generator.briefing.comments import allowances, includes, proposals
from generator.briefing.layout import Layout, Piece, Shape
from generator.briefing.naming import mentions
from generator.briefing.quotations import block_quotes, in_marks
from generator.briefing.reading import Reading
from generator.briefing.recalled import recalled
from generator.briefing.scan import scan
from generator.briefing.sections import sentences, with_scopes
from generator.briefing.units import Unit, read_units, source_span
from generator.model.page import Heading, Page, PageKind, PageText, Quotation, Sentence
from generator.model.span import Span, TextFile
from generator.text.claims.kinds import Claim, claim_in
from generator.text.claims.named_acts import tells_act

_LONGEST = 5000
"""Characters of a sentence that are looked at to see whether it is a claim."""
_LONE_MARKS = 20
"""Quotation marks without a partner that are told of one block."""
_ID = re.compile(r"(?:^|[\s:])#([^\s}]+)")


def parse_page(text: PageText, reading: Reading) -> Page:
    """Find headings, sentences, citations, quotations and blocks, with spans in `text.file`."""
    return recalled(text, reading, _parsed)


def _parsed(text: PageText, reading: Reading) -> Page:
    """The page as parsed now.

    Tags are read as tags in authored pages only; elsewhere raw HTML is not written either.
    """
    file = text.file
    html = text.kind is not PageKind.FIELD and not text.assembled
    layout = scan(file.text, text.start, html=html)
    blocks = tuple(known_blocks(file, layout.fences, reading.block_names))
    written = list(read_units(layout, file, reading.primary_language, html=html))
    fields = [unit for block in blocks for unit in block_units(block, reading.primary_language)]
    units = sorted([*written, *fields], key=lambda unit: unit.leaf.start)
    scoped = with_scopes(units)
    quotations = [*block_quotes(units, layout, reading)]
    for unit, scopes in scoped:
        if unit.leaf.quote is None:
            for part, of_part in zip(unit.parts, scopes, strict=True):
                quotations += in_marks(part, of_part, reading)
    quotations.sort(key=_place)
    comments = sorted(chain(layout.comments, *map(_comments, units)))
    groups = sorted(chain.from_iterable(unit.groups for unit in units), key=lambda it: it.span)
    return Page(
        text,
        headings=tuple(_headings(units)),
        sentences=tuple(
            _with_claim(one, reading)
            for one in sentences(scoped, quotations, frozenset(map(id, fields)))
        ),
        groups=tuple(groups),
        quotations=tuple(quotations),
        blocks=blocks,
        handles=_ordered(_handles(unit) for unit in units),
        proposals=tuple(proposals(file, comments)),
        includes=tuple(includes(file, text.start, _code(units, layout, file))),
        unbalanced=_ordered(_unbalanced(unit) for unit in units),
        allowances=tuple(allowances(file, comments, layout.regions)),
        mentions=tuple(mentions(units, frozenset(map(id, fields)), reading.names)),
    )


def _with_claim(sentence: Sentence, reading: Reading) -> Sentence:
    text = sentence.text[:_LONGEST]
    claim = claim_in(text, reading.language, reading.terms)
    if claim is None and tells_act(text, reading.language, reading.names):
        claim = Claim.ACT
    if claim is None:
        return sentence
    return Sentence(sentence.text, sentence.span, sentence.citations, claim.value)


def _place(quotation: Quotation) -> Span:
    return quotation.span


def _ordered(spans: Iterator[Iterator[Span]]) -> tuple[Span, ...]:
    return tuple(sorted(chain.from_iterable(spans)))


def _headings(units: Sequence[Unit]) -> Iterator[Heading]:
    for unit in units:
        prose = unit.parts[0].prose
        if unit.leaf.shape is Shape.HEADING and prose.text:
            named = _ID.search(prose.canvas.attributes)
            size = len(prose.text)
            yield Heading(
                unit.leaf.level,
                prose.seen(0, size),
                source_span(prose, 0, size),
                named[1] if named else None,
            )


def _comments(unit: Unit) -> Iterator[Piece]:
    for part in unit.parts:
        canvas = part.prose.canvas
        for start, end in canvas.comments:
            yield canvas.starts[start], canvas.ends[end - 1]


def _handles(unit: Unit) -> Iterator[Span]:
    for part in unit.parts:
        canvas = part.prose.canvas
        yield from (canvas.span(start, start + 1) for start, _ in canvas.handles)


def _unbalanced(unit: Unit) -> Iterator[Span]:
    for part in unit.parts:
        places = part.prose.places
        for index in islice(part.marks.alone, _LONE_MARKS):
            yield part.prose.canvas.span(places[index], places[index] + 1)


def _code(units: Sequence[Unit], layout: Layout, file: TextFile) -> list[Piece]:
    """Where code stands; only asked for in pages that have the middle of an include."""
    if "8<" not in file.text:
        return []
    code = [(fence.start, fence.end) for fence in layout.fences]
    for unit in units:
        for part in unit.parts:
            canvas, places = part.prose.canvas, part.prose.places
            places_of_code = [places[index] for index in sorted(part.prose.masked)]
            code += [(canvas.starts[place], canvas.ends[place]) for place in places_of_code]
    return code
