"""An SVG drawn anew from the shapes and words in it.

Kept are lines, shapes, text, gradients and clips. Scripts, styles that fetch, animations, filters,
foreign content, embedded images and everything that points out of the file are left out; so are
references within references, with which a small file can ask for any amount of work.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_MOST_ELEMENTS = 50_000
_MOST_DEPTH = 60
_SHAPES = "svg g path rect circle ellipse line polyline polygon text tspan symbol use title desc"
_PAINTS = "defs linearGradient radialGradient stop clipPath style"
_KEPT = frozenset(f"{_SHAPES} {_PAINTS}".split())
_WITH_WORDS = frozenset(("text", "tspan", "title", "desc", "style"))
_OUTSIDE = re.compile(
    r"@import|@font-face|expression|javascript:|url\(\s*[\"']?(?!#)", re.IGNORECASE
)


class _RefusedError(Exception):
    """The file is no SVG that can be drawn."""


@dataclass(slots=True)
class _Shape:
    name: str
    attributes: dict[str, str]
    children: list["_Shape | str"] = field(default_factory=list)


def rebuilt(content: bytes) -> bytes | None:
    """The drawing as SVG that can be handed on; None where `content` is none."""
    reader = _Reader()
    try:
        reader.read(content)
    except (expat.ExpatError, _RefusedError, ValueError):
        return None
    root = reader.root
    if root is None or root.name != "svg":
        return None
    return "".join(_Writer(_targets(root)).written(root)).encode()


class _Reader:
    """Builds the tree of what is kept. Entities of the file's own making are refused."""

    def __init__(self) -> None:
        self.root: _Shape | None = None
        self._open: list[_Shape] = []
        self._skipped = 0
        self._count = 0

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = self._refuse
        parser.Parse(content, True)  # noqa: FBT003 (expat takes it by place)

    def _start(self, full_name: str, attributes: dict[str, str]) -> None:
        namespace, _, name = full_name.rpartition(" ")
        self._count += 1
        if self._count > _MOST_ELEMENTS:
            raise _RefusedError
        is_kept = namespace == _SVG and name in _KEPT and len(self._open) < _MOST_DEPTH
        if self._skipped or not is_kept:
            self._skipped += 1
            return
        shape = _Shape(name, dict(_safe(attributes)))
        if self._open:
            self._open[-1].children.append(shape)
        elif self.root is None:
            self.root = shape
        self._open.append(shape)

    def _end(self, _name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._open.pop()

    def _words(self, text: str) -> None:
        if not self._skipped and self._open and self._open[-1].name in _WITH_WORDS:
            self._open[-1].children.append(text)

    def _refuse(self, *_: object) -> None:
        raise _RefusedError


def _safe(attributes: dict[str, str]) -> list[tuple[str, str]]:
    kept: list[tuple[str, str]] = []
    for full_name, value in attributes.items():
        namespace, _, name = full_name.rpartition(" ")
        if name == "href" and namespace in ("", _XLINK):
            if value.startswith("#"):
                kept.append(("href", value))
        elif not namespace and not name.lower().startswith("on") and not _OUTSIDE.search(value):
            kept.append((name, value))
    return kept


def _targets(root: _Shape) -> dict[str, int]:
    """Ids of shapes that hold no reference to another, with the number of shapes in each."""
    found: dict[str, int] = {}
    for shape in _inside(root):
        if "id" in shape.attributes:
            inner = list(_inside(shape))
            if not any(each.name == "use" for each in inner):
                found[shape.attributes["id"]] = len(inner)
    return found


def _inside(shape: _Shape) -> Iterator[_Shape]:
    waiting = [shape]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += [child for child in each.children if isinstance(child, _Shape)]


@dataclass(slots=True)
class _Writer:
    """Writes shapes; `room` is how many shapes references may still draw."""

    targets: dict[str, int]
    room: int = _MOST_ELEMENTS

    def written(self, shape: _Shape, *, in_clip: bool = False) -> Iterator[str]:
        if shape.name == "use" and not self._may_draw(shape):
            return
        in_clip = in_clip or shape.name == "clipPath"
        attributes = {
            name: value
            for name, value in shape.attributes.items()
            if not (in_clip and "url(" in value)
        }
        if shape.name == "svg":
            attributes = {"xmlns": _SVG, **attributes}
        given = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
        yield f"<{shape.name}{given}>"
        for child in shape.children:
            if isinstance(child, _Shape):
                yield from self.written(child, in_clip=in_clip)
            elif shape.name != "style" or not _OUTSIDE.search(child):
                yield escape(child, quote=False)
        yield f"</{shape.name}>"

    def _may_draw(self, use: _Shape) -> bool:
        size = self.targets.get(use.attributes.get("href", "")[1:])
        if size is None or size > self.room:
            return False
        self.room -= size
        return True
