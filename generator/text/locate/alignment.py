"""Where the segments of a quotation stand in a source, in order and near enough to each other.

The work is bounded: at most `TRIES` places are looked at and `WORK` characters compared, whatever
the quotation and the source are. Chains are found in one pass from left to right, so twenty
ellipses cost twenty times what one costs.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.text.locate.edges import carried_on, cuts
from generator.text.locate.edits import Joint, Reading, Segment
from generator.text.locate.hidden import hidden_after, hidden_before, hidden_between
from generator.text.locate.likeness import (
    Difference,
    compare,
    final_mark,
    same_mark,
    starts_with_sign,
)
from generator.text.locate.normalise import Folded

MAX_SEGMENTS = 50
"""A quotation in more pieces than this is not one."""
TRIES = 4_000
WORK = 200_000


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place of one segment: `start:end` with its punctuation, `first:last` from word to word."""

    start: int
    end: int
    first: int
    last: int
    differences: tuple[Difference, ...] = ()

    @property
    def needs_review(self) -> bool:
        """Whether a person has to look at a difference."""
        return any(difference.needs_review for difference in self.differences)


@dataclass(frozen=True, slots=True)
class Chain:
    """A place of the whole quotation, and how it differs there."""

    start: int
    end: int
    differences: tuple[Difference, ...]

    @property
    def needs_review(self) -> bool:
        """Whether a person has to look at a difference."""
        return any(difference.needs_review for difference in self.differences)


def alignments(reading: Reading, source: Folded, start: int, end: int) -> list[Chain]:
    """All places of `reading` in `source.text[start:end]` that are sound; if none, the doubtful."""
    if len(reading.segments) > MAX_SEGMENTS:
        return []
    columns = [
        list(_occurrences(reading, place, source, (start, end)))
        for place in range(len(reading.segments))
    ]
    if not all(columns):
        return []
    clean = [[one for one in column if not one.needs_review] for column in columns]
    sound = [one for one in _chains(reading, clean, source.text) if not one.needs_review]
    return sound or list(_chains(reading, columns, source.text))


def _occurrences(
    reading: Reading, place: int, source: Folded, within: tuple[int, int]
) -> Iterator[Occurrence]:
    segment = reading.segments[place]
    open_ends = reading.joints[place].splits_word, reading.joints[place + 1].splits_word
    key, count = segment.folded.key, len(reading.segments)
    tries = min(TRIES // count, max(1, WORK // count // len(key)))
    at = source.key.find(key, _key_offset(source, within[0]))
    while at >= 0 and tries > 0:
        found = _occurrence(segment, source, at, open_ends)
        if found is not None and found.end > within[1]:
            return
        if found is not None and found.start >= within[0]:
            yield found
        at, tries = source.key.find(key, at + 1), tries - 1


def _key_offset(source: Folded, offset: int) -> int:
    places = range(len(source.key))
    return bisect_left(places, offset, key=lambda at: source.span(at, at + 1)[0]) if offset else 0


def _occurrence(
    segment: Segment, source: Folded, at: int, open_ends: tuple[bool, bool]
) -> Occurrence | None:
    """The segment at `key[at:]`, or None where it is cut out of something or is not the same."""
    plain_start, plain_end = source.plain_span(at, at + len(segment.folded.key))
    first, last = source.text_span(plain_start, plain_end)
    lead, words, trail = segment.parts
    before = _Edge.read(lead[::-1], source.text[max(0, first - len(lead)) : first][::-1])
    after = _Edge.read(trail, source.text[last : last + len(trail)])
    start, end = first - before.shared, last + after.shared
    if before.is_edit or after.is_edit or (start == first and starts_with_sign(lead, words[0])):
        return None
    if (not open_ends[0] and cuts(source.text, start)) or (
        not open_ends[1] and cuts(source.text, end)
    ):
        return None
    differences = compare(segment, source.plain[plain_start:plain_end])
    if differences is None:
        return None
    if not differences and words != source.text[first:last]:
        differences = (Difference("some characters have another form"),)
    edges = _edge_differences(before, after, final_mark(trail, source.text[last : last + 8]))
    return Occurrence(start, end, first, last, (*differences, *edges))


def _edge_differences(
    before: "_Edge", after: "_Edge", mark: Difference | None
) -> Iterator[Difference]:
    if mark is not None:
        yield mark
    elif before.rest or after.rest:
        yield Difference("punctuation at an end differs")


@dataclass(frozen=True, slots=True)
class _Edge:
    """The marks outside the words, outwards: how many the source shares, and the rest."""

    shared: int
    rest: str

    @classmethod
    def read(cls, quoted: str, written: str) -> "_Edge":
        """`quoted` and `written` both begin at the word; spaces of the quotation do not count."""
        marks = "".join(quoted.split())
        pairs = zip(marks, written, strict=False)
        shared = next(
            (place for place, pair in enumerate(pairs) if not same_mark(*pair)),
            min(len(marks), len(written)),
        )
        return cls(shared, marks[shared:])

    @property
    def is_edit(self) -> bool:
        """Whether the source lacks an ellipsis or bracket, which then is an edit, not a mark."""
        return ".." in self.rest or any(mark in "[]［］…" for mark in self.rest)


def _chains(reading: Reading, columns: list[list[Occurrence]], text: str) -> Iterator[Chain]:
    """The tightest chain from each place of the first segment, in order of place."""
    links = _links(columns, reading.joints)
    seen: set[int] = set()
    for place in range(len(columns[-1])):
        path = _path(columns, links, place)
        if path and path[0].first not in seen:
            seen.add(path[0].first)
            yield _chain(reading, path, text)


def _links(columns: list[list[Occurrence]], joints: tuple[Joint, ...]) -> list[list[int]]:
    """For each occurrence, the closest one before it in the column before; -1 for none."""
    links = [[0] * len(columns[0])]
    for (before, column), joint in zip(pairwise(columns), joints[1:-1], strict=True):
        row: list[int] = []
        following, closest = 0, -1
        for one in column:
            while following < len(before) and before[following].last <= one.first:
                closest = following if links[-1][following] >= 0 else closest
                following += 1
            is_near = closest >= 0 and one.first - before[closest].last <= joint.reach
            row.append(closest if is_near else -1)
        links.append(row)
    return links


def _path(
    columns: list[list[Occurrence]], links: list[list[int]], place: int
) -> tuple[Occurrence, ...]:
    path: list[Occurrence] = []
    for column, row in zip(reversed(columns), reversed(links), strict=True):
        if row[place] < 0:
            return ()
        path.append(column[place])
        place = row[place]
    return tuple(reversed(path))


def _chain(reading: Reading, path: tuple[Occurrence, ...], text: str) -> Chain:
    joints = reading.joints
    found = list(hidden_before(joints[0], text, path[0].first))
    for place, one in enumerate(path):
        found.extend(one.differences)
        if place + 1 < len(path):
            found.extend(hidden_between(joints[place + 1], text[one.last : path[place + 1].first]))
    found.extend(hidden_after(joints[-1], text, path[-1].last))
    found.extend(number_goes_on(text, path[-1].end))
    found.sort(key=lambda difference: not difference.needs_review)
    return Chain(path[0].start, path[-1].end, tuple(dict.fromkeys(found)))


def number_goes_on(text: str, end: int) -> Iterator[Difference]:
    """The difference that a quotation ends at `end` before the scale of its number, if it does."""
    further = carried_on(text, end)
    if further:
        yield Difference(f"the number goes on in the source: “{further}”", needs_review=True)
