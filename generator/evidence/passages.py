"""The quoted passages of sources, as far as they may be published."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.evidence import PassageRecord
from generator.model.page import Page, Quotation
from generator.model.passage import Passage
from generator.model.source import Library, Rights, Source

_ROOM = 64
"""Characters by which a passage may be longer than what is quoted: those of two contexts."""


def passage_id(passage: Passage) -> str:
    """The source and the place in its body."""
    return f"{passage.source_id}#{passage.start}-{passage.end}"


def passages_of(pages: Iterable[Page], library: Library) -> tuple[PassageRecord, ...]:
    """Each passage that the pages quote once, in order of source and place; with its words, and
    what stands around them, where any quotation has it so.
    """
    by_id: dict[str, PassageRecord] = {}
    for passage in _quoted(pages, library):
        known = by_id.setdefault(passage.id, passage)
        if (not passage.withheld, passage.prefix) > (not known.withheld, known.prefix):
            by_id[passage.id] = passage
    return tuple(sorted(by_id.values(), key=lambda one: (one.source, one.start, one.end)))


def _quoted(pages: Iterable[Page], library: Library) -> Iterator[PassageRecord]:
    """Where quotations stand; of several places, only the first is given with its context."""
    for page in pages:
        for quotation in page.quotations:
            match = quotation.match
            source = library.get(match.source_id) if match else None
            if match and source and match.is_found:
                first, *others = (_record(one, quotation, source) for one in match.passages)
                yield first
                yield from (replace(one, prefix="", suffix="") for one in others)


def _record(passage: Passage, quotation: Quotation, source: Source) -> PassageRecord:
    withheld = _reason_to_withhold(passage, quotation, source)
    return PassageRecord(
        id=passage_id(passage),
        source=source.id,
        paragraph=passage.paragraph,
        start=passage.start,
        end=passage.end,
        exact="" if withheld else passage.exact,
        prefix="" if withheld else passage.prefix,
        suffix="" if withheld else passage.suffix,
        withheld=withheld,
    )


def _reason_to_withhold(passage: Passage, quotation: Quotation, source: Source) -> str:
    """Why the words of the passage are not published; empty where they are."""
    if source.rights is Rights.NONE:
        return f"rights: {source.rights}"
    quoted = quotation.original or quotation.text
    is_longer = len(passage.exact) > len(quoted) + _ROOM
    return "elision" if is_longer and source.rights is not Rights.FULL else ""
