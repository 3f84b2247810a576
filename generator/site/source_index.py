"""The view of the list of all sources: what stands at the folder of the evidence pages."""

from dataclasses import dataclass

from generator.model.build import Build
from generator.model.source import Source
from generator.render import PageWriter
from generator.site.evidence import is_drafts_only, published_sources
from generator.site.writing import writer_for
from generator.text.dates.curated import written

INDEX = "sources"
"""The path of the list."""
INDEX_FILES = ("sources.md", "sources/index.md", "sources/README.md")
"""The files of an author that stand at the same address."""


@dataclass(frozen=True, slots=True)
class Using:
    """A briefing that uses a source; a translation only where its original does not."""

    title: str
    language: str
    href: str


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A source in the list."""

    title: str
    language: str
    href: str
    publisher: str
    date: str
    grade: str
    used_in: tuple[Using, ...]


@dataclass(frozen=True, slots=True)
class SourceIndexView:
    """What the template of the list reads; all of it is text."""

    lines: tuple[IndexLine, ...]
    origin_count: int


def has_source_index(build: Build) -> bool:
    """Whether there is a list: not in an edition of the past, nor where only drafts use sources."""
    return not build.addresses.root and bool(_listed(build))


def source_index_view(build: Build) -> SourceIndexView:
    """Every source that a published briefing uses, by title."""
    writer = writer_for(build, INDEX, None)
    sources = sorted(_listed(build), key=lambda each: (each.title.casefold(), each.id))
    lines = tuple(_line(build, source, writer) for source in sources)
    return SourceIndexView(lines, len({source.origin for source in sources}))


def _listed(build: Build) -> list[Source]:
    ids = (one for one in published_sources(build) if not is_drafts_only(build, one))
    return [source for source in map(build.library.get, ids) if source]


def _line(build: Build, source: Source, writer: PageWriter) -> IndexLine:
    users = [each for each in build.briefings if source.id in each.used and not each.is_draft]
    originals = {each.slug for each in users}
    using = (
        Using(each.title, each.language, writer.link(each.path))
        for each in users
        if each.translation_of not in originals
    )
    return IndexLine(
        title=source.title,
        language=source.language,
        href=writer.link(f"sources/{source.id}"),
        publisher=source.publisher or "",
        date=written(source.published or "", writer.language),
        grade=source.grade,
        used_in=tuple(using),
    )
