"""An actor is described and named on no page.

Its entry is shown in the list of actors, where nothing refers to it, or nowhere at all. Often it is
the pages that write the name in a way that the entry does not have.

Add the spelling of the pages to `names:`, or remove the entry.
"""

from collections.abc import Iterator

from generator.briefing.naming import named_in
from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.actor import Actor, Glossary
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity


def unused_actor(node: Briefing | Glossary, scope: Scope) -> Iterator[Finding]:
    """Find a briefing's own actors that it does not name, and shared ones that no briefing does."""
    if isinstance(node, Briefing):
        named = named_in(node)
        for actor in node.actors:
            if not actor.is_shared and actor.id not in named:
                yield _finding(actor, "no page of this briefing names it", node)
        return
    used = {actor.id for one in scope.briefings for actor in one.actors if actor.is_shared}
    for actor in node.actors:
        if actor.id not in used:
            yield _finding(actor, "no briefing names it", node)


def _finding(actor: Actor, fact: str, node: Briefing | Glossary) -> Finding:
    own = field_span(node, "actors") if isinstance(node, Briefing) else node.file.span(0, 1)
    return Finding(
        actor.span or own,
        f"the actor `{actor.id[:60]}` is described, and {fact}",
        "add to `names:` how the pages write it, or remove the entry",
    )


CHECK = Check(Briefing | Glossary, Severity.WARNING, unused_actor)

_CITED = "[@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01]"
_SHARED = """\
>>> docs/glossary.yml
actors:
  - id: meridian
    kind: organisation
    names: {en: Meridian Pictures}
  - id: office
    kind: organisation
    names: {en: Office of Clip Labels}
  - id: rule
    kind: law
    names: {en: label rule}
    issued_by: office
"""
_OWN = """\
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
actors:
  - id: meridian
    kind: organisation
    names: {en: Meridian Pictures}
"""
_LAW = """\
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
actors:
  - id: rule
    kind: law
    names: {en: Label rule}
    issued_by: office
    dates: {in force: {date: 2026-01, cite: ["@ministry-2026-01"]}}
  - {id: office, kind: organisation, names: {en: Office of Clip Labels}}
"""

EXAMPLES = Examples(
    passes=(
        f"Meridian Pictures gained under the label rule {_CITED}.\n{_SHARED}",
        f"Meridian Pictures gained {_CITED}.\n{_OWN}",
        f"```timeline\nlaws: true\n```\n{_LAW}",
    ),
    fails=(
        f"Meridian gained under the label rule {_CITED}.\n{_SHARED}",
        f"Meridian gained {_CITED}.\n{_OWN}",
        f"Shares gained {_CITED}.\n{_LAW}>>> docs/briefings/example/context.md\nNothing else.\n",
    ),
)
