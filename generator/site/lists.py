"""Who is who and the terms explained, at the end of the context page, where no page lists it.

An author who writes a block `actors` or `glossary` decides where the list stands, and what is in
it; what no block lists is listed here, so that each name that is explained has its entry.
"""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from generator.blocks import blocks
from generator.briefing.entries import unlisted
from generator.model.briefing import Briefing
from generator.model.page import Page, PageKind
from generator.render import PageWriter, Piece, Prepared
from generator.render.tokens import CLOSE, OPEN
from generator.words import words_for


def with_lists(prepared: Prepared, page: Page, writer: PageWriter) -> Prepared:
    """The page with the lists at its end, if it is the context page."""
    if writer.briefing is None or page.kind is not PageKind.CONTEXT:
        return prepared
    markdown, pieces = prepared.markdown, list(prepared.pieces)
    for heading, html in _lists(writer.briefing, writer):
        markdown += f"\n\n{heading}\n\n{OPEN}{len(pieces)}{CLOSE}\n"
        pieces.append(Piece(html, is_block=True))
    return replace(prepared, markdown=markdown, pieces=tuple(pieces))


def _lists(briefing: Briefing, writer: PageWriter) -> Iterator[tuple[Markup, Markup]]:
    words = words_for("site", writer.language)
    left = unlisted(briefing)
    for name, title, entries in (
        ("actors", "who_is_who", briefing.actors),
        ("glossary", "terms_explained", briefing.glossary),
    ):
        ids = tuple(entry.id for entry in entries if entry.id in left)
        if ids:
            heading = Markup('<h2 id="{}">{}</h2>').format(name, words[title])
            options = blocks()[name].options(ids=ids)
            yield heading, writer.written(name, options).html
