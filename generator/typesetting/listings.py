"""Blocks of code: lines as they stand, without the numbers that the page adds."""

from collections.abc import Iterator

from generator.typesetting.html import Element
from generator.typesetting.inline import inline, is_hidden
from generator.typesetting.legible import Json, Node
from generator.typesetting.setting import Setting


def listing(element: Element, setting: Setting) -> list[Node]:
    """The code line by line, tabs as four spaces, with its title."""
    code = element.first(tag="code") or element.first(tag="pre") or element
    title = element.first(name="filename")
    text = "".join(_raw(code)).strip("\n")
    lines: list[Json] = [line.expandtabs(4) for line in text.split("\n")]
    named = inline(title.children, setting) if title else []
    return [{"b": "code", "title": named, "lines": lines}] if text.strip() else []


def _raw(element: Element) -> Iterator[str]:
    waiting: list[Element | str] = [element]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif item.tag == "br":
            yield "\n"
        elif not is_hidden(item):
            waiting.extend(reversed(item.children))
