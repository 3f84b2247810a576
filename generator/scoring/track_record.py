"""The track record: what the forecasts of briefings came to.

Which briefings count: published ones that are no translation of another. Which probability is
scored: the last one dated no later than the day the question closes, and before the day on which it
came out. Whose: the desk's own, and apart from them those that `by` attributes to somebody else;
`by` that names an author of the briefing is the desk's own. Void questions are counted, not scored.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.briefing import Briefing
from generator.model.forecast import Forecast, Outcome, Probability, Resolution
from generator.scoring.measures import (
    Bin,
    Decomposition,
    base_rate,
    brier,
    brier_of_categories,
    calibration,
    daily_mean,
    decomposition,
    log_score,
    mean,
    skill_over_base_rate,
    skill_over_earlier,
    skill_over_even_odds,
)
from generator.text.dates.curated import day_number, is_written_date, last_day_number

CURVE_FROM = 10
"""So many resolved questions and more make a calibration plot; fewer would show chance."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A forecast and the briefing that makes it."""

    briefing: Briefing
    forecast: Forecast


@dataclass(frozen=True, slots=True)
class Scored:
    """What one voice said of one question, scored.

    `score` and `daily` are binary Brier scores (0 to 1) for questions of yes or no, and Brier's
    original ones (0 to 2) for questions of several outcomes. `log` is None where what happened had
    been given no chance.
    """

    listed: Listed
    by: str
    """Empty for the desk."""
    first: Probability
    last: Probability
    happened: str
    score: float
    daily: float
    log: float | None
    before: Probability | None = None
    """What the newest edition held that does not have `last` yet; None where there is none."""

    @property
    def is_binary(self) -> bool:
        """Whether the question is one of yes or no."""
        return not self.listed.forecast.outcomes

    @property
    def pair(self) -> tuple[float, int]:
        """The last probability of yes, and 1 for yes or 0 for no; for binary questions."""
        return self.last.chances[Outcome.YES], int(self.happened == Outcome.YES)


@dataclass(frozen=True, slots=True)
class Means:
    """The means of several scores of one kind."""

    count: int
    score: float
    daily: float
    log: float | None


@dataclass(frozen=True, slots=True)
class Revised:
    """The skill of the last probability over an earlier one, of so many questions that have one."""

    count: int
    skill: float | None


@dataclass(frozen=True, slots=True)
class Against:
    """How binary scores stand against references, and their three parts.

    `over_edition` compares with the edition before the last probability, `over_first` with the
    first probability; each counts the questions that were revised since, and is None without any.
    """

    base_rate: float
    over_base_rate: float | None
    over_even_odds: float | None
    over_edition: Revised | None
    over_first: Revised | None
    parts: Decomposition


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """All of it. `own` and `others` are resolved and scored, `unscored` resolved without a
    probability in time.
    """

    own: tuple[Scored, ...]
    others: tuple[Scored, ...]
    void: tuple[Listed, ...]
    unscored: tuple[Listed, ...]
    open: tuple[Listed, ...]

    @property
    def binary(self) -> tuple[Scored, ...]:
        """The desk's own scores of questions of yes or no."""
        return tuple(each for each in self.own if each.is_binary)

    @property
    def several(self) -> tuple[Scored, ...]:
        """The desk's own scores of questions of several outcomes."""
        return tuple(each for each in self.own if not each.is_binary)

    @property
    def against(self) -> Against | None:
        """The binary scores against references; None where there are none."""
        pairs = [each.pair for each in self.binary]
        if not pairs:
            return None
        return Against(
            base_rate(pairs),
            skill_over_base_rate(pairs),
            skill_over_even_odds(pairs),
            _revised((each, each.before) for each in self.binary),
            _revised((each, each.first) for each in self.binary),
            decomposition(pairs),
        )

    @property
    def bins(self) -> tuple[Bin, ...]:
        """The calibration plot's bins, from ten binary questions on; else none."""
        pairs = [each.pair for each in self.binary]
        return calibration(pairs) if len(pairs) >= CURVE_FROM else ()


def track_record(briefings: Iterable[Briefing]) -> TrackRecord:
    """The record of all forecasts of these briefings, in order of the day they came out."""
    listed = list(_listed(briefings))
    resolved = [each for each in listed if each.forecast.resolution]
    void = [each for each in resolved if _outcome(each.forecast) == Outcome.VOID]
    settled = [each for each in resolved if each not in void]
    scores = {id(each): scored(each) for each in settled}
    found = sorted((one for each in settled for one in scores[id(each)]), key=_order)
    return TrackRecord(
        own=tuple(one for one in found if not one.by),
        others=tuple(one for one in found if one.by),
        void=tuple(void),
        unscored=tuple(each for each in settled if not scores[id(each)]),
        open=tuple(sorted((each for each in listed if not each.forecast.resolution), key=_due)),
    )


def means(scores: Sequence[Scored]) -> Means | None:
    """Their means; None where there is nothing to take the mean of.

    The log score has no mean where one of them has none.
    """
    if not scores:
        return None
    logs = [each.log for each in scores if each.log is not None]
    return Means(
        count=len(scores),
        score=mean(each.score for each in scores),
        daily=mean(each.daily for each in scores),
        log=mean(logs) if len(logs) == len(scores) else None,
    )


def scored(listed: Listed) -> tuple[Scored, ...]:
    """The scores of a resolved question: the desk's own, then one for each other voice."""
    forecast, resolution = listed.forecast, listed.forecast.resolution
    if resolution is None or resolution.outcome not in forecast.choices:
        return ()
    end = _last_day(forecast, resolution)
    voices: dict[str, list[Probability]] = {}
    for held in sorted(_readable(forecast), key=lambda held: day_number(held.date)):
        if day_number(held.date) <= end:
            voices.setdefault(_voice(held, listed.briefing), []).append(held)
    return tuple(_scored(listed, by, voices[by], end) for by in sorted(voices))


def due_day(forecast: Forecast) -> int:
    """The day number by which the question is to be resolved; 0 where its date is none."""
    return last_day_number(forecast.resolves) if is_written_date(forecast.resolves) else 0


def _revised(found: Iterable[tuple[Scored, Probability | None]]) -> Revised | None:
    """The skill over an earlier probability where the question has another one since."""
    since = [(each, early) for each, early in found if early not in (None, each.last)]
    if not since:
        return None
    earlier = [early.chances[Outcome.YES] for _, early in since if early]
    return Revised(len(since), skill_over_earlier([each.pair for each, _ in since], earlier))


def days_left(forecast: Forecast, today: date) -> int | None:
    """How many days an open question still has; below 0 it is overdue. None where it has no day."""
    day = due_day(forecast)
    return day - today.toordinal() if day and not forecast.resolution else None


def _scored(listed: Listed, by: str, held: Sequence[Probability], end: int) -> Scored:
    forecast, last = listed.forecast, held[-1]
    happened = _outcome(forecast)
    days = [(day_number(each.date), _score(forecast, each, happened)) for each in held]
    chance = last.chances.get(happened, 0.0)
    return Scored(
        listed,
        by,
        held[0],
        last,
        happened,
        score=days[-1][1],
        daily=daily_mean(days, end),
        log=log_score(chance) if chance > 0 else None,
        before=_in_edition_before(listed, held),
    )


def _in_edition_before(listed: Listed, held: Sequence[Probability]) -> Probability | None:
    """What the newest edition held that did not yet have the last of these probabilities."""
    for edition in reversed(listed.briefing.editions):
        kept = (one for one in edition.held.forecasts if one.id == listed.forecast.id)
        names = {(each.date, each.by) for one in kept for each in one.probabilities}
        known = [each for each in held if (each.date, each.by) in names]
        if known and known[-1] != held[-1]:
            return known[-1]
    return None


def _score(forecast: Forecast, held: Probability, happened: str) -> float:
    chances = {name: held.chances.get(name, 0.0) for name in forecast.choices}
    if forecast.outcomes:
        return brier_of_categories(chances, happened)
    return brier([(chances[Outcome.YES], int(happened == Outcome.YES))])


def _readable(forecast: Forecast) -> Iterator[Probability]:
    """The probabilities that fit the question; checks tell the author of the others."""
    for held in forecast.probabilities:
        fits = isinstance(held.p, tuple) == bool(forecast.outcomes)
        if fits and is_written_date(held.date):
            yield held


def _last_day(forecast: Forecast, resolution: Resolution) -> int:
    """The last day whose probability counts."""
    closes = forecast.closes or forecast.resolves
    days = [last_day_number(closes)] if is_written_date(closes) else []
    days += [day_number(resolution.date) - 1] if is_written_date(resolution.date) else []
    return min(days, default=0)


def _voice(held: Probability, briefing: Briefing) -> str:
    return "" if held.by in (None, *briefing.authors) else held.by or ""


def _listed(briefings: Iterable[Briefing]) -> Iterator[Listed]:
    for briefing in sorted(briefings, key=lambda each: each.slug):
        if not briefing.is_draft and not briefing.translation_of:
            yield from (Listed(briefing, forecast) for forecast in briefing.forecasts)


def _outcome(forecast: Forecast) -> str:
    return str(forecast.resolution.outcome) if forecast.resolution else ""


def _order(one: Scored) -> tuple[str, str, str]:
    resolution = one.listed.forecast.resolution
    return resolution.date if resolution else "", one.listed.briefing.slug, one.listed.forecast.id


def _due(listed: Listed) -> tuple[int, str, str]:
    return due_day(listed.forecast), listed.briefing.slug, listed.forecast.id
