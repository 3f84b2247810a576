"""Where the words of a quotation stand in a source: the strict ladder.

1. The same characters, not cut out of a word or a number: exact.
2. The same key (`normalise`), segment by segment where the author declares edits (`edits`), and
   nothing that matters in what the key dropped (`likeness`) or the edits hide (`negation`):
   normalised.
3. The same key, but something that a person must look at: review.
4. Otherwise the words are not there. A similarity score never decides; it only finds the passage
   to suggest (`nearest`).

>>> locate("it’s here", Body("a", "They say it's here.")).kind
<MatchKind.NORMALISED: 'normalised'>
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.model.passage import Match, MatchKind, Passage
from generator.text.locate.alignment import TRIES, Chain, alignments, number_goes_on
from generator.text.locate.edges import carried_on, cuts
from generator.text.locate.edits import Reading, readings
from generator.text.locate.likeness import one_form
from generator.text.locate.nearest import ALTERED, nearest
from generator.text.locate.normalise import Folded
from generator.text.paragraphs import Paragraph, paragraphs, passage
from generator.text.redline import redline

MAX_PLACES = 50
"""Places listed of one quotation, at most."""

_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Body:
    """The text of a source, prepared once for many quotations."""

    source_id: str
    text: str

    @cached_property
    def folded(self) -> Folded:
        """The text with its key."""
        return Folded(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text."""
        return paragraphs(self.text)

    def passage(self, start: int, end: int) -> Passage:
        """The passage from `start` to `end`."""
        return passage(self.source_id, self.text, start, end, self.paragraphs)


def locate(quotation: str, body: Body, *, within: tuple[int, int] | None = None) -> Match:
    """The best match of `quotation` in `body`, or in its stretch `within` (start, end)."""
    words = quotation.strip()
    start, end = within or (0, len(body.text))
    if _WORD.search(words) is None:
        return Match(MatchKind.MISSING, body.source_id)
    places = tuple(_exact_places(words, body.text, start, end))
    if places:
        return _exact(places, body)
    return _folded(words, body, start, end)


def _exact_places(words: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    found, count, tries = text.find(words, start, end), 0, 0
    while found >= 0 and count < MAX_PLACES and tries < TRIES:
        tries += 1
        finish = found + len(words)
        if not cuts(text, found) and not cuts(text, finish):
            count += 1
            yield found, finish
        found = text.find(words, found + 1, end)


def _exact(places: tuple[tuple[int, int], ...], body: Body) -> Match:
    whole = tuple(place for place in places if not carried_on(body.text, place[1]))
    passages = tuple(body.passage(*place) for place in whole or places)
    if whole:
        return Match(MatchKind.EXACT, body.source_id, passages)
    difference = number_goes_on(body.text, places[0][1])
    return Match(MatchKind.REVIEW, body.source_id, passages, tuple(one.text for one in difference))


def _folded(words: str, body: Body, start: int, end: int) -> Match:
    doubtful: list[Chain] = []
    every = readings(words)
    for reading in every:
        chains = alignments(reading, body.folded, start, end)
        if chains and not chains[0].needs_review:
            return _match(MatchKind.NORMALISED, chains, body)
        doubtful = doubtful or chains
    if doubtful:
        return _match(MatchKind.REVIEW, doubtful, body)
    return _refused(every[-1], body, start, end)


def _match(kind: MatchKind, chains: list[Chain], body: Body) -> Match:
    passages = tuple(body.passage(chain.start, chain.end) for chain in chains[:MAX_PLACES])
    differences = tuple(difference.text for difference in chains[0].differences)
    return Match(kind, body.source_id, passages, differences)


def _refused(reading: Reading, body: Body, start: int, end: int) -> Match:
    texts = {segment.folded.key: segment.folded.plain.strip() for segment in reading.segments}
    absent = [text for key, text in texts.items() if key not in body.folded.key]
    words = max(absent, key=len) if absent else " ".join(texts.values())
    closest = nearest(words, body.text, start, end)
    if closest is None:
        return Match(MatchKind.MISSING, body.source_id)
    found = body.passage(closest.start, closest.end)
    return Match(
        MatchKind.ALTERED if closest.score >= ALTERED else MatchKind.WEAK,
        body.source_id,
        (found,),
        () if absent else ("words or numbers are cut in two, or stand in another order",),
        redline(words, found.exact, form=one_form),
    )
