"""The passages of a source that its evidence page shows.

What is published of a text follows its `rights`: `quote` gives the quoted words with at most 32
characters around them, `full` whole paragraphs, `none` nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.build import Build
from generator.model.passage import Passage
from generator.model.source import Rights, Source, TextKind
from generator.site.uses import uses_of
from generator.text.locate.ladder import Body, locate
from generator.text.pages import pages_of

_ROOM = 64
"""Characters by which a passage may be longer than its quotation: those of two contexts."""


@dataclass(frozen=True, slots=True)
class PublishedPassage:
    """Quoted words and what stands around them.

    `anchor` is the element's id. `page` is as printed, None where the document has no pages.
    `used_in` is the title of the page that quotes them, empty where only a note does.
    `is_cut_before` and `is_cut_after`: the paragraph goes on, unpublished.
    """

    anchor: str
    paragraph: int
    page: int | None
    before: str
    words: str
    after: str
    used_in: str
    is_cut_before: bool
    is_cut_after: bool


def published_passages(build: Build, source: Source) -> tuple[PublishedPassage, ...]:
    """The passages of a source that are quoted, in the order of the text; of two that begin at
    the same place, the longer.
    """
    if source.rights is Rights.NONE or source.text in (TextKind.ABSTRACT, TextKind.DATA):
        return ()
    places: dict[int, tuple[Passage, str, str]] = {}
    for passage, quoted, used_in in _quoted(build, source):
        known = places.get(passage.start)
        if known is None or passage.end > known[0].end:
            places[passage.start] = (passage, quoted, used_in)
    return tuple(published(source, *place) for _, place in sorted(places.items()))


def _quoted(build: Build, source: Source) -> Iterator[tuple[Passage, str, str]]:
    """Each passage, the quotation's own words, and the title of the page that quotes them."""
    for one in uses_of(build).quoted[source.id]:
        yield one.passage, one.words, one.used_in
    body = Body(source.id, source.body)
    for note in source.notes:
        found = locate(note.quote, body) if note.quote else None
        if note.quote and found and found.is_found:
            yield found.passages[0], note.quote, ""


def published(source: Source, passage: Passage, quoted: str, used_in: str = "") -> PublishedPassage:
    """A passage with as much around it as the rights of its source allow.

    What the quotation `quoted` leaves out with an ellipsis is not published either.
    """
    first, last = _paragraph(source.body, passage)
    start, end = first, last
    if source.rights is not Rights.FULL:
        start = max(first, passage.start - len(passage.prefix))
        end = min(last, passage.end + len(passage.suffix))
        start = _word_start(source.body, start, passage.start) if start > first else first
        end = _word_end(source.body, passage.end, end) if end < last else last
    pages = pages_of(source.snapshot)
    return PublishedPassage(
        anchor=f"p-{passage.start}",
        paragraph=passage.paragraph,
        page=pages.number_at(passage.start) if pages else None,
        before=source.body[start : passage.start],
        words=quoted if _leaves_out(source, passage, quoted) else passage.exact,
        after=source.body[passage.end : end],
        used_in=used_in,
        is_cut_before=start > first,
        is_cut_after=end < last,
    )


def _leaves_out(source: Source, passage: Passage, quoted: str) -> bool:
    return source.rights is not Rights.FULL and len(passage.exact) > len(quoted) + _ROOM


def _paragraph(body: str, passage: Passage) -> tuple[int, int]:
    """Where the paragraphs that hold the passage begin and end."""
    before = body.rfind("\n\n", 0, passage.start)
    after = body.find("\n\n", passage.end)
    return before + 2 if before >= 0 else 0, after if after >= 0 else len(body)


def _word_start(body: str, start: int, stop: int) -> int:
    """The place after the first space from `start` on, where a word would be cut in two."""
    space = body.find(" ", start, stop)
    is_cut = not body[start - 1].isspace() and space >= 0
    return space + 1 if is_cut else start


def _word_end(body: str, start: int, end: int) -> int:
    """The place of the last space before `end`, where a word would be cut in two."""
    space = body.rfind(" ", start, end)
    is_cut = not body[end].isspace() and space >= 0
    return space if is_cut else end
