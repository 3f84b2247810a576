"""A quotation has no citation in its sentence.

A reader cannot tell who said it, and nothing can be compared. A block quote carries its citation
at the end of its last line.

Add the citation after the closing mark or at the end of the sentence. A name that merely stands
in quotation marks is listed under `terms:` in briefing.yml.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Quotation


def uncited_quotation(quotation: Quotation, _scope: Scope) -> Iterator[Finding]:
    """Find a quotation without any citation."""
    if quotation.citations:
        return
    if quotation.is_block:
        message = "this block quote has no citation"
        advice = "close its last line with the citation: `[@id]`"
    else:
        message = "this quotation has no citation in its sentence"
        advice = "add `[@id]` to the sentence, or list the name under `terms:` in briefing.yml"
    yield Finding(quotation.span, message, advice)


CHECK = Check(Quotation, Severity.ERROR, uncited_quotation)

EXAMPLES = Examples(
    passes=(
        'Shares "rose 20 percent" that day [@harbour-2026-02-09].\n',
        "> the clips are short, the rights are not [@harbour-2026-02-09]\n",
        """Some call it the "clip economy", and film shares rose [@harbour-2026-02-09].
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09]
terms: [clip economy]
""",
    ),
    fails=(
        'Shares "rose 20 percent" that day. Others fell [@harbour-2026-02-09].\n',
        "> Shares of Meridian Pictures rose 20 percent on Monday.\n",
    ),
)
