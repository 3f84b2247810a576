"""How long chapters are, and which charts may leave their place for text to fill the page.

A chart that floats stands at the foot of its page or the next. Near the beginning and the end of a
chapter it stays: it could come before the one, and the next chapter above the other. So it does
near the end of its section, or it would stand under the heading of the next.
"""

from generator.typesetting.inline import plain
from generator.typesetting.legible import Node
from generator.typesetting.widths import letters, letters_in

_ENOUGH = 3500
"""Letters of text that follow, about a page of them."""
_BEGUN = 1600
"""Letters that come before: as much as a chapter wants of the page that it begins on. A float
within them would take that room away, and the chapter would move on and leave the float behind.
"""
_SECTION = 700
"""Letters of its section that follow a chart, about ten lines of them."""
_LONG = 40_000
_HEIGHT = 1500
"""What a chart or a table counts for, in letters of text that take as much room."""


def floating(content: list[Node]) -> list[Node]:
    """The blocks of a chapter, with the charts marked that may float."""
    sizes = [_size(block) for block in content]
    return [
        block if block["b"] != "chart" else block | {"floats": _may_float(place, content, sizes)}
        for place, block in enumerate(content)
    ]


def _may_float(place: int, content: list[Node], sizes: list[int]) -> bool:
    rest = range(place + 1, len(content))
    headings = (each for each in rest if content[each]["b"] == "h")
    section = sum(sizes[place + 1 : next(headings, len(content))])
    return (
        sum(sizes[:place]) >= _BEGUN and sum(sizes[place + 1 :]) >= _ENOUGH and section >= _SECTION
    )


def is_long(content: list[Node]) -> bool:
    """Whether a chapter has so many pages that it may open one: Typst sets parts that begin with
    a page beside each other.
    """
    return sum(map(_size, content)) > _LONG


def _size(block: Node) -> int:
    if block["b"] in ("p", "h"):
        return letters(plain(block.get("c", [])))
    return (
        _HEIGHT
        if block["b"] in ("chart", "table", "forecasts", "judgements")
        else letters_in(block)
    )
