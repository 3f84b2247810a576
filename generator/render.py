"""From a parsed page to its content HTML, with Python-Markdown in the middle.

What our parser found (citations, blocks, comments to drop) is cut out of the Markdown at its exact
place and replaced by a token that no extension reads; what comes back has each token replaced by
finished HTML. So nothing that was found can be lost or read a second time, and curated text
never passes through Markdown. A token that does not come back is a fault, not a silence.
"""

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.blocks import BlockHtml, Surroundings, blocks
from generator.briefing import Reading, parse_page
from generator.charts.scene import Scene
from generator.errors import StandfirstError
from generator.model.briefing import Briefing
from generator.model.page import Block, Citation, CitationGroup, Page, PageKind, PageText, Quotation
from generator.model.passage import Match
from generator.model.source import Library, Source
from generator.model.span import TextFile
from generator.plugins import template_folder
from generator.words import words_for

if TYPE_CHECKING:
    from jinja2 import Environment

_OPEN, _CLOSE = "\ue000", "\ue001"
_LINK = Markup('{}<a href="{}" data-source="{}" data-card="{}" aria-label="{}">{}</a>{}')
_OPENS_LINE = re.compile(r"[ \t>]*(?:[-*+|:]|\d+[.)]|.*\|)?")
_MARKS = re.compile(r'<span class="sf-cite">.*?</a>(?: ?<span class="sf-loc">[^<]*</span>)*</span>')
_TOKEN = re.compile(f"(?P<open><p>)?{_OPEN}(?P<number>\\d+){_CLOSE}(?P<close></p>)?")


class LostCitationError(StandfirstError):
    """Markdown dropped something that the parser had found."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a token stands for. A block takes the place of the paragraph around its token."""

    html: Markup
    is_block: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """Markdown with tokens, and what they stand for."""

    markdown: str
    pieces: tuple[Piece, ...]
    scenes: tuple[Scene, ...] = ()
    title: str = ""

    def finish(self, html: str) -> str:
        """The content HTML. Raises LostCitationError if a token did not come back."""
        seen: set[int] = set()
        finished = _TOKEN.sub(lambda match: self._replaced(match, seen), html)
        lost = [piece for number, piece in enumerate(self.pieces) if number not in seen]
        if lost:
            raise LostCitationError(
                f"{self.title}: Markdown dropped {lost[0].html.striptags()[:60]!r}; move it out of"
                " raw HTML or an indented block"
            )
        return finished

    def _replaced(self, match: re.Match[str], seen: set[int]) -> str:
        number = int(match["number"])
        seen.add(number)
        piece = self.pieces[number]
        if piece.is_block and match["open"] and match["close"]:
            return str(piece.html)
        return (match["open"] or "") + str(piece.html) + (match["close"] or "")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a citation mark stands for: a source, and the place of the words quoted from it."""

    source_id: str
    match: Match | None = None


@dataclass(frozen=True)
class PageWriter:
    """Writes one page: what blocks may ask of it (`generator.blocks.Writer`)."""

    path: str
    library: Library
    briefing: Briefing | None
    briefings: tuple[Briefing, ...] = ()
    reading: Reading | None = None
    language: str = "en"
    marks: dict[Mark, str] = field(default_factory=dict)
    """The marks written so far, with the ids of their evidence cards."""
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    def prose(self, text: str) -> Markup:
        """One paragraph of authored text, without raw HTML, citations as marks."""
        if self.reading is None:
            return escape(text)
        field_text = PageText(PageKind.FIELD, self.path, TextFile(self.path, text))
        return self.field(parse_page(field_text, self.reading))

    def field(self, page: Page) -> Markup:
        """A parsed text field of briefing.yml as inline HTML."""
        prepared = prepare(page, self, raw_html=False)
        html = _inline_markdown(prepared.markdown)
        return Markup(prepared.finish(html))  # noqa: S704 (Markdown without raw HTML)

    def uncited(self, text: str) -> Markup:
        """The same without its citation marks, for lists that show other pages' texts."""
        return Markup(_MARKS.sub("", self.prose(text)))  # noqa: S704 (only marks were cut)

    def cite(self, citations: Iterable[str]) -> Markup:
        """Numbered marks for a `cite:` list."""
        marks = [self.prose(f"[{citation}]") for citation in citations]
        return Markup("").join(marks)

    def link(self, path: str) -> str:
        """The address of a page, relative to this one."""
        target = posixpath.relpath(f"/{path}", f"/{self.path}")
        return target if "." in posixpath.basename(path) else f"{target}/"

    def template(self, name: str, **values: object) -> Markup:
        """A block's template, filled in."""
        words = words_for("site", self.language)
        text = _templates().get_template(name).render(values, words=words)
        return Markup(text)  # noqa: S704 (autoescaped)

    def next_id(self, prefix: str) -> str:
        """An id that no other element of the page has."""
        return f"{prefix}-{next(self._ids)}"

    def block(self, block: Block) -> BlockHtml:
        """The HTML of a fenced block."""
        surroundings = Surroundings(
            self.library, self.briefings, self, self.briefing, self.language, self.path
        )
        return blocks()[block.name].write(block.options, surroundings)

    def group(self, group: CitationGroup, quotations: Sequence[Quotation]) -> Markup:
        """A citation group as numbered marks; in running text the source is named first."""
        marks = [self._mark(citation, quotations) for citation in group.citations]
        names = ""
        if group.narrative:
            source = self.library.get(group.citations[0].source_id)
            names = escape(_name(source) if source else group.citations[0].source_id)
        joined = Markup('<span class="sf-sep">, </span>').join(mark for mark in marks if mark)
        return Markup('{}<span class="sf-cite">{}</span>').format(names, joined)

    def _mark(self, citation: Citation, quotations: Sequence[Quotation]) -> Markup:
        number = self.briefing.number(citation.source_id) if self.briefing else None
        printed = Markup(" ").join(
            Markup('<span class="sf-loc">{}</span>').format(locator.text)
            for locator in citation.locators
            if locator.kind not in ("words", "translation")
        )
        kinds = {locator.kind: locator for locator in citation.locators}
        if "translation" in kinds and "words" in kinds:
            source = self.library.get(citation.source_id)
            original = Markup('<span class="sf-loc sf-original" lang="{}">{}</span>')
            language = source.language if source else ""
            printed += original.format(language, kinds["words"].text)
        prefix = Markup('<span class="sf-loc">{}</span> ').format(citation.prefix)
        mark = Mark(citation.source_id, _match(citation, quotations))
        card = self.marks.setdefault(mark, f"card-{len(self.marks) + 1}")
        return _LINK.format(
            prefix if citation.prefix else "",
            self._evidence(mark),
            citation.source_id,
            card,
            words_for("site", self.language).say("source_n", n=number or citation.source_id),
            number or "?",
            printed,
        )

    def _evidence(self, mark: Mark) -> str:
        """The evidence page, at the passage where the words that are quoted stand."""
        page = self.link(f"sources/{mark.source_id}")
        return f"{page}#p-{mark.match.passages[0].start}" if mark.match else page


def _match(citation: Citation, quotations: Sequence[Quotation]) -> Match | None:
    """Where the first quotation beside the citation stands in the source that it cites."""
    matches = (quotation.match for quotation in quotations)
    return next(
        (
            match
            for match in matches
            if match and match.passages and match.source_id == citation.source_id
        ),
        None,
    )


def prepare(page: Page, writer: PageWriter, *, raw_html: bool = True) -> Prepared:
    """Cut what the parser found out of the Markdown and put tokens there."""
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
        edits.append((_start(group, text), group.span.end, f"{_OPEN}{len(pieces)}{_CLOSE}"))
        pieces.append(Piece(writer.group(group, near)))
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
    return line, block.span.end, f"\n{space}{_OPEN}{number}{_CLOSE}\n"


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
    text = text.replace(_OPEN, "\ufffd").replace(_CLOSE, "\ufffd")
    return text if raw_html else text.replace("<", "&lt;")


def _inline_markdown(text: str) -> str:
    from markdown import Markdown  # 40 ms, only where a page is written

    html = Markdown(output_format="html").convert(text.replace("\n", " ").strip())
    return html.removeprefix("<p>").removesuffix("</p>")


def _name(source: Source) -> str:
    return source.publisher or (source.authors[0] if source.authors else source.title)


def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 25 ms, not for `check`

    loader = FileSystemLoader(template_folder() / "blocks")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
