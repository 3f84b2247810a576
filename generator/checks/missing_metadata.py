"""A source does not say where, when or by whom it was published.

A reader judges a source by its publisher and date, and finds it by its address; the list of
sources shows a gap in their place.

Add `url:`, `published:` and `publisher:`. A date may be a year or a month alone.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.diagnostic import Severity
from generator.model.source import Source


def missing_metadata(source: Source, _scope: Scope) -> Iterator[Finding]:
    """Find a source without address, date or publisher."""
    fields = {
        "url": ("address", source.url),
        "published": ("date", source.published),
        "publisher": ("publisher", source.publisher),
    }
    missing = [name for name, (_, value) in fields.items() if not value]
    if missing:
        yield Finding(
            field_span(source),
            f"`{source.id}` has no {' and no '.join(fields[name][0] for name in missing)}",
            "add to the front matter: " + ", ".join(f"`{name}:`" for name in missing),
        )


CHECK = Check(Source, Severity.WARNING, missing_metadata)

EXAMPLES = Examples(
    passes=(
        """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
publisher: Other News
published: 2026
url: https://other.example/studios
---
Studios weigh their options.
""",
    ),
    fails=(
        """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
url: https://other.example/studios
---
Studios weigh their options.
""",
    ),
)
