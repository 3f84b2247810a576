"""A page of a briefing takes in another file with `--8<--`.

The text of that file would be published without its citations and quotations being checked.

Write the text into the page.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Page


def unchecked_include(page: Page, _scope: Scope) -> Iterator[Finding]:
    """Find every include."""
    for span in page.includes:
        yield Finding(
            span,
            "what is included here is not checked",
            "write the text into the page itself",
        )


CHECK = Check(Page, Severity.ERROR, unchecked_include)

EXAMPLES = Examples(
    passes=("Film shares rose that Monday [@harbour-2026-02-09].\n",),
    fails=('Film shares rose that Monday [@harbour-2026-02-09].\n\n--8<-- "more.md"\n',),
)
