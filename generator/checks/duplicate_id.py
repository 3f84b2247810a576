"""Two judgements, forecasts or corrections of a briefing have one id.

The id is the address of its place on the page, and what corrections and scores refer to. With two
of them nobody can tell which one is meant.

Give each an id of its own. An id that was published stays with what it was published for.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.briefing import Briefing
from generator.model.diagnostic import Label, Severity
from generator.model.span import Span


def duplicate_id(briefing: Briefing, _scope: Scope) -> Iterator[Finding]:
    """Find ids that stand twice."""
    first: dict[str, tuple[str, Span]] = {}
    for kind, name, span in _records(briefing):
        if name not in first:
            first[name] = (kind, span)
            continue
        before, at = first[name]
        yield Finding(
            span,
            f"a {before} before this {kind} is called `{name}` too",
            "give one of them another id",
            (Label(f"the {before}", at),),
        )


def _records(briefing: Briefing) -> Iterator[tuple[str, str, Span]]:
    for kind in ("judgement", "forecast", "correction"):
        for record in getattr(briefing, f"{kind}s"):
            yield kind, record.id, record.span or field_span(briefing, f"{kind}s")


CHECK = Check(Briefing, Severity.ERROR, duplicate_id)

_JUDGED = """\
Investors took note [@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
judgements:
  - id: kj-rules
    says: Rules already in force will bind before new ones do.
    cite: ["@harbour-2026-02-09", "@ministry-2026-01"]
  - says: A studio will sue.
    cite: ["@harbour-2026-02-09", "@ministry-2026-01"]
"""

EXAMPLES = Examples(
    passes=(f"{_JUDGED}    id: kj-suit\n",),
    fails=(f"{_JUDGED}    id: kj-rules\n",),
)
