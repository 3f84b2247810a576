"""Words in quotation marks do not stand in the source they are ascribed to.

A quotation is a promise that somebody wrote exactly this. Typographic quotation marks, dashes,
spaces and declared edits (`[…]`, `[T]he`, `[sic]`) do not count as differences; a changed word,
figure or sign does. The same holds for the `quote:` of a note.

Quote the source exactly, cite the source that has the words, or drop the quotation marks and
report them in your own words.
"""

import re
from collections.abc import Iterable, Iterator

from generator.checks import Check, Examples, Finding, Scope, shortened
from generator.model.diagnostic import Label, Severity
from generator.model.page import Quotation
from generator.model.passage import Match, MatchKind, Passage
from generator.model.source import Source, TextKind
from generator.text.locate.ladder import Body, locate

_NOT_FOUND = (MatchKind.ALTERED, MatchKind.WEAK, MatchKind.MISSING)
_HELP = "quote the source exactly, or drop the quotation marks"


def quote_not_found(quotation: Quotation, scope: Scope) -> Iterator[Finding]:
    """Find a quotation that no cited source has; one from abstracts only has its own code."""
    sources = scope.cited(quotation)
    match = quotation.match
    if match is None or match.kind not in _NOT_FOUND:
        return
    if all(source.text in (TextKind.ABSTRACT, TextKind.DATA) for source in sources):
        return
    elsewhere = next(_elsewhere(quotation, sources), "")
    if elsewhere:
        message = f"these words stand at {elsewhere}, not where the locator says"
        yield Finding(quotation.span, message, "correct the locator, or quote what stands there")
        return
    cited = "the cited source" if len(sources) == 1 else "any of the cited sources"
    yield Finding(quotation.span, f"these words are not in {cited}", _HELP, _closest(match))


def _elsewhere(quotation: Quotation, sources: Iterable[Source]) -> Iterator[str]:
    """Where the words stand in a source outside what a locator names, `harbour ¶2`."""
    located = {one.source_id for one in quotation.citations if one.locators}
    for source in sources:
        if source.id in located:
            match = locate(quotation.original or quotation.text, Body(source.id, source.body))
            if match.is_found:
                yield _place(source.id, match.passages[0])


def _place(source_id: str, passage: Passage) -> str:
    return f"{source_id} ¶{passage.paragraph}" if passage.paragraph else source_id


def _closest(match: Match) -> tuple[Label, ...]:
    if not match.passages:
        return ()
    passage = match.passages[0]
    place = _place(match.source_id, passage)
    shown = _around_change(" ".join((match.redline or passage.exact).split()))
    text = f'closest passage, {place}: "…{shown}…"'
    return (Label(text, passage_of=match.source_id),)


def _around_change(redline: str) -> str:
    """The redline from a little before the first change on."""
    change = re.search(r"\[-|\{\+", redline)
    start = max(0, change.start() - 60) if change and len(redline) > 150 else 0
    return shortened(redline[start:].lstrip(), 150)


CHECK = Check(Quotation, Severity.ERROR, quote_not_found)

EXAMPLES = Examples(
    passes=(
        'Shares of one company "rose 20 percent" that Monday [@harbour-2026-02-09].\n',
        "Shares of one company “rose 20 percent” that Monday [@harbour-2026-02-09].\n",
        'A lawyer warned: "[T]he clips are short" [@harbour-2026-02-09].\n',
        "> the clips are short, the rights are not [@harbour-2026-02-09]\n",
    ),
    fails=(
        'Shares of one company "rose 25 percent" that Monday [@harbour-2026-02-09].\n',
        'The regulator "banned every clip in the country" [@harbour-2026-02-09].\n',
        """>>> sources/harbour-2026-02-09.md
---
title: Video clips lift media shares
notes:
  - section: trend
    says: Shares of a film company rose by a quarter.
    quote: rose 25 percent
---
Shares of Meridian Pictures rose 20 percent on Monday.
""",
    ),
)
