from dataclasses import replace

from generator.blocks import BlockHtml
from generator.blocks.forecasts import ForecastsOptions
from generator.blocks.track_record import TrackRecordOptions
from generator.model.forecast import Forecast, Outcome, Probability, Resolution, Share
from generator.model.page import Block, Page, PageKind, PageText
from generator.model.span import Span, TextFile
from tests.block_page import around, briefing, parsed, written

_OPEN = Forecast(
    "fc-open",
    "Will it rain?",
    "2026-01-01",
    "2026-12-31",
    probabilities=(Probability("2026-01-02", 0.3),),
)
_YES = replace(
    _OPEN, id="fc-yes", question="Did it snow?", resolution=Resolution("2026-06-01", Outcome.YES)
)
_VOID = replace(_YES, id="fc-void", resolution=Resolution("2026-06-01", Outcome.VOID))
_THEIRS = replace(
    _YES, id="fc-theirs", probabilities=(Probability("2026-01-02", 0.9, by="The <b>Quay</b>"),)
)
_SEVERAL = replace(
    _YES,
    id="fc-several",
    outcomes=("red", "blue"),
    probabilities=(Probability("2026-01-02", (Share("red", 0.2), Share("blue", 0.8))),),
    resolution=Resolution("2026-06-01", "blue"),
)


def _said(block: BlockHtml) -> str:
    return " ".join(" ".join(parsed(block).itertext()).split())


def _page(*forecasts: Forecast) -> str:
    block = written("track-record", TrackRecordOptions(), around(briefing(forecasts=forecasts)))
    return _said(block)


def test_a_question_leads_to_the_forecast_where_a_page_shows_it() -> None:
    text = PageText(PageKind.OUTLOOK, "briefings/clips/outlook", TextFile("outlook.md", ""))
    span, options = Span("outlook.md", 0, 0), ForecastsOptions(("fc-yes",))
    page = Page(text, blocks=(Block("forecasts", span, text.file, 0, 0, options),))
    of = briefing(forecasts=(_OPEN, _YES), pages=(page,))
    block = parsed(written("track-record", TrackRecordOptions(), around(of)))
    links = {link.text: link.get("href") for link in block.iterfind(".//a")}
    assert links["Did it snow?"] == "/briefings/clips/outlook/#fc-yes"
    assert links["Will it rain?"] == "/briefings/clips/"


def test_a_desk_without_resolved_forecasts_says_so() -> None:
    page = _page(_OPEN)
    assert page.startswith("No forecast of our own is scored yet: 1 open. ")
    assert "Brier, last probability" not in page


def test_scores_are_named_apart_each_with_its_reference() -> None:
    page = _page(_OPEN, _YES, _VOID)
    assert "1 forecast scored, 1 open, 1 void" in page
    assert "Brier, last probability before close 0.490 0 to 1" in page
    assert "Brier, every day from first probability to close 0.490" in page
    assert "Skill over even odds \N{MINUS SIGN}0.960 1 is perfect" in page
    assert "Skill over the base rate none" in page
    assert "0.490 \N{MINUS SIGN} 0.000 + 0.000" in page
    assert "needs ten resolved questions of yes or no; one is resolved" in page


def test_what_others_held_stands_in_a_table_of_its_own_and_stays_text() -> None:
    page = _page(_THEIRS)
    assert "No forecast of our own" in page
    assert "Expectations of others" in page
    assert "The <b>Quay</b>" in page


def test_several_outcomes_have_their_own_scale() -> None:
    page = _page(_SEVERAL)
    assert "Questions of several outcomes (1)" in page
    assert "0.080 0 to 2; 0 is best" in page
    assert "red 20 %, blue 80 %" in page


def test_open_forecasts_are_a_plot_and_a_table_with_the_same_numbers() -> None:
    near = replace(_OPEN, id="fc-near", probabilities=(Probability("2026-01-02", 0.31),))
    place = around(briefing(forecasts=(_OPEN, near)))
    block = written("track-record", TrackRecordOptions(), place)
    assert [label.text for label in parsed(block).findall(".//svg/text[@class='v1']")] == ["1, 2"]
    assert block.scenes[0].description.startswith("Across: the day")


def test_ten_resolved_questions_make_a_calibration_plot_with_counts() -> None:
    forecasts = tuple(replace(_YES, id=f"fc-{number}") for number in range(10))
    place = around(briefing(forecasts=forecasts))
    block = written("track-record", TrackRecordOptions(), place)
    tree = parsed(block)
    assert tree.find(".//svg/title").text == "What was said, and what came out"
    assert "30–40 % 30 % 100 % 10" in _said(block)
    assert "needs ten" not in _said(block)


def test_revised_questions_show_the_skill_over_the_first_word() -> None:
    held = (Probability("2026-01-02", 0.3), Probability("2026-02-02", 0.6))
    page = _page(replace(_YES, probabilities=held))
    assert "Skill over our first word 0.673 1 is perfect" in page
    assert "keeping to the first probability; one question revised since" in page
    assert "edition before" not in page
