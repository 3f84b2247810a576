"""Tables: rows of cells on a grid that holds whatever the spans say, with widths for the page.

A table that is too wide for paper is set as a list of records, one row after the other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.typesetting.html import Element
from generator.typesetting.inline import inline, plain
from generator.typesetting.legible import Json, Node
from generator.typesetting.setting import Setting
from generator.typesetting.widths import letters, longest_word

MAX_COLUMNS = 9
MEASURE_LETTERS = 82
"""Letters of the table's face on the measure; the full width has a third more."""
FULL_LETTERS = 107
_KEPT_ROWS = 12
_TALL_CELL = 900
_UNBROKEN = 18  # letters of a cell, such as a date, that should stay on one line
Compose = Callable[[Element], list[Node]]


@dataclass(frozen=True, slots=True)
class _Cell:
    element: Element
    column: int
    across: int
    down: int


def table(
    element: Element, setting: Setting, compose: Compose, *, caption: list[Json] | None
) -> list[Node]:
    """The table as one block, or as a list of records where it has too many columns."""
    found = element.first(tag="caption")
    title = caption or (inline(found.children, setting) if found else [])
    heads, rows = _rows(element)
    columns = max((_width(row) for row in (*heads, *rows)), default=0)
    if not columns:
        return []
    if columns > MAX_COLUMNS:
        return _records(title, heads, rows, compose)
    head_grid, body_grid = _grid(heads, columns), _grid(rows, columns)
    widths, is_wide, is_small = _widths([*head_grid, *body_grid], columns)
    lengths = [letters(cell.element.text()) for row in body_grid for cell in row]
    return [
        {
            "b": "table",
            "caption": title,
            "widths": list(widths),
            "wide": is_wide,
            "small": is_small,
            "keep": len(rows) <= _KEPT_ROWS and sum(lengths) < 1600,
            "tall": max(lengths, default=0) > _TALL_CELL or any(_spans(row) for row in body_grid),
            "heads": len(head_grid),
            "head": [[_node(cell, compose) for cell in row] for row in head_grid],
            "rows": [[_node(cell, compose) for cell in row] for row in body_grid],
        }
    ]


def as_table(listed: Element) -> Element:
    """A list whose items have two parts, as a table: the first part is the head of the row."""
    rows = [
        Element("tr", {}, [_cell(part, "td" if number else "th") for number, part in parts])
        for parts in (enumerate(item.elements) for item in listed.elements)
    ]
    return Element("table", {}, [*rows], holds_blocks=True)


def _cell(part: Element, tag: str) -> Element:
    return Element(tag, {}, part.children, part.holds_blocks)


def _rows(element: Element) -> tuple[list[Element], list[Element]]:
    """Rows of the head and of the body: direct children only, as a table in a cell has its own."""
    heads: list[Element] = []
    bodies: list[Element] = []
    for child in element.elements:
        rows = [child] if child.tag == "tr" else [row for row in child.elements if row.tag == "tr"]
        (heads if child.tag == "thead" else bodies).extend(row for row in rows if row.elements)
    return (heads, bodies) if bodies else ([], heads)


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.elements if cell.tag in ("td", "th")]


def _span(cell: Element, name: str) -> int:
    text = cell.attributes.get(name, "1").strip()
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 6 else 1


def _width(row: Element) -> int:
    """Columns of a row; a span counts for at most the cells a page can hold."""
    return sum(max(1, min(_span(cell, "colspan"), MAX_COLUMNS)) for cell in _cells(row))


def _spans(row: list[_Cell]) -> bool:
    return any(cell.down > 1 for cell in row)


def _grid(rows: list[Element], columns: int) -> list[list[_Cell]]:
    """Every place of the grid taken exactly once: spans are cut, missing cells are added."""
    busy: set[tuple[int, int]] = set()
    grid: list[list[_Cell]] = []
    for number, row in enumerate(rows):
        placed: list[_Cell] = []
        cells = _cells(row)
        column = 0
        while column < columns:
            if (number, column) in busy:
                column += 1
                continue
            element = cells.pop(0) if cells else Element("td")
            across = _room(busy, number, column, min(_span(element, "colspan"), columns - column))
            down = max(1, min(_span(element, "rowspan"), len(rows) - number))
            busy |= {
                (r, c) for r in range(number, number + down) for c in range(column, column + across)
            }
            placed.append(_Cell(element, column, across, down))
            column += across
        grid.append(placed)
        last = next((row for row in reversed(grid) if row), None)
        if cells and last:
            last[-1] = _with_rest(last[-1], cells)
    return grid


def _room(busy: set[tuple[int, int]], row: int, column: int, wanted: int) -> int:
    free = 1
    while free < wanted and (row, column + free) not in busy:
        free += 1
    return free


def _with_rest(cell: _Cell, rest: list[Element]) -> _Cell:
    """Cells that found no place, joined to the last one that did."""
    children = [*cell.element.children]
    for element in rest:
        children += [" ", *element.children]
    joined = Element(cell.element.tag, cell.element.attributes, children)
    joined.holds_blocks = any(element.holds_blocks for element in (cell.element, *rest))
    return _Cell(joined, cell.column, cell.across, cell.down)


def _node(cell: _Cell, compose: Compose) -> Node:
    return {
        "across": cell.across,
        "down": cell.down,
        "align": _alignment(cell.element),
        "head": cell.element.tag == "th",
        "blocks": list(compose(cell.element)),
    }


def _alignment(cell: Element) -> str:
    said = cell.attributes.get("style", "") + " " + cell.attributes.get("align", "")
    said += " right" if {"r", "sf-num"} & cell.classes else ""
    if "right" in said:
        return "end"
    return "center" if "center" in said else "start"


def _widths(grid: list[list[_Cell]], columns: int) -> tuple[list[float], bool, bool]:
    """Shares of the columns, whether it takes the full width, and whether it is set smaller.

    A column gets room for its longest word first, and of the rest as the square root of its
    longest text, which keeps rows of much text low without starving short columns.
    """
    words, texts = [3] * columns, [3] * columns
    for cell in (cell for row in grid for cell in row if cell.across == 1):
        text = cell.element.text()
        width = letters(text)
        longest = width if width <= _UNBROKEN else longest_word(text)
        words[cell.column] = max(words[cell.column], min(longest, 24) + 2)
        texts[cell.column] = max(texts[cell.column], min(width + 2, 400))
    need = sum(
        min(text, 28) if text < 28 else max(word, 18)
        for word, text in zip(words, texts, strict=True)
    )
    is_wide = need > MEASURE_LETTERS
    room = FULL_LETTERS if is_wide else MEASURE_LETTERS
    base = [
        float(min(text, word if sum(words) > room / 2 else max(word, 12)))
        for word, text in zip(words, texts, strict=True)
    ]
    rest = max(0.0, room - sum(base))
    wants = [max(0.0, text - share) ** 0.5 for text, share in zip(texts, base, strict=True)]
    total = sum(wants) or 1.0
    return (
        [round(share + rest * want / total, 2) for share, want in zip(base, wants, strict=True)],
        is_wide,
        need > FULL_LETTERS,
    )


def _records(
    title: list[Json], heads: list[Element], rows: list[Element], compose: Compose
) -> list[Node]:
    names = [compose(cell) for cell in _cells(heads[-1])] if heads else []
    found: list[Node] = [{"b": "p", "c": [{"k": "strong", "c": title}]}] if title else []
    extra = [[compose(cell) for cell in _cells(row)] for row in heads[:-1]]
    found += [node for row in extra for cell in row for node in cell]
    if names and not rows:
        rows, names = [heads[-1]], []
    items: list[Json] = [
        [node for part in _record(row, names, compose) for node in part] for row in rows
    ]
    return [*found, {"b": "list", "ordered": True, "start": 1, "items": items}]


def _record(row: Element, names: list[list[Node]], compose: Compose) -> Iterator[list[Node]]:
    for number, cell in enumerate(_cells(row)):
        name = plain([node.get("c", []) for node in names[number]]) if number < len(names) else ""
        inside = compose(cell)
        if name and inside and inside[0]["b"] == "p":
            run = inside[0]["c"]
            first: list[Json] = [{"k": "strong", "c": [f"{name}: "]}]
            first += run if isinstance(run, list) else []
            yield [{"b": "p", "c": first}, *inside[1:]]
        else:
            yield inside
