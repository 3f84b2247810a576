r"""Images in the Markdown of a page, written as Markdown or as HTML, with their places.

>>> [(image.address, image.alt) for image in page_images("![A map](map.png)")]
[('map.png', 'A map')]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from generator.text.page_code import without_code

_MARKDOWN = re.compile(
    r"!\[(?P<alt>[^\[\]\n]*)\]\(\s*(?:<(?P<framed>[^>\n]*)>|(?P<bare>[^\s)]+))"
    r"""(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)"""
)
_REFERENCE = re.compile(r"!\[(?P<alt>[^\[\]\n]*)\]\[(?P<label>[^\[\]\n]*)\]")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\]\n]+)\]:[ \t]*<?(?P<address>[^\s>]+)", re.MULTILINE
)
_TAG = re.compile(r"<img\b(?P<inside>[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(src|alt)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageImage:
    """An image: `alt` is None where an HTML tag has none; `is_html` tags are not rewritten by
    Markdown, so that their addresses are relative to the published page.
    """

    start: int
    end: int
    address: str
    alt: str | None
    is_html: bool = False


def page_images(text: str, start: int = 0) -> Iterator[PageImage]:
    """The images from `start` on, in no order; what stands in code and comments is none."""
    shown = without_code(text)
    targets = {
        _label(found["label"]): found["address"] for found in _DEFINITION.finditer(shown, start)
    }
    for found in _MARKDOWN.finditer(shown, start):
        address = found["framed"] or found["bare"] or ""
        yield PageImage(*found.span(), address, found["alt"])
    for found in _REFERENCE.finditer(shown, start):
        target = targets.get(_label(found["label"] or found["alt"]))
        if target is not None:
            yield PageImage(*found.span(), target, found["alt"])
    for found in _TAG.finditer(shown, start):
        given = {name.lower(): _value(raw) for name, raw in _ATTRIBUTE.findall(found["inside"])}
        yield PageImage(*found.span(), given.get("src", ""), given.get("alt"), is_html=True)


def _label(label: str) -> str:
    return " ".join(label.lower().split())


def _value(raw: str) -> str:
    return unescape(raw[1:-1] if raw[:1] in "\"'" else raw).strip()
