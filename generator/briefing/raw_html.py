"""Raw HTML blocks and comments, found as Python-Markdown finds them: tags at a line's start.

Text inside is passed to the reader as it is, so it is read for citations and quotations too; what
stands in scripts, styles and preformatted text is not.
"""

import re
from collections import Counter
from collections.abc import Iterator

from generator.briefing.lines import STAND_IN, RawHtml

_BLOCK_TAG_NAMES = """
    address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul canvas colgroup dd body dt
    group html iframe li legend math map noscript output object option progress script style
    summary tbody td textarea tfoot th thead tr video center
"""
BLOCK_TAGS = frozenset(_BLOCK_TAG_NAMES.split())
"""As in markdown.util.BLOCK_LEVEL_ELEMENTS."""

CODE_TAGS = frozenset(("code", "kbd", "math", "pre", "samp", "script", "style", "textarea"))
"""Elements whose text is no prose."""

# An attribute's value may not hold `<` here, so that a search never reads past the next tag.
TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][^\s<>\"'/@]*+)"
    r"(?P<rest>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>"
)
_CANDIDATE = re.compile(r"^ {0,3}<(?=[A-Za-z!?])", re.MULTILINE)
_UNFENCED = re.compile(f"[^{STAND_IN}]+")
_MARKDOWN = re.compile(r"\smarkdown(?:\s*=|\s|$|/)")


def raw_html(view: str, start: int) -> Iterator[RawHtml]:
    """The HTML blocks of a page. `view` is its text with fenced code blanked out."""
    ends = Ends(view)
    done = start
    for candidate in _CANDIDATE.finditer(view, start):
        at = candidate.end() - 1
        if at < done:
            continue
        found = _declaration(view, at, ends) or _element(view, at)
        if found:
            done = found.end
            yield found


class Ends:
    """Finds closing marks; what was not found once is not sought again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._missing: dict[str, int] = {}

    def find(self, mark: str, at: int) -> int:
        """The place after the next `mark` at or after `at`; -1 where there is none."""
        if at >= self._missing.get(mark, len(self._text) + 1):
            return -1
        found = self._text.find(mark, at)
        if found < 0:
            self._missing[mark] = at
            return -1
        return found + len(mark)


def _declaration(view: str, at: int, ends: Ends) -> RawHtml | None:
    if view.startswith("<!--", at):
        end = ends.find("-->", at + 4)
        return RawHtml(at, end, is_comment=True) if end >= 0 else None
    if view[at + 1] not in "!?":
        return None
    end = ends.find("?>" if view[at + 1] == "?" else ">", at)
    return RawHtml(at, end) if end >= 0 else None


def _element(view: str, at: int) -> RawHtml | None:
    tag = TAG.match(view, at)
    if tag is None or tag["close"] or tag["name"].lower() not in BLOCK_TAGS:
        return None
    alone = tag["name"].lower() == "hr" or tag["rest"].endswith("/")
    if alone or _MARKDOWN.search(tag["rest"]):
        return RawHtml(at, tag.end())
    return _enclosed(view, tag)


def _enclosed(view: str, first: re.Match[str]) -> RawHtml:
    """The element with all that it holds; without an end tag it goes on to the end of the page."""
    texts: list[tuple[int, int]] = []
    at, code = first.end(), _code_name(first)
    opened = [first["name"].lower()]
    count = Counter(opened)
    for tag in TAG.finditer(view, first.end()):
        name = tag["name"].lower()
        if code and not (tag["close"] and name == code):
            continue
        if name in BLOCK_TAGS:
            if not code:
                texts += _apart_from_fences(view, at, tag.start())
            at = tag.end()
        code = "" if tag["close"] else code or _code_name(tag)
        _count(tag, name, opened, count)
        if not opened:
            return RawHtml(first.start(), tag.end(), tuple(texts))
    if not code:
        texts += _apart_from_fences(view, at, len(view))
    return RawHtml(first.start(), len(view), tuple(texts))


def _apart_from_fences(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _UNFENCED.finditer(view, start, end))


def _code_name(tag: re.Match[str]) -> str:
    name = tag["name"].lower()
    return name if name in CODE_TAGS & BLOCK_TAGS and not tag["close"] else ""


def _count(tag: re.Match[str], name: str, opened: list[str], count: Counter[str]) -> None:
    if tag["close"]:
        while count[name] and opened:
            last = opened.pop()
            count[last] -= 1
            if last == name:
                return
    elif not tag["rest"].endswith("/"):
        opened.append(name)
        count[name] += 1
