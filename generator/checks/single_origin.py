"""All sources that a judgement cites go back to one origin.

Copies of one report agree because they are copies. A reader who sees several sources takes them
for several voices.

Cite a source of another origin. While there is none, say so in `because`, and do not be very sure.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.briefing import Judgement
from generator.model.diagnostic import Severity
from generator.model.source import Source
from generator.text.cited import cited_ids


def single_origin(judgement: Judgement, scope: Scope) -> Iterator[Finding]:
    """Find a judgement that rests on one origin."""
    texts = (judgement.says, judgement.because or "", *judgement.cite)
    sources = [source for name in cited_ids(texts) if (source := scope.library.get(name))]
    origins = {source.origin for source in sources}
    if len(origins) == 1 and scope.briefing is not None:
        yield Finding(
            judgement.span or field_span(scope.briefing, "judgements"),
            f"`{judgement.id}` rests on one origin: {_named(sources)}",
            "cite a source of another origin; while there is none, say so in `because`",
        )


def _named(sources: list[Source]) -> str:
    if len(sources) == 1:
        return f"`{sources[0].id}` is all that it cites"
    names = ", ".join(f"`{source.id}`" for source in sources)
    return f"{names} all go back to `{sources[0].origin}`"


CHECK = Check(Judgement, Severity.WARNING, single_origin)

_JUDGED = """\
Investors took note [@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09]
judgements:
  - id: kj-rules
    says: Rules already in force will bind before new ones do.
    likelihood: likely
"""

EXAMPLES = Examples(
    passes=(f'{_JUDGED}    cite: ["@harbour-2026-02-09", "@ministry-2026-01"]\n',),
    fails=(
        f'{_JUDGED}    cite: ["@harbour-2026-02-09"]\n',
        f"""{_JUDGED}    cite: ["@harbour-2026-02-09", "@copy-2026-02-10"]
>>> sources/copy-2026-02-10.md
---
title: Video clips lift media shares
origin: harbour-2026-02-09
---
Shares rose, the Harbour Times says.
""",
    ),
)
