"""An abbreviation is used that no page of the briefing spells out.

Who does not know it can neither read the sentence nor look it up for certain: `CAC` is a regulator
here and an index elsewhere. What every reader knows (`EU`, `PDF`, `CEO`) needs nothing.

Spell it out where it comes first, `Cyberspace Administration of China (CAC)`, or give it an entry
in `glossary:` or `actors:` of briefing.yml or docs/glossary.yml: the first use on each page then
explains it.
"""

from bisect import bisect_right
from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity
from generator.model.page import Page, Sentence
from generator.model.span import Span
from generator.text.naming.abbreviating import abbreviations_in, expansions
from generator.text.own_words import own_words, place_of

_LONGEST = 5000
"""A longer sentence is none."""


def undefined_term(page: Page, scope: Scope) -> Iterator[Finding]:
    """Find the first use on the page of abbreviations that are explained nowhere."""
    briefing = scope.briefing
    if briefing is None:
        return
    explained: set[str] | None = None
    named = tuple(mention.span for mention in page.mentions)
    for sentence in page.sentences:
        if len(sentence.text) > _LONGEST or _is_in_chart(sentence, page):
            continue
        for match in abbreviations_in(own_words(sentence, page)):
            explained = _explained(briefing) if explained is None else explained
            word = match["word"]
            if word in explained:
                continue
            span = place_of(match.start(), match.end(), sentence, page)
            if not _is_in(named, span):
                explained.add(word)
                yield Finding(
                    span,
                    f"`{word}` is spelled out nowhere in this briefing",
                    f"write the long form with `({word})` where it comes first, or add it to"
                    " `glossary:`",
                )


def _explained(briefing: Briefing) -> set[str]:
    names = {
        word for entry in briefing.entries for name in entry.names for word in name.text.split()
    }
    texts = (
        sentence.text
        for page in (*briefing.pages, *briefing.field_pages)
        for sentence in page.sentences
    )
    return {*names, *briefing.terms, *(word for text in texts for word in expansions(text))}


def _is_in(places: tuple[Span, ...], span: Span) -> bool:
    before = bisect_right(places, span.start, key=lambda place: place.start)
    return before > 0 and span.end <= places[before - 1].end


def _is_in_chart(sentence: Sentence, page: Page) -> bool:
    """Whether it stands in a block whose texts are labels and settings."""
    return any(
        block.name == "chart"
        and block.span.start <= sentence.span.start
        and sentence.span.end <= block.span.end
        for block in page.blocks
    )


CHECK = Check(Page, Severity.WARNING, undefined_term)

_CITED = "[@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01]"

EXAMPLES = Examples(
    passes=(
        f"The Office of Clip Labels (OCL) met. The OCL was content {_CITED}.\n",
        f"OCL (Office of Clip Labels) met, and OCLs elsewhere did {_CITED}.\n",
        f"国家版权局（NCAC）开会。NCAC表示满意 {_CITED}。\n",
        f"The EU and the US watch AI in World War II, as its CEO does {_CITED}.\n",
        f"The OCL met {_CITED}.\n>>> docs/glossary.yml\nglossary:\n  - id: ocl\n"
        "    names: {en: [OCL, Office of Clip Labels]}\n",
    ),
    fails=(
        f"The OCL met on a Monday {_CITED}.\n",
        f"NCAC表示满意 {_CITED}。\n",
    ),
)
