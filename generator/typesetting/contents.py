"""How closely the list of contents is set, so that it stays on one page wherever it can.

Typst could measure it, but would set the whole list twice more for that, in each of its passes.
So its lines are counted here; the figures are those of report.typ.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.typesetting.legible import Json, Node
from generator.typesetting.widths import letters

_PAGE = 48 * 14.0 - 58.0
"""Points of a page below its heading."""
_MEASURE = 350.0
"""Points of an entry's line, without its page number."""
_FULL = 490.0
_GUTTER = 18.0
_LEADING = 3.6
_KEY_GAP = 28.0
_DEPTH = 2


@dataclass(frozen=True, slots=True)
class _Face:
    """A size in points, the share of it that a letter takes, and the space above a line where
    there is room and where there is none (`gap` in report.typ is given the same).
    """

    size: float
    letter: float
    roomy: float
    close: float

    def height(self, words: str, measure: float) -> float:
        """Points that a text takes, without the space above it."""
        lines = -(-letters(words) * self.letter * self.size // measure) or 1
        return lines * self.size + (lines - 1) * _LEADING


_PARTS = _Face(10.4, 0.52, 14.0, 9.0)
_HEADINGS = _Face(9.4, 0.47, 4.5, 2.4)
_FIGURES = _Face(9.4, 0.47, 5.5, 2.4)
_FIGURES_LABEL = _Face(9.2, 0.6, 28.0 + 6.0, 18.0 + 6.0)
_KEYS = _Face(8.6, 0.47, 0.0, 0.0)


def closeness(parts: Sequence[Node], keys: Json) -> float:
    """How far the lines of the contents move together: 0 where they have their room, 1 where they
    stand as close as they may. As little as keeps the list, and the key to the marks below it, to
    as few pages as there can be.
    """
    entries = [*_entries(parts)]
    ink = _keys_height(keys) + sum(face.height(words, _MEASURE) for face, words in entries)
    roomy = sum(face.roomy for face, _ in entries)
    close = sum(face.close for face, _ in entries)
    pages = -(-(ink + close) // _PAGE)
    spare = pages * _PAGE - ink - close
    return round(min(1.0, max(0.0, 1 - spare / (roomy - close))), 2) if roomy > close else 0.0


def _entries(parts: Sequence[Node]) -> Iterator[tuple[_Face, str]]:
    figures: list[str] = []
    for part in parts:
        yield _PARTS, str(part["title"])
        for block in _blocks(part):
            level = block.get("level")
            if block["b"] == "h" and block.get("listed", True) and level == _DEPTH:
                yield _HEADINGS, str(block["plain"])
            if block["b"] == "chart" or (block["b"] == "picture" and block["caption"]):
                figures.append(str(block["name"]))
    if figures:
        yield _FIGURES_LABEL, ""
    yield from ((_FIGURES, name) for name in figures)


def _blocks(part: Node) -> list[Node]:
    listed = part.get("blocks")
    return (
        [block for block in listed if isinstance(block, dict)] if isinstance(listed, list) else []
    )


def _keys_height(keys: Json) -> float:
    """Of the key to the marks: pairs of a name and a note, beside each other."""
    if not isinstance(keys, list) or not keys:
        return 0.0
    notes = [str(pair[-1]) for pair in keys if isinstance(pair, list)]
    measure = (_FULL - _GUTTER * (len(notes) - 1)) / len(notes)
    return _KEY_GAP + 24.0 + max(_KEYS.height(note, measure) for note in notes)
