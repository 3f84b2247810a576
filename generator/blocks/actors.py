"""Who is who: names in every language, what each is, its dates and links, and where it is named.

Keys, both optional: `kinds`, a list of `organisation`, `person`, `product`, `law`, `place`; `ids`,
those to list, in this order. Without `ids` the actors are listed kind by kind.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.briefing.drawn import sources_of_entry
from generator.briefing.entries import Place, anchor_of, listed, other_names, places
from generator.model.actor import Actor, ActorKind, ActorLink, Wording
from generator.text.dates.curated import written
from generator.text.known_names import advice
from generator.words import words_for


@dataclass(frozen=True, slots=True)
class ActorsOptions:
    """The keys of the block."""

    kinds: tuple[ActorKind, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Dated:
    """A dated fact: what, when, and what says so."""

    kind: str
    date: str
    marks: Markup


@dataclass(frozen=True, slots=True)
class _Item:
    """An actor as listed; `issued_by` is a name, `issuer` the address of its entry in the list."""

    anchor: str
    name: Wording
    others: tuple[Wording, ...]
    kind: str
    number: str
    issued_by: str
    issuer: str
    dates: tuple[_Dated, ...]
    description: Markup
    marks: Markup
    links: tuple[ActorLink, ...]
    places: tuple[Place, ...]


def write_actors(options: ActorsOptions, surroundings: Surroundings) -> BlockHtml:
    """The list, kind by kind in the order of the briefing, or as `ids` has it."""
    actors = _listed(options, surroundings)
    ids = frozenset(actor.id for actor in actors)
    briefing, link = surroundings.briefing, surroundings.writer.link
    named = places(briefing, link) if briefing else {}
    items = [_item(actor, ids, named.get(actor.id, ()), surroundings) for actor in actors]
    return BlockHtml(surroundings.writer.template("actors.html", items=items))


def actors_faults(options: ActorsOptions, surroundings: Surroundings) -> Iterator[BlockFault]:
    """Ids that no actor has."""
    briefing = surroundings.briefing
    known = [actor.id for actor in briefing.actors] if briefing else []
    for index, name in enumerate(options.ids):
        if name not in known:
            message = f"no actor of this briefing has the id `{name[:60]}`"
            yield BlockFault(message, advice(name, known) or _UNKNOWN, ("ids", index))


def actors_cites(options: ActorsOptions, surroundings: Surroundings) -> Iterator[str]:
    """The sources of what is said of them."""
    briefing = surroundings.briefing
    if briefing:
        for actor in _listed(options, surroundings):
            yield from sources_of_entry(actor, briefing.language)


_UNKNOWN = "Add it to `actors:` in briefing.yml or docs/glossary.yml."


def _listed(options: ActorsOptions, surroundings: Surroundings) -> tuple[Actor, ...]:
    """Those of the options; without `ids` kind by kind."""
    briefing = surroundings.briefing
    found = listed(briefing.actors, options) if briefing else ()
    kinds = list(ActorKind)
    return found if options.ids else tuple(sorted(found, key=lambda one: kinds.index(one.kind)))


def _item(
    actor: Actor, ids: frozenset[str], named: tuple[Place, ...], surroundings: Surroundings
) -> _Item:
    writer, language = surroundings.writer, surroundings.language
    words, briefing = words_for("site", language), surroundings.briefing
    name, *others = other_names(actor, language)
    issuer = (
        next((one for one in briefing.actors if one.id == actor.issued_by), None)
        if briefing
        else None
    )
    return _Item(
        anchor=anchor_of(actor),
        name=name,
        others=tuple(others),
        kind=words[f"actor_{actor.kind}"],
        number="" if (actor.number or "") in name.text else actor.number or "",
        issued_by=issuer.name(language) if issuer else actor.issued_by or "",
        issuer=f"#{anchor_of(issuer)}" if issuer and issuer.id in ids else "",
        dates=tuple(
            _Dated(
                words.get(f"kind_{one.kind.replace(' ', '_').lower()}", one.kind),
                written(one.date, language),
                writer.cite(one.cite),
            )
            for one in actor.dates
        ),
        description=writer.prose(actor.described(language)),
        marks=writer.cite(one for one in actor.cite if one not in actor.described(language)),
        links=tuple(
            ActorLink(words.get(f"link_{one.label}", one.label), one.url) for one in actor.links
        ),
        places=named,
    )


BLOCK = BlockKind(ActorsOptions, write_actors, actors_faults, actors_cites)

EXAMPLE = """\
kinds: [organisation, law]
"""
