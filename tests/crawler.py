"""Looks up every link of a built site."""

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib

from generator.project import load_project
from generator.workspace import LocalWorkspace
from tests.conftest import ROOT

CARRIES = ("href", "src", "data-search", "data-card", "aria-controls", "aria-labelledby", "for")
NAMES_AN_ID = ("data-card", "aria-controls", "aria-labelledby", "for")
HERE = "https://site.invalid/"


class Crawler:
    """Looks up the links of a site. `is_flat`: as in a folder without a server, so that only the
    name of a file resolves; else a folder stands for its index.
    """

    def __init__(self, site: Path, site_url: str, *, is_flat: bool) -> None:
        self.site, self.is_flat, self.site_url = site, is_flat, site_url
        self.ids = functools.cache(self._ids)

    def broken(self) -> Iterator[str]:
        for path in sorted(self.site.rglob("*")):
            name = str(path.relative_to(self.site))
            links = {".html": page_links, ".css": style_links, ".xml": texts, ".txt": addresses}
            found = links.get(path.suffix, nothing)
            for link in found(path) if not name.startswith("pagefind/") else ():
                if not self.resolves(name, link):
                    yield f"{name}: {link}"

    def resolves(self, name: str, link: str) -> bool:
        is_ours = bool(self.site_url) and link.startswith(self.site_url)
        base = urlsplit(self.site_url).path or "/"
        link = HERE + link.removeprefix(self.site_url) if is_ours else link
        link = f"/{link.removeprefix(base)}" if link.startswith("/") else link
        whole = urljoin(HERE + name, link)
        parts = urlsplit(whole)
        if f"{parts.scheme}://{parts.netloc}/" != HERE:
            return parts.scheme in ("http", "https", "mailto", "data")
        target = self.site / unquote(parts.path.lstrip("/"))
        if not self.is_flat or name == "404.html" or is_ours:
            target = target / "index.html" if parts.path.endswith("/") else target
        anchor = unquote(parts.fragment)
        return target.is_file() and (not anchor or anchor in self.ids(target))

    @staticmethod
    def _ids(path: Path) -> frozenset[str]:
        return frozenset(element.get("id", "") for element in tree(path).iter())


def desk_address() -> str:
    """The `site_url` of the desk's own site; empty where it has none."""
    return load_project(LocalWorkspace(ROOT)).site_url


def tree(path: Path):
    text = path.read_text(encoding="utf-8")
    return html5lib.parse(text, namespaceHTMLElements=False)


def page_links(path: Path) -> Iterator[str]:
    for element in tree(path).iter():
        for attribute in CARRIES:
            if value := element.get(attribute):
                names = value.split() if attribute in NAMES_AN_ID else [value]
                yield from (f"#{name}" if attribute in NAMES_AN_ID else name for name in names)


def style_links(path: Path) -> list[str]:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [link.strip("\"'") for link in re.findall(r"url\(([^)]+)\)", text)]


def texts(path: Path) -> list[str]:
    return re.findall(r'(?:href="|<loc>|<uri>)([^"<]+)', path.read_text(encoding="utf-8"))


def addresses(path: Path) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", path.read_text(encoding="utf-8"))


def nothing(_path: Path) -> tuple[str, ...]:
    return ()
