"""Where on a page its corrections are told: right after the text that was wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.paragraphs import Paragraph, paragraphs_of
from generator.model.page import Page, PageKind

_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d+[.)])[ \t]")
_KEPT_WHOLE = re.compile(r"[ \t]*[|>]")
"""Rows of a table and quoted lines: what is told of them stands after the whole."""
_BLANK = re.compile(r"\n[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a correction is told: an offset of the page's file, how deep, and what was wrong."""

    at: int
    indent: str
    name: str


def places(page: Page, names: frozenset[str]) -> Iterator[Place]:
    """The places on the page of those of `names` that it has: ids of its own, or its kind.

    What the author lists in a block of corrections on the page is told there.
    """
    listed = {
        name
        for block in page.blocks
        if block.name == "corrections"
        for name in getattr(block.options, "of", ())
    }
    wanted = names - listed
    if not wanted or page.kind is PageKind.FIELD:
        return
    if str(page.kind) in wanted:
        yield Place(page.text.start, "", str(page.kind))
    for paragraph in paragraphs_of(page):
        if paragraph.id in wanted:
            yield _after(paragraph, page.text.file.text)


def _after(paragraph: Paragraph, text: str) -> Place:
    end = paragraph.span.end
    if _KEPT_WHOLE.match(paragraph.text):
        blank = _BLANK.search(text, end)
        return Place(blank.start() if blank else len(text), "", paragraph.id)
    item = _ITEM.match(paragraph.text)
    leading = re.match(r"[ \t]*", paragraph.text)
    indent = f"{item[1]}    " if item else leading.group() if leading else ""
    return Place(end, indent, paragraph.id)
