"""The cards of a page that say who and what its names are, each at the first use of the name.

They stand in the page, hidden, as the evidence cards do. Without the script a name is a link to
its entry in the list of actors or terms.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.briefing.entries import anchor_of, list_of, other_names
from generator.model.actor import Actor, ActorLink, Entry, Wording
from generator.model.briefing import Briefing
from generator.render import PageWriter
from generator.text.dates.curated import written
from generator.words import words_for

MOST_LINKS = 3
MOST_SOURCES = 2


@dataclass(frozen=True, slots=True)
class CardSource:
    """A source of what a card says."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class NameCard:
    """What a card says; `description` is HTML, all else text. `anchor` is its element's id."""

    anchor: str
    kind: str
    name: Wording
    other: Wording | None
    """Its name in another language, if it has one."""
    description: Markup
    sources: tuple[CardSource, ...]
    links: tuple[ActorLink, ...]
    listed: str


def name_cards(writer: PageWriter) -> tuple[NameCard, ...]:
    """The cards of the names that were explained on the page, in order of first use."""
    briefing = writer.briefing
    return tuple(_cards(briefing, writer)) if briefing else ()


def _cards(briefing: Briefing, writer: PageWriter) -> Iterator[NameCard]:
    by_id = {entry.id: entry for entry in briefing.entries}
    words = words_for("site", writer.language)
    for name, anchor in writer.names.items():
        entry = by_id[name]
        first, *others = other_names(entry, writer.language)
        listed = list_of(entry, briefing)
        yield NameCard(
            anchor=anchor,
            kind=words[f"actor_{entry.kind}"] if isinstance(entry, Actor) else words["term"],
            name=first,
            other=next((one for one in others if one.language != first.language), None),
            description=writer.uncited(entry.described(writer.language)),
            sources=tuple(_sources(entry, writer))[:MOST_SOURCES],
            links=tuple(
                ActorLink(words.get(f"link_{one.label}", one.label), one.url)
                for one in (entry.links if isinstance(entry, Actor) else ())[:MOST_LINKS]
            ),
            listed=f"{writer.link(listed.path)}#{anchor_of(entry)}" if listed else "",
        )


def _sources(entry: Entry, writer: PageWriter) -> Iterator[CardSource]:
    """What the entry and its description cite."""
    for source_id in writer.cited([*entry.cite, entry.described(writer.language)]):
        source = writer.library.get(source_id)
        if source:
            date = written(source.published or "", writer.language)
            comma = words_for("site", writer.language)["comma"]
            text = comma.join(filter(None, (source.publisher or source.title, date)))
            yield CardSource(text, writer.link(f"sources/{source_id}"))
