import pytest

from generator.model.briefing import Status
from generator.model.edition import Edition, Held, HeldForecast, HeldProbability
from generator.model.forecast import Forecast, Outcome, Probability, Resolution, Share
from generator.scoring.track_record import Revised, Scored, means, track_record
from tests.block_page import briefing


def _forecast(
    forecast_id: str,
    *held: Probability,
    outcome: str | None = Outcome.YES,
    on: str = "2026-06-01",
    outcomes: tuple[str, ...] = (),
    closes: str | None = None,
) -> Forecast:
    return Forecast(
        forecast_id,
        "Will it?",
        opened="2026-01-01",
        resolves="2026-12-31",
        closes=closes,
        outcomes=outcomes,
        probabilities=held,
        resolution=Resolution(on, outcome) if outcome else None,
    )


def _one(*held: Probability, **fields: str | None) -> Scored:
    (scored,) = track_record([briefing(forecasts=(_forecast("a", *held, **fields),))]).own  # type: ignore[arg-type] # fields of either type
    return scored


def test_the_last_probability_before_the_day_of_the_outcome_is_scored() -> None:
    held = (Probability("2026-01-01", 0.4), Probability("2026-05-31", 0.7))
    scored = _one(*held, Probability("2026-06-01", 0.99))
    assert (scored.first.p, scored.last.p) == (0.4, 0.7)
    assert scored.score == pytest.approx(0.09)


def test_a_probability_after_the_close_does_not_count() -> None:
    held = (Probability("2026-01-01", 0.4), Probability("2026-04-01", 0.9))
    assert _one(*held, closes="2026-03-31").last.p == 0.4


def test_each_day_the_question_stood_open_counts_apart_from_the_last() -> None:
    held = (Probability("2026-05-22", 0.4), Probability("2026-05-30", 0.7))
    scored = _one(*held)
    assert scored.daily == pytest.approx((8 * 0.36 + 2 * 0.09) / 10)


def test_what_others_held_is_scored_apart() -> None:
    theirs = Probability("2026-01-01", 0.9, by="The Quay")
    ours = Probability("2026-01-02", 0.6)
    by_name = Probability("2026-01-03", 0.7, by="Ana Marlow")
    own = briefing(forecasts=(_forecast("a", theirs, ours, by_name),), authors=("Ana Marlow",))
    record = track_record([own])
    assert [(each.by, each.last.p) for each in record.own] == [("", 0.7)]
    assert [(each.by, each.last.p) for each in record.others] == [("The Quay", 0.9)]
    found = means(record.own)
    assert found is not None
    assert found.score == pytest.approx(0.09)


def test_void_open_and_late_forecasts_are_counted_and_not_scored() -> None:
    held = Probability("2026-01-01", 0.4)
    late = Probability("2026-07-01", 0.4)
    forecasts = (
        _forecast("void", held, outcome=Outcome.VOID),
        _forecast("open", held, outcome=None),
        _forecast("late", late),
    )
    record = track_record([briefing(forecasts=forecasts)])
    assert record.own == ()
    assert means(record.own) is None
    assert record.against is None
    assert [each.forecast.id for each in record.void] == ["void"]
    assert [each.forecast.id for each in record.open] == ["open"]
    assert [each.forecast.id for each in record.unscored] == ["late"]


def test_drafts_and_translations_do_not_count() -> None:
    forecasts = (_forecast("a", Probability("2026-01-01", 0.4)),)
    draft = briefing("draft", forecasts=forecasts, status=Status.DRAFT)
    translation = briefing("clips-zh", forecasts=forecasts, translation_of="clips")
    assert track_record([draft, translation]).own == ()


def test_questions_of_several_outcomes_have_the_original_score_and_means_of_their_own() -> None:
    shares = (Share("red", 0.2), Share("blue", 0.7), Share("green", 0.1))
    several = _forecast(
        "b",
        Probability("2026-01-01", shares),
        outcome="blue",
        outcomes=("red", "blue", "green"),
    )
    yes_or_no = _forecast("a", Probability("2026-01-01", 0.5))
    record = track_record([briefing(forecasts=(yes_or_no, several))])
    assert [each.score for each in record.several] == [pytest.approx(0.04 + 0.09 + 0.01)]
    assert [each.score for each in record.binary] == [0.25]


def test_something_held_impossible_that_happens_has_no_log_score() -> None:
    record = track_record([briefing(forecasts=(_forecast("a", Probability("2026-01-01", 0.0)),))])
    assert record.own[0].log is None
    found = means(record.own)
    assert found is not None
    assert (found.score, found.log) == (1.0, None)


@pytest.mark.parametrize(("count", "drawn"), [(9, False), (10, True)])
def test_there_is_a_calibration_plot_from_ten_on(count: int, drawn: bool) -> None:
    held = Probability("2026-01-01", 0.4)
    forecasts = tuple(_forecast(f"f{number}", held) for number in range(count))
    assert bool(track_record([briefing(forecasts=forecasts)]).bins) is drawn


def _edition(number: int, *held: tuple[str, str]) -> Edition:
    probabilities = tuple(HeldProbability(day, p) for day, p in held)
    kept = HeldForecast("a", "Will it?", "2026-12-31", probabilities=probabilities)
    return Edition("example", number, f"2026-0{number + 1}-01", held=Held(forecasts=(kept,)))


def _shown(found: Revised | None) -> tuple[int, float]:
    assert found is not None
    assert found.skill is not None
    return found.count, round(found.skill, 12)


_REVISED = (
    Probability("2026-01-01", 0.2),
    Probability("2026-02-01", 0.5),
    Probability("2026-03-01", 0.8),
)
_FIRST, _SECOND = ("2026-01-01", "20 %"), ("2026-02-01", "50 %")


def test_skill_over_the_edition_before_compares_with_what_it_held() -> None:
    editions = (_edition(1, _FIRST), _edition(2, _FIRST, _SECOND))
    own = briefing(forecasts=(_forecast("a", *_REVISED),), editions=editions)
    against = track_record([own]).against
    assert against is not None
    assert _shown(against.over_edition) == (1, round(1 - 0.04 / 0.25, 12))
    assert _shown(against.over_first) == (1, round(1 - 0.04 / 0.64, 12))


def test_the_edition_that_has_the_last_probability_is_not_the_one_before() -> None:
    last = ("2026-03-01", "80 %")
    editions = (_edition(1, _FIRST), _edition(2, _FIRST, _SECOND, last))
    own = briefing(forecasts=(_forecast("a", *_REVISED),), editions=editions)
    against = track_record([own]).against
    assert against is not None
    assert _shown(against.over_edition) == (1, round(1 - 0.04 / 0.64, 12))


def test_a_question_that_was_never_revised_has_no_earlier_word() -> None:
    once = _forecast("a", _REVISED[0])
    own = briefing(forecasts=(once,), editions=(_edition(1, _FIRST),))
    against = track_record([own]).against
    assert against is not None
    assert (against.over_edition, against.over_first) == (None, None)
