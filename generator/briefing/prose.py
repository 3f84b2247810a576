"""One block as the reader sees it, each character with its place in the file."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from generator.briefing.canvas import SEEN, Canvas, Role
from generator.briefing.emphasis import read_emphasis
from generator.briefing.layout import Shape
from generator.briefing.links import read_brackets
from generator.briefing.markup import read_code, read_escapes, read_math, read_tags
from generator.model.page import CitationGroup

_RUN = re.compile(rb"(.)\1*", re.DOTALL)
MARK = "\ufffc"
"""Stands in `Prose.text` for a citation group or a footnote mark."""


@dataclass(frozen=True, slots=True)
class Prose:
    """`text[i]` is what the reader sees of the canvas at `places[i]`.

    `groups` and `notes` (labels of footnotes) are at the indices of their marks in `text`;
    `masked` are the indices of code, math and addresses.
    """

    canvas: Canvas
    text: str
    places: tuple[int, ...]
    masked: frozenset[int]
    groups: dict[int, CitationGroup] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)

    def seen(self, start: int, end: int) -> str:
        """The text from `start` to `end` on one line, without citations and the spaces before."""
        if MARK not in self.text[start:end]:
            return " ".join(self.text[start:end].split())
        parts: list[str] = []
        at = start
        for index in _places_of_marks(self.text, start, end):
            if self.is_mark(index):
                parts.append(self.text[at:index].rstrip())
                at = index + 1
        return " ".join("".join([*parts, self.text[at:end]]).split())

    def is_mark(self, index: int) -> bool:
        """Whether a citation group or a footnote mark stands here."""
        return index in self.groups or index in self.notes

    def cited(self, start: int, end: int) -> tuple[CitationGroup, ...]:
        """The citation groups from `start` to `end`."""
        return tuple(
            self.groups[index] for index in _places_of_marks(self.text, start, end)
            if index in self.groups
        )  # fmt: skip

    def noted(self, start: int, end: int) -> tuple[str, ...]:
        """The labels of the footnote marks from `start` to `end`, each once."""
        labels = (
            self.notes[index] for index in _places_of_marks(self.text, start, end)
            if index in self.notes
        )  # fmt: skip
        return tuple(dict.fromkeys(labels))


def _places_of_marks(text: str, start: int, end: int) -> list[int]:
    places: list[int] = []
    at = text.find(MARK, start, end)
    while at >= 0:
        places.append(at)
        at = text.find(MARK, at + 1, end)
    return places


def read_prose(
    canvas: Canvas,
    shape: Shape,
    *,
    links: Collection[str] = (),
    footnotes: Collection[str] = (),
    html: bool = True,
) -> Prose:
    """Read one block. Raw HTML (`Shape.HTML`) has citations and tags, but no Markdown."""
    is_markdown = shape is not Shape.HTML
    if is_markdown:
        read_code(canvas)
        read_math(canvas)
    read_escapes(canvas, only_handles=not is_markdown)
    read_tags(canvas, html=html)
    if is_markdown:
        _read_attributes(canvas, on_line=shape in (Shape.HEADING, Shape.ROW))
    read_brackets(canvas, links=links, footnotes=footnotes, markdown=is_markdown)
    if is_markdown:
        read_emphasis(canvas)
    return _prose(canvas)


def _read_attributes(canvas: Canvas, *, on_line: bool) -> None:
    """An attribute list: alone on the last line, or at the end of a heading or a cell."""
    plain = canvas.plain
    end = len(plain.rstrip(" "))
    start = plain.rfind("{", 0, end)
    if start < 0 or plain[end - 1] != "}" or plain[start + 1 : start + 2] in ("}", "\n"):
        return
    line = plain.rfind("\n", 0, start)
    before = plain[line + 1 : start]
    is_alone = line >= 0 and not before.strip(" ")
    if "\n" in plain[start:end] or not (before.endswith(" ") if on_line else is_alone):
        return
    canvas.attributes = canvas.text[start + 1 : end - 1]
    canvas.set(start - 1 if on_line else line, len(plain), Role.DROPPED)


def _prose(canvas: Canvas) -> Prose:
    text: list[str] = []
    places: list[int] = []
    masked: list[int] = []
    groups: dict[int, CitationGroup] = {}
    notes: dict[int, str] = {}
    for start, end, role in _stretches(canvas):
        if role in SEEN:
            shown = canvas.shown.get(start, canvas.text[start:end])
            if role == Role.MASKED:
                masked.extend(range(len(places), len(places) + len(shown)))
            text.append(shown)
            places.extend([start] * len(shown) if start in canvas.shown else range(start, end))
        elif start in canvas.groups or start in canvas.notes:
            if start in canvas.groups:
                groups[len(places)] = canvas.groups[start]
            else:
                notes[len(places)] = canvas.notes[start]
            text.append(MARK)
            places.append(start)
    return Prose(canvas, "".join(text), tuple(places), frozenset(masked), groups, notes)


def _stretches(canvas: Canvas) -> Iterator[tuple[int, int, int]]:
    """Runs of characters with the same role; what is shown otherwise, or is a mark, is its own."""
    single = sorted({*canvas.shown, *canvas.groups, *canvas.notes})
    cuts = iter([*single, len(canvas.text)])
    cut = next(cuts)
    for run in _RUN.finditer(canvas.roles):
        start, end = run.span()
        role = canvas.roles[start]
        while cut < end:
            if start < cut:
                yield start, cut, role
            yield cut, cut + 1, role
            start, cut = cut + 1, next(cuts)
        if start < end:
            yield start, end, role
