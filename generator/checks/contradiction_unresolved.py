"""Notes of a briefing's sources contradict each other, and no `positions` block says so.

They give different values of one metric for one entity and date, more different than rounding makes
them. A reader who meets one of them must be told that there is another.

Set the disagreement out in a `positions` block that names it in `about`, with what would settle it
and how you see it; or correct the value that was noted wrongly.
"""

from collections.abc import Iterator

from generator.blocks.positions import written_positions
from generator.briefing.reported import Reported, ValueConflict, conflicting_values, reported
from generator.checks import Check, Examples, Finding, Scope, field_span, shortened
from generator.model.briefing import Briefing
from generator.model.diagnostic import Label, Severity
from generator.text.values import shown


def contradiction_unresolved(briefing: Briefing, scope: Scope) -> Iterator[Finding]:
    """Find the conflicting values that no block of the briefing names."""
    conflicts = conflicting_values(reported(briefing, scope.library))
    named = written_positions(briefing) if conflicts else ()
    for each in conflicts:
        if not any(one.names(each.metric, each.entity, each.date) for one in named):
            yield _unresolved(each, briefing)


def _unresolved(conflict: ValueConflict, briefing: Briefing) -> Finding:
    date = f", {shortened(conflict.date, 20)}" if conflict.date else ""
    whose = f"`{shortened(conflict.metric, 40)}` for {shortened(conflict.entity, 40)}{date}"
    about = (
        f"{{metric: {shortened(conflict.metric, 40)}, entity: {shortened(conflict.entity, 40)}}}"
    )
    return Finding(
        field_span(briefing, "sources"),
        f"the sources contradict each other on {whose}, and no `positions` block names it",
        f"set it out in a `positions` block with `about: [{about}]`, or correct the wrong value",
        tuple(_label(each) for each in conflict.reports),
    )


def _label(each: Reported) -> Label:
    span = each.value.span or each.note.span
    return Label(f"{shortened(shown(each.value), 60)}, in `{each.source.id}`", span)


CHECK = Check(Briefing, Severity.WARNING, contradiction_unresolved)


def _counted(value: str, says: str, page: str = "") -> str:
    return f"""Film shares rose [@harbour-2026-02-09; @quay-2026-02-10].
{page}
>>> sources/quay-2026-02-10.md
---
title: Studios weigh licences after a weekend of clips
notes:
  - section: trend
    says: The app had 60 million users.
    values: [{{metric: users_m, entity: Tidal, date: 2025-12, value: 60}}]
---
Three studios are weighing.
>>> sources/ministry-2026-01.md
---
title: Survey of production technology
notes:
  - section: trend
    says: {says}
    values: [{{metric: users_m, entity: Tidal, date: 2025-12, value: {value}}}]
---
Nine studios.
"""


_NAMED = """
```positions
question: How many users had the app?
positions:
  - {who: The Quay, says: It had 60 million users., cite: ["@quay-2026-02-10"]}
  - {who: The ministry, says: It had 45 million users., cite: ["@ministry-2026-01"]}
about: [{metric: users_m, entity: Tidal, date: 2025-12}]
```
"""

EXAMPLES = Examples(
    passes=(
        _counted("60.2", "The app had 60.2 million users."),
        _counted("45", "The app had 45 million users.", _NAMED),
    ),
    fails=(_counted("45", "The app had 45 million users."),),
)
