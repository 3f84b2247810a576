"""A quotation mark has no partner in its block.

Where a quotation ends is then a guess, and words would be checked that nobody quoted, or not
checked at all.

Add the missing mark, or write an inch mark as ″ and a lone mark as `&quot;`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Page


def unbalanced_quotation_mark(page: Page, _scope: Scope) -> Iterator[Finding]:
    """Find marks without a partner."""
    for span in page.unbalanced:
        yield Finding(
            span,
            "this quotation mark has no partner in its paragraph",
            "add the missing mark",
        )


CHECK = Check(Page, Severity.ERROR, unbalanced_quotation_mark)

EXAMPLES = Examples(
    passes=(
        'Shares "rose 20 percent" that day [@harbour-2026-02-09].\n',
        'The clips are made for a 6" screen.\n',
    ),
    fails=(
        'Shares "rose 20 percent that day [@harbour-2026-02-09].\n',
        "Shares “rose 20 percent that day [@harbour-2026-02-09].\n",
    ),
)
