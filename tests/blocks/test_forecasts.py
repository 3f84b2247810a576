from dataclasses import replace

from generator.blocks.forecasts import ForecastsOptions
from generator.model.forecast import Forecast, Outcome, Probability, Resolution
from tests.block_page import around, briefing, faults, parsed, source, text_of, written

_OPEN = Forecast(
    "fc-suit",
    "Will a studio sue?",
    "2026-02-15",
    "2026-12-31",
    criteria="A complaint is filed.",
    probabilities=(
        Probability("2026-03-02", 0.45, "The deadline passed", "Desk"),
        Probability("2026-02-15", 0.6, "Letters were sent"),
        Probability("2026-02-22", 0.55),
    ),
    cite=("@quay",),
)
_NO = Forecast(
    "fc-early",
    "Will one sue by February?",
    "2026-01-01",
    "2026-02-27",
    probabilities=(Probability("2026-01-01", 0.15),),
    resolution=Resolution("2026-02-27", Outcome.NO, ("@harbour",)),
)
_VOID = Forecast(
    "fc-void", "Will it?", "2026", "2027", resolution=Resolution("2026-05-01", Outcome.VOID)
)
_PLACE = around(briefing(forecasts=(_NO, _OPEN, _VOID)), [source("quay"), source("harbour")])


def _ids(options: ForecastsOptions) -> list[str | None]:
    return [item.get("id") for item in parsed(written("forecasts", options, _PLACE)).find("ul")]


def test_open_questions_come_first() -> None:
    assert _ids(ForecastsOptions()) == ["fc-suit", "fc-early", "fc-void"]


def test_what_others_expected_stands_apart_under_its_own_heading() -> None:
    theirs = replace(_NO, id="fc-theirs", probabilities=(Probability("2026-01-01", 0.5, by="Ebb"),))
    mixed = replace(_OPEN, probabilities=(*_OPEN.probabilities, *theirs.probabilities))
    place = around(briefing(forecasts=(theirs, mixed, _NO)), [source("quay"), source("harbour")])
    tree = parsed(written("forecasts", ForecastsOptions(), place))
    ids = [[item.get("id") for item in items] for items in tree.iterfind("ul")]
    assert ids == [["fc-suit", "fc-early"], ["fc-theirs"]]
    assert text_of(tree.find("p[@class='sf-lane']")) == "What others expected"
    heads = [text_of(head.findall(".//th")[1]) for head in tree.iterfind(".//thead")]
    assert heads == ["Said", "We said", "They said"]


def test_state_and_ids_pick() -> None:
    assert _ids(ForecastsOptions(state="open")) == ["fc-suit"]
    assert _ids(ForecastsOptions(state="resolved")) == ["fc-early", "fc-void"]
    assert _ids(ForecastsOptions(ids=("fc-void", "fc-suit"))) == ["fc-void", "fc-suit"]


def test_an_open_forecast_says_what_is_held_and_how_it_moved() -> None:
    block = written("forecasts", ForecastsOptions(state="open"), _PLACE)
    item = parsed(block).find("ul/li")
    said = text_of(item.find("p[@class='p sf-num']"))
    assert said == "45 % down 10 since 22 Feb Resolves 31 Dec 2026"
    assert block.scenes[0].description == "Now 45 per cent; before: 60, 55."
    assert item.find("svg").get("aria-label") == block.scenes[0].description


def test_criteria_and_reasons_stand_behind_the_summary() -> None:
    item = parsed(written("forecasts", ForecastsOptions(state="open"), _PLACE)).find("ul/li")
    details = item.find("details")
    assert "A complaint is filed." in text_of(details)
    assert [text_of(row) for row in details.iter("tr")][1:] == [
        "15 Feb 202660 %Letters were sent",
        "22 Feb 202655 %no reason given",
        "2 Mar 202645 %The deadline passed (Desk)",
    ]
    assert "Rests on sources @quay" in text_of(details)


def test_a_resolved_forecast_gives_outcome_day_and_proof() -> None:
    options = ForecastsOptions(ids=("fc-early",))
    block = written("forecasts", options, _PLACE)
    said = text_of(parsed(block).find(".//p[@class='p sf-num']"))
    assert said == "No we said 15 % Brier score 0.022 Resolved 27 Feb 2026@harbour"
    assert block.scenes[0].description == "Resolved: no. We said 15 per cent."


def test_a_void_question_is_struck_through() -> None:
    item = parsed(written("forecasts", ForecastsOptions(ids=("fc-void",)), _PLACE)).find("ul/li")
    assert text_of(item.find("p/s")) == "Will it?"


def test_a_first_and_an_unchanged_probability_say_since_when() -> None:
    first = Forecast("a", "?", "2026", "2027", probabilities=(Probability("2026-03-02", 0.3),))
    same = Forecast(
        "b",
        "?",
        "2025",
        "2027",
        probabilities=(Probability("2025-12-01", 0.3), Probability("2026-03-02", 0.3)),
    )
    none = Forecast("c", "?", "2026", "2027")
    place = around(briefing(forecasts=(first, same, none)))
    items = parsed(written("forecasts", ForecastsOptions(), place)).find("ul")
    assert [text_of(item.find("p/small")) for item in items] == [
        "since 2 Mar 2026",
        "unchanged since 1 Dec 2025",
        "no probability yet",
    ]


def test_hostile_questions_stay_text() -> None:
    hostile = Forecast("x", '<img onerror="x">', "2026", "2027")
    tree = parsed(written("forecasts", ForecastsOptions(), around(briefing(forecasts=(hostile,)))))
    assert text_of(tree.find(".//p")) == '<img onerror="x">'


def test_an_unknown_id_is_a_fault_and_so_is_a_page_outside_the_briefings() -> None:
    found = faults("forecasts", ForecastsOptions(ids=("gone",)), _PLACE)
    assert [fault.place for fault in found] == [("ids", 0)]
    assert faults("forecasts", ForecastsOptions(), around(None))


def test_nothing_to_show_is_said() -> None:
    block = written("forecasts", ForecastsOptions(state="open"), around(briefing()))
    assert text_of(parsed(block)) == "No open forecasts."
