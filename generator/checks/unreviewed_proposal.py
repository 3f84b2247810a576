"""A sentence was proposed by `standfirst draft` and nobody has confirmed it.

A draft joins a few words of its own to a passage of the source. Whether they say what the passage
says is for a person to judge.

Read it against its source, correct it, and delete `<!-- standfirst: proposed -->`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Page


def unreviewed_proposal(page: Page, _scope: Scope) -> Iterator[Finding]:
    """Find every mark of a proposal."""
    for span in page.proposals:
        yield Finding(
            span,
            "this was proposed by `standfirst draft` and is not confirmed",
            "read it against its source, then delete this mark",
        )


CHECK = Check(Page, Severity.WARNING, unreviewed_proposal)

EXAMPLES = Examples(
    passes=('- Shares "rose 20 percent" that day [@harbour-2026-02-09].\n',),
    fails=(
        '- Shares "rose 20 percent" that day [@harbour-2026-02-09].'
        " <!-- standfirst: proposed -->\n",
    ),
)
