"""The dates of a forecast are not in the order in which things happen.

A question is opened, then probabilities are held, then it closes to new ones, then it is to be
resolved by its last day: `opened`, each `date`, `closes`, `resolves`. `closes` is `resolves` where
it is not written. The resolution may come early, but not before the question was opened.
Probabilities stand in the order of their dates, for the last one is what counts.

Correct the date that is wrong.
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.checks import Check, Examples, Finding, Scope
from generator.example import with_forecast
from generator.model.diagnostic import Severity
from generator.model.forecast import Forecast
from generator.text.dates.curated import day_number, is_written_date, last_day_number


def forecast_dates(forecast: Forecast, _scope: Scope) -> Iterator[Finding]:
    """Find the first pair of dates that stands in the wrong order."""
    if forecast.span is None:
        return
    for (name, before), (later, after) in _pairs(forecast):
        readable = is_written_date(before) and is_written_date(after)
        if readable and day_number(before) > last_day_number(after):
            message = (
                f"in the forecast `{forecast.id}`, {name}, {before}, comes after {later}, {after}"
            )
            yield Finding(forecast.span, message, "correct the date that is wrong")
            return


_Named = tuple[str, str]


def _pairs(forecast: Forecast) -> Iterator[tuple[_Named, _Named]]:
    """Pairs of dates of which the first may not come after the second."""
    opened = ("`opened`", forecast.opened)
    closes = ("`closes`", forecast.closes or forecast.resolves)
    held = [("a probability", one.date) for one in forecast.probabilities]
    yield opened, ("`resolves`", forecast.resolves)
    course = [opened, *held, closes]
    yield from pairwise(course)
    yield closes, ("`resolves`", forecast.resolves)
    if forecast.resolution:
        yield opened, ("the resolution", forecast.resolution.date)


CHECK = Check(Forecast, Severity.ERROR, forecast_dates)

EXAMPLES = Examples(
    passes=(
        with_forecast(
            "resolves: 2026-12-31",
            "closes: 2026-11-30",
            "criteria: A suit.",
            "probabilities: [{date: 2026-03-02, p: 0.4}, {date: 2026-04, p: 0.3}]",
            'resolution: {date: 2026-05-01, outcome: yes, cite: ["@quay-2026-02-10"]}',
        ),
    ),
    fails=(
        with_forecast("resolves: 2025-12-31", "criteria: A suit."),
        with_forecast(
            "resolves: 2026-12-31",
            "criteria: A suit.",
            "probabilities: [{date: 2026-03-01, p: 0.4}]",
        ),
        with_forecast(
            "resolves: 2026-12-31",
            "closes: 2026-03-31",
            "criteria: A suit.",
            "probabilities: [{date: 2026-04-01, p: 0.4}]",
        ),
        with_forecast(
            "resolves: 2026-12-31",
            "criteria: A suit.",
            "probabilities: [{date: 2026-04-01, p: 0.4}, {date: 2026-03-03, p: 0.3}]",
        ),
    ),
)
