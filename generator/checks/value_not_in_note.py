"""A value that a note gives as data stands neither in the note nor in its source.

Charts, comparisons and the search for contradictions read the `values` of notes and not its prose,
so each value is held to the same rule as a number on a page: the note's own words, the text of the
source or its data file must have it, with the multiplier and the unit that `unit` says (`million
users`, `亿元`). It may be rounded.

Correct the value or its unit, or say in the note what the source says.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.checks import Check, Examples, Finding, Scope, shortened
from generator.library.load import FOLDER
from generator.model.diagnostic import Label, Severity
from generator.model.source import Note
from generator.text.values import is_value, shown

if TYPE_CHECKING:
    from generator.text.numbers.comparing import Missing

_HELP = "correct the value or its unit, or say in the note what the source says"


def value_not_in_note(note: Note, scope: Scope) -> Iterator[Finding]:
    """Find the values that neither note nor source bears out."""
    source = scope.source
    values = [value for value in note.values if is_value(value)]
    if source is None or not values:
        return
    from generator.text.numbers.values_in import missing_value  # 30 ms, only where there are values

    table = scope.library.table(f"{FOLDER}/{source.data}") if source.data else None
    evidence = scope.numbers.of(source, table, scope.project.language)
    for value in values:
        missing = missing_value(value, evidence)
        if missing is not None:
            written = shortened(shown(value), 60)
            message = f"`{written}` stands neither in the note nor in `{source.id}`"
            span = value.span or note.span or source.head
            yield Finding(span, message, _HELP, tuple(_labels(written, missing)))


def _labels(written: str, missing: "Missing") -> Iterator[Label]:
    slip = missing.slip
    if slip:
        yield Label(f"{written} is {slip.times} {slip.nearest.words}")
        return
    for near in missing.nearest:
        yield Label(f"nearest: {near.words}")


CHECK = Check(Note, Severity.ERROR, value_not_in_note)


def _noted(value: str) -> str:
    return f""">>> sources/other-2026-02-11.md
---
title: Studios weigh their options
notes:
  - section: trend
    says: Studios plan to spend 160 billion yuan, and had 60 million viewers.
    values: [{value}]
---
Studios began to plan on 9 February 2026. 一家公司计划投入1600亿元。
"""


EXAMPLES = Examples(
    passes=(
        _noted("{metric: viewers, entity: Studios, date: 2025-12, value: 60, unit: million}"),
        _noted("{metric: capex_cny_bn, entity: Studios, date: 2026, value: 160}"),
        _noted("{metric: capex, entity: Studios, date: 2026, value: 1600, unit: 亿元}"),
        _noted("{metric: start_date, entity: Studios, value: 2026-02-09}"),
    ),
    fails=(
        _noted("{metric: viewers, entity: Studios, date: 2025-12, value: 65, unit: million}"),
        _noted("{metric: capex, entity: Studios, date: 2026, value: 1.6, unit: trillion CNY}"),
        _noted("{metric: start_date, entity: Studios, value: 2026-02-10}"),
    ),
)
