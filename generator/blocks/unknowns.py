"""What is not known: each gap by name, what there is instead, and what would settle it.

`items` is a list. Each has `what` (the gap, in a few words) and `text` (what there is instead, or
why it cannot be seen), with citations as in running text. Optional: `would_settle` (what would
close the gap).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings


@dataclass(frozen=True, slots=True)
class Unknown:
    """One thing that is not known."""

    what: str
    text: str
    would_settle: str = ""


@dataclass(frozen=True, slots=True)
class UnknownsOptions:
    """The keys of the block."""

    items: tuple[Unknown, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A gap as written; `would_settle` is empty where the author does not say."""

    what: Markup
    text: Markup
    would_settle: Markup


def write_unknowns(options: UnknownsOptions, surroundings: Surroundings) -> BlockHtml:
    """The gaps as terms with what is said of each."""
    prose = surroundings.writer.prose
    rows = [
        _Row(
            prose(each.what),
            prose(each.text),
            prose(each.would_settle) if each.would_settle else Markup(),
        )
        for each in options.items
    ]
    return BlockHtml(surroundings.writer.template("unknowns.html", rows=rows))


def unknowns_faults(options: UnknownsOptions, _surroundings: Surroundings) -> Iterator[BlockFault]:
    """A list without an entry, and entries that say nothing."""
    if not options.items:
        yield BlockFault("nothing is listed here", "Add an entry, or remove the block.", ("items",))
    for index, each in enumerate(options.items):
        for key in ("what", "text"):
            if not getattr(each, key).strip():
                yield BlockFault(
                    f"`{key}` is empty", "Say it in a few words.", ("items", index, key)
                )


BLOCK = BlockKind(UnknownsOptions, write_unknowns, unknowns_faults)

EXAMPLE = """\
items:
  - what: Use
    text: The article does not say how many people use the model [@harbour-2026-02-09].
    would_settle: A figure from the maker.
"""
