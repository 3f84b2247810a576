"""Images of the project, where they stand by themselves."""

from collections.abc import Sequence

from generator.typesetting.html import Element
from generator.typesetting.inline import description_of, plain
from generator.typesetting.legible import Json, Node
from generator.typesetting.setting import Setting


def pictures(children: Sequence[Element | str], setting: Setting) -> list[Node]:
    """The images where a paragraph is nothing else; `inline` has those in a line of text."""
    images = _only_images(children) or []
    found = [picture(image, setting, []) for image in images]
    return [node for node in found if node] if all(found) else []


def picture(element: Element, setting: Setting, caption: list[Json]) -> Node | None:
    """An image of the project with its description; None where it cannot be set."""
    name = setting.image(element)
    if name is None:
        return None
    return {
        "b": "picture",
        "file": name,
        "alt": description_of(element),
        "caption": caption,
        "name": plain(caption),
    }


def _only_images(children: Sequence[Element | str]) -> list[Element] | None:
    """The images in a run; None where there is anything else in it."""
    images: list[Element] = []
    for child in children:
        inner: list[Element] | None = None
        if isinstance(child, str):
            inner = None if child.strip() else []
        elif child.tag == "img":
            inner = [child]
        elif child.tag in ("a", "picture"):
            inner = _only_images(child.children)
        if inner is None:
            return None
        images += inner
    return images
