"""Actors and terms as schema.org has them: for the linked data of a page that names them."""

from collections.abc import Callable, Iterator

from generator.briefing.drawn import description_of, fields_of
from generator.briefing.entries import anchor_of, list_of, other_names
from generator.model.actor import Actor, ActorKind, Entry
from generator.model.briefing import Briefing
from generator.model.page import Page
from generator.text.plain import joined, one_line
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
    fields = fields_of(briefing)
    for entry in briefing.entries:
        if ids is None or entry.id in ids:
            described = _words(description_of(entry, briefing.language, fields))
            yield _thing(entry, briefing, address) | {"description": described}


def _thing(entry: Entry, briefing: Briefing, address: Callable[[str], str]) -> Node:
    first, *others = other_names(entry, briefing.language)
    page = list_of(entry, briefing)
    node: Node = {
        "@type": _TYPES[entry.kind] if isinstance(entry, Actor) else "DefinedTerm",
        "@id": f"{address(page.path)}#{anchor_of(entry)}" if page else None,
        "name": one_line(first.text),
        "alternateName": [one_line(name.text) for name in others],
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


def _words(page: Page | None) -> str:
    return one_line(joined(sentence.text for sentence in page.sentences)) if page else ""
