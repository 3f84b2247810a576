"""Editions of the past as one build of the site writes them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.model.addresses import Addresses
from generator.past import Past, PastEdition
from generator.past.content import PastContent
from generator.past.pages import past_pages
from generator.project import load_project
from generator.site import SitePage
from generator.workspace import LocalWorkspace


@dataclass
class PastSite:
    """Pages of the past in the project at `root`, and the files that they need."""

    past: Past
    root: Path
    _contents: dict[str, PastContent] = field(default_factory=dict)
    """By tag of the edition."""
    _of: dict[str, PastContent] = field(default_factory=dict)
    """By path of the page."""

    def pages(self, addresses: Addresses) -> Iterator[SitePage]:
        """All pages to write; addresses are as the site of today has them."""
        today = LocalWorkspace(self.root)
        docs = load_project(today).docs_dir
        for page, edition in past_pages(self.past, addresses):
            if edition is not None:
                tag = edition.edition.tag
                content = self._contents.setdefault(tag, PastContent(edition, today, docs))
                self._of[page.path] = content
            yield page

    def content(
        self,
        page: SitePage,
        extensions: Sequence[Any],  # Any: names and objects, as Python-Markdown takes them
        settings: Mapping[str, Any] | None,
    ) -> str:
        """The content HTML of a page, its Markdown read with the extensions of today."""
        from markdown import Markdown  # 40 ms, only where a page is written

        markdown = Markdown(extensions=list(extensions), extension_configs=dict(settings or {}))
        html = markdown.convert(page.prepared.markdown)
        content = self._of.get(page.path)
        return page.prepared.finish(content.settled(html, page) if content else html)

    def editions(self) -> Iterator[tuple[PastEdition, PastContent]]:
        """The editions that have pages, with what those need."""
        for content in self._contents.values():
            yield content.edition, content
