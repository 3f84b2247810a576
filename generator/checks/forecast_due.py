"""A forecast is to be resolved within a month.

Whoever watches the question has time to look for what settles it, and to revise the probability
once more before it closes. The day is today or that of `check --as-of`.

Look for the evidence; `standfirst resolve` writes the outcome down.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.forecast import Forecast
from generator.text.dates import is_written_date, last_day_number

_SOON = 30


def forecast_due(forecast: Forecast, scope: Scope) -> Iterator[Finding]:
    """Find an open forecast whose last day is near."""
    if forecast.resolution or not forecast.span or not is_written_date(forecast.resolves):
        return
    left = last_day_number(forecast.resolves) - scope.today.toordinal()
    if 0 <= left <= _SOON:
        days = "today" if left == 0 else "in one day" if left == 1 else f"in {left} days"
        yield Finding(
            forecast.span,
            f"the forecast `{forecast.id}` is to be resolved {days}",
            "look for what settles it, then run `standfirst resolve`",
        )


CHECK = Check(Forecast, Severity.WARNING, forecast_due, of_today=True)

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
        f"""{_HEAD}    resolves: 2026-12-31
    criteria: A suit.
""",
    ),
    fails=(
        f"""{_HEAD}    resolves: 2026-03
    criteria: A suit.
""",
    ),
)
