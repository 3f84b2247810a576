from dataclasses import replace

from generator.blocks import Surroundings
from generator.blocks.chart import ChartOptions
from generator.model.source import Table
from tests.block_page import around, briefing, faults, parsed, source, text_of, written

_ROWS = (
    ("2025-03", "Quay", "193"),
    ("2025-03", "Tide", "115"),
    ("2025-09", "Tide", "1172"),
    ("2025-08", "Quay", "146"),
)
_USERS = Table("docs/briefings/clips/data/users.csv", ("date", "app", "users"), _ROWS)
_OPTIONS = ChartOptions(
    "data/users.csv", x="date", y="users", title="Tide passed Quay", series="app"
)


def _table(*rows: tuple[str, str]) -> Table:
    return Table("docs/briefings/clips/data/one.csv", ("date", "score"), rows)


def _one(**fields: object) -> ChartOptions:
    given = {"data": "data/one.csv", "x": "date", "y": "score", "title": "A claim"} | fields
    return ChartOptions(**given)  # type: ignore[arg-type] # fields of any type


def _messages(options: ChartOptions, *tables: Table) -> list[str]:
    return [fault.message for fault in faults("chart", options, around(briefing(tables=tables)))]


def test_a_chart_is_a_figure_with_its_claim_drawing_and_table() -> None:
    block = written("chart", _OPTIONS, around(briefing(tables=(_USERS,))))
    figure = parsed(block).find("figure")
    assert (figure.get("class"), figure.get("data-scene")) == ("sf-chart", "0")
    assert len(block.scenes) == 1
    assert text_of(figure.find("figcaption/b")) == "Tide passed Quay"
    assert figure.find("div/svg/title").text == "Tide passed Quay"
    assert text_of(figure.find("details/summary")) == "Data table"


def test_the_table_has_a_row_for_each_date_and_says_where_there_is_no_figure() -> None:
    block = written("chart", _OPTIONS, around(briefing(tables=(_USERS,))))
    rows = [[text_of(cell) for cell in row] for row in parsed(block).iter("tr")]
    assert rows == [
        ["Date", "Tide", "Quay"],
        ["March 2025", "115", "193"],
        ["August 2025", "no figure", "146"],
        ["September 2025", "1172", "no figure"],
    ]


def test_a_data_source_is_named_and_cited() -> None:
    table = Table("sources/data/arena.csv", ("date", "score"), (("2026", "1381"), ("2027", "1450")))
    arena = source("arena", data="data/arena.csv", publisher="The Board")
    place = around(briefing(), [arena], tables=(table,))
    figure = parsed(written("chart", _one(data="@arena", unit="points"), place))
    assert "Source: The Board@arena" in text_of(figure)
    assert "The axis begins at 1380." in text_of(figure)
    assert "Score, points" in text_of(figure.find(".//thead"))


def test_only_picks_series_in_its_order() -> None:
    options = replace(_OPTIONS, only=("Quay",))
    block = written("chart", options, around(briefing(tables=(_USERS,))))
    assert [text_of(cell) for cell in parsed(block).find(".//thead/tr")] == ["Date", "Quay"]


def test_hostile_cells_and_titles_stay_text() -> None:
    hostile = '"><script>alert(1)</script>'
    table = Table("d/data/one.csv", ("date", "score", "who"), (("2026", "1", hostile),))
    options = _one(title=hostile, unit=hostile, note=hostile, series="who")
    tree = parsed(written("chart", options, around(briefing(tables=(table,)))))
    block_text = text_of(tree.find(".//thead"))
    assert not list(tree.iter("script"))
    assert text_of(tree.find(".//figcaption/b")) == hostile
    assert hostile in block_text


def test_citations_in_a_title_are_marks_on_the_page_and_gone_from_the_alternative_text() -> None:
    table = _table(("2026", "1"), ("2027", "2"))
    tree = parsed(written("chart", _one(title="It rose [@a]"), around(briefing(tables=(table,)))))
    assert tree.find(".//svg/title").text == "It rose"
    assert tree.find(".//figcaption//a").text == "@a"


def test_numbers_can_stand_across() -> None:
    block = written("chart", _one(), around(briefing(tables=(_table(("1", "5"), ("2.5", "7")),))))
    assert "rises from 5 (1) to 7 (2.5)" in block.scenes[0].description


def test_an_unknown_file_is_a_fault_that_names_the_files_there_are() -> None:
    found = faults("chart", _one(data="data/gone.csv"), around(briefing(tables=(_USERS,))))
    assert [fault.place for fault in found] == [("data",)]
    assert "`data/users.csv`" in found[0].help


def test_a_source_without_data_cannot_be_drawn() -> None:
    place = around(briefing(), [source("harbour"), source("lost", data="data/lost.csv")])
    messages = [
        fault.message
        for data in ("@harbour", "@gone", "@lost")
        for fault in faults("chart", _one(data=data), place)
    ]
    assert messages == [
        "the source `harbour` has no data file",
        "no source is called `gone`",
        "the data file `sources/data/lost.csv` of `lost` cannot be found",
    ]


def test_an_unknown_column_is_a_fault_at_its_key() -> None:
    place = around(briefing(tables=(_table(("2026", "1")),)))
    found = faults("chart", _one(x="day", series="who"), place)
    assert [fault.place for fault in found] == [("x",), ("series",)]
    assert found[0].help == "Its columns are `date`, `score`."


def test_a_cell_that_is_no_number_is_named_by_row_and_column() -> None:
    assert _messages(_one(), _table(("2026", "1"), ("2027", "about 3"))) == [
        "row 3 of `docs/briefings/clips/data/one.csv`, column `score`: “about 3” is no number"
    ]


def test_a_cell_that_is_no_date_is_named_by_row_and_column() -> None:
    assert _messages(_one(), _table(("2026-02", "1"), ("2026-02-30", "2"))) == [
        "row 3 of `docs/briefings/clips/data/one.csv`, column `date`: “2026-02-30” is no date"
    ]


def test_a_file_without_figures_is_a_fault() -> None:
    assert _messages(_one(), _table()) == [
        "`docs/briefings/clips/data/one.csv` has no figures to draw"
    ]
    assert _messages(_one(), _table(("2026", ""))) == _messages(_one(), _table())


def test_two_figures_for_one_day_are_a_fault() -> None:
    assert _messages(_one(), _table(("2026", "1"), ("2026", "2"))) == [
        "rows 2 and 3 of `docs/briefings/clips/data/one.csv` both report 2026"
    ]


def test_more_series_than_can_be_told_apart_are_a_fault() -> None:
    rows = tuple(("2026", str(number), f"series {number}") for number in range(7))
    table = Table("d/data/one.csv", ("date", "score", "who"), rows)
    assert _messages(_one(series="who"), table) == ["7 series are more than can be told apart (6)"]
    assert _messages(_one(series="who", only=("series 1", "gone")), table) == [
        "`d/data/one.csv` has no figures for “gone”"
    ]


_PRICES = Table(
    "d/data/prices.csv",
    ("offer", "cheapest", "middle", "dearest"),
    (("Fast & slow", "0.24", "0.30", "0.68"), ("Plain", "0.10", "", "0.30")),
)
_RANGES = ChartOptions(
    "data/prices.csv",
    x="offer",
    low="cheapest",
    y="middle",
    high="dearest",
    mark="dot-range",
    title="Prices overlap",
)
_USES = Table(
    "d/data/uses.csv",
    ("use", "year", "kind", "users"),
    (
        ("Answers", "2024", "adults", "3"),
        ("Answers", "2025", "adults", "4"),
        ("Images", "2024", "adults", "1"),
        ("Images", "2025", "adults", "5"),
    ),
)
_BARS = ChartOptions("data/uses.csv", x="use", y="users", mark="bar", title="Uses")


def test_bars_stand_in_the_order_of_the_file_and_carry_their_figures() -> None:
    options = replace(_BARS, series="year", unit="m", only=("2025",))
    block = written("chart", options, around(briefing(tables=(_USES,))))
    assert block.scenes[0].description == "Bar chart. Answers: 4\xa0m. Images: 5\xa0m."
    assert "The axis begins" not in text_of(parsed(block))


def test_bars_of_several_series_stand_under_their_category() -> None:
    block = written("chart", replace(_BARS, series="year"), around(briefing(tables=(_USES,))))
    assert block.scenes[0].description == (
        "Bar chart. Answers: 2024 3, 2025 4. Images: 2024 1, 2025 5."
    )


def test_bars_can_be_shares() -> None:
    options = replace(_BARS, series="year", arrange="share")
    block = written("chart", options, around(briefing(tables=(_USES,))))
    assert "Images: 2024 17\xa0%, 2025 83\xa0%." in block.scenes[0].description


def test_bars_by_survey_are_labelled_with_dates() -> None:
    options = ChartOptions("data/users.csv", x="date", y="users", mark="bar", title="Users")
    table = Table("d/data/users.csv", ("date", "users"), (("2025-03", "1"), ("2025-06", "2")))
    block = written("chart", options, around(briefing(tables=(table,))))
    assert "March 2025: 1." in block.scenes[0].description


def test_each_value_of_a_facet_has_a_panel_with_its_name() -> None:
    block = written("chart", replace(_BARS, facet="year"), around(briefing(tables=(_USES,))))
    tree = parsed(block)
    panels = tree.findall("figure/div[@class='sf-panels']/div")
    assert [panel.get("data-scene") for panel in panels] == ["0", "1"]
    assert [text_of(panel.find("p")) for panel in panels] == ["2024", "2025"]
    assert [scene.title for scene in block.scenes] == ["Uses: 2024", "Uses: 2025"]
    assert tree.find("figure").get("data-scene") is None
    assert [text_of(cell) for cell in tree.find(".//thead/tr")] == ["Use", "2024", "2025"]


def test_ranges_have_columns_for_their_ends_in_the_table() -> None:
    block = written("chart", _RANGES, around(briefing(tables=(_PRICES,))))
    rows = [[text_of(cell) for cell in row] for row in parsed(block).iter("tr")]
    assert rows == [
        ["Offer", "Cheapest", "Middle", "Dearest"],
        ["Fast & slow", "0.24", "0.30", "0.68"],
        ["Plain", "0.10", "no figure", "0.30"],
    ]


def test_a_chart_speaks_the_language_of_its_page() -> None:
    chinese = briefing(tables=(_USERS,), language="zh-Hans")
    block = written("chart", replace(_OPTIONS, note="注"), around(chinese))
    tree = parsed(block)
    assert text_of(tree.find("figure/details/summary")) == "数据表"
    assert [text_of(cell) for cell in next(iter(tree.iter("tr")))] == ["日期", "Tide", "Quay"]
    assert "无数据" in text_of(tree)
    assert block.scenes[0].description.startswith("阶梯图。Tide从115（2025年3月）升至1172")


def test_keys_that_a_mark_does_not_know_are_faults() -> None:
    place = around(briefing(tables=(_PRICES, _USES)))
    wrong = [
        replace(_RANGES, low=None),
        replace(_RANGES, facet="offer"),
        replace(_BARS, y=None),
        replace(_BARS, low="users"),
        replace(_BARS, arrange="share"),
    ]
    assert [fault.message for options in wrong for fault in faults("chart", options, place)] == [
        "`mark: dot-range` needs `low` and `high`",
        "`mark: dot-range` has no `facet`",
        "`mark: bar` needs `y`",
        "`mark: bar` has no `low`",
        "`arrange: share` needs bars with a series",
    ]


def test_a_range_whose_ends_are_exchanged_is_a_fault() -> None:
    found = faults("chart", replace(_RANGES, low="dearest", high="cheapest"), _prices())
    assert [fault.message for fault in found] == [
        "row 2 of `d/data/prices.csv`: the figures do not rise from low to high",
        "row 3 of `d/data/prices.csv`: the figures do not rise from low to high",
    ]


def test_a_share_below_zero_is_a_fault() -> None:
    rows = (("Answers", "2024", "adults", "-3"), ("Answers", "2025", "adults", "4"))
    place = around(briefing(tables=(Table("d/data/uses.csv", _USES.columns, rows),)))
    found = faults("chart", replace(_BARS, series="year", arrange="share"), place)
    assert [fault.message for fault in found] == [
        "row 2 of `d/data/uses.csv`: a share cannot be below zero"
    ]


def _prices() -> Surroundings:
    return around(briefing(tables=(_PRICES,)))
