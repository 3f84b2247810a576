"""The keys of a chart block."""

from dataclasses import dataclass
from typing import Literal

from generator.text.figures import Columns


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """The keys of a chart."""

    data: str
    x: str
    title: str
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

    @property
    def columns(self) -> Columns:
        """The columns that the chart reads."""
        return Columns(self.x, self.y, self.series, self.facet, self.low, self.high)

    @property
    def is_course(self) -> bool:
        """Whether x is time or a number, rather than a category."""
        return self.mark in ("step", "line")
