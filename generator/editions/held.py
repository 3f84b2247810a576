"""What an edition keeps of a briefing, and how a later state differs from it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from generator.model.briefing import Briefing
from generator.model.edition import (
    Change,
    Held,
    HeldForecast,
    HeldJudgement,
    HeldProbability,
    Subject,
)
from generator.model.forecast import Forecast, Probability
from generator.text.cited import cited_ids


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_OF_FORECASTS = ("criteria", "resolves", "outcome")
_One = TypeVar("_One", bound=_Named)


def held(briefing: Briefing) -> Held:
    """What the briefing holds now: its judgements and forecasts, and which corrections it has."""
    judgements = tuple(
        HeldJudgement(
            each.id,
            each.says,
            each.likelihood,
            each.confidence and str(each.confidence),
            each.because,
            tuple(sorted(cited_ids((each.says, each.because or "", *each.cite)))),
        )
        for each in briefing.judgements
    )
    forecasts = tuple(held_forecast(each) for each in briefing.forecasts)
    return Held(judgements, forecasts, tuple(each.id for each in briefing.corrections))


def held_forecast(forecast: Forecast) -> HeldForecast:
    """What is held on a forecast now."""
    return HeldForecast(
        forecast.id,
        forecast.question,
        forecast.resolves,
        forecast.criteria,
        tuple(
            HeldProbability(each.date, _shown(each), each.because, each.by)
            for each in forecast.probabilities
        ),
        str(forecast.resolution.outcome) if forecast.resolution else None,
    )


def _shown(probability: Probability) -> str:
    """`45 %`, or `council 20 %, ministry 80 %`: what readers saw, to six digits."""
    if isinstance(probability.p, float | int):
        return f"{probability.p * 100:.6g} %"
    return ", ".join(f"{one.outcome} {one.p * 100:.6g} %" for one in probability.p)


def held_changes(old: Held, new: Held) -> Iterator[Change]:
    """What differs between two states, judgements first, each in the order of the later state."""
    yield from _changes(Subject.JUDGEMENT, old.judgements, new.judgements, "says")
    yield from _changes(Subject.FORECAST, old.forecasts, new.forecasts, "question")


def _changes(
    subject: Subject, old: Sequence[_One], new: Sequence[_One], name: str
) -> Iterator[Change]:
    before, after = _by_id(old), _by_id(new)
    for one in new:
        if one.id not in before:
            words = str(getattr(one, name))
            yield Change(subject, one.id, after=words, title=words)
        else:
            yield from _field_changes(subject, before[one.id], one, name)
    for one in old:
        if one.id not in after:
            words = str(getattr(one, name))
            yield Change(subject, one.id, before=words, title=words)


def _by_id(some: Iterable[_One]) -> dict[str, _One]:
    return {one.id: one for one in some}


def _field_changes(subject: Subject, old: _One, new: _One, name: str) -> Iterator[Change]:
    title = str(getattr(new, name))
    before, after = dict(_fields(old)), dict(_fields(new))
    for field in dict.fromkeys([*before, *after]):
        if before.get(field) != after.get(field):
            yield Change(subject, new.id, field, before.get(field), after.get(field), title)


def _fields(one: _Named) -> Iterator[tuple[str, str]]:
    """The fields that have a value, as text; each day of a probability is a field of its own."""
    for field in ("says", "question", "likelihood", "confidence", "because", *_OF_FORECASTS):
        value = getattr(one, field, None)
        if value is not None:
            yield field, value
    for each in getattr(one, "probabilities", ()):
        yield f"p {each.name}", each.p
