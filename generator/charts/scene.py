"""A drawing without a size: x in fractions of the plot's width, y in points from the top.

Type in a chart never scales with the chart, so only the horizontal axis stretches. Colours are
role names (`ink`, `muted`, `grid`, `axis`, `d1` … `d4`, `paper`); the site and the PDF give each
its own value.
"""

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line. `x` as fractions, `dx` in points added to them."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str
    width: float = 1.0
    dash: bool = False
    dx1: float = 0.0
    dx2: float = 0.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle from (`x`, `y`), `width` a fraction, `height` in points."""

    x: float
    y: float
    width: float
    height: float
    role: str
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle of `radius` points; hollow with `hollow`. `title` is what pointing at it shows."""

    x: float
    y: float
    radius: float
    role: str
    hollow: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Text on its baseline `y`, shifted by `dx` points."""

    x: float
    y: float
    text: str
    role: str
    anchor: Anchor = "start"
    dx: float = 0.0
    bold: bool = False


Mark = Line | Rect | Dot | Words


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing of `height` points with gutters left and right of the plot, in points.

    `title` and `description` say in words what is drawn: the figure's alternative text.
    """

    height: float
    marks: tuple[Mark, ...]
    title: str
    description: str
    left: float = 0.0
    right: float = 0.0
