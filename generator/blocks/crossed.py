"""What has crossed its threshold, of all that the briefing's `indicators` blocks watch.

It has no keys, and shows nothing while nothing has crossed. Each entry has the figure, the
threshold and the day of the last look, and leads to the indicator in its place. The overview has
this block before all others.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.briefing.shown import page_showing
from generator.plotting.indicators import Crossed, bears_on, crossed, threshold
from generator.plotting.units import measured
from generator.text.dates.short import short_date
from generator.words import words_for


@dataclass(frozen=True, slots=True)
class CrossedOptions:
    """It has no keys."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A crossed indicator as written. `rest` is its threshold and the day of the last look."""

    href: str
    watch: Markup
    now: str
    rest: str
    bears_on: tuple[tuple[str, Markup], ...]


def write_crossed(_options: CrossedOptions, surroundings: Surroundings) -> BlockHtml:
    """The list, or nothing."""
    briefing = surroundings.briefing
    found = crossed(briefing, surroundings.library) if briefing else ()
    rows = [_row(each, surroundings) for each in found]
    title = surroundings.writer.next_id("crossed")
    return BlockHtml(surroundings.writer.template("crossed.html", rows=rows, id=title))


def crossed_faults(_options: CrossedOptions, surroundings: Surroundings) -> Iterator[BlockFault]:
    """A page outside the briefings."""
    if surroundings.briefing is None:
        yield BlockFault("indicators belong to a briefing", "Move the block to its pages.")


def _row(each: Crossed, surroundings: Surroundings) -> _Row:
    words = words_for("site", surroundings.language)
    date = short_date(each.indicator.checked, surroundings.language)
    return _Row(
        href=f"{surroundings.writer.link(each.page.path)}#{each.indicator.anchor}",
        watch=surroundings.writer.uncited(each.indicator.watch),
        now=measured(each.now, each.indicator.unit, surroundings.language),
        rest=words.say(
            "crossed_rest", threshold=threshold(each.indicator, surroundings.language), date=date
        ),
        bears_on=tuple(_bears_on(each, surroundings)),
    )


def _bears_on(each: Crossed, surroundings: Surroundings) -> Iterator[tuple[str, Markup]]:
    """What it bears on, each with the way to it; without one where no page shows it."""
    writer, briefing = surroundings.writer, surroundings.briefing
    for name, says in bears_on(each.indicator, briefing) if briefing else ():
        page = page_showing(briefing, name, surroundings.path) if briefing else None
        yield f"{writer.link(page.path)}#{name}" if page else "", writer.uncited(says)


BLOCK = BlockKind(CrossedOptions, write_crossed, crossed_faults)

EXAMPLE = ""
