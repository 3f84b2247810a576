"""A judgement cites no source.

A judgement is what a desk makes of its sources. Without one it is an opinion, and the reader cannot
tell what it rests on. Standard: ICD 203, D.6.e.(1) and (3); ICD 206 asks for a citation wherever a
judgement depends on a source.

Name in `cite` the sources that carry the judgement, or cite them in `because`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.briefing import Judgement
from generator.model.diagnostic import Severity
from generator.text.cited import cited_ids


def judgement_without_evidence(judgement: Judgement, scope: Scope) -> Iterator[Finding]:
    """Find a judgement without a citation in any of its fields."""
    texts = (judgement.says, judgement.because or "", *judgement.cite)
    if not cited_ids(texts) and scope.briefing is not None:
        yield Finding(
            judgement.span or field_span(scope.briefing, "judgements"),
            f"`{judgement.id}` cites no source",
            "add `cite:` with the sources that it rests on",
        )


CHECK = Check(Judgement, Severity.ERROR, judgement_without_evidence)

_JUDGED = """\
Investors took note [@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
judgements:
  - id: kj-rules
    says: Rules already in force will bind before new ones do.
    likelihood: likely
"""

EXAMPLES = Examples(
    passes=(
        f'{_JUDGED}    cite: ["@harbour-2026-02-09", "@ministry-2026-01"]\n',
        f"{_JUDGED}    because: The regulator points to them [@harbour-2026-02-09].\n",
    ),
    fails=(_JUDGED, f"{_JUDGED}    because: The regulator points to rules that it has.\n"),
)
