"""A briefing with its pages: authored ones parsed, missing ones assembled and parsed as well."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.blocks import blocks
from generator.briefing import Bodies, Reading, parse_page
from generator.briefing.glossary import LoadedGlossary
from generator.briefing.load import LoadedBriefing
from generator.briefing.naming import finder_of, joined, saying
from generator.editions.lock import Lock
from generator.model.actor import Actor, Glossary, Term
from generator.model.briefing import Briefing
from generator.model.page import Page, PageKind, PageText
from generator.model.source import Library
from generator.pages import Templates, page_makers
from generator.project import Project


@dataclass(frozen=True, slots=True)
class Stage:
    """What the briefing stage needs beside a briefing itself."""

    project: Project
    library: Library
    bodies: Bodies
    templates: Templates
    lock: Lock
    shared: LoadedGlossary

    def reading(self, briefing: Briefing | None) -> Reading:
        """How pages of the briefing are read."""
        language = briefing.language if briefing else self.project.language
        return reading_of(self.bodies, briefing, language, self.shared.glossary)


def reading_of(
    bodies: Bodies, briefing: Briefing | None, language: str, shared: Glossary | None = None
) -> Reading:
    """How pages of `briefing` are read; None stands for pages outside all briefings."""
    own = briefing.own_entries if briefing else ()
    return Reading(
        library=bodies.library,
        bodies=bodies,
        terms=briefing.terms if briefing else (),
        language=language,
        block_names=frozenset(blocks()),
        names=finder_of(own, shared.entries if shared else ()),
    )


def parsed_briefing(head: LoadedBriefing, stage: Stage) -> Briefing:
    """The briefing with its pages, in the order of the tabs, and the sources it uses.

    Which shared actors and terms are its own is first asked of what is written, so that assembled
    pages know of them, and again of all pages.
    """
    briefing = head.briefing
    assert briefing is not None  # noqa: S101 (the caller has filtered)
    reading = stage.reading(briefing)
    own = tuple(parse_page(text, reading) for text in head.fields)
    written = {text.kind: parse_page(titled(text, briefing), reading) for text in head.texts}
    briefing = replace(briefing, editions=stage.lock.of(briefing.slug))
    briefing = _with_entries(briefing, written.values(), own, stage)
    pages: list[Page] = []
    for name, maker in page_makers().items():
        page = written.get(PageKind(name))
        if page is None and not maker.wanted(briefing):
            continue
        if page is None:
            known = replace(briefing, pages=tuple(written.values()))
            text = maker.assemble(known, stage.library, stage.templates)
            page = parse_page(titled(text, briefing), reading)
        pages.append(page)
    return replace(_with_entries(briefing, pages, own, stage), pages=tuple(pages))


def titled(text: PageText, briefing: Briefing) -> PageText:
    """The page with the name of its kind where its author gave it no title."""
    name = page_makers()[text.kind].title(briefing.language)
    return text if text.title else replace(text, title=name)


def _with_entries(
    briefing: Briefing, pages: Iterable[Page], own: tuple[Page, ...], stage: Stage
) -> Briefing:
    """The briefing with the shared actors and terms that it names, and all that it uses."""
    pages = tuple(pages)
    shared, mine = stage.shared, briefing.own_entries
    entries = joined(shared.glossary, mine, [*pages, *saying(own)])
    reading = stage.reading(briefing)
    texts = shared.fields(entries, briefing.slug)
    fields = (*own, *(parse_page(text, reading) for text in texts))
    return replace(
        briefing,
        actors=tuple(one for one in (*mine, *entries) if isinstance(one, Actor)),
        glossary=tuple(one for one in (*mine, *entries) if isinstance(one, Term)),
        field_pages=fields,
        used=_used(briefing, pages, fields, stage.library),
    )


def _used(
    briefing: Briefing, pages: Iterable[Page], fields: Iterable[Page], library: Library
) -> tuple[str, ...]:
    """Cited sources in order of first use on the sections, then the fields; then listed ones."""
    sections = [page for page in pages if page.kind is not PageKind.OVERVIEW]
    overviews = [page for page in pages if page.kind is PageKind.OVERVIEW]
    cited = [
        citation.source_id
        for page in (*sections, *fields, *overviews)
        for citation in page.citations
    ]
    tags = frozenset(briefing.source_tags)
    tagged = [source.id for source in library.sources if tags and not tags.isdisjoint(source.tags)]
    ids = dict.fromkeys([*cited, *briefing.sources, *tagged])
    return tuple(source_id for source_id in ids if library.get(source_id))
