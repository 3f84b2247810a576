from generator.blocks.briefings import BriefingsOptions
from generator.blocks.sources import SourcesOptions
from generator.model.briefing import Confidence, Judgement, Status
from generator.model.forecast import Forecast
from generator.model.page import Citation, CitationGroup, Page, PageKind, PageText
from generator.model.source import Credibility, Reliability
from generator.model.span import Span, TextFile
from tests.block_page import around, briefing, parsed, source, text_of, written

_SOURCES = (
    source(
        "harbour",
        title="Clips <b>lift</b> shares",
        publisher="Harbour Times",
        published="2026-02-09",
        url="https://harbour.example/clips",
        reliability=Reliability.B,
        credibility=Credibility.PROBABLY_TRUE,
    ),
    source("copy", origin="harbour", title="片段", language="zh-Hans", url="javascript:alert(1)"),
    source("quay"),
)
_USED = ("harbour", "quay", "copy")


def _citing(source_id: str) -> Page:
    span = Span("trend.md", 0, 1)
    text = PageText(PageKind.TREND, "briefings/clips/trend", TextFile("trend.md", "x"))
    return Page(text, groups=(CitationGroup(span, (Citation(source_id, span),)),))


def test_sources_carry_number_title_facts_and_grade() -> None:
    block = written("sources", SourcesOptions(), around(briefing(used=_USED), _SOURCES))
    items = parsed(block).find("ol")
    assert [item.get("id") for item in items] == ["s-harbour", "s-quay", "s-copy"]
    assert text_of(items[0]) == (
        "Clips <b>lift</b> sharesHarbour Times, 9 February 2026 · original of source 1Grade B2"
    )
    assert items[0].find(".//a").get("href") == "/sources/harbour/"


def test_a_copy_names_the_source_whose_origin_it_shares() -> None:
    block = written("sources", SourcesOptions(), around(briefing(used=_USED), _SOURCES))
    items = parsed(block).find("ol")
    assert "undated; same origin as 1" in text_of(items[2])
    assert "same origin" not in text_of(items[0])


def test_only_web_addresses_become_links_to_the_original() -> None:
    block = written("sources", SourcesOptions(), around(briefing(used=_USED), _SOURCES))
    links = [link.get("href") for link in parsed(block).findall(".//small/a")]
    assert links == ["https://harbour.example/clips"]
    assert parsed(block).find(".//small/a").get("rel") == "noopener"


def test_a_title_in_another_language_says_which() -> None:
    block = written("sources", SourcesOptions(), around(briefing(used=_USED), _SOURCES))
    items = parsed(block).find("ol")
    assert [item.find(".//a").get("lang") for item in items] == [None, None, "zh-Hans"]


def test_a_doubtful_grade_has_a_dashed_edge() -> None:
    block = written("sources", SourcesOptions(), around(briefing(used=_USED), _SOURCES))
    grades = [text_of(grade) for grade in parsed(block).find_class("low")]
    assert grades == ["F6", "F6"]


def test_the_sources_of_a_page_keep_the_numbers_of_the_briefing() -> None:
    own = briefing(used=_USED, pages=(_citing("copy"),))
    place = around(own, _SOURCES, path="briefings/clips/trend")
    items = parsed(written("sources", SourcesOptions(of="page"), place)).find("ol")
    assert [(item.get("value"), item.get("style")) for item in items] == [
        ("3", "counter-reset:s 2")
    ]


def test_a_free_page_lists_the_library() -> None:
    items = parsed(written("sources", SourcesOptions(), around(None, _SOURCES))).find("ol")
    assert len(items) == 3


def test_a_briefing_without_sources_says_so() -> None:
    assert text_of(parsed(written("sources", SourcesOptions(), around(briefing())))) == (
        "No sources yet."
    )


_OLD = briefing("old", published="2026-01-01", used=("quay",))
_NEW = briefing(
    "new",
    published="2026-01-01",
    updated="2026-03-09",
    standfirst="It went <fast> [@harbour].",
    topics=("generative video", "markets"),
    used=_USED,
    judgements=(Judgement("kj", "Rules will bind.", "very likely", Confidence.LOW),),
    forecasts=(Forecast("fc", "Will it?", "2026", "2027"),),
)
_DRAFT = briefing("draft", published="2026-12-31", status=Status.DRAFT)
_ALL = around(None, _SOURCES, others=(_OLD, _DRAFT, _NEW))


def test_the_newest_briefing_comes_first_and_drafts_are_left_out() -> None:
    tree = parsed(written("briefings", BriefingsOptions(), _ALL))
    titles = [heading.find("a").get("href") for heading in tree.iter("h2", "h3")]
    assert titles == ["/briefings/new/", "/briefings/old/"]


def test_the_lead_shows_its_standfirst_counts_and_first_judgement() -> None:
    block = written("briefings", BriefingsOptions(), _ALL)
    lead = parsed(block).find(".//article")
    assert text_of(lead.find(".//p[@class='sf-kick']")) == (
        "Generative video, markets · 9 March 2026"
    )
    assert text_of(lead.find(".//p[@class='sf-stand']")) == "It went <fast>@harbour."
    assert "3 sources, 2 origins · 1 open forecast" in text_of(lead)
    assert "Very likely80–95 %" in text_of(lead)
    assert block.scenes[0].description.startswith("Very likely: 80 to 95 per cent")


def test_without_a_lead_all_are_alike() -> None:
    block = written("briefings", BriefingsOptions(lead=False), _ALL)
    tree = parsed(block)
    assert [len(list(tree.iter(tag))) for tag in ("h2", "h3")] == [0, 2]
    assert block.scenes == ()


def test_most_limits_the_list() -> None:
    tree = parsed(written("briefings", BriefingsOptions(most=1), _ALL))
    assert len(list(tree.iter("article"))) == 1


def test_a_site_without_briefings_says_so() -> None:
    assert text_of(parsed(written("briefings", BriefingsOptions(), around(None)))) == (
        "No briefings yet."
    )
