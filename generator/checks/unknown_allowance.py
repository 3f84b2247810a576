"""A comment allows a diagnostic that does not exist or that cannot be allowed.

The comment has no effect. Guards against publishing what is not ours cannot be allowed.

Correct the code (`standfirst explain CODE` has its manual page), or remove the comment.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, checks
from generator.model.actor import Glossary
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity
from generator.model.page import Page


def unknown_allowance(node: Page | Briefing | Glossary, _scope: Scope) -> Iterator[Finding]:
    """Find allowances that allow nothing."""
    known = checks()
    for allowance in node.allowances:
        check = known.get(allowance.code)
        if check is None:
            from rapidfuzz import fuzz, process  # 10 ms, only where something is wrong

            nearest = process.extractOne(allowance.code, list(known), scorer=fuzz.ratio)
            advice = f"did you mean `{nearest[0]}`?" if nearest else "remove the comment"
            yield Finding(allowance.span, f"no diagnostic is called `{allowance.code}`", advice)
        elif not check.allowable:
            message = f"`{allowance.code}` cannot be allowed"
            yield Finding(allowance.span, message, "correct the text, and remove the comment")


CHECK = Check(Page | Briefing | Glossary, Severity.ERROR, unknown_allowance, allowable=False)

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
        """>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09]
# standfirst: allow wording because the regulator says so
standfirst: Rules may come later, the regulator says.
""",
        """<!-- standfirst: allow uncited-quote because the slogan is the desk's own -->
The desk asks what is new each time.
""",
        """<!-- standfirst: allow unknown-allowance because it is in the way -->
The desk asks what is new each time.
""",
    ),
)
