"""A number in a cited sentence stands in none of the sources that the sentence cites.

Numbers are what readers carry away and what goes wrong most easily: a digit, a decimal point, 万
for million. So every number, percentage, amount of money and date of a sentence with a citation
must be borne out by one of its sources: by the text, the title, the notes, the date of
publication, or a cell of the data file. It may be rounded, and words such as `about` and `more
than` leave it room; it may not be more precise than the source. The handbook's page on numbers
has each kind with an example.

Correct the number, hedge it, or cite the source that has it.
"""

from collections.abc import Iterator
from functools import cache, lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from generator.checks import Check, Examples, Finding, Scope, shortened
from generator.library.load import FOLDER
from generator.model.diagnostic import Label, Severity
from generator.model.page import Sentence
from generator.model.source import Source
from generator.text.own_words import is_heading, own_words, place_of

if TYPE_CHECKING:
    from generator.text.numbers.comparing import Missing
    from generator.text.numbers.evidence import Evidence
    from generator.text.numbers.records import Name

_HELP = "correct it, hedge it (`about`, `more than`), or cite the source that has it"
_MOST = 50
"""Numbers told of one sentence: looking up what comes nearest to each takes its time."""
_HAN_HELP = "1万 is ten thousand, 1亿 is 100 million, 1万亿 is 1 trillion"


def number_not_in_source(sentence: Sentence, scope: Scope) -> Iterator[Finding]:
    """Find the numbers that no cited source bears out; headings cite a whole section."""
    page = scope.page
    if page is None or not sentence.citations or is_heading(sentence, page):
        return
    ids = dict.fromkeys(citation.source_id for citation in sentence.citations)
    sources = [source for name in ids if (source := scope.library.get(name)) is not None]
    if len(sources) < len(ids):
        return
    # 30 ms, not for pages recalled
    from generator.text.numbers.comparing import asked_numbers, missing_numbers

    language = scope.briefing.language if scope.briefing else scope.project.language
    asked = asked_numbers(own_words(sentence, page), language)
    evidence = [_evidence(source, scope) for source in sources] if asked else []
    known = cache(partial(_names_of_the_project, scope, language))
    missing = (
        one
        for one in missing_numbers(asked, evidence)
        if not one.names or known().isdisjoint(one.names)
    )
    for one in islice(missing, _MOST):
        words = sentence.text[one.start : one.end]
        span = place_of(one.start, one.end, sentence, page)
        advice = _HAN_HELP if one.slip and _is_han(one) else _HELP
        yield Finding(span, _message(words, sources), advice, tuple(_labels(words, one)))


def _evidence(source: Source, scope: Scope) -> "Evidence":
    table = scope.library.table(f"{FOLDER}/{source.data}") if source.data else None
    return scope.numbers.of(source, table, scope.project.language)


def _names_of_the_project(scope: Scope, language: str) -> "frozenset[Name]":
    titles = [source.title for source in scope.library.sources]
    if scope.page:
        titles.append(scope.page.text.title)
    if scope.briefing:
        titles += [scope.briefing.title, *scope.briefing.terms]
    return frozenset().union(*(_names_in(title, language) for title in titles))


@lru_cache(maxsize=20_000)  # each number that is missing asks for the titles of all sources
def _names_in(title: str, language: str) -> "frozenset[Name]":
    from generator.text.numbers.source_numbers import names_in

    return names_in([title], language)


def _message(words: str, sources: list[Source]) -> str:
    cited = f"`{sources[0].id}`" if len(sources) == 1 else "any of the cited sources"
    return f"`{shortened(words, 40)}` does not stand in {cited}"


def _labels(words: str, missing: "Missing") -> Iterator[Label]:
    slip = missing.slip
    if slip:
        near = slip.nearest
        written = f"{near.words} ({near.english})" if near.english else near.words
        yield Label(f"{words} is {slip.times} {written}, which stands in {near.source_id}")
        return
    for near in missing.nearest:
        yield Label(f"nearest in {near.source_id}: {near.words}")


def _is_han(missing: "Missing") -> bool:
    return bool(missing.slip and missing.slip.nearest.english)


CHECK = Check(Sentence, Severity.ERROR, number_not_in_source)

EXAMPLES = Examples(
    passes=(
        "Shares rose by a fifth, or 20 %, on 9 February [@harbour-2026-02-09].\n",
        "Revenue was about 15 million US dollars [@harbour-2026-02-09].\n",
        "Earlier revenue was more than $1 million [@harbour-2026-02-09].\n",
        "Nine studios use one, says a survey of January 2026 [@ministry-2026-01].\n",
        "In 1999 nobody counted.\n",
    ),
    fails=(
        "Shares rose 25 % that Monday [@harbour-2026-02-09].\n",
        "Revenue was 150 million US dollars [@harbour-2026-02-09].\n",
        "Revenue was 15 million euros [@harbour-2026-02-09].\n",
        "Shares rose 20 % on 7 March [@harbour-2026-02-09].\n",
    ),
)
