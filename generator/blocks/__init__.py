"""The contract of this folder: one file is one fenced block, and its name is the block's name.

A file has a docstring (its manual page: what the block shows, its keys), `BLOCK`, and `EXAMPLE`,
the YAML body of one block that works in the example project. `BLOCK` holds the record that the
YAML body is validated against and the function that writes the block's HTML through a template of
`templates/blocks/`. Colours and marks of charts are scenes (generator/charts), which the PDF draws
itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from markupsafe import Markup

from generator.charts.scene import Scene
from generator.model.briefing import Briefing
from generator.model.source import Library
from generator.plugins import implementations


class Writer(Protocol):
    """What a block may ask of the page it is written into."""

    def prose(self, text: str) -> Markup:
        """The HTML of one paragraph's worth of authored text, citations as numbered marks."""

    def uncited(self, text: str) -> Markup:
        """The same without citation marks, for lists that show the text of another page."""

    def cite(self, citations: Iterable[str]) -> Markup:
        """Numbered marks for a `cite:` list (`"@id"`, `"@id, ¶4"`)."""

    def link(self, path: str) -> str:
        """The address of a page of the site (`sources/harbour`), relative to this one."""

    def template(self, name: str, **values: object) -> Markup:
        """`templates/blocks/<name>`, filled in; values are escaped. It also reads `words`, those
        of the site in the page's language.
        """

    def next_id(self, prefix: str) -> str:
        """An id that no other element of the page has."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a block stands: its briefing (None on a free page), the library, all briefings."""

    library: Library
    briefings: tuple[Briefing, ...]
    writer: Writer
    briefing: Briefing | None = None
    language: str = "en"
    path: str = ""
    """Where the page is published; empty where a block is read but not written."""


@dataclass(frozen=True, slots=True)
class BlockHtml:
    """A block as written. `scenes` are its drawings: `data-scene="i"` on an element of `html`
    says that scene `i` stands there.
    """

    html: Markup
    scenes: tuple[Scene, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockFault:
    """What is wrong with a block's content beyond its schema, and at which key."""

    message: str
    help: str = ""
    place: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockKind:
    """A block as registered.

    `options` is a frozen dataclass; `write` makes the HTML; `faults` says what cannot be drawn
    (a column that the data does not have). `write` is only called when there are none. `cites`
    gives the ids of sources that the block cites without its author naming them.
    """

    options: type
    write: Callable[[Any, Surroundings], BlockHtml]  # Any: each block has its own options record
    faults: Callable[[Any, Surroundings], Iterable[BlockFault]] = field(
        default=lambda _options, _surroundings: ()
    )
    cites: Callable[[Any, Surroundings], Iterable[str]] = field(
        default=lambda _options, _surroundings: ()
    )


def blocks() -> dict[str, BlockKind]:
    """All blocks by name."""
    return implementations("blocks", "BLOCK")
