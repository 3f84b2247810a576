"""Proposes notes for a source that has none: passages of its own text, for a person to judge.

Cue words and the heading above a sentence say which page it is for; without any, its place does,
since articles go from what happened over what lies behind it to what comes next.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.library.clauses import SHORTEST, Sentence, passages, sentences
from generator.library.cue_words import CueWords, cue_words
from generator.model.source import Rights, Section, Source, TextKind
from generator.text.locate.ladder import Body, locate
from generator.text.markdown import escape_markdown
from generator.text.words import word_count

ROUNDS = 3
"""Passages a page, at most."""
SURE_ROUNDS = 2
"""Rounds among which the limit is shared out."""

_EVERY = tuple(Section)
_PLACES = {Section.TREND: 0.0, Section.CONTEXT: 0.5, Section.OUTLOOK: 1.0}
_STOPS = tuple(".,;:。，；：、\n")
_WORTHWHILE = 3.5
"""Less than this is a scrap out of the middle of a sentence."""
_GENEROSITY = 1.4
"""A passage may have this much more than an even share: others turn out shorter."""
_HEADING_NOISE = re.compile(r'["“”„«»「」『』\[\]<>@|]')


@dataclass(frozen=True, slots=True)
class Proposal:
    """A note as proposed: `says` is a neutral lead-in, `quote` is `body[start:end]`."""

    section: Section
    says: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Passage:
    """A stretch of the body, and what it is worth as a quotation."""

    start: int
    end: int
    words: int
    worth: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence with its passages, the best first, and how well it fits each page."""

    sentence: Sentence
    passages: tuple[_Passage, ...]
    fit: dict[Section, float]

    def best(self, longest: float) -> _Passage | None:
        """The best passage of at most `longest` words."""
        return next((passage for passage in self.passages if passage.words <= longest), None)


def propose_notes(
    source: Source, limit: int, *, sections: Collection[Section] = _EVERY
) -> tuple[Proposal, ...]:
    """At least two passages of 4 to 25 words for each of `sections`, where the text has them.

    Together they have at most `limit` words. Nothing is proposed from a text that is the curator's
    own, or of which nothing may be published. Ordered by place.
    """
    if source.text not in (TextKind.ARTICLE, TextKind.EXCERPT) or source.rights is Rights.NONE:
        return ()
    wanted = [section for section in Section if section in sections]
    if not wanted or limit < SHORTEST:
        return ()
    chosen = _chosen(list(_candidates(source)), wanted, limit, Body(source.id, source.body))
    proposals = [_proposal(source, *choice) for choice in chosen]
    return tuple(sorted(proposals, key=lambda proposal: proposal.start))


def _candidates(source: Source) -> Iterator[_Candidate]:
    words = cue_words(source.body)
    for sentence in sentences(source.body):
        fit = _fit(source.body, sentence, words)
        page = max(fit, key=lambda section: fit[section])
        cut = [
            _passage(source.body, sentence, place, words, page)
            for place in passages(source.body, sentence, words)
        ]
        worthy = [passage for passage in cut if passage.worth >= _WORTHWHILE]
        if worthy:
            ranked = sorted(worthy, key=lambda passage: (-passage.worth, passage.start))
            yield _Candidate(sentence, tuple(ranked), fit)


def _passage(
    body: str, sentence: Sentence, place: tuple[int, int], words: CueWords, page: Section
) -> _Passage:
    """Worth most: the beginning of a sentence, with cues, no bare *it*, no signs to be escaped."""
    start, end = place
    text = body[start:end]
    size = word_count(text)
    worth = (
        len(set(words.sections[page].findall(text)))
        + min(size, 15) / 3
        + 2.0 * (start == sentence.start)
        + 1.5 * (body[end : end + 1] in _STOPS)
        - 2.0 * bool(words.not_first.match(text))
        - 2.0 * escape_markdown(text).count("&#")
    )
    return _Passage(start, end, size, worth)


def _fit(body: str, sentence: Sentence, words: CueWords) -> dict[Section, float]:
    """How well the sentence fits each page: its cues, those of the heading, its place."""
    text = body[sentence.start : sentence.end]
    place = sentence.start / max(1, len(body))
    return {
        section: len(set(pattern.findall(text)))
        + 2.0 * bool(pattern.search(sentence.heading))
        + 0.9 * (1 - abs(place - _PLACES[section]))
        for section, pattern in words.sections.items()
    }


def _chosen(
    candidates: list[_Candidate], wanted: list[Section], limit: int, body: Body
) -> Iterator[tuple[Section, _Candidate, _Passage]]:
    """Page by page in turn, the best passage that is left, within a fair share of the limit."""
    paragraphs: list[int] = []
    slots = SURE_ROUNDS * len(wanted)
    for turn, section in enumerate(wanted * ROUNDS):
        share = _share(candidates, limit, slots - turn)
        found = _best(candidates, section, share, paragraphs, body)
        if found is None:
            continue
        candidate, passage = found
        candidates.remove(candidate)
        paragraphs.append(candidate.sentence.paragraph)
        limit -= passage.words
        yield section, candidate, passage


def _share(candidates: list[_Candidate], limit: int, slots: int) -> float:
    """How many words the next passage may have, so that `slots - 1` more can follow it."""
    if slots <= 1:
        return limit
    shortest = sorted(min(passage.words for passage in one.passages) for one in candidates)
    return min(limit - sum(shortest[: slots - 1]), limit * _GENEROSITY / slots)


def _best(
    candidates: list[_Candidate],
    section: Section,
    share: float,
    paragraphs: list[int],
    body: Body,
) -> tuple[_Candidate, _Passage] | None:
    """The best passage for the page that our own check finds, in one place."""
    fitting = [(one, passage) for one in candidates if (passage := one.best(share))]
    ranked = sorted(
        fitting,
        key=lambda pair: (-_rank(pair[0], pair[1], section, paragraphs), pair[1].start),
    )
    return next((pair for pair in ranked if _is_found(body, pair[1])), None)


def _rank(
    candidate: _Candidate, passage: _Passage, section: Section, paragraphs: list[int]
) -> float:
    """A passage that fits another page better is left for that; paragraphs take turns."""
    others = max(fit for other, fit in candidate.fit.items() if other is not section)
    margin = candidate.fit[section] - 0.7 * others
    taken = paragraphs.count(candidate.sentence.paragraph)
    return margin + 0.3 * passage.worth - 1.5 * taken


def _is_found(body: Body, passage: _Passage) -> bool:
    match = locate(body.text[passage.start : passage.end], body)
    return match.is_found and len(match.passages) == 1


def _proposal(
    source: Source, section: Section, candidate: _Candidate, passage: _Passage
) -> Proposal:
    return Proposal(
        section=section,
        says=_lead_in(source, candidate.sentence.heading),
        quote=source.body[passage.start : passage.end],
        start=passage.start,
        end=passage.end,
    )


def _lead_in(source: Source, heading: str) -> str:
    """The heading above the passage, else who published it: no claim of our own."""
    for text in (heading, source.publisher or "", source.title):
        plain = _HEADING_NOISE.sub("", text).strip(" .:;!?。：；！？…")
        if plain:
            return plain
    return source.id
