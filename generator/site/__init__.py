"""What MkDocs is asked to write: one `SitePage` for each page of the build.

MkDocs drives the writing of the site and calls us for each page, so the site is no exporter. This
package says which pages there are, their Markdown (with tokens, see `generator.render`), and the
view that each page's template in `templates/theme/` reads. Views are plain records of text; the
templates escape it.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from generator.editions.prose import Redline
from generator.model.build import Build
from generator.model.page import Page, PageKind
from generator.render import PageWriter, Prepared, prepare
from generator.site.cards import Card, cards
from generator.site.chrome import BriefingChrome, briefing_chrome
from generator.site.evidence import (
    EvidenceView,
    evidence_view,
    is_drafts_only,
    published_sources,
)
from generator.site.lists import with_lists
from generator.site.name_cards import NameCard, name_cards
from generator.site.overview import OverviewView, overview_view
from generator.site.section import SectionView, section_view
from generator.site.source_index import (
    INDEX,
    INDEX_FILES,
    SourceIndexView,
    has_source_index,
    source_index_view,
)
from generator.site.writing import evidence_language, writer_for
from generator.words import words_for

__all__ = ["Banner", "RedlineView", "SitePage", "site_pages"]


@dataclass(frozen=True, slots=True)
class Banner:
    """What an edition of the past says above each page; all of it is text.

    `corrected` says how often it was corrected since, `corrections` is where that stands; both are
    empty where it was not.
    """

    says: str
    newest: str
    href: str
    corrected: str = ""
    corrections: str = ""


@dataclass(frozen=True, slots=True)
class RedlineView:
    """What changed in the text from one edition to the next.

    `pages` are the names of both, with the ways there.
    """

    heading: str
    title: str
    changes: str
    pages: tuple[tuple[str, str], ...]
    redlines: tuple[Redline, ...]


View = OverviewView | SectionView | EvidenceView | SourceIndexView | RedlineView | None


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page to write. `src` is its file in MkDocs' terms (`briefings/x/trend.md`)."""

    src: str
    path: str
    template: str
    title: str
    language: str
    prepared: Prepared
    view: View = None
    chrome: BriefingChrome | None = None
    cards: tuple[Card, ...] = ()
    names: tuple[NameCard, ...] = ()
    is_hidden: bool = False
    """Drafts and old editions: no index, not in lists, not in search."""
    banner: Banner | None = None
    """Of a page of an old edition."""
    edited: str | None = None
    """The file below `docs` that is edited to change the page, where that is not `src`."""


def site_pages(build: Build, written: Container[str] = ()) -> Iterator[SitePage]:
    """All pages that we write, in reading order, beside the files that an author has `written`."""
    for briefing in build.briefings:
        for page in briefing.pages:
            writer = writer_for(build, page.path, briefing)
            yield _briefing_page(build, page, writer)
    for page in build.free_pages:
        writer = writer_for(build, page.path, None)
        src = page.text.file.path.split("/", 1)[1]
        prepared = prepare(page, writer)
        yield SitePage(src, page.path, "desk.html", page.text.title, build.language, prepared)
    for source_id in published_sources(build):
        yield _evidence_page(build, source_id)
    if has_source_index(build) and not any(src in written for src in INDEX_FILES):
        yield _source_index(build)


def _source_index(build: Build) -> SitePage:
    return SitePage(
        src=f"{INDEX}.md",
        path=INDEX,
        template="source-index.html",
        title=words_for("site", build.language)["all_sources"],
        language=build.language,
        prepared=Prepared("", ()),
        view=source_index_view(build),
    )


def _evidence_page(build: Build, source_id: str) -> SitePage:
    view = evidence_view(build, source_id)
    path = f"sources/{source_id}"
    return SitePage(
        src=f"{path}.md",
        path=path,
        template="evidence.html",
        title=view.title,
        language=evidence_language(build, source_id),
        prepared=Prepared("", ()),
        view=view,
        is_hidden=is_drafts_only(build, source_id),
    )


def _briefing_page(build: Build, page: Page, writer: PageWriter) -> SitePage:
    briefing = writer.briefing
    assert briefing is not None  # noqa: S101 (pages of a briefing)
    is_overview = page.kind is PageKind.OVERVIEW
    name = "index" if is_overview else str(page.kind)
    view = (
        overview_view(build, briefing, writer) if is_overview else section_view(build, page, writer)
    )
    prepared = prepare(page, writer, raw_html=not page.text.assembled)
    prepared = with_lists(prepared, page, writer)
    return SitePage(
        src=f"{briefing.path}/{name}.md",
        path=page.path,
        template="overview.html" if is_overview else "section.html",
        title=briefing.title if is_overview else page.text.title,
        language=briefing.language,
        prepared=prepared,
        view=view,
        chrome=briefing_chrome(briefing, page.kind, writer),
        cards=cards(build, page, writer),
        names=name_cards(writer),
        is_hidden=briefing.is_draft,
        edited=f"{briefing.path}/{'briefing.yml' if page.text.assembled else f'{name}.md'}",
    )
