"""Content HTML as a tree.

The standard library's tokeniser and a small tree builder, rather than libxml2, which stops reading
at a nesting of 256 and so loses text. Nothing here fails: what is not closed is closed, what is
closed twice is ignored, and below `MAX_DEPTH` elements are dropped while their text stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

MAX_DEPTH = 120


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
BLOCK = _names(
    "address article aside blockquote body caption center col colgroup dd details dialog div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main"
    " menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr"
    " ul"
)
_UNREAD = _names("script style template head")
_CELLS = _names("td th")
_TABLE_PARTS = _names("table caption colgroup thead tbody tfoot tr td th")
# What a start tag closes, and what it does not look beyond (HTML standard, 13.1.2.4).
_CLOSES = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "caption", "colgroup"}, {"table"}),
    "td": ({"td", "th"}, {"table", "tr"}),
    "th": ({"td", "th"}, {"table", "tr"}),
    "thead": ({"thead", "tbody", "tfoot", "caption", "colgroup"}, {"table"}),
    "tbody": ({"thead", "tbody", "tfoot", "caption", "colgroup"}, {"table"}),
    "tfoot": ({"thead", "tbody", "tfoot", "caption", "colgroup"}, {"table"}),
    "option": ({"option"}, {"select"}),
}


@dataclass(slots=True)
class Element:
    """An element with its attributes and what is in it, text as strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    holds_blocks: bool = False
    """Whether anything in it, at any depth, is a paragraph, list, table or other block."""

    @property
    def classes(self) -> frozenset[str]:
        """The names in its `class` attribute."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def elements(self) -> list["Element"]:
        """Its children without the text between them."""
        return [child for child in self.children if isinstance(child, Element)]

    def walk(self) -> Iterator["Element"]:
        """The element and everything in it, in the order of the source."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.elements))

    def first(self, *, tag: str = "", name: str = "") -> "Element | None":
        """The first descendant with this tag and this class name."""
        found = (
            element
            for element in self.walk()
            if element is not self
            and (not tag or element.tag == tag)
            and (not name or name in element.classes)
        )
        return next(found, None)

    def text(self) -> str:
        """All its text, white space collapsed, blocks apart from each other."""
        parts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                parts.append(item)
                continue
            edge = [" "] if item.tag in BLOCK or item.tag == "br" else []
            waiting.extend([*edge, *reversed(item.children), *edge])
        return " ".join("".join(parts).split())


def parse_html(html: str) -> Element:
    """The tree of `html` under a root element `body`."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body")
        self._open = [self.root]
        self._dropped: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread += 1
        if self._unread:
            return
        self._close_before(tag)
        if tag in BLOCK:
            self._mark_blocks()
        if tag in VOID:
            self._open[-1].children.append(Element(tag, _attributes(attrs)))
        elif len(self._open) >= MAX_DEPTH:
            self._dropped.append(tag)
            self._open[-1].children.append(" ")
        else:
            element = Element(tag, _attributes(attrs))
            self._open[-1].children.append(element)
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # Elsewhere in HTML a closing slash means nothing, but in SVG it closes.
        if tag not in VOID and any(element.tag == "svg" for element in self._open):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif self._unread:
            return
        elif self._dropped:
            if self._dropped[-1] == tag:
                self._dropped.pop()
        else:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._open[-1].children.append(data)

    def _close(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return
            if self._open[depth].tag in _CELLS and tag not in _TABLE_PARTS:
                return

    def _close_before(self, tag: str) -> None:
        closes, scope = _CLOSES.get(tag, (set(), BLOCK))
        if tag in BLOCK and not closes:
            closes = {"p"}
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].tag
            if name in closes:
                del self._open[depth:]
                return
            if name in scope:
                return

    def _mark_blocks(self) -> None:
        for element in reversed(self._open):
            if element.holds_blocks:
                return
            element.holds_blocks = True


def _attributes(attrs: list[tuple[str, str | None]]) -> dict[str, str]:
    """The first value counts where an attribute is given twice, as in browsers."""
    return {name: value or "" for name, value in reversed(attrs)}
