"""A forecast is to be resolved within a month.

Whoever watches the question has time to look for what settles it, and to revise the probability
once more before it closes. The day is today or that of `check --as-of`.

Look for the evidence; `standfirst resolve` writes the outcome down.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.example import with_forecast
from generator.model.diagnostic import Severity
from generator.model.forecast import Forecast
from generator.scoring.track_record import days_left

_SOON = 30


def forecast_due(forecast: Forecast, scope: Scope) -> Iterator[Finding]:
    """Find an open forecast whose last day is near."""
    left = days_left(forecast, scope.today)
    if forecast.span and left is not None and 0 <= left <= _SOON:
        days = "today" if left == 0 else "in one day" if left == 1 else f"in {left} days"
        yield Finding(
            forecast.span,
            f"the forecast `{forecast.id}` is to be resolved {days}",
            "look for what settles it, then run `standfirst resolve`",
        )


CHECK = Check(Forecast, Severity.WARNING, forecast_due, of_today=True)

EXAMPLES = Examples(
    passes=(with_forecast("resolves: 2026-12-31", "criteria: A suit."),),
    fails=(with_forecast("resolves: 2026-03", "criteria: A suit."),),
)
