"""Quoted words stand in several places of their source.

The link to the evidence leads to the first place, which may not be the one that is meant.

Quote a few words more, or say where: `[@id, ¶4]`, `[@id, "words around it"]`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Label, Severity
from generator.model.page import Quotation
from generator.model.passage import Passage


def ambiguous_quotation(quotation: Quotation, scope: Scope) -> Iterator[Finding]:
    """Find a quotation on a page with several places and no locator."""
    match = quotation.match
    if scope.page is None or match is None or not match.is_found or len(match.passages) < 2:
        return
    citing = [cited for cited in quotation.citations if cited.source_id == match.source_id]
    if not any(citation.locators for citation in citing):
        yield Finding(
            quotation.span,
            f"these words stand in {len(match.passages)} places of `{match.source_id}`",
            _advice(match.passages),
            (Label(f"they stand in {_places(match.passages)}"),),
        )


def _advice(passages: tuple[Passage, ...]) -> str:
    """A paragraph is of no help where all places are in one."""
    numbers = {passage.paragraph for passage in passages}
    number = passages[0].paragraph
    more = f", or add a locator: `¶{number}`" if number and len(numbers) > 1 else ""
    return f"quote a few words more{more}"


def _places(passages: tuple[Passage, ...]) -> str:
    numbers = dict.fromkeys(passage.paragraph for passage in passages)
    shown = [f"¶{number}" if number else "a heading" for number in list(numbers)[:5]]
    return ", ".join(shown) + (", …" if len(numbers) > 5 else "")


CHECK = Check(Quotation, Severity.WARNING, ambiguous_quotation)

EXAMPLES = Examples(
    passes=(
        'Shares "rose 20 percent" that day [@harbour-2026-02-09].\n',
        'It spoke of "synthetic clips" early on [@harbour-2026-02-09, ¶1].\n',
    ),
    fails=('It spoke of "synthetic clips" more than once [@harbour-2026-02-09].\n',),
)
