"""No briefing uses a source of the library.

It was curated for something. A briefing uses a source when it lists it, has one of its tags under
`source_tags:`, or cites it.

Cite it, draft a briefing from it (`standfirst draft SLUG --from ID`), or delete it.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.diagnostic import Severity
from generator.model.source import Library


def unused_source(library: Library, scope: Scope) -> Iterator[Finding]:
    """Find every source that is in use nowhere."""
    used = {source_id for briefing in scope.briefings for source_id in briefing.used}
    for source in library.sources:
        if source.id not in used:
            yield Finding(
                field_span(source),
                f"no briefing uses `{source.id}`",
                "cite it in a briefing, or delete it",
            )


CHECK = Check(Library, Severity.WARNING, unused_source)

EXAMPLES = Examples(
    passes=(
        """Studios weigh their options [@other-2026-02-11].
>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
---
Studios weigh their options.
""",
    ),
    fails=(
        """Film shares rose that Monday [@harbour-2026-02-09].
>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
---
Studios weigh their options.
""",
    ),
)
