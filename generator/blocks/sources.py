"""The sources of the briefing by number: title, publisher, date, grade, and whom they repeat.

Key, optional: `of` is `briefing`, or `page` for those that this page cites. On a page outside the
briefings the whole library is listed.
"""

from dataclasses import dataclass
from typing import Literal

from generator.blocks import BlockHtml, BlockKind, Surroundings
from generator.model.source import Source
from generator.text.dates.curated import written
from generator.text.urls import is_web_url
from generator.words import words_for


@dataclass(frozen=True, slots=True)
class SourcesOptions:
    """The keys of the block."""

    of: Literal["briefing", "page"] = "briefing"


@dataclass(frozen=True, slots=True)
class _Item:
    """A source as listed. `reset` is set where its number does not follow the one before."""

    id: str
    number: int
    reset: bool
    title: str
    language: str
    link: str
    facts: str
    grade: str
    is_low: bool
    url: str


def write_sources(options: SourcesOptions, surroundings: Surroundings) -> BlockHtml:
    """The list, numbered as the citations are."""
    numbered = _numbered(options, surroundings)
    firsts: dict[str, int] = {}
    for number, source in numbered:
        firsts.setdefault(source.origin or source.id, number)
    items, before = [], 0
    for number, source in numbered:
        same_as = firsts[source.origin or source.id]
        items.append(_item(source, (before, number, same_as), surroundings))
        before = number
    return BlockHtml(surroundings.writer.template("sources.html", items=items))


def _numbered(options: SourcesOptions, surroundings: Surroundings) -> list[tuple[int, Source]]:
    briefing, library = surroundings.briefing, surroundings.library
    if briefing is None:
        return list(enumerate(library.sources, 1))
    wanted = _cited_here(surroundings) if options.of == "page" else frozenset(briefing.used)
    return [
        (number, source)
        for number, source_id in enumerate(briefing.used, 1)
        if source_id in wanted and (source := library.get(source_id))
    ]


def _cited_here(surroundings: Surroundings) -> frozenset[str]:
    pages = surroundings.briefing.pages if surroundings.briefing else ()
    here = (page for page in pages if page.path == surroundings.path)
    return frozenset(citation.source_id for page in here for citation in page.citations)


def _item(source: Source, numbers: tuple[int, int, int], surroundings: Surroundings) -> _Item:
    before, number, same_as = numbers
    language = surroundings.language
    words = words_for("site", language)
    date = written(source.published, language) if source.published else words["undated"]
    place = words["comma"].join(filter(None, (source.publisher, date)))
    repeats = words.say("same_origin", n=same_as) if same_as != number else ""
    return _Item(
        id=source.id,
        number=number,
        reset=number != before + 1,
        title=source.title,
        language=source.language if source.language != language else "",
        link=surroundings.writer.link(f"sources/{source.id}"),
        facts=words["semicolon"].join(filter(None, (place, repeats))),
        grade=source.grade,
        is_low=source.reliability in "DEF",
        url=source.url if source.url and is_web_url(source.url) else "",
    )


BLOCK = BlockKind(SourcesOptions, write_sources)

EXAMPLE = """\
of: briefing
"""
