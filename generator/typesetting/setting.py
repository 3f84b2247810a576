"""What the content of one page is read with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from generator.charts.scene import Scene
from generator.typesetting.html import Element
from generator.typesetting.labels import HERE, Labels
from generator.typesetting.legible import Node


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page's content is read with."""

    page: str
    labels: Labels
    scenes: tuple[Scene, ...] = ()
    notes: dict[str, Element] = field(default_factory=dict)
    """Footnotes of the page by their id."""
    sources: str = ""
    """Path of the page whose ids are those of the sources."""
    words: Mapping[str, str] = field(default_factory=dict)
    passages: Mapping[tuple[str, int], Node] = field(default_factory=dict)
    """Footnotes of quoted passages by source and place; each is set once in a chapter."""
    told: set[tuple[str, int]] = field(default_factory=set)
    explained: set[str] = field(default_factory=set)
    """The names that the document has explained so far."""
    picture: Callable[[str], str | None] = lambda _path: None
    """The name among the PDF's files of an image of the site, by its path."""
    records: Callable[[str, frozenset[str]], list[Node]] = lambda _kind, _ids: []
    """What stands for a block that is set from the briefing's records: the kind of block and
    the ids in it."""

    def image(self, element: Element) -> str | None:
        """The name among the PDF's files of the image that an `img` shows; None for one that is
        not of the project or cannot be set.
        """
        source = element.attributes.get("src", "").strip()
        try:
            parts = urlsplit(self.labels.whole(self.page, source))
        except ValueError:
            return None
        is_ours = f"{parts.scheme}://{parts.netloc}/" == HERE
        return self.picture(parts.path.strip("/")) if is_ours and source else None
