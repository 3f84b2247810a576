"""Small multiples: the same chart for one part of the data after another, on the same scales.

The panels are scenes of their own, which the page sets beside each other as far as it is wide.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.charts.bar import BarData
from generator.charts.course import CourseData, Extent
from generator.charts.scene import Scene

_HEIGHT = 120.0


def on_one_scale(panels: Sequence[CourseData]) -> list[CourseData]:
    """The charts with room for the reports of all of them, and lower than one that stands alone."""
    rooms = [panel.room for panel in panels]
    extent = Extent(
        min(room.first for room in rooms),
        max(room.last for room in rooms),
        min(room.low for room in rooms),
        max(room.high for room in rooms),
    )
    return [replace(panel, extent=extent, height=_HEIGHT) for panel in panels]


def bars_on_one_scale(panels: Sequence[BarData]) -> list[BarData]:
    """The bar charts with room for the longest bar of all."""
    rooms = [panel.room for panel in panels]
    extent = (min(low for low, _ in rooms), max(high for _, high in rooms))
    return [replace(panel, extent=extent) for panel in panels]


def aligned(scenes: Sequence[Scene]) -> tuple[Scene, ...]:
    """The scenes with gutters alike, so that their plots are equally wide."""
    left = max(scene.left for scene in scenes)
    right = max(scene.right for scene in scenes)
    return tuple(replace(scene, left=left, right=right) for scene in scenes)
