"""Writes the parts of one page: prose, marks, links, blocks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import count
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.blocks import BlockHtml, Surroundings, blocks
from generator.briefing import Reading, parse_page
from generator.briefing.corrected import told_corrections
from generator.briefing.entries import anchor_of, expansion_of, first_use_of, list_of
from generator.model.actor import Entry
from generator.model.addresses import FOLDERS, Addresses
from generator.model.briefing import Briefing
from generator.model.page import (
    Block,
    Citation,
    CitationGroup,
    Mention,
    Page,
    PageKind,
    PageText,
    Quotation,
)
from generator.model.passage import Match
from generator.model.source import Library, Source
from generator.model.span import TextFile
from generator.plugins import template_folder
from generator.render.preparing import prepare
from generator.words import words_for

if TYPE_CHECKING:
    from jinja2 import Environment
    from markdown import Markdown

_LINK = Markup('{}<a href="{}" data-source="{}" data-card="{}" aria-label="{}">{}</a>{}')
_NAME = Markup('<a class="sf-name" id="{}" href="{}" data-card="{}"{}>{}</a>')
_EXPANDS = Markup(' data-expands="{}" data-expands-lang="{}"')
"""What the PDF says in brackets at the first use."""
_MARKS = re.compile(r'<span class="sf-cite">.*?</a>(?: ?<span class="sf-loc">[^<]*</span>)*</span>')


@dataclass(frozen=True, slots=True)
class Mark:
    """What a citation mark stands for: a source, and the quotation that was found in it."""

    source_id: str
    quotation: Quotation | None = None

    @property
    def match(self) -> Match | None:
        """Where the quotation stands in the source."""
        return self.quotation.match if self.quotation else None


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
    names: dict[str, str] = field(default_factory=dict)
    """The actors and terms explained so far, with the ids of their cards."""
    addresses: Addresses = FOLDERS
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    def prose(self, text: str) -> Markup:
        """One paragraph of authored text, without raw HTML, citations as marks."""
        if self.reading is None:
            return escape(text)
        field_text = PageText(PageKind.FIELD, self.path, TextFile(self.path, text))
        return self.field(parse_page(field_text, self.reading))

    def field(self, page: Page, *, names: bool = False) -> Markup:
        """A parsed text field of briefing.yml as inline HTML, with the first uses of `names` in it
        where nothing before it on the page can have had them.
        """
        prepared = prepare(page, self, raw_html=False, names=names)
        html = _inline_markdown(prepared.markdown)
        return Markup(prepared.finish(html))  # noqa: S704 (Markdown without raw HTML)

    def uncited(self, text: str) -> Markup:
        """The same without its citation marks, for lists that show other pages' texts."""
        return Markup(_MARKS.sub("", self.prose(text)))  # noqa: S704 (only marks were cut)

    def cite(self, citations: Iterable[str]) -> Markup:
        """Numbered marks for a `cite:` list."""
        group = "; ".join(citations)
        return self.prose(f"[{group}]") if group else Markup("")

    def link(self, path: str) -> str:
        """The address of a page, relative to this one."""
        return self.addresses.between(self.path, path)

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
        return self.written(block.name, block.options)

    def written(self, name: str, options: object) -> BlockHtml:
        """The HTML of the block `name` with these options."""
        surroundings = Surroundings(
            self.library, self.briefings, self, self.briefing, self.language, self.path
        )
        return blocks()[name].write(options, surroundings)

    def cited(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The ids of the sources that `cite:` entries or texts cite, each once."""
        if self.reading is None:
            return ()
        fields = (
            PageText(PageKind.FIELD, self.path, TextFile(self.path, text))
            for one in texts
            for text in ([f"[{one}]"] if one.startswith("@") else [one])
        )
        pages = (parse_page(text, self.reading) for text in fields)
        found = (citation.source_id for page in pages for citation in page.citations)
        return tuple(dict.fromkeys(found))

    def name(self, mention: Mention, page: Page) -> Markup:
        """The first use of a name, as the way to what the lists say of it."""
        if self.briefing is None:
            return escape(mention.text)
        entry = self._entry(mention.id)
        place = list_of(entry, self.briefing) if entry else None
        anchor = first_use_of(mention.id)
        if entry is None or place is None:
            return Markup('<span id="{}">{}</span>').format(anchor, mention.text)
        card = self.names.setdefault(entry.id, f"card-{anchor_of(entry)}")
        address = "" if place.path == self.path else self.link(place.path)
        href = f"{address}#{anchor_of(entry)}"
        long = expansion_of(mention, entry, page, self.language)
        expands = _EXPANDS.format(long.text, long.language) if long else ""
        return _NAME.format(anchor, href, card, expands, mention.text)

    def _entry(self, name: str) -> Entry | None:
        entries = self.briefing.entries if self.briefing else ()
        return next((entry for entry in entries if entry.id == name), None)

    def corrected_ids(self) -> frozenset[str]:
        """The ids that corrections of the briefing name, minor ones left out."""
        corrections = self.briefing.corrections if self.briefing else ()
        return frozenset(name for each in corrections if not each.minor for name in each.ids)

    def corrections(self, name: str) -> Markup:
        """What is told of the corrections that name an id, where the error stood."""
        words = words_for("site", self.briefing.language if self.briefing else "en")
        return Markup("\n").join(
            Markup('<p class="sf-corrected"><a href="{}">{}</a>{}{}</p>').format(
                told.address, told.name, words["colon"], told.text
            )
            for told in told_corrections(self.briefing, name, self.link)
        )

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
        mark = Mark(citation.source_id, _beside(citation, quotations))
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
        match = mark.match
        return f"{page}#p-{match.passages[0].start}" if match else page


def _beside(citation: Citation, quotations: Sequence[Quotation]) -> Quotation | None:
    """The first quotation beside the citation that stands in the source that it cites."""
    return next(
        (
            quotation
            for quotation in quotations
            if quotation.match
            and quotation.match.passages
            and quotation.match.source_id == citation.source_id
        ),
        None,
    )


@lru_cache(maxsize=20_000)  # a preview writes the same texts again after each edit
def _inline_markdown(text: str) -> str:
    html = _markdown().reset().convert(text.replace("\n", " ").strip())
    return html.removeprefix("<p>").removesuffix("</p>")


@cache
def _markdown() -> "Markdown":
    """Made once: a page has hundreds of such texts, and each takes less time than this."""
    from markdown import Markdown  # 40 ms, only where a page is written

    return Markdown(output_format="html")


def _name(source: Source) -> str:
    return source.publisher or (source.authors[0] if source.authors else source.title)


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 25 ms, not for `check`

    loader = FileSystemLoader(template_folder() / "blocks")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
