"""A scene as SVG for the page: x in per cent and y in pixels, so that type never scales.

There is no viewBox. Colours are classes of the style sheet, which gives each role its value in
light, dark and print; attributes carry geometry only.
"""

from dataclasses import dataclass, field

from markupsafe import Markup

from generator.charts.scene import Dot, Line, Mark, Rect, Scene, Words


@dataclass(frozen=True, slots=True)
class Look:
    """The classes that a kind of drawing gives its marks by role; `svg` is that of the drawing.

    Roles that are not named have no class: the drawing's own style for that element.
    """

    svg: str = ""
    lines: dict[str, str] = field(default_factory=dict)
    rects: dict[str, str] = field(default_factory=dict)
    dots: dict[str, str] = field(default_factory=dict)
    rings: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    bold: dict[str, str] = field(default_factory=dict)
    widths: dict[str, float] = field(default_factory=dict)
    """How wide the classes draw the lines of a role, where that is not 1."""


_SERIES = {"d1": "1", "d2": "2", "d3": "3", "d4": "4", "ink": "5", "muted": "6"}

PLOT = Look(
    lines={"axis": "base"} | {role: f"s s{number}" for role, number in _SERIES.items()},
    rects={role: f"f{number}" for role, number in _SERIES.items()},
    dots={role: f"f{number} dot" for role, number in _SERIES.items()},
    rings={role: f"ring o{number}" for role, number in _SERIES.items()},
    words={role: f"v{number}" for role, number in _SERIES.items() if role != "muted"},
    bold={role: f"k{number}" for role, number in _SERIES.items()} | {"paper": "in"},
    widths=dict.fromkeys(_SERIES, 3),
)
STRIP = Look(
    svg="sf-strip",
    lines={"d1": "move", "ink": "out"},
    dots={"d1": "now"},
    rings={"d1": "was"},
    bold={"ink": "o"},
    widths={"d1": 2},
)
SCALE = Look(svg="sf-scale", rects={"d1": "on"}, bold={"ink": "b"})


def figure_svg(scene: Scene, look: Look, title_id: str, description_id: str) -> Markup:
    """The drawing of a figure, named by its own title and description."""
    names = Markup('aria-labelledby="{0} {1}"').format(title_id, description_id)
    words = Markup('<title id="{}">{}</title><desc id="{}">{}</desc>').format(
        title_id, scene.title, description_id, scene.description
    )
    return _svg(scene, look, names, words)


def inline_svg(scene: Scene, look: Look, index: int) -> Markup:
    """A drawing in a row of text, named by its description; `index` is that of its scene."""
    names = Markup('data-scene="{}" aria-label="{}"').format(index, scene.description)
    return _svg(scene, look, names, Markup(""))


def _svg(scene: Scene, look: Look, names: Markup, words: Markup) -> Markup:
    marks = Markup("").join(_mark(mark, look) for mark in scene.marks)
    svg_class = _class(look.svg)
    height = _number(scene.height)
    return Markup('<svg{} role="img" {} height="{}">{}{}</svg>').format(
        svg_class, names, height, words, marks
    )


def _mark(mark: Mark, look: Look) -> Markup:
    match mark:
        case Line():
            return _line(mark, look)
        case Rect():
            return Markup('<rect{} x="{}" y="{}" width="{}" height="{}"/>').format(
                _class(look.rects.get(mark.role, "") + (" part" if mark.edge else "")),
                *(_share(mark.x), _number(mark.y), _share(mark.width), _number(mark.height)),
            )
        case Dot():
            classes = look.rings if mark.hollow else look.dots
            shape = Markup('<circle{} cx="{}" cy="{}" r="{}"').format(
                _class(classes.get(mark.role, "")),
                *(_share(mark.x), _number(mark.y), _number(mark.radius)),
            )
            title = Markup("><title>{}</title></circle>").format(mark.title)
            return shape + (title if mark.title else Markup("/>"))
        case Words():
            return _words(mark, look)


def _line(line: Line, look: Look) -> Markup:
    """A line whose ends are shifted apart stands in an SVG of its own, which only works level.

    SVG has no `calc()` for the ends of a line, but a nested SVG may stand at a percentage.
    """
    style = look.lines.get(line.role, "") + (" dash" if line.dash else "")
    attributes = _class(style) + _width(line, look)
    ys = (_number(line.y1), _number(line.y2))
    if line.dx1 == line.dx2:
        shift = Markup(' transform="translate({} 0)"').format(_number(line.dx1))
        return Markup('<line{}{} x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
            attributes, shift if line.dx1 else "", _share(line.x1), _share(line.x2), *ys
        )
    if line.x1 != line.x2:
        raise ValueError("a line cannot differ both in x and in its shift")
    return Markup('<svg x="{}"><line{} x1="{}" x2="{}" y1="{}" y2="{}"/></svg>').format(
        _share(line.x1), attributes, _number(line.dx1), _number(line.dx2), *ys
    )


def _words(words: Words, look: Look) -> Markup:
    classes = look.bold if words.bold else look.words
    anchor = Markup(' text-anchor="{}"').format(words.anchor) if words.anchor != "start" else ""
    shift = Markup(' dx="{}"').format(_number(words.dx)) if words.dx else ""
    return Markup('<text{} x="{}"{} y="{}"{}>{}</text>').format(
        _class(classes.get(words.role, "")),
        *(_share(words.x), shift, _number(words.y), anchor, words.text),
    )


def _width(line: Line, look: Look) -> Markup:
    """A width other than the class draws: the style sheet would win over an attribute."""
    if line.width == look.widths.get(line.role, 1):
        return Markup("")
    return Markup(' style="stroke-width:{}"').format(_number(line.width))


def _class(names: str) -> Markup:
    return Markup(' class="{}"').format(names.strip()) if names.strip() else Markup("")


def _share(value: float) -> str:
    return f"{_number(value * 100)}%"


def _number(value: float) -> str:
    """At most two decimals, without trailing zeros: a pixel needs no more."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
