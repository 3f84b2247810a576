"""A forecast's last day has passed, and nothing says how it came out.

A record that leaves its misses open is no record. The day is today or that of `check --as-of`.

Resolve the question with its evidence: `standfirst resolve`. Where its criteria turned out to
settle nothing, resolve it as `void`: that is counted and shown, and not scored.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.example import with_forecast
from generator.model.diagnostic import Severity
from generator.model.forecast import Forecast
from generator.scoring.track_record import days_left


def forecast_overdue(forecast: Forecast, scope: Scope) -> Iterator[Finding]:
    """Find an open forecast whose last day is over."""
    left = days_left(forecast, scope.today)
    if forecast.span and left is not None and left < 0:
        yield Finding(
            forecast.span,
            f"the forecast `{forecast.id}` was to be resolved by {forecast.resolves}",
            "run `standfirst resolve` with its outcome and evidence, or resolve it as void",
        )


CHECK = Check(Forecast, Severity.WARNING, forecast_overdue, of_today=True)

EXAMPLES = Examples(
    passes=(with_forecast("resolves: 2026-03", "criteria: A suit."),),
    fails=(with_forecast("resolves: 2026-03-03", "criteria: A suit."),),
)
