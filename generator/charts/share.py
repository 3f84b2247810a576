"""Shares: each row a bar of a hundred per cent, its parts in the same order throughout.

A key above the rows names the parts in that order, so that colour is never the only key.
"""

from collections.abc import Iterator, Sequence

from generator.charts.bar import Bar, BarData
from generator.charts.course import ROLES
from generator.charts.labels import NARROWEST, text_width, wrapped
from generator.charts.rows import FIGURE, WIDEST, gutter, row_height, row_label, rows_in_words
from generator.charts.scene import Line, Mark, Rect, Scene, Words
from generator.words import words_for

_THICK, _ROW = 22.0, 30.0
_KEY = 20.0


def share_scene(data: BarData, series: Sequence[str]) -> Scene:
    """The chart as a scene; `series` names the parts in their order."""
    left = round(gutter(name for name, _ in data.groups))
    marks: list[Mark] = list(_key(series, left, data.language))
    y = (len(series) + 1) * _KEY + 8
    for name, parts in data.groups:
        height = row_height(name, _ROW)
        marks += _parts(parts, y + height / 2, data.language)
        marks += row_label(name, y + height / 2)
        y += height
    rows = [(name, _shares_in_words(parts, data.language)) for name, parts in data.groups]
    description = rows_in_words("share", rows, data.language)
    return Scene(y, tuple(marks), data.title, description, left, 2)


def _key(series: Sequence[str], left: float, language: str) -> Iterator[Mark]:
    """The parts by name. Its squares are thick lines, which alone can be shifted by points."""
    yield Words(0, 14, words_for("charts", language)["in_order"], "muted", dx=-left)
    for index, name in enumerate(series):
        y = 14 + (index + 1) * _KEY
        yield Line(0, y - 4, 0, y - 4, ROLES[index], 10, dx1=-left, dx2=10 - left)
        for line in wrapped(name, WIDEST - 20, FIGURE, lines=1):
            yield Words(0, y, line, "ink", dx=18 - left)


def _parts(parts: Sequence[Bar], middle: float, language: str) -> Iterator[Mark]:
    """The parts of one bar; a share is printed where its part has room for it."""
    start = 0.0
    for part, share in zip(parts, _shares(parts), strict=True):
        top = middle - _THICK / 2
        yield Rect(start, top, share, _THICK, ROLES[part.series], edge="paper")
        text = _per_cent(share, language)
        if text_width(text, FIGURE, bold=True) + 8 <= share * NARROWEST:
            yield Words(start + share / 2, middle + 5, text, "paper", "middle", bold=True)
        start += share


def _shares(parts: Sequence[Bar]) -> list[float]:
    total = sum(part.value for part in parts) or 1.0
    return [part.value / total for part in parts]


def _shares_in_words(parts: Sequence[Bar], language: str) -> list[str]:
    words = words_for("charts", language)
    return [
        words.say("of_series", name=part.label, figure=_per_cent(share, language))
        for part, share in zip(parts, _shares(parts), strict=True)
    ]


def _per_cent(share: float, language: str) -> str:
    return words_for("charts", language).say("per_cent", n=f"{share * 100:.0f}")
