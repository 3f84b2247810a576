"""A forecast holds something to be impossible or certain.

0 and 1 leave no room to be wrong. A single miss at 0 or 1 makes the log score infinite, and neither
scale of words has a term for them. What is really settled is a resolution, not a forecast.

Write a probability between 0 and 1, such as 0.01 or 0.99, or resolve the question.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.example import with_forecast
from generator.model.diagnostic import Severity
from generator.model.forecast import Forecast


def probability_0_or_1(forecast: Forecast, _scope: Scope) -> Iterator[Finding]:
    """Find probabilities of 0 and 1, and those beyond, each day's once."""
    for held in forecast.probabilities:
        ends = [p for p in held.chances.values() if not 0 < p < 1]
        if ends and forecast.span:
            yield Finding(
                forecast.span,
                f"on {held.date} the forecast `{forecast.id}` holds a probability of {ends[0]:g}",
                "write a number above 0 and below 1, or resolve the question",
            )


CHECK = Check(Forecast, Severity.ERROR, probability_0_or_1)

EXAMPLES = Examples(
    passes=(
        with_forecast(
            "resolves: 2026-12-31",
            "criteria: A suit.",
            "probabilities: [{date: 2026-03-02, p: 0.99}]",
        ),
    ),
    fails=(
        with_forecast(
            "resolves: 2026-12-31", "criteria: A suit.", "probabilities: [{date: 2026-03-02, p: 1}]"
        ),
        with_forecast(
            "resolves: 2026-12-31",
            "criteria: A suit.",
            "probabilities: [{date: 2026-03-02, p: 45}]",
        ),
        with_forecast(
            "resolves: 2026-12-31",
            "criteria: A suit.",
            "outcomes: [one, two]",
            "probabilities: [{date: 2026-03-02, p: {one: 0, two: 1}}]",
        ),
    ),
)
