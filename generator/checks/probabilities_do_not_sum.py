"""The probabilities of a question's outcomes are not those of all of them, or do not make 1.

A question of several answers lists them in `outcomes`. Each entry of `probabilities` then gives
one number for each, as `p: {red: 0.2, blue: 0.8}`, and together they make 1: one of the outcomes
will come about. A question of yes or no has one number, the probability of yes.

Name every outcome once and make the numbers add up to 1.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.example import with_forecast
from generator.model.diagnostic import Severity
from generator.model.forecast import Forecast, Probability

_ROUNDING = 0.0005
"""How far three decimals each may leave the sum from 1."""


def probabilities_do_not_sum(forecast: Forecast, _scope: Scope) -> Iterator[Finding]:
    """Find entries that name other outcomes than the question, or whose numbers do not make 1."""
    for held in forecast.probabilities:
        wrong = _wrong(forecast, held)
        if wrong and forecast.span:
            message = f"on {held.date} the probabilities of `{forecast.id}` {wrong}"
            yield Finding(forecast.span, message, _advice(forecast))


def _wrong(forecast: Forecast, held: Probability) -> str:
    if isinstance(held.p, tuple) != bool(forecast.outcomes):
        return "are not those of its outcomes"
    if not isinstance(held.p, tuple):
        return ""
    if sorted(held.chances) != sorted(forecast.outcomes):
        return "are not those of its outcomes"
    total = sum(held.chances.values())
    return "" if abs(total - 1) <= _ROUNDING else f"make {total:.3g}, not 1"


def _advice(forecast: Forecast) -> str:
    if not forecast.outcomes:
        return "write one number as `p`, or list the answers in `outcomes`"
    each = ", ".join(f"{name}: …" for name in forecast.outcomes)
    return f"write `p: {{{each}}}` with numbers that make 1"


CHECK = Check(Forecast, Severity.ERROR, probabilities_do_not_sum)

EXAMPLES = Examples(
    passes=(
        with_forecast(
            "resolves: 2026-12-31",
            "criteria: A suit.",
            "outcomes: [one, two]",
            "probabilities: [{date: 2026-03-02, p: {one: 0.2, two: 0.8}}]",
        ),
    ),
    fails=(
        with_forecast(
            "resolves: 2026-12-31",
            "criteria: A suit.",
            "outcomes: [one, two]",
            "probabilities: [{date: 2026-03-02, p: {one: 0.2, two: 0.7}}]",
        ),
        with_forecast(
            "resolves: 2026-12-31",
            "criteria: A suit.",
            "outcomes: [one, two]",
            "probabilities: [{date: 2026-03-02, p: {one: 0.2, three: 0.8}}]",
        ),
        with_forecast(
            "resolves: 2026-12-31",
            "criteria: A suit.",
            "outcomes: [one, two]",
            "probabilities: [{date: 2026-03-02, p: 0.5}]",
        ),
    ),
)
