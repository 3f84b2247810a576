"""The contract of this folder: one file makes one kind of published file from a build.

A file has a docstring and `EXPORT`, a function from `Published` to the files it makes.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.charts.scene import Scene
from generator.model.build import Asset, Build
from generator.model.card import CARD
from generator.plugins import implementations


@dataclass(frozen=True, slots=True)
class Content:
    """A page's content HTML, without the site around it, and the scenes it refers to."""

    html: str
    scenes: tuple[Scene, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """A build and the content of its pages by page path.

    `template` gives the bytes of a bundled or overridden template file (`pdf/report.typ`) and
    `template_folder` the files of one folder of templates, by name.
    """

    build: Build
    contents: Mapping[str, Content]
    template: Callable[[str], bytes]
    timestamp: int
    """Seconds since 1970 of the newest date in the metadata, for formats that want a time."""
    file: Callable[[str], bytes | None] = lambda _path: None
    """The bytes of a file among the project's pages (`assets/map.png`); None where there is none
    that may be read."""
    fonts: tuple[Path, ...] = ()
    """Folders of fonts that the project brings."""
    made: Mapping[str, bytes] = field(default_factory=dict)
    """What the exporters before this one have made, by path."""


Export = Callable[[Published], Iterator[Asset]]


COSTLY = {"card": CARD, "pdf": "{slug}.pdf"}
"""The exporters that set type, and what each makes beside a briefing's overview. They run last, the
PDF at the end, for it carries what others make; in a preview they run on demand."""


def exporters() -> dict[str, Export]:
    """All exporters by name, in the order in which they run."""
    found: dict[str, Export] = implementations("exporters", "EXPORT")
    return dict(sorted(found.items(), key=lambda each: (each[0] in COSTLY, each[0])))
