"""Footnotes that stand beside the text where a wide screen has room for them.

They stay where they are in the page, in the list at its end, so that nothing is said twice; a
style sheet moves them up to their marks (CSS anchor positioning). A phone or an older browser shows
the list. Here it is only said which notes may move, and in which order: those that end, by a
cautious estimate, before the next thing that is as wide as the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from generator.typesetting.html import Element, parse_html

_NARROW = re.compile("p|[uod]l|h[2-6]|blockquote|hr|pre|details")
"""What keeps to the column of text; all else may be wider."""
_LINE, _LETTERS = 29.0, 85
"""A line of text: its height in pixels, and how many letters it has at most."""
_NOTE_LINE, _NOTE_LETTERS = 20.0, 32
"""The same of a note, where it is how many letters it has at least."""
_APART = 16.0
_FIRST_WIDE = "\u2e80"
"""Where the CJK blocks of Unicode begin."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark of a note, and how far down the page it stands."""

    id: str
    note: str
    top: float


def with_side_notes(html: str) -> str:
    """A page's content, its marks and notes named so that a style sheet can bring them together."""
    if 'class="footnote"' not in html:
        return html
    root = parse_html(html)
    marks, limits = _measured(root.elements)
    for number, mark in enumerate(_beside(marks, limits, _notes(root)), 1):
        names = f"--mark:--m{number};--own:--n{number};--before:--n{number - 1}"
        html = _given(html, "sup", mark.id, f'style="--own:--m{number}"')
        html = _given(html, "li", mark.note, f'class="sf-side" style="{names}"')
    return html


def _given(html: str, tag: str, name: str, attributes: str) -> str:
    start = f'<{tag} id="{escape(name)}"'
    return html.replace(f"{start}>", f"{start} {attributes}>", 1)


def _notes(root: Element) -> dict[str, float]:
    """The heights of the notes in the order in which they stand."""
    lists = (element for element in root.elements if "footnote" in element.classes)
    return {
        item.attributes["id"]: _height(item.text(), _NOTE_LETTERS, _NOTE_LINE)
        for element in lists
        for item in element.walk()
        if item.tag == "li" and "id" in item.attributes
    }


def _measured(elements: Sequence[Element]) -> tuple[list[_Mark], list[float]]:
    """The marks of the page, and the places that no note may reach."""
    marks: list[_Mark] = []
    limits: list[float] = []
    top = 0.0
    for element in elements:
        if _is_narrow(element):
            marks += [_Mark(name, note, top + down) for name, note, down in _marks(element)]
            top += _height(element.text(), _LETTERS, _LINE)
        elif "footnote" not in element.classes:
            limits.append(top)
            top += _LINE
    return marks, [*limits, top]


def _is_narrow(element: Element) -> bool:
    is_own = any(name.startswith("sf-") for name in element.classes)
    return "admonition" in element.classes or (
        _NARROW.fullmatch(element.tag) is not None and not is_own
    )


def _marks(element: Element) -> Iterator[tuple[str, str, float]]:
    """The marks in a block: id, the note's id, how far down in the block."""
    before = ""
    waiting: list[Element | str] = [element]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            before += item
            continue
        link = item.first(name="footnote-ref") if item.tag == "sup" else None
        if link and "id" in item.attributes:
            note = link.attributes.get("href", "").removeprefix("#")
            yield item.attributes["id"], note, _height(before, _LETTERS, _LINE) - _LINE
        waiting.extend(reversed(item.children))


def _height(text: str, letters: int, line: float) -> float:
    """The height of a text in pixels; a Chinese character takes the room of two letters."""
    length = sum(2 if letter >= _FIRST_WIDE else 1 for letter in text)
    return line * max(1, -(-length // letters))


def _beside(
    marks: Sequence[_Mark], limits: Sequence[float], notes: dict[str, float]
) -> Iterator[_Mark]:
    """The first marks of notes with room, each below the note before it."""
    order = list(notes)
    seen: set[str] = set()
    last, bottom = -1, 0.0
    for mark in marks:
        if mark.note in seen or mark.note not in notes:
            continue
        seen.add(mark.note)
        limit = next(limit for limit in limits if limit >= mark.top)
        end = max(mark.top, bottom) + notes[mark.note] + _APART
        if end <= limit and order.index(mark.note) > last:
            last, bottom = order.index(mark.note), end
            yield mark
