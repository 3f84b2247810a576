"""A judgement names no alternative.

What else could explain the evidence, or come instead, is what a reader needs to disagree. Standard:
ICD 203, D.6.e.(4), analysis of alternatives.

Add `alternatives`: what else fits the evidence, in a sentence each. A desk that does not work this
way sets `no-alternative: off` under `severity` in mkdocs.yml.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.briefing import Judgement
from generator.model.diagnostic import Severity


def no_alternative(judgement: Judgement, scope: Scope) -> Iterator[Finding]:
    """Find a judgement without alternatives."""
    if scope.briefing is not None and not any(text.strip() for text in judgement.alternatives):
        yield Finding(
            judgement.span or field_span(scope.briefing, "judgements"),
            f"`{judgement.id}` names no alternative",
            "add `alternatives:` with what else fits the evidence",
        )


CHECK = Check(Judgement, Severity.WARNING, no_alternative)

_JUDGED = """\
Investors took note [@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
judgements:
  - id: kj-rules
    says: Rules already in force will bind before new ones do.
    likelihood: likely
    cite: ["@harbour-2026-02-09", "@ministry-2026-01"]
"""

EXAMPLES = Examples(
    passes=(f"{_JUDGED}    alternatives: [A new law comes first.]\n",),
    fails=(_JUDGED,),
)
