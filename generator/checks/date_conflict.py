"""Sources date one event differently, and nobody says which date is right.

Notes with the same `event` give dates that cannot be the same day: 2026-02 agrees with 2026-02-09,
2026-02-07 does not. So does a date of a law: its event is its id and the kind of date, as in
`order-12-in-force`.

Give the event an entry in a `timeline` with its `event` and an `assessment`, or set the dates out
in a `positions` block with `events` and an `assessment`: readers then see all dates beside each
other. Where a note is wrong, correct it; where two things happened, give each its own `event`.
"""

from collections.abc import Iterator

from generator.blocks.positions import written_positions
from generator.blocks.timeline import TimelineOptions
from generator.briefing.reported import DateConflict, conflicting_dates, happened
from generator.checks import Check, Examples, Finding, Scope, field_span, shortened
from generator.model.briefing import Briefing
from generator.model.diagnostic import Label, Severity
from generator.text.cited import cited_ids


def date_conflict(briefing: Briefing, scope: Scope) -> Iterator[Finding]:
    """Find the events with conflicting dates that no block of the briefing assesses."""
    conflicts = conflicting_dates(happened(briefing, scope.library))
    settled = _settled(briefing) if conflicts else frozenset()
    for each in conflicts:
        if each.event not in settled:
            yield _unsettled(each, briefing)


def _settled(briefing: Briefing) -> frozenset[str]:
    """The events that an authored timeline or a `positions` block assesses."""
    positions = (one for one in written_positions(briefing) if one.assessment)
    entries = (
        entry
        for page in briefing.pages
        if not page.text.assembled
        for block in page.blocks
        if isinstance(block.options, TimelineOptions)
        for entry in block.options.events
    )
    assessed = {entry.event for entry in entries if entry.event and entry.assessment}
    return frozenset(assessed | {event for one in positions for event in one.events})


def _unsettled(conflict: DateConflict, briefing: Briefing) -> Finding:
    event = shortened(conflict.event, 60)
    dates = " and ".join(dict.fromkeys(each.date for each in conflict.dates))
    labels = (Label(f"{each.date}, in {_where(each.cite)}", each.span) for each in conflict.dates)
    return Finding(
        field_span(briefing, "sources"),
        f"the event `{event}` is dated {dates}, and nothing says which is right",
        f"give it an entry in a timeline with `event: {event}` and an `assessment`",
        tuple(labels),
    )


def _where(cite: tuple[str, ...]) -> str:
    return f"`{'`, `'.join(cited_ids(cite))[:80]}`" if cite else "the law"


CHECK = Check(Briefing, Severity.WARNING, date_conflict)


def _dated(date: str, page: str = "") -> str:
    return f"""Film shares rose [@harbour-2026-02-09; @quay-2026-02-10].
{page}
>>> sources/quay-2026-02-10.md
---
title: Studios weigh licences after a weekend of clips
notes:
  - {{section: trend, says: The model was launched., event: launch, date: 2026-02-07}}
---
Three studios are weighing.
>>> sources/ministry-2026-01.md
---
title: Survey of production technology
notes:
  - {{section: trend, says: The model came out., event: launch, date: {date}}}
---
Nine studios.
"""


_ASSESSED = """
```timeline
events:
  - date: 2026-02-07
    text: A test opens [@quay-2026-02-10].
    event: launch
    assessment: The later date is that of the release.
```
"""

EXAMPLES = Examples(
    passes=(_dated("2026-02"), _dated("2026-02-12", _ASSESSED)),
    fails=(_dated("2026-02-12"), _dated("2026-03")),
)
