"""The view of a briefing's overview: its cover, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.briefing.coverage import briefing_coverage
from generator.briefing.shown import page_showing
from generator.briefing.state_date import state_date
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.page import PageKind, Quotation
from generator.model.source import Source
from generator.pages import page_makers
from generator.render import PageWriter
from generator.site.chrome import is_long, title_room
from generator.site.origins import OriginMap, origin_map
from generator.text.dates.curated import written

_SECTIONS = (PageKind.TREND, PageKind.CONTEXT, PageKind.OUTLOOK)


@dataclass(frozen=True, slots=True)
class Rest:
    """One figure that the briefing rests on, and the page that proves it.

    `kind` names the words of `standfirst/words.html`; `beside` is the number in its clause.
    """

    kind: str
    number: int
    href: str
    of: int | None = None
    beside: int | None = None


@dataclass(frozen=True, slots=True)
class ReadOn:
    """A page of the briefing; `clause` is its own title, empty where it has none."""

    kind: str
    title: str
    clause: str
    href: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """What the template of the overview reads; `standfirst` is HTML, all else text."""

    title: str
    is_long: bool
    title_room: int
    standfirst: Markup
    byline: str
    date: str
    edition_date: str
    """Of the newest edition; empty before the first."""
    published: str
    marking: str
    origins: OriginMap
    source_count: int
    rests: tuple[Rest, ...]
    read_on: tuple[ReadOn, ...]
    source_summary: str


def overview_view(build: Build, briefing: Briefing, writer: PageWriter) -> OverviewView:
    """The view of a briefing's overview."""
    sources, language = used_sources(build, briefing), briefing.language
    return OverviewView(
        title=briefing.title,
        is_long=is_long(briefing.title),
        title_room=title_room(briefing.title, language),
        standfirst=writer.prose(briefing.standfirst),
        byline=", ".join(briefing.authors),
        date=written(state_date(briefing), language),
        edition_date=written(briefing.editions[-1].date if briefing.editions else "", language),
        published=written(briefing.published or "", language),
        marking=briefing.marking or "",
        origins=origin_map(sources),
        source_count=len(sources),
        rests=tuple(_rests(briefing, sources, writer)),
        read_on=tuple(_read_on(briefing, writer)),
        source_summary=briefing.source_summary or "",
    )


def used_sources(build: Build, briefing: Briefing) -> tuple[Source, ...]:
    """The sources that a briefing uses, in the order of their numbers."""
    found = (build.library.get(source_id) for source_id in briefing.used)
    return tuple(source for source in found if source)


def quotations_of(briefing: Briefing) -> tuple[Quotation, ...]:
    """Every quotation of the pages, each place once."""
    found = {
        (quotation.span, quotation.text): quotation
        for page in (*briefing.pages, *briefing.field_pages)
        if page.kind is not PageKind.OVERVIEW
        for quotation in page.quotations
    }
    return tuple(found.values())


def _rests(briefing: Briefing, sources: tuple[Source, ...], writer: PageWriter) -> Iterator[Rest]:
    listed = writer.link(f"{briefing.path}/sources")
    origins = len({source.origin for source in sources})
    yield Rest("sources", len(sources), listed)
    yield Rest("origins", origins, listed, beside=len(sources) - origins)
    quotations = quotations_of(briefing)
    if quotations:
        found = sum(1 for quotation in quotations if quotation.match and quotation.match.is_found)
        yield Rest("quotations", found, listed, of=len(quotations))
    covered = briefing_coverage(briefing)
    if covered.claims:
        yield Rest("claims", covered.cited, _counted(briefing, writer), of=covered.claims)
    if briefing.judgements:
        shown = _shown(briefing, briefing.judgements[0].id, writer)
        yield Rest("judgements", len(briefing.judgements), shown)
    if briefing.forecasts:
        first, *_ = sorted(briefing.forecasts, key=lambda each: each.resolution is not None)
        resolved = sum(1 for forecast in briefing.forecasts if forecast.resolution)
        shown = _shown(briefing, first.id, writer)
        yield Rest("forecasts", len(briefing.forecasts) - resolved, shown, beside=resolved)


def _counted(briefing: Briefing, writer: PageWriter) -> str:
    """Where the first page with citations counts its claims; the trend where none has any."""
    found = (page for kind in _SECTIONS if (page := briefing.page(kind)) and page.citations)
    page = next(found, None)
    path = page.path if page else f"{briefing.path}/{PageKind.TREND}"
    return writer.link(path) + ("#sources-of-page" if page else "")


def _shown(briefing: Briefing, name: str, writer: PageWriter) -> str:
    """Where the judgement or forecast stands; the outlook where no page shows it."""
    page = page_showing(briefing, name)
    if page is None:
        return writer.link(f"{briefing.path}/{PageKind.OUTLOOK}")
    return f"{writer.link(page.path)}#{name}"


def _read_on(briefing: Briefing, writer: PageWriter) -> Iterator[ReadOn]:
    makers = page_makers()
    for page in briefing.pages:
        if page.kind is not PageKind.OVERVIEW:
            title = makers[page.kind].title(briefing.language)
            clause = "" if page.text.assembled else page.text.title
            yield ReadOn(str(page.kind), title, clause, writer.link(page.path))
