"""A forecast does not say what counts as an answer.

Without criteria a question can be read in two ways when its day comes, and then the score is a
matter of taste. Criteria name what must be seen, by when, and where: a filing that two outlets
report, a rank on a board on a day.

Write them in `criteria`, before the first probability.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.example import with_forecast
from generator.model.diagnostic import Severity
from generator.model.forecast import Forecast


def forecast_without_criteria(forecast: Forecast, _scope: Scope) -> Iterator[Finding]:
    """Find a forecast whose criteria are missing or empty."""
    if forecast.span and not (forecast.criteria or "").strip():
        yield Finding(
            forecast.span,
            f"the forecast `{forecast.id}` has no criteria",
            "say in `criteria` what must be seen for each answer",
        )


CHECK = Check(Forecast, Severity.WARNING, forecast_without_criteria)

EXAMPLES = Examples(
    passes=(with_forecast("resolves: 2026-12-31", "criteria: A complaint is filed in a court."),),
    fails=(with_forecast("resolves: 2026-12-31"),),
)
