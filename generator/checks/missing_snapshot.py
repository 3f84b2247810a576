"""The library holds no capture of an article.

Pages change and vanish. Without the bytes as captured nobody can show later that the article said
what is quoted from it.

Capture it with `standfirst add`. Abstracts and data sources need no capture.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.diagnostic import Severity
from generator.model.source import Source, TextKind


def missing_snapshot(source: Source, scope: Scope) -> Iterator[Finding]:
    """Find an article or excerpt whose capture was never made or is not there."""
    if source.text not in (TextKind.ARTICLE, TextKind.EXCERPT):
        return
    if source.snapshot is None:
        yield Finding(
            field_span(source),
            f"`{source.id}` was never captured",
            "capture it with `standfirst add`",
        )
    elif scope.snapshot_sha256(source.id) is None:
        yield Finding(
            field_span(source, "snapshot"),
            f"the capture of `{source.id}` is not in sources/snapshots/",
            f"put back the file {source.snapshot.sha256}, or capture the article again",
        )


CHECK = Check(Source, Severity.WARNING, missing_snapshot)

EXAMPLES = Examples(
    passes=(
        "Film shares rose that Monday [@harbour-2026-02-09].\n",
        """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
text: abstract
---
Studios weigh their options.
""",
    ),
    fails=(
        """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
---
Studios weigh their options.
""",
        """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
snapshot:
  sha256: 8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4
  media_type: text/html
  retrieved: 2026-02-14T08:00:00Z
  text_sha256: 8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4
  extractor: trafilatura 2.3.1
---
Studios weigh their options.
""",
    ),
)
