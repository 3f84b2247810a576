"""Actors and terms as schema.org has them: for the linked data of a page that names them."""

from collections.abc import Callable, Iterator

from generator.briefing.entries import anchor_of, list_of, other_names
from generator.briefing.field_text import field_text
from generator.model.actor import Actor, ActorKind, Entry
from generator.model.briefing import Briefing
from generator.text.plain import one_line
from generator.text.urls import linkable

Json = str | list["Json"] | dict[str, "Json"] | None
Node = dict[str, Json]

_TYPES = {
    ActorKind.ORGANISATION: "Organization",
    ActorKind.PERSON: "Person",
    ActorKind.PRODUCT: "Product",
    ActorKind.LAW: "Legislation",
    ActorKind.PLACE: "Place",
}
_OFFICIAL = ("official", "text")
"""Labels of links to the thing's own page; the others are pages about it."""


def things(
    briefing: Briefing, ids: frozenset[str] | None, address: Callable[[str], str]
) -> Iterator[Json]:
    """The entries with these ids, or all; `address` gives that of a page."""
    for entry in briefing.entries:
        if ids is None or entry.id in ids:
            yield _thing(entry, briefing, address)


def _thing(entry: Entry, briefing: Briefing, address: Callable[[str], str]) -> Node:
    first, *others = other_names(entry, briefing.language)
    page = list_of(entry, briefing)
    node: Node = {
        "@type": _TYPES[entry.kind] if isinstance(entry, Actor) else "DefinedTerm",
        "@id": f"{address(page.path)}#{anchor_of(entry)}" if page else None,
        "name": one_line(first.text),
        "alternateName": [one_line(name.text) for name in others],
        "description": _description(entry, briefing),
    }
    return node | (_of_actor(entry) if isinstance(entry, Actor) else {})


def _of_actor(actor: Actor) -> Node:
    own = [linkable(link.url) for link in actor.links if link.label in _OFFICIAL]
    others: list[Json] = [linkable(link.url) for link in actor.links if link.label not in _OFFICIAL]
    is_law = actor.kind is ActorKind.LAW
    return {
        "url": own[0] if own else None,
        "sameAs": others,
        "legislationIdentifier": one_line(actor.number) if is_law and actor.number else None,
    }


def _description(entry: Entry, briefing: Briefing) -> str:
    kind = "actors" if isinstance(entry, Actor) else "glossary"
    said = (
        one.language for one in entry.description if one.text == entry.described(briefing.language)
    )
    place = f"{kind}/{entry.id}/description"
    return field_text(briefing, f"{place}/{next(said, '')}") or field_text(briefing, place)
