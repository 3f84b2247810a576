"""Runs of text: strings and marks (`{"k": "em", "c": […]}`), white space collapsed as HTML does."""

from collections.abc import Callable, Sequence

from generator.typesetting.html import Element
from generator.typesetting.legible import Json, Node
from generator.typesetting.setting import Setting
from generator.typesetting.white_space import tidied

MAX_MARKS = 6
"""Marks within marks; deeper ones are dropped and their text stays. Typst allows about 60 calls."""
_KINDS = {
    tag: kind
    for kind, tags in {
        "em": "em i cite var dfn",
        "strong": "strong b",
        "code": "code kbd samp tt",
        "del": "del s strike",
        "ins": "ins u",
        "mark": "mark",
        "sub": "sub",
        "sup": "sup",
    }.items()
    for tag in tags.split()
}
_LINES = ("del", "ins")
_HIDDEN = frozenset(
    {"headerlink", "footnote-backref", "sf-card", "sf-hide", "sf-sep", "linenos", "lineno"}
)
_Rule = Callable[[Element, Setting, int], list[Json]]


def description_of(image: Element) -> str:
    """What an image shows, in words."""
    words = image.attributes.get("alt") or image.attributes.get("title") or ""
    return " ".join(words.split())


def inline(children: Sequence["Element | str"], setting: Setting) -> list[Json]:
    """The run of text that `children` are, without white space at its ends."""
    return tidied(_nodes(children, setting, 0))


def plain(nodes: Json) -> str:
    """The words of a run, without its marks and footnotes."""
    if isinstance(nodes, str):
        return nodes
    if isinstance(nodes, list):
        return "".join(plain(node) for node in nodes)
    if isinstance(nodes, dict) and nodes.get("k") not in ("note", "cite", "anchor"):
        return " " if nodes.get("k") == "br" else plain(nodes.get("c", []))
    return ""


def is_hidden(element: Element) -> bool:
    """Whether an element is for the screen only, or shown elsewhere in the document."""
    return "hidden" in element.attributes or bool(_HIDDEN & element.classes)


def _nodes(children: Sequence["Element | str"], setting: Setting, depth: int) -> list[Json]:
    nodes: list[Json] = []
    for child in children:
        if isinstance(child, str):
            nodes.append(child)
        elif not is_hidden(child):
            nodes += _element(child, setting, depth)
    return nodes


def _element(element: Element, setting: Setting, depth: int) -> list[Json]:
    special = _SPECIAL.get(element.tag)
    if "sf-cite" in element.classes:
        nodes = _citation(element, setting)
    elif "sf-lane" in element.classes or "sf-kind" in element.classes:
        nodes = [{"k": "label", "c": [element.text()]}]
    elif "arithmatex" in element.classes:
        nodes = [{"k": "code", "c": [_formula(element.text())]}]
    elif special:
        nodes = special(element, setting, depth)
    else:
        nodes = _marked(element, setting, depth)
    return [*anchor_in_text(element, setting), *nodes]


def anchor_in_text(element: Element, setting: Setting) -> list[Json]:
    """The label of an element that has an id."""
    anchor = element.attributes.get("id")
    label = setting.labels.define(setting.page, anchor) if anchor else None
    return [{"k": "anchor", "l": label}] if label else []


def _marked(element: Element, setting: Setting, depth: int) -> list[Json]:
    kind = _KINDS.get(element.tag)
    if kind is None or depth >= MAX_MARKS:
        return _in_language(element, _nodes(element.children, setting, depth), depth)
    inside = _nodes(element.children, setting, depth + 1)
    if kind in _LINES:
        inside = _without_lines(inside)
    return _in_language(element, [{"k": kind, "c": inside}] if plain(inside).strip() else inside, 0)


def _without_lines(nodes: list[Json]) -> list[Json]:
    """PDF/UA-1 allows one line of decoration at a time: the outer one stays."""
    kept: list[Json] = []
    for node in nodes:
        if not isinstance(node, dict) or not isinstance(node.get("c"), list):
            kept.append(node)
            continue
        content = node["c"]
        inside = _without_lines(content if isinstance(content, list) else [])
        kept += inside if node["k"] in _LINES else [node | {"c": inside}]
    return kept


def _in_language(element: Element, nodes: list[Json], depth: int) -> list[Json]:
    language = language_of(element.attributes.get("lang", ""))
    if language is None or depth >= MAX_MARKS or not nodes:
        return nodes
    return [{"k": "lang", "lang": language[0], "region": language[1], "c": nodes}]


def language_of(tag: str) -> tuple[str, str | None] | None:
    """Language and region of a BCP 47 tag as Typst takes them; None for anything else."""
    parts = tag.split("-")
    if not (parts[0].isascii() and parts[0].isalpha() and len(parts[0]) in (2, 3)):
        return None
    regions = [part for part in parts[1:] if len(part) == 2 and part.isascii() and part.isalpha()]
    is_traditional = "hant" in (part.lower() for part in parts[1:])
    return parts[0].lower(), regions[0].upper() if regions else "TW" if is_traditional else None


def _formula(text: str) -> str:
    """A formula as its author wrote it, without the marks that a script looks for."""
    return text.removeprefix("\\(").removesuffix("\\)").removeprefix("\\[").removesuffix("\\]")


def _break(_element: Element, _setting: Setting, _depth: int) -> list[Json]:
    return [{"k": "br"}]


def _nothing(_element: Element, _setting: Setting, _depth: int) -> list[Json]:
    return []


def _quoted(element: Element, setting: Setting, depth: int) -> list[Json]:
    return ["“", *_nodes(element.children, setting, depth), "”"]


def _image(element: Element, setting: Setting, _depth: int) -> list[Json]:
    words = description_of(element)
    if "twemoji" in element.classes or "emojione" in element.classes:
        return [words]
    name = setting.image(element)
    if name:
        return [{"k": "image", "file": name, "alt": words}]
    return [f"[{words}]"] if words else []


def _drawing(element: Element, _setting: Setting, _depth: int) -> list[Json]:
    words = element.attributes.get("aria-label", "")
    return [f"[{words}]"] if words.strip() else []


def _box(element: Element, _setting: Setting, _depth: int) -> list[Json]:
    if element.attributes.get("type") == "checkbox":
        return ["☑ " if "checked" in element.attributes else "☐ "]
    return []


def _link(element: Element, setting: Setting, depth: int) -> list[Json]:
    inside = _nodes(element.children, setting, MAX_MARKS)
    if "footnote-ref" in element.classes:
        return inside
    target = setting.labels.target(setting.page, element.attributes.get("href", ""))
    if "href" not in element.attributes or target is None or not plain(inside).strip():
        return [*_nodes(element.children, setting, depth), *_expansion(element, setting)]
    link: Node = {"k": "link", "c": _unlinked(inside)}
    return [link | target, *_expansion(element, setting)]


def _expansion(element: Element, setting: Setting) -> list[Json]:
    """What makes a name clear, in brackets, where the document has it first."""
    name, long = element.attributes.get("data-card", ""), element.attributes.get("data-expands", "")
    if not long or name in setting.explained:
        return []
    setting.explained.add(name)
    language = Element("span", {"lang": element.attributes.get("data-expands-lang", "")})
    return [" (", *_in_language(language, [long], 0), ")"]


def _unlinked(nodes: list[Json]) -> list[Json]:
    """A link cannot stand in a link."""
    flat: list[Json] = []
    for node in nodes:
        is_link = isinstance(node, dict) and node.get("k") == "link"
        inside = node["c"] if is_link and isinstance(node, dict) else [node]
        flat += inside if isinstance(inside, list) else []
    return flat


def _raised(element: Element, setting: Setting, depth: int) -> list[Json]:
    mark = next((child for child in element.elements if "footnote-ref" in child.classes), None)
    if mark is None:
        return _marked(element, setting, depth)
    note = setting.notes.pop(mark.attributes.get("href", "").removeprefix("#"), None)
    if note is None:
        return [{"k": "sup", "c": [mark.text()]}]
    return [{"k": "note", "c": inline(_paragraphs_as_lines(note), setting)}]


def _paragraphs_as_lines(note: Element) -> list["Element | str"]:
    lines: list[Element | str] = []
    for child in note.children:
        if isinstance(child, Element) and child.tag in ("p", "div", "ul", "ol", "blockquote"):
            lines += [Element("br"), *child.children] if lines else child.children
        elif isinstance(child, Element) or child.strip():
            lines.append(child)
    return lines


def _citation(element: Element, setting: Setting) -> list[Json]:
    """`[see 3, p. 4; 5]`: numbers that link to the source's entry, and where in it."""
    items: list[Node] = []
    notes: list[Json] = []
    before, is_open = "", False
    for child in element.elements:
        if child.tag == "a" and "data-source" in child.attributes:
            source = child.attributes["data-source"]
            target = setting.labels.name(setting.sources, source)
            items.append({"n": child.text(), "to": target, "before": before, "at": ""})
            notes += _passage(source, child.attributes.get("href", ""), setting)
            before, is_open = "", True
        elif "sf-sep" in child.classes or not is_open or not items:
            before = before if "sf-sep" in child.classes else f"{before} {child.text()}".strip()
            is_open = False
        else:
            items[-1]["at"] = f"{items[-1]['at']} {child.text()}".strip()
    if not items:
        return [element.text()]
    if notes and len(items) == 1:  # the footnote says all that the mark would
        return notes
    return [{"k": "cite", "items": [dict(item) for item in items]}, *notes]


def _passage(source: str, href: str, setting: Setting) -> list[Json]:
    """The footnote of the passage that a mark's link leads to (`…/#p-120`), the first time."""
    place = href.rpartition("#p-")[2]
    key = (source, int(place) if place.isascii() and place.isdigit() and len(place) < 10 else -1)
    if key in setting.told or key not in setting.passages:
        return []
    setting.told.add(key)
    return [setting.passages[key]]


_SPECIAL: dict[str, _Rule] = {
    "br": _break,
    "wbr": _nothing,
    "q": _quoted,
    "img": _image,
    "svg": _drawing,
    "input": _box,
    "a": _link,
    "sup": _raised,
}
