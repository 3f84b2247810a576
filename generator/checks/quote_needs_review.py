"""A quotation agrees with its source but for a difference that may change its meaning.

An elision can hide a "not", a bracket can change a figure, a question mark can make a question of
a statement. The compiler does not decide such cases.

Quote the source without the change, quote a passage that does not need it, mark an error of the
source with `[sic]` or a change of yours with brackets, or confirm the quotation with a comment on
the line before: `<!-- standfirst: allow quote-needs-review because … -->`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, shortened
from generator.model.diagnostic import Label, Severity
from generator.model.page import Quotation
from generator.model.passage import MatchKind

_HELP = (
    "quote the source without the change, mark it as `[sic]` or `[…]`, or confirm it with "
    "`<!-- standfirst: allow quote-needs-review because … -->` on the line before"
)


def quote_needs_review(quotation: Quotation, _scope: Scope) -> Iterator[Finding]:
    """Find a quotation that only a person can confirm."""
    match = quotation.match
    if match is None or match.kind is not MatchKind.REVIEW:
        return
    labels = [
        Label(shortened(difference), passage_of=match.source_id) for difference in match.differences
    ]
    if match.passages:
        exact = " ".join(match.passages[0].exact.split())
        text = f'the source, {match.source_id}: "{shortened(exact)}"'
        labels.append(Label(text, passage_of=match.source_id))
    message = "the quotation differs from its source in a way that may change its meaning"
    yield Finding(quotation.span, message, _HELP, tuple(labels))


CHECK = Check(Quotation, Severity.ERROR, quote_needs_review)

EXAMPLES = Examples(
    passes=(
        'Shares "rose 20 percent […] on heavy trading" that day [@harbour-2026-02-09].\n',
        """<!-- standfirst: allow quote-needs-review because the next sentence says it is open -->
The regulator "did […] approve the labelling rule" by then [@harbour-2026-02-09].
""",
    ),
    fails=(
        'The regulator "did […] approve the labelling rule" [@harbour-2026-02-09].\n',
        '"Revenue was [$150 million] in the quarter" [@harbour-2026-02-09].\n',
    ),
)
