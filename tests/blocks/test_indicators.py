from dataclasses import replace

import pytest

from generator.blocks import Surroundings
from generator.blocks.crossed import CrossedOptions
from generator.blocks.forecasts import ForecastsOptions
from generator.blocks.judgements import JudgementsOptions
from generator.model.briefing import Judgement
from generator.model.forecast import Forecast
from generator.model.page import Block, Page, PageKind, PageText
from generator.model.source import Table
from generator.model.span import Span, TextFile
from generator.plotting.indicators import Indicator, IndicatorsOptions, is_crossed
from tests.block_page import around, briefing, faults, parsed, source, text_of, written

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
    assert "Points of Tidal @quay above 1500 points 1510 points Crossed 2 Mar 2026" in page
    assert "below 1500 points 1510 points Not crossed" in page


def test_an_empty_cell_is_no_figure_and_crosses_nothing() -> None:
    page = _page(replace(_TIDAL, row="Ebb"))
    assert page.startswith("One figure is watched; it is not past its threshold.")
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


def _with_indicators(
    *items: Indicator,
    judgements: tuple[Judgement, ...] = (),
    forecasts: tuple[Forecast, ...] = (),
    shows: tuple[Block, ...] = (),
) -> Surroundings:
    text = PageText(PageKind.OUTLOOK, "briefings/clips/outlook", TextFile("outlook.md", ""))
    span = Span("outlook.md", 0, 0)
    block = Block("indicators", span, text.file, 0, 0, IndicatorsOptions(items))
    page = Page(text, blocks=(block, *shows))
    of = briefing(tables=(_BOARD,), pages=(page,), judgements=judgements, forecasts=forecasts)
    return around(of, [source("quay")])


def _shown(name: str, options: object) -> Block:
    file = TextFile("outlook.md", "")
    return Block(name, Span("outlook.md", 0, 0), file, 0, 0, options)


def _crossed(place: Surroundings) -> str:
    return text_of(parsed(written("crossed", CrossedOptions(), place)))


def test_what_has_crossed_is_told_with_figure_threshold_and_day() -> None:
    place = _with_indicators(_TIDAL, replace(_TIDAL, watch="Ebb", row="Ebb"))
    assert _crossed(place) == (
        "Crossed Points of Tidal: 1510 points, threshold above 1500 points, checked 2 Mar 2026."
    )
    block = written("crossed", CrossedOptions(), place)
    (link,) = parsed(block).iterfind(".//a")
    assert link.get("href") == "/briefings/clips/outlook/#indicator-points-of-tidal"


def test_nothing_is_told_while_nothing_has_crossed() -> None:
    place = _with_indicators(replace(_TIDAL, threshold="2000"))
    assert written("crossed", CrossedOptions(), place).html == ""
    assert written("crossed", CrossedOptions(), _PLACE).html == ""


def test_an_indicator_names_what_it_bears_on() -> None:
    judgement = Judgement("kj-lead", "Tidal leads.")
    forecast = Forecast("fc-lead", "Will it lead?", "2026-01-01", "2026-12-31")
    both = replace(_TIDAL, affects=("kj-lead", "fc-lead"), id="tidal")
    shows = (
        _shown("judgements", JudgementsOptions(("kj-lead",))),
        _shown("forecasts", ForecastsOptions()),
    )
    place = _with_indicators(both, judgements=(judgement,), forecasts=(forecast,), shows=shows)
    assert "Bears on: Tidal leads. · Will it lead?" in _crossed(place)
    row = parsed(written("indicators", IndicatorsOptions((both,)), place))
    links = [link.get("href") for link in row.iterfind(".//small/a")]
    assert links == [f"/briefings/clips/outlook/#{name}" for name in both.affects]
    assert row.find(".//span[@id='tidal']") is not None
    (fault,) = faults("indicators", IndicatorsOptions((both,)), _PLACE)[:1]
    assert fault.message == "no judgement or forecast is called `kj-lead`"


def test_what_no_page_shows_is_named_without_a_link() -> None:
    judgement = Judgement("kj-lead", "Tidal leads.")
    forecast = Forecast("fc-lead", "Will it lead?", "2026-01-01", "2026-12-31")
    other = Forecast("fc-other", "Will another?", "2026-01-01", "2026-12-31")
    both = replace(_TIDAL, affects=("kj-lead", "fc-lead"))
    shows = (
        _shown("judgements", JudgementsOptions(("kj-other",))),
        _shown("forecasts", ForecastsOptions(state="resolved")),
        _shown("forecasts", ForecastsOptions(("fc-other",))),
        replace(_shown("forecasts", ForecastsOptions()), options=None),
    )
    place = _with_indicators(
        both, judgements=(judgement,), forecasts=(forecast, other), shows=shows
    )
    (link,) = parsed(written("crossed", CrossedOptions(), place)).iterfind(".//a")
    assert (link.get("href") or "").endswith("#indicator-points-of-tidal")
    assert "Bears on: Tidal leads. · Will it lead?" in _crossed(place)
    assert not list(
        parsed(written("indicators", IndicatorsOptions((both,)), place)).iterfind(".//small/a")
    )


def test_the_anchor_is_made_of_the_words_without_their_citations() -> None:
    assert replace(_TIDAL, watch="Points [@quay, ¶4]").anchor == "indicator-points"
    assert replace(_TIDAL, watch="点数").anchor == "indicator-points"
