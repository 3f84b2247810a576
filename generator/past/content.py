"""What authors wrote in an old edition, with its links led to what belongs to that edition.

A link leads to a page of the edition, to a file as it was then, or out of the site. Any other is
undone: its words stay, for what it would lead to is not what it was. A file that the project no
longer publishes is not brought back either.
"""

import posixpath
import re
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import quote, unquote, urlsplit

from generator.errors import StandfirstError
from generator.model.page import PageKind
from generator.past import PastEdition
from generator.site import SitePage
from generator.site.evidence import published_sources
from generator.workspace import LocalWorkspace

_TAG = re.compile(
    r"<(?P<name>a|img|source|audio|video|track)\s(?:\"[^\"]*\"|'[^']*'|[^'\">])*>", re.IGNORECASE
)
_ADDRESS = re.compile(r"""\s(href|src|poster)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_SETS = re.compile(r"""\ssrcset\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_ALT = re.compile(r"""\salt\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
_PRIVATE = (".md", ".yml", ".yaml", ".csv")
_FILES = "files"
"""The folder of an edition that holds what its pages show."""


@dataclass
class PastContent:
    """Settles the links of one edition. `files` are those that its pages turn out to need."""

    edition: PastEdition
    today: LocalWorkspace
    docs: str
    files: dict[str, bytes] = field(default_factory=dict)
    """By their path on the site."""

    def settled(self, html: str, page: SitePage) -> str:
        """The HTML of a page as Markdown made it, tokens and all."""
        return _TAG.sub(lambda tag: self._tag(tag, page), html)

    def file(self, path: str) -> bytes | None:
        """What is published at a path of the site, for who draws pictures."""
        return self.files.get(path)

    def _tag(self, tag: re.Match[str], page: SitePage) -> str:
        whole = _SETS.sub("", tag.group())
        for found in _ADDRESS.finditer(whole):
            written = unescape(found[2].strip("\"'")).strip()
            there = self._there(written, page)
            if there is None and tag["name"].lower() == "img":
                alt = _ALT.search(whole)
                return alt[1].strip("\"'") if alt else ""
            new = f' {found[1]}="{escape(there)}"' if there is not None else ""
            whole = whole.replace(found.group(), new, 1)
        return whole

    def _there(self, written: str, page: SitePage) -> str | None:
        """The address to write instead; None where there is none."""
        try:
            parts = urlsplit(written)
        except ValueError:
            return None
        if parts.scheme or parts.netloc or not parts.path:
            return written
        if parts.path.startswith("/"):
            return None
        path = self._target(unquote(parts.path), page)
        if path is None:
            return None
        mark = f"#{parts.fragment}" if parts.fragment else ""
        return f"{quote(self.edition.build.addresses.between(page.path, path))}{mark}"

    def _target(self, written: str, page: SitePage) -> str | None:
        folder = f"briefings/{self.edition.briefing.slug}"
        path = posixpath.normpath(posixpath.join(folder, written))
        known = self._pages()
        if path in known:
            return known[path]
        inside = posixpath.normpath(posixpath.join(page.path, written))
        if inside in known.values():
            return inside
        return self._copied(path)

    def _pages(self) -> dict[str, str]:
        """The pages of the edition, by what authors call them."""
        briefing = self.edition.briefing
        folder = f"briefings/{briefing.slug}"
        pages = {
            f"{folder}/{'index' if page.kind is PageKind.OVERVIEW else page.kind}.md": page.path
            for page in briefing.pages
        }
        evidence = {f"sources/{one}.md": one for one in published_sources(self.edition.build)}
        return pages | {path: f"sources/{one}" for path, one in evidence.items()}

    def _copied(self, path: str) -> str | None:
        """Where a file of that commit is put, if the project publishes it to this day."""
        if path.startswith("..") or path.endswith(_PRIVATE):
            return None
        if not self.today.exists(f"{self.docs}/{path}"):
            return None
        place = f"{self.edition.briefing.path}/{_FILES}/{path}"
        try:
            self.files.setdefault(place, self.edition.workspace.read(f"{self.docs}/{path}"))
        except StandfirstError:
            return None
        return place
