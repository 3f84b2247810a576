"""Where links go: labels of our own making inside the document, web addresses outside.

A label is a number, so nothing of the text becomes a name in Typst. A link to a label that no
part of the document carries is undone at the end: Typst would stop at it.
"""

from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urljoin, urlsplit

from generator.model.addresses import FOLDERS, Addresses
from generator.text.urls import is_web_url
from generator.typesetting.legible import Json, Node

HERE = "https://site.invalid/"
_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one document, by page path and id. An empty id is the page itself."""

    site_url: str = ""
    page_paths: frozenset[str] = frozenset()
    addresses: Addresses = FOLDERS
    _names: dict[tuple[str, str], str] = field(default_factory=dict)
    _defined: set[str] = field(default_factory=set)

    def whole(self, page: str, href: str) -> str:
        """A link on `page` as a whole address, of a host of our making where it is relative."""
        return urljoin(f"{HERE}{self.addresses.of(page)}", href)

    def name(self, page: str, anchor: str = "") -> str:
        """The label of a place, whether or not anything carries it yet."""
        return self._names.setdefault((page, anchor), f"l{len(self._names)}")

    def define(self, page: str, anchor: str = "") -> str | None:
        """The label to put at a place; None where the place has been labelled before."""
        name = self.name(page, anchor)
        if name in self._defined:
            return None
        self._defined.add(name)
        return name

    def target(self, page: str, href: str) -> Node | None:
        """Where a link leads that stands on `page`; None where it leads nowhere on paper."""
        href = href.strip()
        if href.lower().startswith("mailto:"):
            return {"href": quote(href, safe=_ADDRESS, errors="replace")}
        try:
            parts = urlsplit(self.whole(page, href))
        except ValueError:
            return None
        if parts.netloc != "site.invalid":
            return self._outside(self.whole(page, href))
        path = parts.path.strip("/").removesuffix(".html").removesuffix("/index")
        if path in self.page_paths:
            return {"to": self.name(path, unquote(parts.fragment))}
        if not self.site_url:
            return None
        rest = parts._replace(scheme="", netloc="").geturl().lstrip("/")
        return self._outside(f"{self.site_url.rstrip('/')}/{rest}")

    def settle(self, node: Node) -> Node:
        """`node` with links to labels that nothing carries turned into their text."""
        settled = {key: self._settled(value) for key, value in node.items()}
        lost = "to" in settled and settled["to"] not in self._defined
        if lost and settled.get("k") == "link":
            return {"k": "span", "c": settled["c"]}
        return settled | {"to": None} if lost else settled

    def _settled(self, value: Json) -> Json:
        if isinstance(value, list):
            return [self._settled(item) for item in value]
        return self.settle(value) if isinstance(value, dict) else value

    def _outside(self, url: str) -> Node | None:
        url = quote(url, safe=_ADDRESS, errors="replace")
        return {"href": url} if is_web_url(url) else None
