"""A forecast's past was changed: a probability that was held, the question or its criteria.

A forecast is worth something because it cannot be improved afterwards. New probabilities are added
below the old ones; what an edition has published stays, and so does what has been committed.
`check` compares with what `editions.lock` keeps of the last edition and, in a git repository, with
the last commit; at `release` it is an error.

Put the old figure back and add today's with its date and reason. Where the old one was a slip of
the pen, say so in `corrections:` with the forecast's id.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span, shortened
from generator.editions.explained import rewritten
from generator.editions.held import held_forecast
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity
from generator.model.edition import Held
from generator.model.forecast import Forecast

_HELP = "put it back and add a new probability, or say in `corrections:` what was wrong"


def forecast_rewritten(forecast: Forecast, scope: Scope) -> Iterator[Finding]:
    """Find what the last edition, or the last commit, said otherwise of the forecast."""
    briefing = scope.briefing
    told: set[str] = set()
    for where, since in _states(briefing, scope) if briefing else ():
        before = next((each for each in since.forecasts if each.id == forecast.id), None)
        if briefing is None or before is None or _is_corrected(forecast, briefing, since):
            continue
        for field, old, now in rewritten(before, held_forecast(forecast)):
            if field in told:
                continue
            told.add(field)
            became = f"now {shortened(now, 60)}" if now else "now gone"
            yield Finding(
                forecast.span or field_span(briefing, "forecasts"),
                f"{field} of `{forecast.id}` was {shortened(old, 60)} in {where} and is {became}",
                _HELP,
            )


def _states(briefing: Briefing, scope: Scope) -> Iterator[tuple[str, Held]]:
    """The earlier states of the briefing, each with its name."""
    if briefing.editions:
        yield f"edition {briefing.editions[-1].number}", briefing.editions[-1].held
    committed = scope.committed(briefing)
    if committed is not None:
        yield "the last commit", committed


def _is_corrected(forecast: Forecast, briefing: Briefing, since: Held) -> bool:
    """Whether a correction that the earlier state does not have names the forecast."""
    new = [each for each in briefing.corrections if each.id not in since.corrections]
    return any(forecast.id in each.ids for each in new)


CHECK = Check(Forecast, Severity.WARNING, forecast_rewritten)

_LOCK = """\
>>> editions.lock
{"format": 1, "editions": [{"briefing": "example", "number": 1, "date": "2026-03-02",
 "held": {"judgements": [{"id": "kj-rules", "likelihood": "likely", "confidence": "moderate",
  "says": "Rules already in force will bind before new ones do."}],
  "forecasts": [{"id": "fc-lawsuit", "resolves": "2026-12-31",
  "question": "Will a studio sue over the model by 31 December 2026?",
  "criteria": "A complaint is filed in a court and reported by two outlets.",
  "probabilities": [{"date": "2026-03-02", "p": "%s"}]}]}}]}
"""

EXAMPLES = Examples(passes=(_LOCK % "45 %",), fails=(_LOCK % "60 %",))
