"""Something that readers were told has changed since the last edition, and nothing says why.

A judgement that moves without a word looks like one that was always so. `check` compares with what
`editions.lock` keeps of the last edition: a judgement's wording, likelihood or confidence, and
judgements or forecasts that are gone. `release` compares with the text of that edition as well:
claims with an id, and numbers and quotations that were replaced. There it is an error.

Say it in `corrections:` of briefing.yml: `kind: update` where the world changed, `correction` where
the text was wrong, with `ids` that name what is meant; `minor: true` for slips that mislead nobody.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.editions.explained import unexplained
from generator.editions.held import held, held_changes
from generator.editions.wording import change_words
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity

_HELP = (
    "say it in `corrections:` with `ids: [{name}]`: `kind: update`, `correction` or `minor: true`"
)


def unexplained_change(briefing: Briefing, _scope: Scope) -> Iterator[Finding]:
    """Find what the last edition held otherwise and no correction names."""
    if not briefing.editions:
        return
    last = briefing.editions[-1]
    spans = {each.id: each.span for each in briefing.judgements}
    changes = held_changes(last.held, held(briefing))
    for change in unexplained(changes, briefing, last.held):
        yield Finding(
            spans.get(change.id) or field_span(briefing),
            f"{change_words(change)} since edition {last.number}, and nothing says why",
            _HELP.format(name=change.id),
        )


CHECK = Check(Briefing, Severity.WARNING, unexplained_change)

_LOCK = """\
>>> editions.lock
{"format": 1, "editions": [{"briefing": "example", "number": 1, "date": "2026-03-02",
 "held": {"judgements": [{"id": "kj-rules", "likelihood": "%s", "confidence": "moderate",
  "says": "Rules already in force will bind before new ones do."}]}}]}
"""

EXAMPLES = Examples(passes=(_LOCK % "likely",), fails=(_LOCK % "unlikely",))
"""Examples stand on the likelihood that the project has now: likely."""
