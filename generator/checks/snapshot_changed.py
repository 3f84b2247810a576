"""A source or its capture is not what was captured.

The file in sources/snapshots/ has other bytes than those recorded, or the text of the source was
edited after it was taken out of them. A quotation would then be compared with words that the
article may never have had.

Restore the file or the text from the history, or capture the article again.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.library.hashes import body_sha256
from generator.model.diagnostic import Severity
from generator.model.source import Source


def snapshot_changed(source: Source, scope: Scope) -> Iterator[Finding]:
    """Find a capture, or a text, whose hash is not the recorded one."""
    snapshot = source.snapshot
    if snapshot is None:
        return
    place = field_span(source, "snapshot")
    stored = scope.snapshot_sha256(source.id)
    if stored is not None and stored != snapshot.sha256.lower():
        message = f"the capture of `{source.id}` has other bytes than those recorded"
        yield Finding(place, message, "restore the file, or capture the article again")
    if body_sha256(source.body) != snapshot.text_sha256.lower():
        message = f"the text of `{source.id}` was edited since it was captured"
        yield Finding(place, message, "restore the text, or capture the article again")


CHECK = Check(Source, Severity.ERROR, snapshot_changed)

EXAMPLES = Examples(
    passes=("Film shares rose that Monday [@harbour-2026-02-09].\n",),
    fails=(
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
