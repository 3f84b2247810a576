"""Lists of items, and of terms with what is said of them."""

from collections.abc import Callable, Iterator

from generator.typesetting.html import Element
from generator.typesetting.inline import anchor_in_text, inline, is_hidden
from generator.typesetting.legible import Json, Node
from generator.typesetting.setting import Setting

Compose = Callable[[Element], list[Node]]


def items(element: Element, compose: Compose) -> list[Node]:
    """The items with their marks or numbers; of what is in them `compose` makes blocks."""
    found = [compose(item) for item in element.elements if not is_hidden(item)]
    start = element.attributes.get("start", "1")
    return [
        {
            "b": "list",
            "ordered": element.tag == "ol",
            "start": int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1,
            "items": [list(item) for item in found if item],
        }
    ]


def terms(element: Element, setting: Setting, compose: Compose) -> list[Node]:
    """Entries of a term and what is said of it. What is said once more has an entry of its own."""
    rows: list[Node] = []
    for item in _parts(element):
        if item.tag == "dt":
            run = [*anchor_in_text(item, setting), *inline(item.children, setting)]
            rows.append({"term": run, "c": []})
            continue
        content: list[Json] = list(compose(item))
        if rows and rows[-1]["term"] and not rows[-1]["c"]:
            rows[-1]["c"] = content
        else:
            rows.append({"term": [], "c": content})
    shown: list[Json] = list(rows)
    return [{"b": "terms", "rows": shown, "small": "sf-names" in element.classes}]


def _parts(element: Element) -> Iterator[Element]:
    for child in element.elements:
        yield from child.elements if child.tag == "div" else [child]
