"""Where the sources of a build are quoted, cited and copied: one walk over it for all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.briefing.drawn import sources_drawn
from generator.briefing.naming import saying
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.page import Page, PageKind
from generator.model.passage import Passage
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage that a page quotes, the quotation's own words, and the title of the page."""

    passage: Passage
    words: str
    used_in: str


@dataclass(frozen=True, slots=True)
class Citing:
    """A page that names a source, None for the judgements and forecasts; `how` it does."""

    briefing: Briefing
    page: Page | None
    how: str


@dataclass(frozen=True, slots=True)
class Uses:
    """What each source is used for, by its id, in the order of the briefings and their pages."""

    quoted: defaultdict[str, list[Quoted]] = field(default_factory=lambda: defaultdict(list))
    citing: defaultdict[str, list[Citing]] = field(default_factory=lambda: defaultdict(list))
    by_origin: defaultdict[str, list[Source]] = field(default_factory=lambda: defaultdict(list))
    """Those that a briefing uses, in the order of the library."""


_LAST: list[tuple[Build, Uses]] = []
"""What was asked for last, for all evidence pages of a build ask for the same."""


def uses_of(build: Build) -> Uses:
    """The uses of all sources of the build."""
    for last, uses in _LAST:
        if last is build:
            return uses
    uses = _read(build)
    _LAST[:] = [(build, uses)]
    return uses


def _read(build: Build) -> Uses:
    uses = Uses()
    for briefing in build.briefings:
        for page in (*briefing.pages, *briefing.field_pages):
            for source_id, quoted in _quoted(page, briefing):
                uses.quoted[source_id].append(quoted)
        for source_id, citing in _citing(briefing):
            uses.citing[source_id].append(citing)
    used = {source_id for briefing in build.briefings for source_id in briefing.used}
    for source in build.library.sources:
        if source.id in used:
            uses.by_origin[source.origin].append(source)
    return uses


def _citing(briefing: Briefing) -> Iterator[tuple[str, Citing]]:
    """Page by page, the judgements and forecasts last; an overview repeats other pages."""
    in_fields = _cited(briefing.field_pages)
    for page in briefing.pages:
        if page.kind is not PageKind.OVERVIEW:
            for source_id, how in _how(page, briefing, in_fields).items():
                yield source_id, Citing(briefing, page, how)
    for source_id in _cited(saying(briefing.field_pages)):
        yield source_id, Citing(briefing, None, "citation")


def _quoted(page: Page, briefing: Briefing) -> Iterator[tuple[str, Quoted]]:
    for quotation in page.quotations:
        match = quotation.match
        if match and match.is_found and match.source_id:
            words = quotation.original or quotation.text
            used_in = page.text.title or briefing.title
            yield match.source_id, Quoted(match.passages[0], words, used_in)


def _how(page: Page, briefing: Briefing, in_fields: set[str]) -> dict[str, str]:
    """The sources of the page, what it takes from entries among them, and how it uses each."""
    own = _cited([page])
    drawn = (one for one in sources_drawn(page, briefing) if one in own or one in in_fields)
    found = dict.fromkeys(drawn, "citation")
    quoted = (one.match.source_id for one in page.quotations if one.match)
    return found | {source_id: "quotation" for source_id in quoted if source_id}


def _cited(pages: Iterable[Page]) -> set[str]:
    return {citation.source_id for page in pages for citation in page.citations}
