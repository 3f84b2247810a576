from generator.blocks.judgements import JudgementsOptions
from generator.model.briefing import Confidence, Judgement
from tests.block_page import around, briefing, faults, parsed, source, text_of, written

_SOURCES = (source("harbour"), source("copy", origin="harbour"), source("quay"))
_RULES = Judgement(
    "kj-rules",
    "Rules will bind & hold.",
    "likely",
    Confidence.MODERATE,
    because="The regulator says so [@harbour].",
    cite=("@harbour", "@copy, ¶4", "@quay"),
    alternatives=("A new law comes first.",),
    would_change=("A draft law.",),
)
_SUIT = Judgement("kj-suit", "A studio will sue.", "plausible")
_BRIEFING = briefing(judgements=(_RULES, _SUIT))
_PLACE = around(_BRIEFING, _SOURCES)


def test_a_judgement_shows_word_interval_scale_and_confidence() -> None:
    block = written("judgements", JudgementsOptions(), _PLACE)
    item = parsed(block).find("ol")[0]
    assert (item.get("id"), item.get("value")) == ("kj-rules", "1")
    assert text_of(item.find(".//p[@class='sf-word']")) == "Likely 55–80 %"
    scale = item.find(".//svg[@class='sf-scale']")
    assert scale.get("role") == "img"
    assert scale.get("aria-label") == "Likely: 55 to 80 per cent, on a scale from 0 to 100"
    assert scale.get("data-scene") == "0"
    assert text_of(item.find(".//p[@class='sf-conf']")) == "Moderate confidence"
    assert len(item.findall(".//p[@class='sf-conf']//rect[@class='on']")) == 2


def test_copies_count_as_one_origin() -> None:
    item = parsed(written("judgements", JudgementsOptions(), _PLACE)).find("ol")[0]
    assert text_of(item.find(".//p[@class='go']")) == "3 sources, 2 origins"


def test_sources_named_in_the_reason_are_not_marked_twice() -> None:
    item = parsed(written("judgements", JudgementsOptions(), _PLACE)).find("ol")[0]
    marks = [mark.text for mark in item.find_class("mark")]
    assert marks == ["@harbour", "@copy, ¶4", "@quay"]


def test_a_word_that_is_no_term_has_no_scale() -> None:
    block = written("judgements", JudgementsOptions(), _PLACE)
    item = parsed(block).find("ol")[1]
    assert len(block.scenes) == 1
    assert text_of(item.find(".//p[@class='sf-word']")) == "Plausible"
    assert item.find(".//svg") is None


def test_the_scale_is_that_of_the_briefings_standard() -> None:
    phia = briefing(judgements=(_RULES,), likelihood_words="phia")
    block = written("judgements", JudgementsOptions(), around(phia, _SOURCES))
    assert "55 to 75 per cent" in block.scenes[0].description


def test_rows_hold_what_would_change_the_judgement_and_cards_do_not() -> None:
    rows = parsed(written("judgements", JudgementsOptions(), _PLACE))
    cards = parsed(written("judgements", JudgementsOptions(layout="cards"), _PLACE))
    assert rows.find("ol").get("class") == "sf-kjs rows"
    assert cards.find("ol").get("class") == "sf-kjs"
    assert "A draft law." in text_of(rows.find(".//details"))
    assert text_of(rows.find(".//summary")) == "Alternatives, what would change this"
    assert cards.find(".//details") is None


def test_a_picked_judgement_keeps_its_number() -> None:
    items = parsed(written("judgements", JudgementsOptions(ids=("kj-suit",)), _PLACE)).find("ol")
    assert [(item.get("value"), item.get("style")) for item in items] == [
        ("2", "counter-reset:kj 1")
    ]


def test_an_unknown_id_is_a_fault() -> None:
    found = faults("judgements", JudgementsOptions(ids=("kj-rules", "kj-gone")), _PLACE)
    assert [(fault.message, fault.place) for fault in found] == [
        ("no judgement is called `kj-gone`", ("ids", 1))
    ]


def test_judgements_belong_to_a_briefing() -> None:
    assert faults("judgements", JudgementsOptions(), around(None))


def test_a_briefing_without_judgements_says_so() -> None:
    block = written("judgements", JudgementsOptions(), around(briefing()))
    assert text_of(parsed(block)) == "No judgements yet."
