"""The claims that blocks draw from entries: what a list says of its actors and terms, and the
dates of laws in a timeline.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.briefing.entries import listed, unlisted
from generator.briefing.naming import shows_laws
from generator.model.actor import Actor, ActorKind, Entry
from generator.model.briefing import Briefing
from generator.model.page import Block, Citation, Page, PageKind, Sentence
from generator.model.span import Span
from generator.text.cited import cited_ids
from generator.text.claims.kinds import Claim

_LISTS = ("actors", "glossary")


def drawn_claims(page: Page, briefing: Briefing) -> Iterator[tuple[Sentence, Claim]]:
    """What the page says out of entries and is a claim, each once, with all that it cites."""
    entries = listed_on(page, briefing)
    fields = fields_of(briefing) if entries else {}
    for entry in entries:
        yield from _described(entry, description_of(entry, briefing.language, fields))
    laws = briefing.actors if shows_laws(page) else ()
    dated = [one for one in entries if isinstance(one, Actor)]
    dated += [one for one in laws if one.kind is ActorKind.LAW and one not in dated]
    for actor in dated:
        for date in actor.dates:
            place = actor.span or briefing.file.span(0, 1)
            cited = _citations((*date.cite, *actor.cite), place)
            yield Sentence(f"{date.kind} {date.date}", place, cited), Claim.DATE


def listed_on(page: Page, briefing: Briefing) -> tuple[Entry, ...]:
    """The entries that the page lists, in the order of the briefing: those of its blocks and, on
    the context page, those that no block lists.
    """
    found = {entry.id for block in page.blocks for entry in _of_block(block, briefing)}
    if page.kind is PageKind.CONTEXT:
        found |= unlisted(briefing)
    return tuple(entry for entry in briefing.entries if entry.id in found)


def sources_drawn(page: Page, briefing: Briefing) -> tuple[str, ...]:
    """The ids of the sources that the page cites, then of those that its lists do."""
    cited = [citation.source_id for citation in page.citations]
    for entry in listed_on(page, briefing):
        cited += sources_of_entry(entry, briefing.language)
    return tuple(dict.fromkeys(cited))


def sources_of_entry(entry: Entry, language: str) -> tuple[str, ...]:
    """The ids of the sources that a list shows beside the entry, in their order."""
    dates = entry.dates if isinstance(entry, Actor) else ()
    told = (entry.described(language), *entry.cite, *(one for date in dates for one in date.cite))
    return cited_ids(told)


def fields_of(briefing: Briefing) -> dict[str, Page]:
    """The fields of a briefing by their place: `actors/mpa/description/en`."""
    return {page.text.file.path.partition("#")[2]: page for page in briefing.field_pages}


def description_of(entry: Entry, language: str, fields: Mapping[str, Page]) -> Page | None:
    """Its description in the language, as read."""
    told = entry.described(language)
    languages = (one.language for one in entry.description if one.text == told)
    place = f"{'actors' if isinstance(entry, Actor) else 'glossary'}/{entry.id}/description"
    return fields.get(f"{place}/{next(languages, '')}") or fields.get(place)


def _of_block(block: Block, briefing: Briefing) -> tuple[Entry, ...]:
    if block.name not in _LISTS or block.options is None:
        return ()
    if block.name == "actors":
        return listed(briefing.actors, block.options)
    return listed(briefing.glossary, block.options)


def _described(entry: Entry, page: Page | None) -> Iterator[tuple[Sentence, Claim]]:
    """The claims of its description; a quotation makes one, too."""
    for sentence in page.sentences if page else ():
        quotes = any(_share(one.span, sentence.span) for one in page.quotations) if page else False
        claim = sentence.claim or (Claim.SPEECH if quotes else None)
        if claim:
            cited = (*sentence.citations, *_citations(entry.cite, sentence.span))
            yield replace(sentence, citations=cited), Claim(claim)


def _citations(cite: Iterable[str], place: Span) -> tuple[Citation, ...]:
    return tuple(Citation(source_id, place) for source_id in cited_ids(cite))


def _share(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
