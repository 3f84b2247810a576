"""A page's content as a list of blocks (`{"b": "p", "c": […]}`) that the templates set.

What is not known is set as its text, so that nothing is lost silently.
"""

from collections.abc import Callable, Iterator, Sequence

from generator.typesetting import figures, lists
from generator.typesetting.html import BLOCK, Element
from generator.typesetting.inline import inline, is_hidden, plain
from generator.typesetting.legible import Json, Node
from generator.typesetting.listings import listing
from generator.typesetting.pictures import picture, pictures
from generator.typesetting.setting import Setting
from generator.typesetting.tables import as_table, table
from generator.typesetting.widths import letters_in

MAX_NESTING = 8
"""Quotations, notes, lists and cells within each other; deeper ones are set without their frame.
Typst gives up at about 24 levels of lists and sooner where marks are nested too."""
MOST_DATA_ROWS = 12
"""Rows of a chart's data table that are printed below the chart."""
_ROWS_KEPT = 5
"""As many stand on the page of their chart, unless it floats."""
_LETTERS_KEPT = 900
"""A note of so many, marks among them, stands on one page."""
RECORDS = {
    "sf-kjs": "judgements",
    "sf-kj": "judgements",
    "sf-fs": "forecasts",
    "sf-multi": "forecasts",
    "sf-src": "sources",
}
_TONES = {
    "warning": "warning caution attention",
    "danger": "danger failure fail missing bug error",
    "quiet": "quote cite abstract summary tldr sf-corrected",
}
_Rule = Callable[[Element, Setting, int], list[Node]]


def blocks(element: Element, setting: Setting, depth: int = 0) -> list[Node]:
    """The blocks in `element`; text between them becomes paragraphs."""
    found: list[Node] = []
    run: list[Element | str] = []
    for child in element.children:
        if isinstance(child, str) or not _is_block(child):
            run.append(child)
            continue
        found += _paragraph(run, setting)
        run = []
        if not is_hidden(child):
            found += _anchored(child, setting, _block(child, setting, depth))
    return found + _paragraph(run, setting)


def _is_block(element: Element) -> bool:
    return element.tag in BLOCK or element.holds_blocks or "data-scene" in element.attributes


def _block(element: Element, setting: Setting, depth: int) -> list[Node]:
    kinds = sorted(RECORDS[name] for name in RECORDS.keys() & element.classes)
    if kinds:
        ids = frozenset(item.attributes.get("id", "") for item in element.walk())
        return setting.records(kinds[0], ids - {""})
    if "data-scene" in element.attributes or (
        "sf-chart" in element.classes and "sf-timeline" not in element.classes
    ):
        return _chart(element, setting, depth) or _inside(element, setting, depth)
    rule = next((_BY_CLASS[name] for name in _BY_CLASS if name in element.classes), None)
    rule = rule or _BY_TAG.get(element.tag, _inside)
    return rule(element, setting, depth)


def _anchored(element: Element, setting: Setting, nodes: list[Node]) -> list[Node]:
    anchor = element.attributes.get("id")
    label = setting.labels.define(setting.page, anchor) if anchor and nodes else None
    return [{"b": "anchor", "l": label}, *nodes] if label else nodes


def _paragraph(children: Sequence[Element | str], setting: Setting) -> list[Node]:
    shown = pictures(children, setting)
    if shown:
        return shown
    run = inline(children, setting)
    return [{"b": "p", "c": run}] if any(_shows(node) for node in run) else []


def _shows(node: Json) -> bool:
    return (isinstance(node, dict) and node.get("k") in ("cite", "note")) or bool(
        plain(node).strip()
    )


def _inside(element: Element, setting: Setting, depth: int) -> list[Node]:
    if element.holds_blocks:
        return blocks(element, setting, depth)
    return _paragraph(element.children, setting)


def _framed(element: Element, setting: Setting, depth: int) -> list[Node]:
    """Content for a frame one level deeper."""
    return _inside(element, setting, depth + 1)


def _heading(element: Element, setting: Setting, depth: int) -> list[Node]:
    run = inline(element.children, setting)
    words = plain(run).strip()
    if not words:
        return _paragraph(element.children, setting)
    if depth:
        return [{"b": "p", "c": [{"k": "strong", "c": run}]}]
    anchor = element.attributes.get("id", "")
    label = setting.labels.define(setting.page, anchor) if anchor else None
    level = int(element.tag[1])
    return [{"b": "h", "level": level, "plain": words, "c": run, "l": label}]


def _list(element: Element, setting: Setting, depth: int) -> list[Node]:
    if depth >= MAX_NESTING:
        return blocks(element, setting, depth)
    return lists.items(element, lambda item: _framed(item, setting, depth))


def _terms(element: Element, setting: Setting, depth: int) -> list[Node]:
    if depth >= MAX_NESTING:
        return blocks(element, setting, depth)
    return lists.terms(element, setting, lambda item: _framed(item, setting, depth))


def _quote(element: Element, setting: Setting, depth: int) -> list[Node]:
    inside = _framed(element, setting, depth)
    if depth >= MAX_NESTING or not inside:
        return inside
    last = inside[-1]["c"] if inside[-1]["b"] == "p" else ""
    is_signed = len(inside) > 1 and plain(last).lstrip().startswith(("—", "--"))
    words, by = (inside[:-1], last) if is_signed else (inside, [])
    return [{"b": "quote", "c": list(words), "by": by}]


def _note(element: Element, setting: Setting, depth: int) -> list[Node]:
    title = next((child for child in element.elements if _is_title(child)), None)
    body = Element(element.tag, {}, [c for c in element.children if c is not title])
    body.holds_blocks = any(_is_block(child) for child in body.elements)
    return _titled(title, body, setting, depth, _tone(element))


def _is_title(element: Element) -> bool:
    return element.tag == "summary" or "admonition-title" in element.classes


def _tone(element: Element) -> str:
    names = {name: tone for tone, listed in _TONES.items() for name in listed.split()}
    found = [names[name] for name in sorted(element.classes) if name in names]
    return found[0] if found else "accent"


def _titled(  # a frame is its title, its body, where they stand, how deep, and its tone
    title: Element | None, body: Element, setting: Setting, depth: int, tone: str
) -> list[Node]:
    words = inline(title.children, setting) if title else []
    inside = _framed(body, setting, depth)
    if depth >= MAX_NESTING:
        heading: list[Node] = [{"b": "p", "c": [{"k": "strong", "c": words}]}] if words else []
        return heading + inside
    if not words and not inside:
        return []
    content: list[Json] = list(inside)
    keep = letters_in(content) <= _LETTERS_KEPT
    return [{"b": "note", "tone": tone, "title": words, "c": content, "keep": keep}]


def _tabs(element: Element, setting: Setting, depth: int) -> list[Node]:
    """Tabs stand one below the other, each under its name."""
    names = [item for item in element.walk() if item.tag == "label"]
    bodies = [item for item in _tab_bodies(element)]
    found: list[Node] = []
    for number, body in enumerate(bodies):
        name = names[number] if number < len(names) else None
        found += _titled(name, body, setting, depth, "quiet")
    return found


def _tab_bodies(element: Element) -> Iterator[Element]:
    for child in element.elements:
        if "tabbed-block" in child.classes:
            yield child
        elif "tabbed-content" in child.classes:
            inner = [item for item in child.elements if "tabbed-block" in item.classes]
            yield from inner or [child]


def _code(element: Element, setting: Setting, _depth: int) -> list[Node]:
    return listing(element, setting)


def _caption(element: Element, setting: Setting, depth: int) -> list[Node]:
    """What stands over something that is no chart and no image, and stays with it."""
    return [node | {"leads": True} for node in _inside(element, setting, depth)]


def _figure(element: Element, setting: Setting, depth: int) -> list[Node]:
    caption = next((child for child in element.elements if child.tag == "figcaption"), None)
    title = inline(caption.children, setting) if caption else []
    listed = element.first(tag="ol") if "sf-timeline" in element.classes else None
    if listed:
        return _rail(listed, setting, depth, title)
    image = element.first(tag="img")
    shown = picture(image, setting, title) if image else None
    if shown and not element.first(tag="table"):
        return [shown]
    found = element.first(tag="table")
    if found and caption:
        return _table(found, setting, depth, title)
    return _inside(element, setting, depth)


def _table(
    element: Element, setting: Setting, depth: int, caption: list[Json] | None = None
) -> list[Node]:
    if depth >= MAX_NESTING:
        return blocks(element, setting, depth)
    # A table takes as much of Typst's depth as two lists do.
    return table(element, setting, lambda cell: _inside(cell, setting, depth + 2), caption=caption)


def _positions(element: Element, setting: Setting, depth: int) -> list[Node]:
    """Who says what, as a table of two columns."""
    return _table(as_table(element), setting, depth)


def _chart(element: Element, setting: Setting, depth: int) -> list[Node]:
    """The chart, and its data where they are few; the alternative text says the rest."""
    drawn = figures.chart(element, setting)
    data = element.first(tag="table")
    if not drawn or not data:
        return drawn
    rows = sum(1 for item in data.walk() if item.tag == "tr") - 1
    if rows <= MOST_DATA_ROWS:
        loose: Node = {"small": True}
        below: list[Json] = [node | loose for node in _table(data, setting, depth)]
        is_long = rows > _ROWS_KEPT
        return [node | {"data": below, "long": is_long} for node in drawn]
    note = setting.words.get("data_online", "").format(rows=rows)
    return [*drawn, {"b": "p", "c": [{"k": "small", "c": [note]}]}] if note else drawn


def _rail(
    element: Element, setting: Setting, depth: int, title: list[Json] | None = None
) -> list[Node]:
    if depth >= MAX_NESTING:
        return blocks(element, setting, depth)
    return figures.timeline(
        element, setting, lambda event: _inside(event, setting, depth + 2), title or []
    )


_BY_CLASS: dict[str, _Rule] = {
    "footnote": lambda *_: [],
    "admonition": _note,
    "sf-corrected": _note,
    "tabbed-set": _tabs,
    "highlight": _code,
    "highlighttable": _code,
    "sf-timeline": _figure,
    "sf-rail": _rail,
    "sf-positions": _positions,
    "sf-lanes": _rail,
}
_BY_TAG: dict[str, _Rule] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "ul": _list,
    "ol": _list,
    "menu": _list,
    "dl": _terms,
    "blockquote": _quote,
    "details": _note,
    "pre": _code,
    "hr": lambda *_: [{"b": "rule"}],
    "figcaption": _caption,
    "table": _table,
    "figure": _figure,
}
