"""The evidence cards of a page: for each citation, what it rests on, at the point of reading.

Cards stand in the page, hidden; a script shows one beside the mark that it belongs to. Without
the script a mark is a link to the same passage on the evidence page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.build import Build
from generator.model.page import Page, PageKind
from generator.model.passage import Match
from generator.model.source import Note, Rights, Source
from generator.render import Mark, PageWriter
from generator.site.passages import PublishedPassage, published
from generator.text.dates.curated import written
from generator.text.fragment import fragment_url
from generator.text.script import language_of
from generator.text.urls import is_web_url

MOST_NOTES = 2


@dataclass(frozen=True, slots=True)
class NoteText:
    """What a note says, and in which language."""

    says: str
    language: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says; all of it is text. `anchor` is its element's id."""

    anchor: str
    number: int
    title: str
    language: str
    publisher: str
    date: str
    reliability: str
    credibility: str
    origin_count: int
    """How many of the briefing's sources share the origin, this one included."""
    passage: PublishedPassage | None
    differences: tuple[str, ...]
    notes: tuple[NoteText, ...]
    evidence: str
    original: str
    archived: str


def cards(build: Build, page: Page, writer: PageWriter) -> tuple[Card, ...]:
    """The cards of the marks that were written on the page, in order of first use."""
    return tuple(_cards(build, page, writer))


def _cards(build: Build, page: Page, writer: PageWriter) -> Iterator[Card]:
    briefing = writer.briefing
    for mark, anchor in writer.marks.items():
        source = build.library.get(mark.source_id)
        number = briefing.number(mark.source_id) if briefing else None
        if source and number and briefing:
            shown = _shown(source, mark)
            yield Card(
                anchor=anchor,
                number=number,
                title=source.title,
                language=source.language,
                publisher=source.publisher or "",
                date=written(source.published or "", writer.language),
                reliability=source.reliability,
                credibility=source.credibility,
                origin_count=_origin_count(build, source, briefing.used),
                passage=shown,
                differences=mark.match.differences if mark.match and shown else (),
                notes=() if shown else _notes(source, page, build.language),
                evidence=writer.link(f"sources/{source.id}")
                + (f"#{shown.anchor}" if shown else ""),
                original=_original(source, mark.match),
                archived=source.archive_url or "" if is_web_url(source.archive_url or "") else "",
            )


def _shown(source: Source, mark: Mark) -> PublishedPassage | None:
    quotation, match = mark.quotation, mark.match
    if quotation is None or match is None or not match.is_found or source.rights is Rights.NONE:
        return None
    return published(source, match.passages[0], quotation.original or quotation.text)


def _notes(source: Source, page: Page, desk: str) -> tuple[NoteText, ...]:
    """What we noted of a source whose words are not shown: for this page, else for any."""
    own = [note for note in source.notes if _is_for(note, page)]
    says = (note.says for note in (own or source.notes)[:MOST_NOTES])
    return tuple(NoteText(each, language_of(each, desk)) for each in says)


def _is_for(note: Note, page: Page) -> bool:
    return page.kind is PageKind(note.section.value)


def _origin_count(build: Build, source: Source, used: tuple[str, ...]) -> int:
    sources = (build.library.get(source_id) for source_id in used)
    return sum(1 for other in sources if other and other.origin == source.origin)


def _original(source: Source, match: Match | None) -> str:
    """The article itself, at the passage where one was found."""
    url = source.url or ""
    if not is_web_url(url):
        return ""
    if match and match.is_found and source.rights is not Rights.NONE:
        passage = match.passages[0]
        return fragment_url(url, source.body, passage.start, passage.end)
    return url
