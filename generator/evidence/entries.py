"""The actors and terms of a briefing, with what they cite and where they are named."""

from collections.abc import Iterator, Sequence

from generator.evidence.named import NamedPage
from generator.model.actor import Actor, Entry, Wording
from generator.model.briefing import Briefing
from generator.model.evidence import ActorRecord, DatedRecord, TermRecord
from generator.text.plain import joined, one_line


def actors_of(briefing: Briefing, pages: Sequence[NamedPage]) -> Iterator[ActorRecord]:
    """The actors in the order of the briefing."""
    for actor in briefing.actors:
        of_it = _fields(actor, pages)
        yield ActorRecord(
            id=actor.id,
            kind=actor.kind,
            names=_by_language(actor.names),
            description=_description(actor, of_it),
            links={link.label: link.url for link in actor.links},
            dates=tuple(
                DatedRecord(one.kind, one.date, _sources(of_it, f"dates/{one.kind}/cite/"))
                for one in actor.dates
            ),
            number=actor.number,
            issued_by=actor.issued_by,
            is_shared=actor.is_shared,
            sources=_sources(of_it),
            citations=_citations(of_it),
            pages=_pages(actor, pages),
        )


def terms_of(briefing: Briefing, pages: Sequence[NamedPage]) -> Iterator[TermRecord]:
    """The terms in the order of the briefing."""
    for term in briefing.glossary:
        of_it = _fields(term, pages)
        yield TermRecord(
            id=term.id,
            names=_by_language(term.names),
            description=_description(term, of_it),
            is_shared=term.is_shared,
            sources=_sources(of_it),
            citations=_citations(of_it),
            pages=_pages(term, pages),
        )


_Fields = list[tuple[str, NamedPage]]
"""The text fields of an entry, by their place in it."""


def _fields(entry: Entry, pages: Sequence[NamedPage]) -> _Fields:
    prefix = f"{'actors' if isinstance(entry, Actor) else 'glossary'}/{entry.id}/"
    return [
        (page.field.removeprefix(prefix), page) for page in pages if page.field.startswith(prefix)
    ]


def _by_language(names: tuple[Wording, ...]) -> dict[str, tuple[str, ...]]:
    return {
        language: tuple(name.text for name in names if name.language == language)
        for language in dict.fromkeys(name.language for name in names)
    }


def _description(entry: Entry, fields: _Fields) -> dict[str, str]:
    """What is said of it as readers see it, without the citations."""
    said = [page for place, page in fields if place.split("/")[0] == "description"]
    texts = [one_line(joined(one.text for _, one in page.sentences)) for page in said]
    return dict(zip((one.language for one in entry.description), texts, strict=False))


def _sources(fields: _Fields, place: str = "") -> tuple[str, ...]:
    cited = (
        citation.source_id
        for name, page in fields
        if name.startswith(place)
        for _, citation in page.citations
    )
    return tuple(dict.fromkeys(cited))


def _citations(fields: _Fields) -> tuple[str, ...]:
    return tuple(name for _, page in fields for name, _ in page.citations)


def _pages(entry: Entry, pages: Sequence[NamedPage]) -> tuple[str, ...]:
    """The pages, and the fields of judgements, that name it."""
    own = ("actors/", "glossary/")
    return tuple(
        page.id
        for page in pages
        if not page.field.startswith(own)
        and any(mention.id == entry.id for mention in page.page.mentions)
    )
