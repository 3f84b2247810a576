"""What square brackets are: links, images, footnote marks, citation groups, or just brackets."""

import re
from bisect import bisect_left
from collections.abc import Collection

from generator.briefing.canvas import Canvas, Role
from generator.briefing.citations import Key, keys, read_group, read_narrative

_TARGET = re.compile(
    r"\(\s*+(?:<[^<>]*+>|[^\s()\"'<>]*+(?:\([^\s()]*+\)[^\s()\"']*+)*+)"
    r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?+\s*+\)"
)
_ATTRIBUTES = re.compile(r"\{:?[ ]*[^}\n ][^}\n]*\}")
_LONGEST = 4000
"""Characters in brackets that are looked into; it keeps nested brackets from taking long."""

_EDITS = frozenset(("", "…", "...", ". . .", "sic", "sic!"))


def read_brackets(
    canvas: Canvas, *, links: Collection[str], footnotes: Collection[str], markdown: bool
) -> None:
    """Read links, footnote marks and citations. Without `markdown`, citations only."""
    reader = _Brackets(canvas, links, footnotes, markdown=markdown)
    reader.read()
    reader.read_narratives()


class _Brackets:
    """Walks over the brackets of a block from left to right."""

    def __init__(
        self, canvas: Canvas, links: Collection[str], footnotes: Collection[str], *, markdown: bool
    ) -> None:
        self.canvas = canvas
        self.plain = canvas.plain
        self.links = links
        self.footnotes = footnotes
        self.markdown = markdown
        self.square, self.marks = _pairs(self.plain, "[", "]")
        self.round, _ = _pairs(self.plain, "(", ")") if markdown else ({}, [])
        self.keys = list(keys(self.plain))
        self.key_starts = [key.start for key in self.keys]
        self.link_end = 0

    def read(self) -> None:
        """Links, images, footnote marks, citation groups."""
        for start in sorted(self.square):
            if self.canvas.is_plain(start):
                self._bracket(start, self.square[start])

    def _bracket(self, start: int, end: int) -> None:
        if self.markdown and self.plain[start + 1] == "^":
            self._footnote_mark(start, end)
            return
        target = self._target(start, end) if self.markdown else None
        if target is not None:
            self._link(start, end, target)
        elif self._group(start, end):
            return
        elif self.markdown and start >= self.link_end and self._is_defined(start, end):
            self._link(start, end, end + 1)

    def _footnote_mark(self, start: int, end: int) -> None:
        label = self.plain[start + 2 : min(end, start + _LONGEST)]
        if label in self.footnotes:
            self.canvas.set(start, end + 1, Role.CITATION)
            self.canvas.notes[start] = label

    def _target(self, start: int, end: int) -> int | None:
        """The place after the target, if the bracket is the text of a link or an image."""
        after = end + 1
        if self.plain.startswith("(", after):
            match = _TARGET.match(self.plain, after)
            if match:
                return match.end()
            close = self.round.get(after)
            return None if close is None else close + 1
        after += self.plain[after : after + 1].isspace()
        close = self.square.get(after)
        if close is None:
            return None
        is_empty = close == after + 1
        is_link = self._is_defined(start, end) if is_empty else self._is_defined(after, close)
        return close + 1 if is_link else None

    def _is_defined(self, start: int, end: int) -> bool:
        """Whether the text between these brackets is the label of a link definition."""
        if not self.links or end - start > _LONGEST:
            return False
        return " ".join(self.plain[start + 1 : end].lower().split()) in self.links

    def _link(self, start: int, end: int, after: int) -> None:
        attributes = _ATTRIBUTES.match(self.plain, after)
        after = attributes.end() if attributes else after
        is_image = self.plain[start - 1 : start] == "!" if start else False
        if is_image:
            self.canvas.set(start - 1, after, Role.HIDDEN)
        else:
            self.canvas.set(start, start + 1, Role.HIDDEN)
            self.canvas.set(end, after, Role.HIDDEN)
        if start >= self.link_end:
            self.canvas.links.append((start, after))
            self.link_end = after

    def _group(self, start: int, end: int) -> bool:
        """Read a citation group: its first `@` comes before any further bracket."""
        if self.plain[end + 1 : end + 2] in ("(", "[", ":") or end - start > _LONGEST:
            return False
        place = bisect_left(self.key_starts, start)
        following = bisect_left(self.marks, start + 1)
        if place == len(self.keys) or self.keys[place].start > self.marks[following]:
            return False
        group = read_group(self.canvas, self.plain, start, end + 1)
        if group is None:
            return False
        self.canvas.set(start, end + 1, Role.CITATION)
        self.canvas.groups[start] = group
        return True

    def read_narratives(self) -> None:
        """Ids outside brackets; none in the text of a link, which cannot hold another link."""
        link_starts = [start for start, _ in self.canvas.links]
        for key in self.keys:
            place = bisect_left(link_starts, key.start) - 1
            is_in_link = place >= 0 and key.start < self.canvas.links[place][1]
            if key.is_bare and self.canvas.is_plain(key.start) and not is_in_link:
                self._narrative(key)

    def _narrative(self, key: Key) -> None:
        bracket = self._locators(key)
        group = read_narrative(self.canvas, self.plain, key, bracket)
        self.canvas.set(key.start, bracket[1] if bracket else key.end, Role.CITATION)
        self.canvas.groups[key.start] = group

    def _locators(self, key: Key) -> tuple[int, int] | None:
        """The brackets after a bare `@id`, if what they hold are locators."""
        start = key.end + self.plain[key.end : key.end + 1].isspace()
        end = self.square.get(start)
        if end is None or not self.canvas.is_plain(start):
            return None
        inner = self.plain[start + 1 : end]
        place = bisect_left(self.key_starts, start)
        holds_key = place < len(self.keys) and self.keys[place].start < end
        is_other = inner.strip().lower() in _EDITS or inner.startswith("^")
        is_other = is_other or self.plain[end + 1 : end + 2] in ("(", "[", ":")
        return None if holds_key or is_other else (start, end + 1)


def _pairs(text: str, opening: str, closing: str) -> tuple[dict[int, int], list[int]]:
    """Which brackets belong together, and the places of all, in order."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    marks = [match.start() for match in re.finditer(f"[\\{opening}\\{closing}]", text)]
    for at in marks:
        if text[at] == opening:
            opened.append(at)
        elif opened:
            pairs[opened.pop()] = at
    return pairs, marks
