"""A forecast's last day has passed, and nothing says how it came out.

A record that leaves its misses open is no record. The day is today or that of `check --as-of`.

Resolve the question with its evidence: `standfirst resolve`. Where its criteria turned out to
settle nothing, resolve it as `void`: that is counted and shown, and not scored.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.forecast import Forecast
from generator.text.dates import is_written_date, last_day_number


def forecast_overdue(forecast: Forecast, scope: Scope) -> Iterator[Finding]:
    """Find an open forecast whose last day is over."""
    if forecast.resolution or not forecast.span or not is_written_date(forecast.resolves):
        return
    if last_day_number(forecast.resolves) < scope.today.toordinal():
        yield Finding(
            forecast.span,
            f"the forecast `{forecast.id}` was to be resolved by {forecast.resolves}",
            "run `standfirst resolve` with its outcome and evidence, or resolve it as void",
        )


CHECK = Check(Forecast, Severity.WARNING, forecast_overdue, of_today=True)

_HEAD = """\
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09, quay-2026-02-10, ministry-2026-01]
forecasts:
  - id: fc-lawsuit
    question: Will a studio sue over the model?
    opened: 2026-03-02
"""

EXAMPLES = Examples(
    passes=(
        f"""{_HEAD}    resolves: 2026-03
    criteria: A suit.
""",
    ),
    fails=(
        f"""{_HEAD}    resolves: 2026-03-03
    criteria: A suit.
""",
    ),
)
