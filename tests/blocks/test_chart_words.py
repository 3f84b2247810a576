"""Charts in the words of their page: units, names, heads of columns."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.blocks.chart import ChartOptions
from generator.model.actor import Actor, ActorKind, Wording
from generator.model.briefing import Briefing
from generator.model.label import Label
from generator.model.source import Note, Section, Table, Value
from generator.plotting.units import column_head, measured, read_unit, regrouped
from tests.block_page import around, briefing, faults, parsed, source, text_of, written

_TIDAL = Actor(
    "tidal",
    ActorKind.PRODUCT,
    (Wording("en", "Tidal"), Wording("zh", "潮汐"), Wording("zh", "Tidal")),
)


def _noted(unit: str, briefing_of: Briefing) -> list[str]:
    """Spoken words, and heads and first row of the table."""
    values = (
        Value("users", "Tidal", "22", "2025-03", unit),
        Value("users", "Rival", "110", "2025-12", unit),
    )
    told = source("alpha", notes=(Note(Section.TREND, "Noted.", values=values),))
    place = around(replace(briefing_of, used=("alpha",)), [told])
    options = ChartOptions("notes", "增长", metric="users")
    block = written("chart", options, place)
    rows = [[text_of(cell) for cell in row] for row in parsed(block).iter("tr")]
    return [block.scenes[0].description, *rows[0], *rows[1]]


def test_a_chinese_chart_regroups_its_figures_and_has_the_names_of_the_glossary() -> None:
    page = briefing(actors=(_TIDAL,), language="zh-Hans")
    assert _noted("million monthly users", page) == [
        "阶梯图。Rival为1.1亿月活用户（2025年12月）。潮汐为0.22亿月活用户（2025年3月）。",
        "日期",
        "Rival（亿月活用户）",
        "潮汐（亿月活用户）",
        "2025年3月",
        "无数据",
        "0.22@alpha",
    ]


def test_a_unit_that_is_not_known_stays_as_written() -> None:
    page = briefing(language="zh-Hans")
    assert _noted("million widgets", page)[1:3] == ["日期", "Rival（million widgets）"]


def test_an_english_chart_has_the_english_name_of_what_a_curator_named_in_chinese() -> None:
    actor = replace(_TIDAL, names=(Wording("zh", "Rival"), Wording("en", "Competitor")))
    page = briefing(actors=(actor,))
    assert "Competitor, million users" in _noted("million users", page)


def test_a_name_of_two_entries_stays_as_written() -> None:
    other = replace(_TIDAL, id="tidal-firm", names=(Wording("en", "Tidal"), Wording("zh", "潮")))
    page = briefing(actors=(_TIDAL, other), language="zh-Hans")
    assert "Tidal（亿月活用户）" in _noted("million monthly users", page)


@pytest.mark.parametrize(
    ("cell", "unit", "language", "shown"),
    [
        ("300", "百万元", "zh-Hans", "3亿元"),
        ("249", "million people", "zh-Hans", "2.49亿人"),
        ("160", "billion yuan", "zh", "1600亿元"),
        ("60", "million users", "zh", "6000万用户"),
        ("500", "bn CNY", "zh", "5000亿元"),
        ("-12", "minutes", "zh", "−12分钟"),
        ("1600", "亿元", "zh", "1600亿元"),
        ("1600", "亿元", "en", "160\N{NO-BREAK SPACE}billion yuan"),
        ("160", "bn CNY", "en", "160\N{NO-BREAK SPACE}bn CNY"),
        ("0", "million people", "zh", "0人"),
        ("1.50", "", "zh", "1.50"),
        ("60", "%", "zh", "60%"),
    ],
)
def test_a_unit_is_said_in_the_language_of_the_page(
    cell: str, unit: str, language: str, shown: str
) -> None:
    assert measured(cell, unit, language) == shown


def test_figures_that_stand_together_have_the_unit_of_the_largest() -> None:
    assert regrouped("thousand users", Decimal(200_000), "zh") == (Decimal("0.00001"), "亿用户")


@pytest.mark.parametrize("text", ["", "millionaires", "million  widgets", "m", "%"])
def test_what_is_not_known_whole_is_no_unit_of_ours(text: str) -> None:
    assert read_unit(text) is None


@pytest.mark.parametrize(
    ("name", "unit", "language", "head"),
    [
        ("revenue_cny_million", "", "en", "Revenue, million yuan"),
        ("users_million", "", "en", "Users, million"),
        ("users_million", "billion", "en", "Users, billion"),
        ("monthly_users", "", "en", "Monthly users"),
        ("revenue_cny_million", "", "zh-Hans", "Revenue（百万元）"),
        ("收入（百万元）", "亿元", "zh-Hans", "收入（亿元）"),
        ("million", "", "en", "Million"),
    ],
)
def test_the_head_of_a_column_says_the_unit_after_the_name(
    name: str, unit: str, language: str, head: str
) -> None:
    assert column_head(name, unit, language) == head


_FILE = Table("docs/briefings/clips/data/use.csv", ("kind", "n_million"), (("Other", "5"),))
_BARS = ChartOptions("use.csv", "Uses", x="kind", y="n_million", mark="bar")


def test_labels_say_what_readers_see_for_columns_and_rows() -> None:
    place = around(briefing(tables=(_FILE,)))
    labels = (Label("n_million", "Million users"), Label("Other", "All else"), Label("kind", "Use"))
    block = written("chart", replace(_BARS, labels=labels), place)
    rows = [[text_of(cell) for cell in row] for row in parsed(block).iter("tr")]
    assert rows == [["Use", "Million users"], ["All else", "5"]]
    assert block.scenes[0].description == "Bar chart. All else: 5."


def test_a_label_for_what_the_chart_does_not_have_is_a_fault() -> None:
    place = around(briefing(tables=(_FILE,)))
    [fault] = faults("chart", replace(_BARS, labels=(Label("Othr", "All else"),)), place)
    assert fault.place == ("labels",)
    assert "nothing called “Othr”" in fault.message
    assert "`Other`" in fault.help
