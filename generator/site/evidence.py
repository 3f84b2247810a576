"""The view of a source's evidence page: its metadata, its published passages, who cites it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model.build import Build
from generator.model.source import Note, Rights, Source, Value
from generator.render import PageWriter
from generator.site.chrome import is_long
from generator.site.passages import PublishedPassage, published_passages
from generator.site.uses import uses_of
from generator.site.writing import evidence_language, writer_for
from generator.text.dates.curated import written
from generator.text.paragraphs import paragraphs
from generator.text.script import language_of
from generator.text.urls import is_web_url
from generator.text.values import holds_dates

_ROWS = 20
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A place that cites the source; `title` is empty for judgements and forecasts.

    `how` is `quotation` or `citation`; `language` is the briefing's.
    """

    title: str
    briefing: str
    href: str
    how: str
    language: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Another source of the same origin."""

    title: str
    publisher: str
    language: str
    href: str
    is_origin: bool


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A finding of the curator: the section it serves, and what it says."""

    section: str
    says: str
    date: str
    language: str


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A figure that a note gives as data; `metric` is the curator's word for what is measured."""

    metric: str
    entity: str
    date: str
    figure: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What the template of an evidence page reads; all of it is text.

    `type`, `language`, `text`, `rights`, `reliability` and `credibility` are codes, for which
    `standfirst/words.html` has the words.
    """

    id: str
    index: str
    """The way to the list of all sources; empty where there is none."""
    title: str
    language: str
    type: str
    publisher: str
    authors: str
    published: str
    month: str
    accessed: str
    url: str
    archive_url: str
    text: str
    rights: str
    licence: str
    reliability: str
    credibility: str
    grade_reason: str
    descriptor: str
    grade_language: str
    """What the reason and the descriptor are written in."""
    origin: str
    copies: tuple[Copy, ...]
    passages: tuple[PublishedPassage, ...]
    notes: tuple[NoteLine, ...]
    values: tuple[ValueLine, ...]
    cited_by: tuple[CitedBy, ...]
    snapshot_sha256: str
    retrieved: str
    paragraph_count: int
    data_rows: tuple[tuple[str, ...], ...]

    @property
    def is_long(self) -> bool:
        """Whether the title is set smaller."""
        return is_long(self.title)

    @property
    def host(self) -> str:
        """The name in the address; empty where there is none."""
        return urlsplit(self.url).hostname or ""


def published_sources(build: Build) -> tuple[str, ...]:
    """The ids of the sources that any briefing uses, sorted."""
    return tuple(sorted({source_id for briefing in build.briefings for source_id in briefing.used}))


def is_drafts_only(build: Build, source_id: str) -> bool:
    """Whether only drafts use the source."""
    users = [briefing for briefing in build.briefings if source_id in briefing.used]
    return all(briefing.is_draft for briefing in users)


def evidence_view(build: Build, source_id: str) -> EvidenceView:
    """The view of a source of the library."""
    source = build.library.get(source_id)
    assert source is not None  # noqa: S101 (used sources are in the library)
    writer = writer_for(build, f"sources/{source_id}", None)
    language = evidence_language(build, source_id)
    snapshot, url = source.snapshot, _web(source.url)
    return EvidenceView(
        id=source.id,
        index=_index(build, source_id, writer),
        title=source.title,
        language=source.language,
        type=source.type,
        publisher=source.publisher or "",
        authors=", ".join(source.authors),
        published=written(source.published or "", language),
        month=(source.published or "")[: len("2026-03")],
        accessed=written(source.accessed or "", language),
        url=url,
        archive_url=_web(source.archive_url),
        text=str(source.text),
        rights=str(source.rights),
        licence=source.licence or "",
        reliability=str(source.reliability),
        credibility=str(source.credibility),
        grade_reason=source.grade_reason or "",
        descriptor=source.descriptor or "",
        grade_language=language_of(source.grade_reason or source.descriptor or "", build.language),
        origin=source.origin,
        copies=tuple(_copies(build, source, writer)),
        passages=published_passages(build, source),
        notes=tuple(_note_line(note, language, build.language) for note in source.notes),
        values=tuple(_value_line(one, language) for note in source.notes for one in note.values),
        cited_by=tuple(_cited_by(build, source, writer)),
        snapshot_sha256=snapshot.sha256 if snapshot else "",
        retrieved=written(snapshot.retrieved[:10], language) if snapshot else "",
        paragraph_count=sum(1 for item in paragraphs(source.body) if not item.is_heading),
        data_rows=_data_rows(build, source),
    )


def _index(build: Build, source_id: str, writer: PageWriter) -> str:
    """Editions of the past have no list of their own, and drafts are not in it."""
    is_outside = build.addresses.root or is_drafts_only(build, source_id)
    return "" if is_outside else writer.link("sources")


def _note_line(note: Note, language: str, desk: str) -> NoteLine:
    date = written(note.date or "", language)
    return NoteLine(str(note.section), note.says, date, language_of(note.says, desk))


def _value_line(value: Value, language: str) -> ValueLine:
    figure = written(value.value, language) if holds_dates(value.metric) else value.value
    unit = f"{_NO_BREAK_SPACE}{value.unit}" if value.unit else ""
    date = written(value.date or "", language)
    return ValueLine(value.metric.replace("_", " "), value.entity, date, figure + unit)


def _copies(build: Build, source: Source, writer: PageWriter) -> Iterator[Copy]:
    for other in uses_of(build).by_origin[source.origin]:
        if other.id != source.id:
            yield Copy(
                other.title,
                other.publisher or "",
                other.language,
                writer.link(f"sources/{other.id}"),
                other.id == source.origin,
            )


def _cited_by(build: Build, source: Source, writer: PageWriter) -> Iterator[CitedBy]:
    for each in uses_of(build).citing[source.id]:
        briefing, page = each.briefing, each.page
        path = page.path if page else f"{briefing.path}/outlook"
        title = page.text.title if page else ""
        yield CitedBy(title, briefing.title, writer.link(path), each.how, briefing.language)


def _data_rows(build: Build, source: Source) -> tuple[tuple[str, ...], ...]:
    """The first rows of a data source that may be published whole, its header first."""
    table = build.library.table(f"sources/{source.data}") if source.data else None
    if table is None or source.rights is not Rights.FULL:
        return ()
    return (table.columns, *table.rows[:_ROWS])


def _web(url: str | None) -> str:
    return url if url and is_web_url(url) else ""
