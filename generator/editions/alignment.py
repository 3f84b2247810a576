"""Which paragraph of one state of a page is which of another.

An id decides; then equal text in the same order; then likeness, between those two, in order.
"""

from collections.abc import Iterator, Sequence

from generator.editions.paragraphs import Paragraph

ALIKE = 55
"""Of 100: below it, two paragraphs are no longer one that was edited."""
_REACH = 20
"""How many paragraphs further on the counterpart of one is sought."""

Pair = tuple[Paragraph | None, Paragraph | None]


def aligned(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[Pair, ...]:
    """Pairs in the order of `new`, with what was dropped where it stood before."""
    counterparts = _by_id(old, new)
    for places in _free_gaps(old, new, counterparts):
        counterparts |= _alike(old, new, *places)
    return tuple(_in_order(old, new, counterparts))


def _by_id(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> dict[int, int]:
    """Places in `new` with those in `old`, for ids that both have once."""
    before, after = _places_of_ids(old), _places_of_ids(new)
    return {after[name]: before[name] for name in after if name in before}


def _places_of_ids(paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, paragraph in enumerate(paragraphs):
        if paragraph.id:
            places.setdefault(paragraph.id, place)
    return places


def _free_gaps(
    old: Sequence[Paragraph], new: Sequence[Paragraph], counterparts: dict[int, int]
) -> Iterator[tuple[list[int], list[int]]]:
    """Stretches that are left once equal paragraphs are paired, which is noted on the way."""
    from rapidfuzz.distance import Indel

    taken = set(counterparts.values())
    before = [place for place, one in enumerate(old) if place not in taken and not one.id]
    after = [place for place, one in enumerate(new) if place not in counterparts and not one.id]
    steps = Indel.opcodes([old[at].text for at in before], [new[at].text for at in after])
    gap: tuple[list[int], list[int]] = ([], [])
    for step in steps:
        if step.tag == "equal":
            yield gap
            gap = ([], [])
            for shift in range(step.src_end - step.src_start):
                counterparts[after[step.dest_start + shift]] = before[step.src_start + shift]
            continue
        gap[0].extend(before[step.src_start : step.src_end])
        gap[1].extend(after[step.dest_start : step.dest_end])
    yield gap


def _alike(
    old: Sequence[Paragraph], new: Sequence[Paragraph], before: list[int], after: list[int]
) -> dict[int, int]:
    from rapidfuzz.fuzz import ratio

    found: dict[int, int] = {}
    first = 0
    for place in after:
        reach = before[first : first + _REACH]
        scores = [ratio(old[at].text, new[place].text, score_cutoff=ALIKE) for at in reach]
        best = max(range(len(scores)), key=scores.__getitem__, default=None)
        if best is not None and scores[best]:
            found[place] = reach[best]
            first += best + 1
    return found


def _in_order(
    old: Sequence[Paragraph], new: Sequence[Paragraph], counterparts: dict[int, int]
) -> Iterator[Pair]:
    kept = set(counterparts.values())
    dropped = iter([place for place in range(len(old)) if place not in kept])
    waiting = next(dropped, None)
    for place, paragraph in enumerate(new):
        before = counterparts.get(place)
        while waiting is not None and before is not None and waiting < before:
            yield old[waiting], None
            waiting = next(dropped, None)
        yield (old[before] if before is not None else None), paragraph
    while waiting is not None:
        yield old[waiting], None
        waiting = next(dropped, None)
