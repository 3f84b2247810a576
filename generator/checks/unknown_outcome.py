"""A forecast is resolved with an outcome that its question does not have.

A question of yes or no comes out as `yes` or `no`; one of several answers as one of its
`outcomes`. Any question may be `void`, where its criteria turned out to settle nothing.

Write one of these as `outcome`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, shortened
from generator.example import with_forecast
from generator.model.diagnostic import Severity
from generator.model.forecast import Forecast, Outcome


def unknown_outcome(forecast: Forecast, _scope: Scope) -> Iterator[Finding]:
    """Find a resolution whose outcome is none of the question's."""
    known = (*forecast.choices, Outcome.VOID.value)
    if forecast.resolution and forecast.span and forecast.resolution.outcome not in known:
        yield Finding(
            forecast.span,
            f"`{forecast.id}` cannot come out as `{shortened(forecast.resolution.outcome, 60)}`",
            f"write one of {', '.join(f'`{name}`' for name in known)}",
        )


CHECK = Check(Forecast, Severity.ERROR, unknown_outcome)

EXAMPLES = Examples(
    passes=(
        with_forecast(
            "resolves: 2026-12-31",
            "criteria: A suit.",
            "outcomes: [one, two]",
            'resolution: {date: 2026-05-01, outcome: two, cite: ["@quay-2026-02-10"]}',
        ),
    ),
    fails=(
        with_forecast(
            "resolves: 2026-12-31",
            "criteria: A suit.",
            'resolution: {date: 2026-05-01, outcome: perhaps, cite: ["@quay-2026-02-10"]}',
        ),
    ),
)
