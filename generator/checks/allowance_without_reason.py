"""A comment allows a diagnostic without saying why.

The reason is what the next editor, and the reader of the evidence, has to go by.

Write `<!-- standfirst: allow CODE because … -->` with the reason after `because`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Page


def allowance_without_reason(page: Page, _scope: Scope) -> Iterator[Finding]:
    """Find allowances whose reason is empty."""
    for allowance in page.allowances:
        if not allowance.reason.strip(" .…"):
            yield Finding(
                allowance.span,
                f"`{allowance.code}` is allowed here without a reason",
                "write the reason after `because`",
            )


CHECK = Check(Page, Severity.ERROR, allowance_without_reason, allowable=False)

EXAMPLES = Examples(
    passes=(
        """<!-- standfirst: allow uncited-quotation because the slogan is the desk's own -->
The desk asks "what is new?" each time.
""",
    ),
    fails=(
        """<!-- standfirst: allow uncited-quotation -->
The desk asks "what is new?" each time.
""",
        """<!-- standfirst: allow uncited-quotation because -->
The desk asks "what is new?" each time.
""",
    ),
)
