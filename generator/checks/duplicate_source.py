"""Two sources of the library are the same article.

One article cited under two ids looks like two voices that agree. Sources are the same when their
addresses differ in nothing but scheme, `www.`, fragment and tracking, or when their captured
texts are identical. Two articles that share one origin are not duplicates.

Keep one of them and cite it everywhere.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.diagnostic import Label, Severity
from generator.model.source import Library, Source
from generator.text.urls import normalised_url


def duplicate_source(library: Library, _scope: Scope) -> Iterator[Finding]:
    """Find every source that an earlier one (by id) is the same as."""
    first_by_mark: dict[str, Source] = {}
    for source in library.sources:
        marks = list(_marks(source))
        first = next((first_by_mark[mark] for mark in marks if mark in first_by_mark), None)
        if first is not None:
            yield Finding(
                field_span(source),
                f"`{source.id}` is the same article as `{first.id}`",
                f"keep one of them; cite `{first.id}` where `{source.id}` is cited",
                (Label(f"`{first.id}` stands here", field_span(first)),),
            )
        for mark in marks:
            first_by_mark.setdefault(mark, source)


def _marks(source: Source) -> Iterator[str]:
    """What no two sources may share."""
    if source.url:
        yield f"url {normalised_url(source.url)}"
    if source.snapshot:
        yield f"text {source.snapshot.text_sha256.lower()}"


CHECK = Check(Library, Severity.ERROR, duplicate_source)

EXAMPLES = Examples(
    passes=(
        """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
url: https://harbour.example/studios
---
Studios weigh their options.
""",
    ),
    fails=(
        """>>> sources/other-2026-02-11.md
---
title: Video clips lift media shares
url: http://www.harbour.example/video-clips/?utm_source=feed#top
---
Shares of Meridian Pictures rose.
""",
    ),
)
