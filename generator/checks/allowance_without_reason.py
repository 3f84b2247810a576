"""A comment allows a diagnostic without saying why.

The reason is what the next editor, and the reader of the evidence, has to go by.

Write `<!-- standfirst: allow CODE because … -->` with the reason after `because`; in briefing.yml
and docs/glossary.yml it is a comment on a line of its own, `# standfirst: allow CODE because …`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.actor import Glossary
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity
from generator.model.page import Page


def allowance_without_reason(node: Page | Briefing | Glossary, _scope: Scope) -> Iterator[Finding]:
    """Find allowances whose reason is empty."""
    for allowance in node.allowances:
        if not allowance.reason.strip(" .…"):
            yield Finding(
                allowance.span,
                f"`{allowance.code}` is allowed here without a reason",
                "write the reason after `because`",
            )


CHECK = Check(Page | Briefing | Glossary, Severity.ERROR, allowance_without_reason, allowable=False)

EXAMPLES = Examples(
    passes=(
        """<!-- standfirst: allow uncited-quotation because the slogan is the desk's own -->
The desk asks "what is new?" each time.
""",
        """>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09]
# standfirst: allow weasel-word because the regulator says so itself
standfirst: Rules may come later, the regulator says.
""",
    ),
    fails=(
        """>>> docs/glossary.yml
glossary:
  # standfirst: allow unused-term
  - {id: kerb, names: {en: kerb price}}
""",
        """>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09]
# standfirst: allow weasel-word
standfirst: Rules may come later, the regulator says.
""",
        """<!-- standfirst: allow uncited-quotation -->
The desk asks "what is new?" each time.
""",
        """<!-- standfirst: allow uncited-quotation because -->
The desk asks "what is new?" each time.
""",
    ),
)
