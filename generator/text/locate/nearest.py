"""The passage of a source that is closest to words it does not have: only ever a suggestion."""

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from generator.text.locate.edges import whole_words
from generator.text.locate.normalise import lowered
from generator.text.redline import TOKENS

SIMILAR = 60.0
"""Below this score (of 100) two texts have nothing to do with each other."""
ALTERED = 80.0
"""From this score on, one is the other with changes."""

_LONGEST = 1000
# Aligning grows with the square of the length: 1,000 characters take 2 ms, 3,000 take 36 ms.


@dataclass(frozen=True, slots=True)
class Nearest:
    """A stretch of the text and how alike it is, from 0 to 100."""

    start: int
    end: int
    score: float


def nearest(words: str, text: str, start: int, end: int) -> Nearest | None:
    """The stretch of `text[start:end]` most like `words`, or None where nothing is similar."""
    from rapidfuzz import fuzz  # 10 ms, only where words are not found

    wanted = lowered(words[:_LONGEST])
    first, last = _window(wanted, lowered(text[start:end]))
    first, last = start + first, start + last
    region = lowered(text[first:last])
    if len(region) <= len(wanted):
        score = fuzz.ratio(wanted, region)
        found = Nearest(first, last, score)
    else:
        alignment = fuzz.partial_ratio_alignment(wanted, region, score_cutoff=SIMILAR)
        if alignment is None:
            return None
        found = Nearest(first + alignment.dest_start, first + alignment.dest_end, alignment.score)
    if found.score < SIMILAR:
        return None
    return _tidied(found, text, keep_marks=not words[-1:].isalnum())


def _window(wanted: str, text: str) -> tuple[int, int]:
    """Where in `text` the rarest of the words that both have stand closest together."""
    tokens = [found for found in TOKENS.finditer(text) if not found[0].isspace()]
    shared = {token for token in TOKENS.findall(wanted) if token[:1].isalnum()}
    counts = Counter(token[0] for token in tokens)
    weights = (1 / counts[token[0]] if token[0] in shared else 0.0 for token in tokens)
    sums = list(accumulate(weights, initial=0.0))
    size = min(len(tokens), len(TOKENS.findall(wanted)))
    if size == 0:
        return 0, min(len(text), 4 * len(wanted))
    best = max(range(len(tokens) - size + 1), key=lambda place: sums[place + size] - sums[place])
    begin = max(0, tokens[best].start() - len(wanted))
    return begin, min(len(text), begin + 4 * len(wanted) + 40)


def _tidied(found: Nearest, text: str, *, keep_marks: bool) -> Nearest:
    start, end = found.start, found.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or (not keep_marks and text[end - 1] in ".,;:")):
        end -= 1
    return Nearest(*whole_words(text, start, end), found.score)
