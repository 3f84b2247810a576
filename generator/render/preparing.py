"""Cuts what the parser found out of a page's Markdown and puts tokens there."""

import re
from collections.abc import Sequence
from typing import Protocol

from markupsafe import Markup, escape

from generator.blocks import BlockHtml
from generator.briefing.entries import first_uses
from generator.charts.scene import Scene
from generator.model.page import Block, CitationGroup, Mention, Page, Quotation
from generator.render.corrections import places
from generator.render.tokens import CLOSE, OPEN, Piece, Prepared

_OPENS_LINE = re.compile(r"[ \t>]*(?:[-*+|:]|\d+[.)]|.*\|)?")


class PartWriter(Protocol):
    """Who writes the HTML of what was cut out."""

    def block(self, block: Block) -> BlockHtml:
        """The HTML of a fenced block."""

    def group(self, group: CitationGroup, quotations: Sequence[Quotation]) -> Markup:
        """A citation group as numbered marks."""

    def name(self, mention: Mention, page: Page) -> Markup:
        """The first use of a name on the page."""

    def corrected_ids(self) -> frozenset[str]:
        """The ids that corrections of the briefing name."""

    def corrections(self, name: str) -> Markup:
        """What is told of the corrections that name an id, where the error stood."""


def prepare(
    page: Page, writer: PartWriter, *, raw_html: bool = True, names: bool = True
) -> Prepared:
    """Cut what the parser found out of the Markdown and put tokens there; of the first uses of
    `names`, where they are wanted.
    """
    text = page.text.file.text
    pieces: list[Piece] = []
    scenes: list[Scene] = []
    edits: list[tuple[int, int, str]] = []
    for block in page.blocks:
        edits.append(_block_edit(block, text, len(pieces)))
        written = writer.block(block)
        pieces.append(Piece(_renumbered(written, len(scenes)), is_block=True))
        scenes += written.scenes
    for group in _outside(page.groups, page.blocks):
        near = [quotation for quotation in page.quotations if _cites(quotation, group)]
        edits.append((_start(group, text), group.span.end, f"{OPEN}{len(pieces)}{CLOSE}"))
        pieces.append(Piece(writer.group(group, near)))
    for mention in first_uses(page) if names else ():
        edits.append((mention.span.start, mention.span.end, f"{OPEN}{len(pieces)}{CLOSE}"))
        pieces.append(Piece(writer.name(mention, page), plain=escape(mention.text)))
    for place in places(page, writer.corrected_ids()):
        edits.append((place.at, place.at, f"\n\n{place.indent}{OPEN}{len(pieces)}{CLOSE}\n\n"))
        pieces.append(Piece(writer.corrections(place.name), is_block=True))
    edits += [(span.start, span.end + 1, "&#64;") for span in page.handles]
    edits += _curled(page, text)
    edits += [(span.start, span.end, "") for span in page.proposals]
    edits += [(allow.span.start, allow.span.end, "") for allow in page.allowances]
    markdown = _edited(text, page.text.start, sorted(edits), raw_html=raw_html)
    return Prepared(markdown, tuple(pieces), tuple(scenes), page.text.file.path)


def _curled(page: Page, text: str) -> list[tuple[int, int, str]]:
    """Straight marks around a quotation are typed; the reader sees printers' marks."""
    marks: list[tuple[int, int, str]] = []
    for quotation in page.quotations:
        before, after = quotation.span.start - 1, quotation.span.end
        inside_block = any(b.span.start <= before < b.span.end for b in page.blocks)
        if not inside_block and text[before : before + 1] == text[after : after + 1] == '"':
            marks += [(before, before + 1, "“"), (after, after + 1, "”")]
    return marks


def _block_edit(block: Block, text: str, number: int) -> tuple[int, int, str]:
    """A block becomes a paragraph of its own, as deeply indented as its fence was."""
    line = text.rfind("\n", 0, block.span.start) + 1
    indent = re.match(r"[ \t]*", text[line:])
    space = indent.group() if indent else ""
    return line, block.span.end, f"\n{space}{OPEN}{number}{CLOSE}\n"


def _renumbered(written: BlockHtml, offset: int) -> Markup:
    """Scenes are numbered over the whole page."""
    html = re.sub(
        r'data-scene="(\d+)"', lambda match: f'data-scene="{int(match[1]) + offset}"', written.html
    )
    return Markup(html)  # noqa: S704 (only numbers were changed)


def _outside(groups: Sequence[CitationGroup], cut: Sequence[Block]) -> tuple[CitationGroup, ...]:
    return tuple(
        group
        for group in groups
        if not any(block.span.start <= group.span.start < block.span.end for block in cut)
    )


def _cites(quotation: Quotation, group: CitationGroup) -> bool:
    return any(citation in quotation.citations for citation in group.citations)


def _start(group: CitationGroup, text: str) -> int:
    """A mark stands close to the word before it: the white space between goes."""
    start = at = group.span.start
    while at > 0 and text[at - 1] in " \t\n":
        at -= 1
    line = text[text.rfind("\n", 0, at) + 1 : at]
    begins_a_line = text.count("\n", at, start) > 1 or _OPENS_LINE.fullmatch(line)
    return start if group.narrative or begins_a_line else at


def _edited(text: str, start: int, edits: list[tuple[int, int, str]], *, raw_html: bool) -> str:
    parts: list[str] = []
    at = start
    for first, last, replacement in edits:
        parts += [_neutral(text[at:first], raw_html=raw_html), replacement]
        at = max(at, last)
    parts.append(_neutral(text[at:], raw_html=raw_html))
    return "".join(parts)


def _neutral(text: str, *, raw_html: bool) -> str:
    text = text.replace(OPEN, "\ufffd").replace(CLOSE, "\ufffd")
    return text if raw_html else text.replace("<", "&lt;")
