"""An actor is written in another way than elsewhere on the pages.

A reader who meets `Kuaishou` and `Kwaishou` takes them for two companies. Of the names of an actor
in a language the first is the one to use; the pages may also have its abbreviation. A name that
none of the entries has, but for a letter, a capital, a space or a hyphen, is taken for a slip.

Write the name as it is elsewhere. Where the other name is right (a part of the company, a later
version), make it an actor of its own. Words of sources, quoted, are left alone.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.checks import Check, Examples, Finding, Scope
from generator.model.actor import Actor
from generator.model.diagnostic import Label, Severity
from generator.model.page import Mention, Page
from generator.text.naming.abbreviating import abbreviates
from generator.text.naming.near import NearNames
from generator.text.own_words import is_in_quotation, own_words, place_of

_LONGEST = 5000
"""A longer sentence is none."""


def actor_name_variant(page: Page, scope: Scope) -> Iterator[Finding]:
    """Find names that are not the ones to use, and what is nearly a name."""
    briefing = scope.briefing
    names = _names(scope)
    if briefing is None or not names:
        return
    actors = {actor.id: actor for actor in briefing.actors}
    first: dict[tuple[str, str], Mention] = {}
    for use in (use for other in briefing.pages for use in other.mentions):
        first.setdefault((use.id, use.text), use)
    for mention in page.mentions:
        actor = actors.get(mention.id)
        if actor and not is_in_quotation(mention.span, page):
            yield from _listed(mention, actor, first)
    near = _near_names(names)
    for sentence in page.sentences:
        if len(sentence.text) > _LONGEST:
            continue
        for one in near.find(own_words(sentence, page)):
            yield Finding(
                place_of(one.start, one.end, sentence, page),
                f"`{one.text}` is nearly `{one.name}`, which is a name in the glossary",
                f"write `{one.name}`, or make `{one.text}` an actor of its own",
            )


def _listed(
    mention: Mention, actor: Actor, uses: Mapping[tuple[str, str], Mention]
) -> Iterator[Finding]:
    """A name of the actor that is not the first of its language, where that is used as well."""
    wording = next((name for name in actor.names if name.text == mention.text), None)
    preferred = actor.name(wording.language) if wording else mention.text
    if preferred == mention.text or abbreviates(preferred, mention.text):
        return
    first = uses.get((actor.id, preferred))
    if first:
        yield Finding(
            mention.span,
            f"`{mention.text}` is called `{preferred}` elsewhere on these pages",
            f"write `{preferred}`",
            (Label(f"here it is `{preferred}`", first.span),),
        )


def _names(scope: Scope) -> tuple[str, ...]:
    """All that is no slip: the names of the briefing, and shared ones that it may have missed."""
    own = scope.briefing.entries if scope.briefing else ()
    entries = {entry.id: entry for entry in (*scope.glossary.entries, *own)}
    return tuple(name.text for entry in entries.values() for name in entry.names)


@lru_cache(maxsize=8)
def _near_names(names: tuple[str, ...]) -> NearNames:
    return NearNames(names)


CHECK = Check(Page, Severity.WARNING, actor_name_variant)

_ACTORS = """\
>>> docs/glossary.yml
actors:
  - id: meridian
    kind: organisation
    names: {en: [Meridian Pictures, Meridian Films], zh: [子午影业, 子午影业App]}
  - id: office
    kind: organisation
    names: {en: [Office of Clip Labels, OCL]}
  - id: rule
    kind: law
    names: {zh: 合成内容标识办法}
"""

EXAMPLES = Examples(
    passes=(
        "Meridian Pictures gained. The rise of Meridian Pictures was steep "
        f"[@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].\n{_ACTORS}",
        f"The Office of Clip Labels (OCL) met Meridian Films. OCL was content "
        f"[@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].\n{_ACTORS}",
        "Meridian Pictures (子午影业) gained, under 合成内容标识办法 "
        f"[@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].\n{_ACTORS}",
    ),
    fails=(
        f"Meridian Pictures gained. Meridian Films lost [@quay-2026-02-10].\n{_ACTORS}",
        f"Investors liked Meridian pictures [@quay-2026-02-10].\n{_ACTORS}",
        f"Investors liked Meridien Pictures [@quay-2026-02-10].\n{_ACTORS}",
        f"子午影业上涨。子午影业App下跌 [@quay-2026-02-10]。\n{_ACTORS}",
        f"按照合成内容标注办法处理 [@quay-2026-02-10]。\n{_ACTORS}",
    ),
)
