"""What words mean: the terms of the briefing, each with its names, its meaning, where it is used.

Key, optional: `ids`, those to list, in this order. Without it all terms of the briefing are listed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.briefing.drawn import sources_of_entry
from generator.briefing.entries import Place, anchor_of, listed, other_names, places
from generator.model.actor import Term, Wording
from generator.text.known_names import advice


@dataclass(frozen=True, slots=True)
class GlossaryOptions:
    """The keys of the block."""

    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Item:
    """A term as listed."""

    anchor: str
    name: Wording
    others: tuple[Wording, ...]
    description: Markup
    marks: Markup
    places: tuple[Place, ...]


def write_glossary(options: GlossaryOptions, surroundings: Surroundings) -> BlockHtml:
    """The list, in the order of the briefing, or of `ids`."""
    briefing = surroundings.briefing
    terms = listed(briefing.glossary, options) if briefing else ()
    named = places(briefing, surroundings.writer.link) if briefing else {}
    items = [_item(term, named.get(term.id, ()), surroundings) for term in terms]
    return BlockHtml(surroundings.writer.template("glossary.html", items=items))


def glossary_faults(options: GlossaryOptions, surroundings: Surroundings) -> Iterator[BlockFault]:
    """Ids that no term has."""
    briefing = surroundings.briefing
    known = [term.id for term in briefing.glossary] if briefing else []
    for index, name in enumerate(options.ids):
        if name not in known:
            message = f"no term of this briefing has the id `{name[:60]}`"
            yield BlockFault(message, advice(name, known) or _UNKNOWN, ("ids", index))


def glossary_cites(options: GlossaryOptions, surroundings: Surroundings) -> Iterator[str]:
    """The sources of what they mean."""
    briefing = surroundings.briefing
    if briefing:
        for term in listed(briefing.glossary, options):
            yield from sources_of_entry(term, briefing.language)


_UNKNOWN = "Add it to `glossary:` in briefing.yml or docs/glossary.yml."


def _item(term: Term, named: tuple[Place, ...], surroundings: Surroundings) -> _Item:
    writer, language = surroundings.writer, surroundings.language
    name, *others = other_names(term, language)
    return _Item(
        anchor=anchor_of(term),
        name=name,
        others=tuple(others),
        description=writer.prose(term.described(language)),
        marks=writer.cite(one for one in term.cite if one not in term.described(language)),
        places=named,
    )


BLOCK = BlockKind(GlossaryOptions, write_glossary, glossary_faults, glossary_cites)

EXAMPLE = """\
ids: []
"""
