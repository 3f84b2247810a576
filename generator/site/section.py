"""The view of a section: trend, context, outlook, sources."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from generator.briefing.coverage import Coverage, coverage
from generator.briefing.drawn import sources_drawn
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.page import Page, PageKind
from generator.model.source import Reliability, Source
from generator.pages import page_makers
from generator.render import PageWriter
from generator.site.chrome import is_long, title_room
from generator.site.head import Alternate, bibliographies
from generator.text.dates.curated import written


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list at the end of a page."""

    number: int
    id: str
    title: str
    language: str
    href: str
    publisher: str
    date: str
    grade: str
    is_low: bool
    """Graded D, E or F: not usually reliable, or unknown."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The page before or after."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """What the template of a section reads; `standfirst` is HTML, all else text."""

    kicker: str
    title: str
    is_long: bool
    title_room: int
    """Characters of its longest part, where it is set to break only after marks; else 0."""
    standfirst: Markup
    sources: tuple[SourceLine, ...]
    origin_count: int
    coverage: Coverage
    previous: Neighbour | None
    following: Neighbour | None
    downloads: tuple[Alternate, ...] = ()
    """On the page of sources: its list for reference managers."""


def section_view(build: Build, page: Page, writer: PageWriter) -> SectionView:
    """The view of `page`."""
    briefing = writer.briefing
    assert briefing is not None  # noqa: S101 (sections belong to briefings)
    name = page_makers()[page.kind].title(briefing.language)
    before, after = _neighbours(page, briefing, writer)
    sources = () if page.kind is PageKind.SOURCES else tuple(_sources(build, page, writer))
    return SectionView(
        kicker=name if page.text.title != name else briefing.title,
        title=page.text.title,
        is_long=is_long(page.text.title),
        title_room=title_room(page.text.title, briefing.language),
        standfirst=writer.prose(page.text.standfirst) if page.text.standfirst else Markup(""),
        sources=sources,
        origin_count=_origin_count(build, sources),
        coverage=coverage(page, briefing),
        previous=before,
        following=after,
        downloads=bibliographies(briefing, writer) if page.kind is PageKind.SOURCES else (),
    )


def contents_of(html: str) -> tuple[tuple[str, str], ...]:
    """The second-level headings of content HTML that have an id: (id, text)."""
    found = re.findall(r'<h2[^>]* id="([^"]+)"[^>]*>(.*?)</h2>', html, re.DOTALL)
    without_marks = (
        (anchor, re.sub(r'<(span class="sf-cite"|a class="headerlink").*?</(span|a)>', "", inner))
        for anchor, inner in found
    )
    return tuple(
        (anchor, Markup(inner).striptags())  # noqa: S704 (taken apart, never printed as HTML)
        for anchor, inner in without_marks
    )


def source_line(source: Source, number: int, writer: PageWriter) -> SourceLine:
    """A source as a line of a list."""
    return SourceLine(
        number=number,
        id=source.id,
        title=source.title,
        language=source.language,
        href=writer.link(f"sources/{source.id}"),
        publisher=source.publisher or "",
        date=written(source.published or "", writer.language),
        grade=source.grade,
        is_low=source.reliability in (Reliability.D, Reliability.E, Reliability.F),
    )


def _sources(build: Build, page: Page, writer: PageWriter) -> list[SourceLine]:
    briefing = writer.briefing
    lines = []
    for source_id in sources_drawn(page, briefing) if briefing else ():
        source = build.library.get(source_id)
        number = briefing.number(source_id) if briefing else None
        if source and number:
            lines.append(source_line(source, number, writer))
    return sorted(lines, key=lambda line: line.number)


def _origin_count(build: Build, lines: tuple[SourceLine, ...]) -> int:
    """How many independent origins the listed sources go back to."""
    return len({source.origin for line in lines if (source := build.library.get(line.id))})


def _neighbours(
    page: Page, briefing: Briefing, writer: PageWriter
) -> tuple[Neighbour | None, Neighbour | None]:
    at = briefing.pages.index(page)
    before = briefing.pages[at - 1] if at > 0 else None
    after = briefing.pages[at + 1] if at + 1 < len(briefing.pages) else None
    return _neighbour(before, writer), _neighbour(after, writer)


def _neighbour(page: Page | None, writer: PageWriter) -> Neighbour | None:
    return Neighbour(page.text.title, writer.link(page.path)) if page else None
