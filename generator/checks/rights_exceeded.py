"""A page publishes more of a source than its rights allow.

With `rights: none` nothing of the text may appear, so it cannot be quoted. The figures of a data
source are printed below its chart, so a chart needs `rights: full`.

Report the text in your own words; draw the chart from data that may be published; or correct
`rights:` if you have permission.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Block, Quotation
from generator.model.source import Rights


def rights_exceeded(node: Quotation | Block, scope: Scope) -> Iterator[Finding]:
    """Find a quotation, or a chart of a data source, that the rights do not allow.

    The `quote:` of a note is never printed where there are no rights, and may stay.
    """
    if isinstance(node, Block):
        yield from _of_chart(node, scope)
    elif scope.page is not None:
        yield from _of_quotation(node, scope)


def _of_quotation(quotation: Quotation, scope: Scope) -> Iterator[Finding]:
    match = quotation.match
    source = scope.library.get(match.source_id) if match and match.is_found else None
    if source is not None and source.rights is Rights.NONE:
        yield Finding(
            quotation.span,
            f"nothing of `{source.id}` may be published: it has `rights: none`",
            "report it in your own words, without quotation marks",
        )


def _of_chart(block: Block, scope: Scope) -> Iterator[Finding]:
    data = str(getattr(block.options, "data", ""))
    source = scope.library.get(data.removeprefix("@")) if data.startswith("@") else None
    if source is not None and source.rights is not Rights.FULL:
        yield Finding(
            block.span,
            f"the figures of `{source.id}` would be published: it has `rights: {source.rights}`",
            "with permission set `rights: full`, else chart other data",
        )


CHECK = Check(Quotation | Block, Severity.ERROR, rights_exceeded)

_PRIVATE = """\
>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
rights: none
---
Studios weigh whether to sell licences to the makers of video models.
"""
_CHARTED = """\
Counts were kept [@counts-2026].

```chart
data: "@counts-2026"
x: date
y: clips
title: Clips a day
```
>>> sources/data/counts.csv
date,clips
2026-02-01,10
2026-02-02,20
>>> sources/counts-2026.md
---
title: Clips a day
text: data
data: data/counts.csv
"""

EXAMPLES = Examples(
    passes=(
        f"Studios think about licences [@other-2026-02-11].\n{_PRIVATE}",
        f"{_CHARTED}rights: full\n---\nCounts of clips.\n",
    ),
    fails=(
        f'Studios "weigh whether to sell" licences [@other-2026-02-11].\n{_PRIVATE}',
        f"{_CHARTED}---\nCounts of clips.\n",
    ),
)
