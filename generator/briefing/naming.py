"""Where a page names actors and terms, and which of the shared ones belong to a briefing."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.briefing.layout import Shape
from generator.briefing.prose import Prose
from generator.briefing.reported import event_of
from generator.briefing.units import Unit
from generator.model.actor import Actor, ActorKind, Entry, Glossary
from generator.model.briefing import Briefing
from generator.model.page import Mention, Page
from generator.text.naming.finder import FoundName, NameFinder
from generator.text.strict_yaml import read_yaml

_CUTS = frozenset("*_~=^+[]<>`")
"""What may be markup that begins inside a name and ends outside it."""


def finder_of(own: Iterable[Entry], shared: Iterable[Entry] = ()) -> NameFinder:
    """Finds the names of a briefing's own entries and of the shared ones that it does not have."""
    entries = list(own)
    ids = {entry.id for entry in entries}
    entries += [entry for entry in shared if entry.id not in ids]
    return NameFinder((entry.id, name.text) for entry in entries for name in entry.names)


def mentions(
    units: Sequence[Unit], fields: Collection[int], finder: NameFinder
) -> Iterator[Mention]:
    """The names in the blocks of a page. `fields` are the ids of units that are texts of blocks."""
    for unit in units:
        is_running = unit.leaf.shape in (Shape.PROSE, Shape.ROW) and id(unit) not in fields
        for part in unit.parts:
            for found in finder.find(part.prose.text):
                if part.prose.masked.isdisjoint(range(found.start, found.end)):
                    yield _mention(found, part.prose, is_running=is_running)


def _mention(found: FoundName, prose: Prose, *, is_running: bool) -> Mention:
    canvas, places = prose.canvas, prose.places
    first, last = places[found.start], places[found.end - 1] + 1
    text = " ".join(prose.text[found.start : found.end].split())
    written = canvas.text[first:last]
    is_plain = is_running and not _is_linked(canvas.links, first)
    is_plain = is_plain and _CUTS.intersection(written) <= _CUTS.intersection(text)
    return Mention(found.id, text, canvas.span(first, last), is_plain)


def _is_linked(links: Sequence[tuple[int, int]], place: int) -> bool:
    before = bisect_right(links, (place, place)) - 1
    return before >= 0 and place < links[before][1]


def joined(glossary: Glossary, own: Iterable[Entry], pages: Iterable[Page]) -> tuple[Entry, ...]:
    """The shared entries that belong to a briefing: those that its pages or blocks name, and those
    that have issued one of its laws. What it has itself goes before the shared entry of that id.
    """
    own = tuple(own)
    mine = {entry.id for entry in own}
    shared = {entry.id: entry for entry in glossary.entries if entry.id not in mine}
    if not shared:
        return ()
    named = _named(pages, [*own, *shared.values()], mine)
    return tuple(entry for entry in shared.values() if entry.id in named)


def named_in(briefing: Briefing) -> set[str]:
    """The ids of the entries that the briefing names, that a timeline with `laws: true` shows, or
    that have issued a law of those.
    """
    pages = (*briefing.pages, *saying(briefing.field_pages))
    found = _named(pages, briefing.entries)
    if any(map(shows_laws, pages)):
        laws = [one.id for one in briefing.actors if one.kind is ActorKind.LAW and one.dates]
        found |= {*laws} | _issuers(briefing.actors, laws)
    return found


def saying(fields: Iterable[Page]) -> Iterator[Page]:
    """The fields that are part of what the briefing says: not those that describe an entry."""
    for page in fields:
        if page.text.file.path.partition("#")[2].split("/")[0] not in ("actors", "glossary"):
            yield page


def _named(
    pages: Iterable[Page], entries: Sequence[Entry], present: Iterable[str] = ()
) -> set[str]:
    """The ids in names and blocks, and of who issued the laws among them and among `present`.

    A block names a law by the id of one of its dates, too.
    """
    actors = [one for one in entries if isinstance(one, Actor)]
    events = {event_of(one.id, each.kind): one.id for one in actors for each in one.dates}
    found: set[str] = set()
    for page in pages:
        found.update(mention.id for mention in page.mentions)
        for block in page.blocks:
            document = read_yaml(block.body, block.body_start, block.body_end)
            values = {value for _, value, _ in document.scalars()}
            found |= values | {events[value] for value in values & events.keys()}
    return found | _issuers(actors, [*found, *present])


def _issuers(actors: Iterable[Actor], laws: list[str]) -> set[str]:
    """Who issued these laws, and who set up who did."""
    issuers = {one.id: one.issued_by for one in actors if one.issued_by}
    found: set[str] = set()
    while laws:
        issuer = issuers.get(laws.pop())
        if issuer and issuer not in found:
            found.add(issuer)
            laws.append(issuer)
    return found


def shows_laws(page: Page) -> bool:
    """Whether a timeline of the page draws the laws: it is asked before options are read, too."""
    return any(
        block.name == "timeline"
        and read_yaml(block.body, block.body_start, block.body_end).at(("laws",)) == "true"
        for block in page.blocks
    )
