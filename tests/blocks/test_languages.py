"""Blocks on a Chinese page say their own words in Chinese."""

from generator.blocks.briefings import BriefingsOptions
from generator.blocks.forecasts import ForecastsOptions
from generator.blocks.judgements import JudgementsOptions
from generator.blocks.sources import SourcesOptions
from generator.blocks.timeline import Event, TimelineOptions
from generator.model.briefing import Confidence, Judgement, Status
from generator.model.forecast import Forecast, Outcome, Probability, Resolution
from tests.block_page import around, briefing, parsed, source, text_of, written

_HELD = (
    Probability("2026-03-02", 0.45),
    Probability("2026-05-01", 0.3, because="信还没有变成诉讼。"),
)
_OPEN = Forecast("fc-suit", "会起诉吗？", "2026-03-02", "2026-12-31", probabilities=_HELD)
_DONE = Forecast(
    "fc-law",
    "会立法吗？",
    "2026-01-01",
    "2026-06-30",
    probabilities=_HELD[:1],
    resolution=Resolution("2026-06-01", Outcome.NO),
)
_RULES = Judgement(
    "kj-rules", "规则会先行。", "likely", Confidence.LOW, cite=("@harbour",), assumptions=("甲",)
)


def test_a_judgement_is_worded_in_chinese() -> None:
    place = around(briefing(judgements=(_RULES,), language="zh-Hans"), [source("harbour")])
    block = written("judgements", JudgementsOptions(), place)
    tree = parsed(block)
    assert text_of(tree.find(".//p[@class='sf-word']")) == "较可能 55%～80%"
    assert text_of(tree.find(".//p[@class='sf-conf']")) == "信心：低"
    assert text_of(tree.find(".//p[@class='go']")) == "1个来源，1个源头"
    assert text_of(tree.find(".//summary")) == "假设"
    assert block.scenes[0].description == "较可能：0至100的刻度上55%至80%"


def test_a_forecast_is_worded_in_chinese() -> None:
    chinese = briefing(forecasts=(_OPEN, _DONE), language="zh-Hans")
    block = written("forecasts", ForecastsOptions(), around(chinese))
    first, second = parsed(block).findall("ul/li")
    assert text_of(first.find("p[@class='p sf-num']")) == (
        "30% 下调15个百分点 较3月2日 2026年12月31日到期"
    )
    assert text_of(second.find("p[@class='p sf-num']")) == (
        "否 我们曾给出45% 布赖尔分数0.203 2026年6月1日揭晓"
    )
    assert text_of(first.find(".//summary")) == "判定标准与理由"
    assert [text_of(head) for head in first.find(".//thead/tr")] == ["日期", "我们给出", "理由"]
    assert [scene.description for scene in block.scenes] == [
        "现为30%；此前（百分比）：45。",
        "结果：否。我们曾给出45%。",
    ]


def test_no_forecasts_is_said_in_chinese() -> None:
    place = around(briefing(language="zh-Hans"))
    block = written("forecasts", ForecastsOptions(state="open"), place)
    assert text_of(parsed(block)) == "没有待定的预测。"


def test_kinds_and_gaps_of_a_timeline_are_chinese() -> None:
    days = ("2025-09-01", "2026-02-07", "2026-02-09", "2026-02-10")
    events = tuple(Event(day, "规则", "甲", kind="in force") for day in days)
    place = around(briefing(language="zh-Hans"))
    tree = parsed(written("timeline", TimelineOptions(events, lanes=("甲",)), place))
    assert [text_of(row) for row in tree.find_class("gap")] == ["5个月"]
    assert text_of(tree.findall(".//ul[@class='sf-at']/li")[1]) == "甲 生效：规则"


def test_a_kind_is_not_said_twice() -> None:
    event = Event("2026", "规则生效", kind="in force")
    place = around(briefing(language="zh-Hans"))
    tree = parsed(written("timeline", TimelineOptions((event,)), place))
    assert text_of(tree.find(".//div[@class='t']")) == "规则生效"


def test_sources_are_listed_in_chinese() -> None:
    sources = [
        source("harbour", publisher="港报"),
        source("copy", origin="harbour", url="https://x"),
    ]
    chinese = briefing(used=("harbour", "copy"), language="zh-Hans")
    tree = parsed(written("sources", SourcesOptions(), around(chinese, sources)))
    assert [text_of(small) for small in tree.iter("small")] == [
        "港报，日期不详",
        "日期不详；与来源1同源 · 原文（来源2）",
    ]


_ENGLISH = briefing("clips", updated="2026-03-01")
_CHINESE = briefing("clips-zh", updated="2026-03-02", language="zh-Hans", translation_of="clips")


def test_a_translation_is_no_second_entry_of_the_front_page() -> None:
    place = around(None, others=(_ENGLISH, _CHINESE))
    tree = parsed(written("briefings", BriefingsOptions(), place))
    assert [text_of(title) for title in tree.iter("h2", "h3")] == ["Briefing clips"]
    also = tree.find(".//a[@hreflang='zh-Hans']")
    assert (text_of(also), also.get("href")) == ("中文", "/briefings/clips-zh/")


def test_a_draft_translation_is_not_named() -> None:
    draft = briefing("clips-zh", language="zh-Hans", translation_of="clips", status=Status.DRAFT)
    tree = parsed(written("briefings", BriefingsOptions(), around(None, others=(_ENGLISH, draft))))
    assert tree.find(".//a[@hreflang='zh-Hans']") is None
