"""Which changes since an edition its author has said nothing about."""

from collections.abc import Iterable, Iterator

from generator.model.briefing import Briefing, Correction
from generator.model.edition import Change, Held, HeldForecast, Subject

_HELD = (Subject.JUDGEMENT, Subject.FORECAST)


def unexplained(changes: Iterable[Change], briefing: Briefing, since: Held) -> Iterator[Change]:
    """Changes that a reader must be told of and is not.

    A record in `corrections:` that the edition did not have explains what its `ids` name: a
    judgement, a forecast, a claim, a heading or a page (`trend`). One without ids speaks of the
    text as a whole, not of judgements and forecasts. What became of a forecast that is still there
    is told by `rewritten`.
    """
    records = [each for each in briefing.corrections if each.id not in since.corrections]
    for change in changes:
        if _needs_record(change) and not any(_explains(record, change) for record in records):
            yield change


def rewritten(forecast: HeldForecast, now: HeldForecast) -> Iterator[tuple[str, str, str | None]]:
    """What a forecast said before and says otherwise now: its field, the old text, the new.

    New probabilities and a resolution are added to the record; nothing in it is ever changed.
    """
    for field in ("question", "criteria", "resolves"):
        before, after = getattr(forecast, field), getattr(now, field)
        if before and before != after:
            yield field, str(before), after
    present = {each.name: each.p for each in now.probabilities}
    for each in forecast.probabilities:
        if present.get(each.name) != each.p:
            yield f"p of {each.name}", each.p, present.get(each.name)


def _needs_record(change: Change) -> bool:
    if change.subject is Subject.JUDGEMENT:
        return not change.is_added and change.field in ("", "says", "likelihood", "confidence")
    if change.subject is Subject.FORECAST:
        return change.is_dropped
    if change.subject is Subject.CLAIM:
        return change.field == "text"
    return change.subject in (Subject.NUMBER, Subject.QUOTATION)


def _explains(record: Correction, change: Change) -> bool:
    if change.subject in _HELD:
        return change.id in record.ids
    return not record.ids or change.id in record.ids or change.page in record.ids
