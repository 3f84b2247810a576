"""The texts in the YAML of a known block, each read like a paragraph of its own."""

import re
from collections.abc import Collection, Iterator

from generator.briefing.canvas import Canvas
from generator.briefing.layout import Leaf, Piece, Shape
from generator.briefing.lines import Fence
from generator.briefing.prose import read_prose
from generator.briefing.units import Unit, read_part
from generator.model.page import Block
from generator.model.span import TextFile
from generator.text.strict_yaml import Place, read_yaml

_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*[ \t]*(?:#[^\n]*)?(?:\r?\n|$)")
_NAMES = frozenset(("about", "metric", "entities", "event"))
_ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}


def known_blocks(
    file: TextFile, fences: Collection[Fence], names: Collection[str]
) -> Iterator[Block]:
    """The fenced blocks with a name that is known."""
    for fence in fences:
        if fence.name in names:
            start, end = fence.body
            span = file.span(fence.start, fence.end)
            yield Block(fence.name, span, _without_prefixes(file, fence), start, end)


def _without_prefixes(file: TextFile, fence: Fence) -> TextFile:
    """The file with spaces for the `>` of block quotes, so that the YAML in it can be read."""
    if not any(">" in file.text[start:end] for start, end in fence.prefixes):
        return file
    parts: list[str] = []
    at = 0
    for start, end in fence.prefixes:
        parts += [file.text[at:start], " " * (end - start)]
        at = end
    return TextFile(file.path, "".join([*parts, file.text[at:]]))


def block_units(block: Block, language: str) -> Iterator[Unit]:
    """The texts of the block; the entries of a `cite:` list are read as if in brackets.

    Names of what notes report are no texts: they stand there as the notes have them.
    """
    document = read_yaml(block.body, block.body_start, block.body_end)
    for place, value, span in document.scalars():
        if _is_name(place):
            continue
        is_cite = "cite" in place[-2:]
        canvas = _canvas(block.body, value, span.start, span.end, is_cite=is_cite)
        prose = read_prose(canvas, Shape.PROSE, html=False)
        part = read_part(prose, Shape.PROSE, language)
        leaf = Leaf(Shape.PROSE, (((span.start, span.end),),))
        yield Unit(leaf, (part,))


def _is_name(place: Place) -> bool:
    """Whether a metric, an entity or an event stands there, or an entry of a list of events."""
    is_event = len(place) == 2 and place[0] == "events"
    return is_event or not _NAMES.isdisjoint(place)


def _canvas(file: TextFile, value: str, start: int, end: int, *, is_cite: bool) -> Canvas:
    """The value with the place of each character; an entry of `cite:` gets its brackets."""
    pieces = list(_aligned(file.text[start:end], value))
    starts = [start + first for first, _ in pieces]
    ends = [start + last for _, last in pieces]
    if is_cite and value:
        value = f"[{value}]"
        starts = [starts[0], *starts, ends[-1]]
        ends = [starts[0], *ends, ends[-1]]
    return Canvas(file, value, starts, ends)


def _aligned(source: str, value: str) -> Iterator[Piece]:
    """For each character of a YAML scalar its place in `source`, which may fold and escape it."""
    quote = source[:1] if source[:1] in ("'", '"') else ""
    header = _BLOCK_HEADER.match(source)
    at = len(quote) or (header.end() if header else 0)
    for char in value:
        at = _skipped(source, at, char, quote)
        end = _end_of_character(source, at, char, quote)
        yield min(at, len(source)), min(end, len(source))
        at = end


def _skipped(source: str, at: int, char: str, quote: str) -> int:
    """Past the indentation and the folded line breaks before `char`."""
    while at < len(source):
        if quote == '"' and source.startswith(("\\\n", "\\\r"), at):
            at += 2
        elif source[at].isspace() and not char.isspace():
            at += 1
        else:
            return at
    return at


def _end_of_character(source: str, at: int, char: str, quote: str) -> int:
    """The place after what stands for `char` at `at`; the same place where nothing does."""
    written = source[at : at + 1]
    if quote == '"' and written == "\\":
        return at + _ESCAPE_LENGTHS.get(source[at + 1 : at + 2], 2)
    if quote == "'" and char == "'":
        return at + 2
    if written == char:
        return at + 1
    if not (char.isspace() and written.isspace()):
        return at
    while at < len(source) and source[at].isspace():
        at += 1
    return at
