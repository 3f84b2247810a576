"""A page for blocks to be written into, without the compiler: prose is text and `[@id]` a mark."""

import re
from collections.abc import Iterable
from itertools import count

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html as lxml_html
from lxml.html import HtmlElement
from markupsafe import Markup, escape

from generator.blocks import BlockFault, BlockHtml, Surroundings, blocks
from generator.model.briefing import Briefing, Status
from generator.model.source import Library, Source, Table
from generator.model.span import TextFile
from generator.plugins import template_folder
from generator.words import words_for

_GROUP = re.compile(r"\s*\[(@[^\]]*)\]")
_FILE = TextFile("docs/briefings/clips/briefing.yml", "")


class FakeWriter:
    """What a page does for its blocks, as plainly as it can be done."""

    def __init__(self, language: str = "en") -> None:
        self._ids = count(1)
        self._language = language
        folder = template_folder() / "blocks"
        self._templates = Environment(
            loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined
        )

    def prose(self, text: str) -> Markup:
        """The text, with each citation group as a mark that names it."""
        parts = _GROUP.split(text)
        marks = [Markup('<a class="mark">{}</a>').format(part) for part in parts[1::2]]
        texts = [escape(part) for part in parts[::2]]
        return Markup("").join(
            part for pair in zip(texts, [*marks, Markup("")], strict=True) for part in pair
        )

    def uncited(self, text: str) -> Markup:
        return self.prose(text)

    def cite(self, citations: Iterable[str]) -> Markup:
        """A mark for each."""
        return Markup("").join(self.prose(f"[{citation}]") for citation in citations)

    def link(self, path: str) -> str:
        """The path, as if from the site's root."""
        return f"/{path}/"

    def template(self, name: str, **values: object) -> Markup:
        """The real template, strict about names."""
        words = words_for("site", self._language)
        text = self._templates.get_template(name).render(values, words=words)
        return Markup(text)  # noqa: S704 (autoescaped)

    def next_id(self, prefix: str) -> str:
        """The prefix with a number."""
        return f"{prefix}-{next(self._ids)}"


def source(source_id: str, **fields: object) -> Source:
    """A source with a title of its own and itself as origin, unless the fields say otherwise."""
    given = {"title": f"Title of {source_id}", "origin": source_id} | fields
    return Source(source_id, TextFile(f"sources/{source_id}.md", ""), "", 0, **given)  # type: ignore[arg-type] # fields of any type


def briefing(slug: str = "clips", **fields: object) -> Briefing:
    """A published briefing."""
    given = {"title": f"Briefing {slug}", "status": Status.PUBLISHED} | fields
    return Briefing(slug, _FILE, **given)  # type: ignore[arg-type] # fields of any type


def around(
    of: Briefing | None,
    sources: Iterable[Source] = (),
    *,
    tables: tuple[Table, ...] = (),
    others: tuple[Briefing, ...] = (),
    path: str = "",
) -> Surroundings:
    """Where the block stands; the language is that of the briefing."""
    own = (of,) if of else ()
    language = of.language if of else "en"
    library, writer = Library(tuple(sources), tables), FakeWriter(language)
    return Surroundings(library, own + others, writer, of, language, path)


def faults(name: str, options: object, surroundings: Surroundings) -> list[BlockFault]:
    """What the block finds wrong."""
    return list(blocks()[name].faults(options, surroundings))


def written(name: str, options: object, surroundings: Surroundings) -> BlockHtml:
    """The block, which must be without faults."""
    assert faults(name, options, surroundings) == []
    return blocks()[name].write(options, surroundings)


def parsed(block: BlockHtml) -> HtmlElement:
    """Its HTML as a tree below one `div`."""
    return lxml_html.fragment_fromstring(str(block.html), create_parent="div")


def text_of(element: HtmlElement) -> str:
    """What the element says, with single spaces."""
    return " ".join(element.text_content().split())
