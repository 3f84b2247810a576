"""A quotation cites only sources whose text is an abstract or a description of data.

The body of such a source is the curator's own words (`text: abstract`, `text: data`). Nobody else
wrote them, so they cannot stand in quotation marks.

Capture the article and quote it, or report what it says without quotation marks.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Quotation
from generator.model.source import TextKind


def quote_from_abstract(quotation: Quotation, scope: Scope) -> Iterator[Finding]:
    """Find a quotation with nothing to be quoted from."""
    sources = scope.cited(quotation)
    if sources and all(source.text in (TextKind.ABSTRACT, TextKind.DATA) for source in sources):
        names = ", ".join(f"`{source.id}`" for source in sources)
        verb = "is an abstract" if len(sources) == 1 else "are abstracts"
        yield Finding(
            quotation.span,
            f"the text of {names} {verb} in the curator's own words",
            "drop the quotation marks, or take the full article into the library",
        )


CHECK = Check(Quotation, Severity.ERROR, quote_from_abstract)

EXAMPLES = Examples(
    passes=(
        "The ministry counts nine studios [@ministry-2026-01].\n",
        'Shares "rose 20 percent" that day [@harbour-2026-02-09; @ministry-2026-01].\n',
    ),
    fails=('The ministry counts "nine studios" that use the model [@ministry-2026-01].\n',),
)
