"""The keys of a chart block."""

from dataclasses import dataclass
from typing import Literal

from generator.model.label import Label
from generator.text.figures import Columns

NOTES = "notes"
"""`data: notes`: the figures are the `values` of notes."""


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """The keys of a chart."""

    data: str
    title: str
    x: str = ""
    y: str | None = None
    series: str | None = None
    mark: Literal["step", "line", "bar", "dot-range"] = "step"
    facet: str | None = None
    low: str | None = None
    high: str | None = None
    arrange: Literal["grouped", "share"] = "grouped"
    subtitle: str = ""
    unit: str = ""
    cite: tuple[str, ...] = ()
    note: str = ""
    only: tuple[str, ...] = ()
    from_zero: bool = False
    metric: str | None = None
    entities: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    """What readers see for columns, series, panels and rows that are called otherwise."""

    @property
    def columns(self) -> Columns:
        """The columns that the chart reads."""
        source = "source" if self.is_of_notes else None
        return Columns(self.x, self.y, self.series, self.facet, self.low, self.high, source)

    def label(self, name: str) -> str:
        """What readers see for a name, where the author says it; else nothing."""
        return next((each.text for each in self.labels if each.name == name), "")

    @property
    def is_of_notes(self) -> bool:
        """Whether the figures are those of notes, each with its source."""
        return self.data == NOTES

    @property
    def is_course(self) -> bool:
        """Whether x is time or a number, rather than a category."""
        return self.mark in ("step", "line")
