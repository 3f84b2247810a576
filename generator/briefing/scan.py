"""The block structure of a page: what is prose, and in which block it stands.

It follows Python-Markdown's block parser (with tables, footnotes, admonition, def_list, attr_list
and pymdownx.superfences, details, tabbed) in what is code and what is prose, on lines that know
their places. Nesting is followed to a fixed depth; below it all is one paragraph.
"""

import re
from dataclasses import dataclass, replace

from generator.briefing import tables
from generator.briefing.insets import page_lines
from generator.briefing.layout import Layout, Leaf, Piece, Shape
from generator.briefing.lines import TAB, Fence, Line, RawHtml, split
from generator.briefing.runs import (
    ITEM,
    QUOTE,
    after_blank,
    after_indented,
    after_run,
    item_run,
    later_runs,
    loosened,
    trimmed,
    unquoted,
)

_MAX_DEPTH = 40

_TITLED = re.compile(
    r"!!! ?[\w-]+(?: +[\w-]+)*(?: +\"[^\n]*\")? *$"
    r"|\?\?\?\+? ?(?=[\w\"-])(?:[\w-]+(?: +[\w-]+)*)?(?: *\"[^\n]*\")? *$"
    r"|={3}(?:\+|\+!|!\+|!)? +\"[^\n]*\" *$"
)
_HASH = re.compile(r"#{1,6}")
_UNDERLINE = re.compile(r"(=+|-+) *$")
_RULE = re.compile(r" {0,3}([-_*])(?: {0,2}\1){2,} *$")
_DEFINITION = re.compile(r" {0,3}:(?: {1,3}|\t)")
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]]*)\]:[ \t]*")
_LINK = re.compile(r" {0,3}\[([^\[\]^][^\[\]]*)\]: *(\S*)(?: +(\".*\"|'.*'|\(.*\)))? *$")
_LINK_TITLE = re.compile(r" *(?:\".*\"|'.*'|\(.*\)) *$")
_INTERRUPTING = (_TITLED, _HASH, _RULE, QUOTE, _FOOTNOTE, _DEFINITION)


@dataclass(frozen=True, slots=True)
class _Place:
    """What the blocks being read stand in."""

    depth: int = 0
    footnote: str | None = None
    quote: int | None = None

    def inside(self) -> "_Place":
        return replace(self, depth=self.depth + 1)


def scan(text: str, start: int, *, html: bool = True) -> Layout:
    """The blocks of the Markdown that begins at `start`. Without `html`, tags are plain text."""
    scanner = _Scanner(text)
    scanner.read(list(page_lines(text, start, html=html)), _Place())
    scanner.layout.regions.sort(key=lambda region: (region[0], -region[1]))
    return scanner.layout


class _Scanner:
    """Reads lines into a layout. Each handler returns the index of the line after its block."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.layout = Layout()
        self._quotes = 0

    def read(self, lines: list[Line], place: _Place) -> None:
        """Read the blocks that these lines make."""
        index = 0
        while index < len(lines):
            line = lines[index]
            if line.is_blank:
                index += 1
            elif line.indent >= TAB:
                index = after_indented(lines, index)
                lines = self._with_fences_undone(lines, index)
            elif line.inset and not QUOTE.match(line.text):
                index = self._inset(lines, index, place)
            else:
                index = self._block(lines, index, place)

    def _with_fences_undone(self, lines: list[Line], index: int) -> list[Line]:
        """After indented code, superfences takes fences back up to the next blank line."""
        after = after_run(lines, index)
        if not any(isinstance(line.inset, Fence) for line in lines[index:after]):
            return lines
        undone = [plain for line in lines[index:after] for plain in self._undone(line)]
        return [*lines[:index], *undone, *lines[after:]]

    def _undone(self, line: Line) -> list[Line]:
        fence = line.inset
        if not isinstance(fence, Fence):
            return [line]
        contents = [fence.start, *(end for _, end in fence.prefixes), fence.last]
        ends = [end for _, end, _ in split(self.text, fence.start, fence.end)]
        return [
            Line(start, self.text[start:end]) for start, end in zip(contents, ends, strict=True)
        ]

    def _block(self, lines: list[Line], index: int, place: _Place) -> int:
        """In the order of Python-Markdown's processors, which decides between them."""
        if place.depth < _MAX_DEPTH:
            for handler in (
                self._titled, self._table, self._heading, self._rule, self._list, self._quote,
                self._definition, self._footnote, self._link,
            ):  # fmt: skip
                after = handler(lines, index, place)
                if after is not None:
                    return after
        return self._paragraph(lines, index, place)

    def _inset(self, lines: list[Line], index: int, place: _Place) -> int:
        inset = lines[index].inset
        if isinstance(inset, RawHtml):
            self._html(inset, place)
        elif inset:
            self.layout.fences.append(inset)
            self.layout.regions.append((inset.start, inset.end))
            if index + 1 < len(lines) and _continues(lines, index + 1):
                # To Python-Markdown the fence is a word in a paragraph that goes on here.
                return self._paragraph(lines, index + 1, place)
        return index + 1

    def _html(self, inset: RawHtml, place: _Place) -> None:
        if inset.is_comment:
            self.layout.comments.append((inset.start, inset.end))
            return
        for start, end in inset.texts:
            pieces = [(first, last) for first, last, _ in split(self.text, start, end)]
            self._leaf(Shape.HTML, pieces, place)
        self.layout.regions.append((inset.start, inset.end))

    def _leaf(self, shape: Shape, pieces: list[Piece], place: _Place, level: int = 0) -> None:
        first, last = pieces[0][0] if pieces else 0, pieces[-1][1] if pieces else 0
        if self.text[first:last].strip():
            self.layout.leaves.append(
                Leaf(shape, (tuple(pieces),), level, place.footnote, place.quote)
            )
            self.layout.regions.append((first, last))

    def _container(self, first: Line, content: list[Line], place: _Place) -> None:
        """Read the content of a container that begins with the line `first`."""
        ends = [line.end for line in content if not line.is_blank]
        start = first.start + len(first.text) - len(first.text.lstrip(" \t"))
        self.layout.regions.append((start, max(ends, default=first.end)))
        self.read(content, place.inside())

    def _titled(self, lines: list[Line], index: int, place: _Place) -> int | None:
        """`!!!`, `???`, `===`: the title is no prose, what is indented below it is."""
        if not _TITLED.match(lines[index].text):
            return None
        after = after_indented(lines, index + 1)
        self._container(lines[index], [line.dedented() for line in lines[index + 1 : after]], place)
        return after

    def _table(self, lines: list[Line], index: int, place: _Place) -> int | None:
        if index + 1 == len(lines) or "-" not in lines[index + 1].text or lines[index + 1].inset:
            return None
        if "|" not in lines[index].text:
            return None
        after = after_run(lines, index)
        rows = lines[index:after]
        count = tables.columns([row.text for row in rows])
        if count == 0:
            return None
        bordered = tables.has_border(rows[0].text)
        for row in (rows[0], *rows[2:]):
            places = tables.cells(row.text, bordered=bordered)[:count]
            parts = tuple(((row.start + first, row.start + last),) for first, last in places)
            self.layout.leaves.append(
                Leaf(Shape.ROW, parts, footnote=place.footnote, quote=place.quote)
            )
        self.layout.regions.append((rows[0].start, rows[-1].end))
        return after

    def _heading(self, lines: list[Line], index: int, place: _Place) -> int | None:
        line = lines[index]
        hashed = _HASH.match(line.text)
        if hashed:
            piece = trimmed(line, hashed.end(), len(line.text.rstrip("# \t")))
            self._leaf(Shape.HEADING, [piece], place, hashed.end())
            return index + 1
        following = lines[index + 1] if index + 1 < len(lines) else None
        underlined = _UNDERLINE.match(following.text) if following else None
        if not underlined:
            return None
        level = 1 if underlined[1][0] == "=" else 2
        self._leaf(Shape.HEADING, [trimmed(line, 0, len(line.text))], place, level)
        return index + 2

    def _rule(self, lines: list[Line], index: int, _place: _Place) -> int | None:
        return index + 1 if _RULE.match(lines[index].text) else None

    def _list(self, lines: list[Line], index: int, place: _Place) -> int | None:
        marker = ITEM.match(lines[index].text)
        if not marker:
            return None
        first = lines[index]
        rest = first.cut(marker.end())
        content, after = item_run(lines, index + 1, is_empty=rest.is_blank)
        later, after = later_runs(lines, after)
        self._container(first, [rest, *content, *later], place)
        return after

    def _quote(self, lines: list[Line], index: int, place: _Place) -> int | None:
        if not QUOTE.match(lines[index].text):
            return None
        after = after_run(lines, index)
        inner = place
        if place.quote is None:
            inner = replace(place, quote=self._quotes)
            self._quotes += 1
        self._container(lines[index], [unquoted(line) for line in lines[index:after]], inner)
        following = after_blank(lines, after)
        has_next = following < len(lines) and QUOTE.match(lines[following].text)
        if has_next and place.quote is None:
            self.layout.joined.add(self._quotes)
        return after

    def _definition(self, lines: list[Line], index: int, place: _Place) -> int | None:
        marker = _DEFINITION.match(lines[index].text)
        if not marker or index == 0:
            return None
        after = index + 1
        while after < len(lines) and not lines[after].is_blank:
            if _DEFINITION.match(lines[after].text):
                break
            after += 1
        content = [line.dedented() for line in lines[index + 1 : after]]
        later, after = later_runs(lines, after)
        first = lines[index]
        self._container(first, [first.cut(marker.end()), *content, *later], place)
        return after

    def _footnote(self, lines: list[Line], index: int, place: _Place) -> int | None:
        marker = _FOOTNOTE.match(lines[index].text)
        if not marker:
            return None
        self.layout.footnotes.add(marker[1])
        after = index + 1
        while after < len(lines) and not lines[after].is_blank:
            if _FOOTNOTE.match(lines[after].text):
                break
            after += 1
        content = [loosened(line) for line in lines[index + 1 : after]]
        later, after = later_runs(lines, after)
        first = lines[index]
        inner = replace(place, footnote=marker[1])
        self._container(first, [first.cut(marker.end()), *content, *later], inner)
        return after

    def _link(self, lines: list[Line], index: int, _place: _Place) -> int | None:
        """A link definition: on one line, or with its target or title on the next."""
        match = _LINK.match(lines[index].text)
        if not match:
            return None
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        after = index + 1
        if not match[2]:
            if not following.strip() or len(following.split()) > 1:
                return None
            after += 1
        elif not match[3] and _LINK_TITLE.match(following):
            after += 1
        self.layout.links.add(" ".join(match[1].lower().split()))
        return after

    def _paragraph(self, lines: list[Line], index: int, place: _Place) -> int:
        after = index + 1
        deepest = place.depth >= _MAX_DEPTH
        while after < len(lines) and _continues(lines, after, deepest=deepest):
            after += 1
        run = lines[index:after]
        pieces = [trimmed(line, 0, len(line.text)) for line in run]
        self._leaf(Shape.PROSE, pieces, place)
        return after


def _continues(lines: list[Line], index: int, *, deepest: bool = False) -> bool:
    """Whether this line goes on with the paragraph before it."""
    line = lines[index]
    if line.is_blank or line.inset:
        return False
    if deepest:
        return True
    if any(pattern.match(line.text) for pattern in _INTERRUPTING):
        return False
    link = _LINK.match(line.text)
    return link is None or not link[2]
