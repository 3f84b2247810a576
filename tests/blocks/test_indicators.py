from dataclasses import replace

import pytest

from generator.blocks.indicators import Indicator, IndicatorsOptions, is_crossed
from generator.model.source import Table
from tests.block_page import around, briefing, faults, parsed, source, written

_ROWS = (("2026-01", "Tidal", "1480"), ("2026-02", "Tidal", "1510"), ("2026-02", "Ebb", ""))
_BOARD = Table("docs/briefings/clips/data/board.csv", ("month", "model", "points"), _ROWS)
_TIDAL = Indicator(
    "Points of Tidal",
    "data/board.csv",
    "points",
    "1500",
    "above",
    "2026-03-02",
    key="model",
    row="Tidal",
    unit="points",
    cite=("@quay",),
)
_PLACE = around(briefing(tables=(_BOARD,)), [source("quay")])


def _page(*items: Indicator) -> str:
    tree = parsed(written("indicators", IndicatorsOptions(items), _PLACE))
    return " ".join(" ".join(tree.itertext()).split())


def test_the_last_row_that_fits_gives_the_figure_and_crossing_is_said_in_words() -> None:
    page = _page(_TIDAL, replace(_TIDAL, direction="below"))
    assert page.startswith("2 watched; 1 past the threshold.")
    assert "Points of Tidal @quay above 1,500 points 1,510 points Crossed 2 Mar 2026" in page
    assert "below 1,500 points 1,510 points Not crossed" in page


def test_an_empty_cell_is_no_figure_and_crosses_nothing() -> None:
    page = _page(replace(_TIDAL, row="Ebb"))
    assert page.startswith("1 watched; none is past the threshold.")
    assert "no figure No figure" in page


def test_to_lie_on_the_threshold_is_not_to_cross_it() -> None:
    assert not is_crossed(_TIDAL, "1500")
    assert is_crossed(_TIDAL, "1500.1")
    assert is_crossed(replace(_TIDAL, direction="below"), "1499")


@pytest.mark.parametrize(
    ("change", "key", "says"),
    [
        ({"data": "data/gone.csv"}, "data", "no data file"),
        ({"column": "score"}, "column", "no column `score`"),
        ({"column": "month"}, "column", "“2026-02” is no number"),
        ({"key": "who"}, "key", "no column `who`"),
        ({"row": "Lantern"}, "row", "no such row"),
        ({"row": None}, "key", "belong together"),
        ({"threshold": "much"}, "threshold", "is no number"),
        ({"checked": "Monday"}, "checked", "is no date"),
    ],
)
def test_what_cannot_be_read_is_named_at_its_key(
    change: dict[str, str | None], key: str, says: str
) -> None:
    wrong = replace(_TIDAL, **change)  # type: ignore[arg-type] # fields of any type
    (fault,) = faults("indicators", IndicatorsOptions((_TIDAL, wrong)), _PLACE)
    assert fault.place == ("items", 1, key)
    assert says in fault.message
