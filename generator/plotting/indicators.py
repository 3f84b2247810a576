"""Figures to watch: what the data file has now, and whether that has crossed the threshold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.briefing import Briefing
from generator.model.page import Page
from generator.model.source import Library, Table
from generator.plotting.data_files import find_table
from generator.plotting.units import measured
from generator.text.figures import is_figure, value
from generator.text.slug import slug
from generator.words import words_for

_CITED = re.compile(r"\[[^\]]*@[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure to watch."""

    watch: str
    data: str
    column: str
    threshold: str
    direction: Literal["above", "below"]
    checked: str
    key: str | None = None
    row: str | None = None
    unit: str = ""
    cite: tuple[str, ...] = ()
    id: str | None = None
    affects: tuple[str, ...] = ()
    """Ids of the judgements and forecasts that it bears on."""

    @property
    def anchor(self) -> str:
        """Where links to it lead on its page: its id, else a name out of what is watched."""
        words = slug(_CITED.sub("", self.watch)) or slug(self.column) or slug(self.threshold)
        return self.id or f"indicator-{words}"


@dataclass(frozen=True, slots=True)
class IndicatorsOptions:
    """The keys of the block."""

    items: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Crossed:
    """An indicator that has crossed its threshold, the figure that did, and where it stands."""

    indicator: Indicator
    now: str
    page: Page


def current(indicator: Indicator, table: Table) -> str | None:
    """The cell that holds the figure now; None where there is no such row."""
    column = table.columns.index(indicator.column)
    rows = table.rows
    if indicator.key is not None:
        key = table.columns.index(indicator.key)
        rows = tuple(row for row in rows if row[key].strip() == indicator.row)
    return rows[-1][column].strip() if rows else None


def is_crossed(indicator: Indicator, now: str) -> bool:
    """Whether the figure lies on the side that would mean something; on the mark it does not."""
    if not is_figure(now):
        return False
    here, mark = value(now), value(indicator.threshold)
    return here > mark if indicator.direction == "above" else here < mark


def crossed(briefing: Briefing, library: Library) -> Iterator[Crossed]:
    """The indicators on the pages of a briefing that have crossed, in reading order."""
    for page in briefing.pages:
        for block in page.blocks:
            items = block.options.items if isinstance(block.options, IndicatorsOptions) else ()
            for indicator in items:
                table = find_table(indicator.data, library, briefing)
                now = current(indicator, table) if table else None
                if now and is_crossed(indicator, now):
                    yield Crossed(indicator, now, page)


def bears_on(indicator: Indicator, briefing: Briefing) -> Iterator[tuple[str, str]]:
    """What an indicator bears on: ids of judgements and forecasts, and what they say."""
    for judgement in briefing.judgements:
        if judgement.id in indicator.affects:
            yield judgement.id, judgement.says
    for forecast in briefing.forecasts:
        if forecast.id in indicator.affects:
            yield forecast.id, forecast.question


def threshold(indicator: Indicator, language: str) -> str:
    """The threshold and its side: `above 1500 points`."""
    words = words_for("site", language)
    shown = measured(indicator.threshold, indicator.unit, language)
    return words.say(f"indicator_{indicator.direction}", n=shown)
