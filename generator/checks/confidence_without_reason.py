"""A judgement gives its confidence and not the reason for it.

Confidence is about what a judgement rests on: its sources, its assumptions, the reasoning. A level
alone cannot be examined. Standard: ICD 203, D.6.e.(2); PHIA asks for a statement with its rating.

Say in `because` what the sources carry and what they do not.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.briefing import Judgement
from generator.model.diagnostic import Severity


def confidence_without_reason(judgement: Judgement, scope: Scope) -> Iterator[Finding]:
    """Find a level of confidence without `because`."""
    has_reason = bool((judgement.because or "").strip())
    if judgement.confidence and not has_reason and scope.briefing is not None:
        yield Finding(
            judgement.span or field_span(scope.briefing, "judgements"),
            f"`{judgement.id}` has {judgement.confidence} confidence and does not say why",
            "add `because:`, with what the sources carry and what they do not",
        )


CHECK = Check(Judgement, Severity.WARNING, confidence_without_reason)

_JUDGED = """\
Investors took note [@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
judgements:
  - id: kj-rules
    says: Rules already in force will bind before new ones do.
    likelihood: likely
    confidence: moderate
    cite: ["@harbour-2026-02-09", "@ministry-2026-01"]
"""

EXAMPLES = Examples(
    passes=(f"{_JUDGED}    because: The regulator points to rules that it has.\n",),
    fails=(_JUDGED,),
)
