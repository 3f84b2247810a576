"""Charts as scenes, and timelines as dates beside texts."""

from collections.abc import Callable, Iterator
from dataclasses import asdict

from generator.charts.scene import Dot, Line, Mark, Rect, Scene, Words
from generator.typesetting.html import Element
from generator.typesetting.inline import inline, plain
from generator.typesetting.legible import Json, Node
from generator.typesetting.setting import Setting

_TALL_ROW = 2000
"""Letters of a row, its marks included, with which three rows may be more than a page."""
_NO_CHART: Node = {"b": "chart", "data": [], "long": False, "floats": False, "l": None}
_KINDS: dict[type[Mark], str] = {Line: "line", Rect: "rect", Dot: "dot", Words: "words"}


def chart(element: Element, setting: Setting) -> list[Node]:
    """The chart with its title, subtitle and source; nothing where its scenes are not there."""
    panels = [(item, found) for item in element.walk() if (found := _scene(item, setting))]
    if not panels:
        return []
    caption = element.first(tag="figcaption")
    title, rest = _caption(caption) if caption else (None, [])
    heading = inline(title.children, setting) if title else []
    origin = element.first(name="sf-from")
    anchor = element.attributes.get("id", "")
    return [
        _NO_CHART
        | {
            "l": setting.labels.define(setting.page, anchor) if anchor else None,
            "title": heading,
            "name": plain(heading).strip() or panels[0][1].title,
            "sub": inline(rest, setting),
            "source": inline(_lines(origin), setting) if origin else [],
            "alt": " ".join(_description(scene) for _, scene in panels),
            "panels": [_panel(item, scene, setting) for item, scene in panels],
        }
    ]


def drawing(scene: Scene, says: str, source: list[Json]) -> Node:
    """A chart of our own, which stands in no chapter: its title, what it shows, what is below."""
    return _NO_CHART | {
        "title": [scene.title],
        "name": scene.title,
        "sub": [says],
        "source": source,
        "alt": _description(scene),
        "panels": [{"name": [], "scene": scene_node(scene)}],
    }


def _panel(element: Element, scene: Scene, setting: Setting) -> Node:
    """A drawing with its name, where it is one of several."""
    name = element.first(name="sf-panel")
    return {"name": inline(name.children, setting) if name else [], "scene": scene_node(scene)}


def scene_node(scene: Scene) -> Node:
    """A scene as the template draws it."""
    marks: list[Json] = [{"kind": _KINDS[type(mark)], **asdict(mark)} for mark in scene.marks]
    return {"height": scene.height, "left": scene.left, "right": scene.right, "marks": marks}


def timeline(
    element: Element,
    setting: Setting,
    compose: Callable[[Element], list[Node]],
    title: list[Json],
) -> list[Node]:
    """Rows of a date and what happened then. A row that only says how long nothing did is a gap."""
    rows: list[Json] = []
    for item in element.elements:
        if "heads" in item.classes:
            continue
        dates = [child for child in item.elements if child.tag == "time"]
        events = [child for child in item.elements if "sf-at" in child.classes]
        rest = [child for child in item.children if child not in dates and child not in events]
        date = inline([part for found in dates for part in found.children], setting)
        bodies = [Element("div", {}, rest, item.holds_blocks)]
        bodies += [event for found in events for event in found.elements]
        content = [block for body in bodies for block in compose(body)]
        rows.append({"date": date, "gap": "gap" in item.classes, "c": list(content)})
    caption: list[Json] = [{"k": "strong", "c": title}] if title else []
    is_tall = max(map(len, map(str, rows)), default=0) > _TALL_ROW
    return [{"b": "rail", "title": caption, "rows": rows, "tall": is_tall}] if rows else []


def _scene(element: Element, setting: Setting) -> Scene | None:
    number = element.attributes.get("data-scene", "")
    if not (number.isascii() and number.isdigit()) or int(number) >= len(setting.scenes):
        return None
    return setting.scenes[int(number)]


def _description(scene: Scene) -> str:
    words = " ".join(part for part in (scene.title, scene.description) if part.strip())
    return words.strip() or "Chart"


def _lines(origin: Element) -> list[Element | str]:
    """The remarks below a chart, each on a line of its own."""
    parts = origin.elements or origin.children
    return [part for child in parts for part in (child, Element("br"))]


def _caption(caption: Element) -> tuple[Element | None, list[Element | str]]:
    """The first bold part is the title, what follows says what is measured."""
    title = caption.first(tag="b") or caption.first(tag="strong")
    return title, list(_without(caption, title))


def _without(element: Element, left_out: Element | None) -> Iterator[Element | str]:
    for child in element.children:
        if child is not left_out:
            yield child
