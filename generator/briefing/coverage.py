"""How much of a page has a source: its claims, and which of them cite one.

Claims are the sentences and table rows of trend, context and outlook that state a fact
(`generator.text.claims`) or quote, the dated entries of blocks, and what lists say of actors and
terms. Headings, the head of a table and the titles of blocks are none; what a comment allows stays
uncovered.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.briefing.drawn import drawn_claims
from generator.model.briefing import Briefing
from generator.model.page import SECTION_KINDS, Block, Citation, Page, Sentence
from generator.model.span import Span
from generator.text.claims.kinds import Claim
from generator.text.strict_yaml import Place, YamlDocument, read_yaml

_BELOW_HEAD = re.compile(r"[^\n]{0,500}\n[ \t>|:-]*-[ \t>|:-]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class StatedClaim:
    """A claim of a page: its sentence, with all that it cites, and what makes it a claim."""

    sentence: Sentence
    kind: Claim

    @property
    def is_cited(self) -> bool:
        """Whether it has a source."""
        return bool(self.sentence.citations)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many claims there are, and how many of them cite a source."""

    claims: int = 0
    cited: int = 0

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(self.claims + other.claims, self.cited + other.cited)

    @property
    def percent(self) -> int:
        """The share that is cited, rounded down: only all of them are 100. All of none are, too."""
        return 100 * self.cited // self.claims if self.claims else 100


def coverage(page: Page, briefing: Briefing) -> Coverage:
    """How much of `page` has a source; pages that are no section make no claims of their own."""
    claims = [*stated_claims(page), *listed_claims(page, briefing)]
    return Coverage(len(claims), sum(1 for claim in claims if claim.is_cited))


def briefing_coverage(briefing: Briefing) -> Coverage:
    """How much of all sections of the briefing has a source."""
    return sum((coverage(page, briefing) for page in briefing.pages), Coverage())


def listed_claims(page: Page, briefing: Briefing) -> Iterator[StatedClaim]:
    """The claims of a section that its lists and timelines take from actors and terms."""
    if page.kind in SECTION_KINDS.values():
        for sentence, kind in drawn_claims(page, briefing):
            yield StatedClaim(sentence, kind)


def stated_claims(page: Page) -> Iterator[StatedClaim]:
    """The claims of a section, in order of place."""
    if page.kind not in SECTION_KINDS.values():
        return
    headings = {heading.span for heading in page.headings}
    quoted = _Quoted.of(page)
    blocks = [_BlockTexts.of(block, page.citations) for block in page.blocks]
    starts = [block.span.start for block in page.blocks]
    for sentence in page.sentences:
        at = bisect_right(starts, sentence.span.start) - 1
        if at >= 0 and sentence.span.end <= page.blocks[at].span.end:
            entry = blocks[at].entry(sentence)
        else:
            is_apart = sentence.span in headings or _is_table_head(sentence, page)
            entry = None if is_apart else _Entry(sentence)
        kind = _kind(entry, quoted) if entry else None
        if entry and kind:
            yield StatedClaim(entry.sentence, kind)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What may be a claim; `beside` is what makes it one, whatever its words: the date of an event,
    or who holds a position.
    """

    sentence: Sentence
    beside: Claim | None = None


@dataclass(frozen=True, slots=True)
class _BlockTexts:
    """The texts of a block by the place where they stand, and what each record of it cites."""

    document: YamlDocument
    places: tuple[tuple[Span, Place], ...]
    cited: dict[Place, tuple[Citation, ...]]

    @classmethod
    def of(cls, block: Block, citations: Iterable[Citation]) -> "_BlockTexts":
        document = read_yaml(block.body, block.body_start, block.body_end)
        places = tuple((span, place) for place, _, span in document.scalars())
        cited: dict[Place, tuple[Citation, ...]] = {}
        within = [one for one in citations if _holds(block.span, one.span)]
        for span, place in places:
            if "cite" in place:
                record = place[: place.index("cite")]
                found = tuple(one for one in within if _holds(span, one.span))
                cited[record] = cited.get(record, ()) + found
        return cls(document, places, cited)

    def entry(self, sentence: Sentence) -> _Entry | None:
        """The sentence with what its record cites, if it is a text of an entry and no title."""
        place = next((place for span, place in self.places if _holds(span, sentence.span)), ())
        if len(place) < 2 or "cite" in place or place[-1] not in _TEXTS:
            return None
        record = place[:-1]
        above = (record[:end] for end in range(len(record), -1, -1))
        citations = tuple(one for each in above for one in self.cited.get(each, ()))
        named = (kind for key, kind in _BESIDE.items() if self.document.at((*record, key)))
        whole = replace(sentence, citations=sentence.citations + citations)
        return _Entry(whole, next(named, None))


_BESIDE = {"date": Claim.DATE, "who": Claim.SPEECH}
_TEXTS = ("text", "says", "because")
"""Keys of an entry that hold sentences; the others are names and settings."""


@dataclass(frozen=True, slots=True)
class _Quoted:
    """Where the quotations of a page begin, and how far those up to each of them reach."""

    starts: tuple[int, ...]
    reach: tuple[int, ...]

    @classmethod
    def of(cls, page: Page) -> "_Quoted":
        spans = sorted(quotation.span for quotation in page.quotations)
        reach = tuple(accumulate((span.end for span in spans), max))
        return cls(tuple(span.start for span in spans), reach)

    def touches(self, span: Span) -> bool:
        """Whether some quotation stands in the span, or a part of one."""
        before = bisect_left(self.starts, span.end)
        return before > 0 and self.reach[before - 1] > span.start


def _kind(entry: _Entry, quoted: _Quoted) -> Claim | None:
    """What makes the entry a claim: a date beside it, its words, or that it quotes."""
    if entry.beside:
        return entry.beside
    sentence = entry.sentence
    if sentence.claim is None and quoted.touches(sentence.span):
        return Claim.SPEECH
    return Claim(sentence.claim) if sentence.claim else None


def _is_table_head(sentence: Sentence, page: Page) -> bool:
    """Whether the line below it is the rule below the head of a table."""
    return bool(_BELOW_HEAD.match(page.text.file.text, sentence.span.end))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
