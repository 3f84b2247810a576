"""One block as the reader sees it, each character with its place in the file."""

from collections.abc import Collection
from dataclasses import dataclass, field

from generator.briefing.canvas import SEEN, Canvas, Role
from generator.briefing.emphasis import read_emphasis
from generator.briefing.layout import Shape
from generator.briefing.links import read_brackets
from generator.briefing.markup import read_code, read_escapes, read_math, read_tags
from generator.model.page import CitationGroup

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
    for index, (char, role) in enumerate(zip(canvas.text, canvas.roles, strict=True)):
        if role in SEEN:
            shown = canvas.shown.get(index, char)
            if role == Role.MASKED:
                masked.extend(range(len(text), len(text) + len(shown)))
            text.extend(shown)
            places.extend([index] * len(shown))
        elif index in canvas.groups or index in canvas.notes:
            if index in canvas.groups:
                groups[len(text)] = canvas.groups[index]
            else:
                notes[len(text)] = canvas.notes[index]
            text.append(MARK)
            places.append(index)
    return Prose(canvas, "".join(text), tuple(places), frozenset(masked), groups, notes)
