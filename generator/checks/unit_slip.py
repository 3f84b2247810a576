"""Two values of one metric differ by a power of ten, as slips of a unit give.

万 is ten thousand and 亿 a hundred million; who reads 亿 as billion is ten times too high, who
reads 万 as thousand ten times too low, and a decimal point is soon lost. Such slips show where two
notes have the same metric and entity at the same date, or at dates no more than a quarter of a year
apart, and one value is about ten, a hundred, a thousand … times the other; or where the words of
a note have ten times the value that it gives as data.

Compare both with their sources and correct the wrong one. Where both stand as they should, a source
may be wrong: say so in a `positions` block, or turn the code off.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise, product

from generator.blocks.positions import PositionsOptions, written_positions
from generator.checks import Check, Examples, Finding, Scope, shortened
from generator.model.diagnostic import Label, Severity
from generator.model.source import Library, Note, Source, Value
from generator.model.span import Span
from generator.text.dates.curated import day_number
from generator.text.values import amount_of, are_neighbours, is_dated, is_value, same_name, shown

_HELP = "compare both with their sources: 1万 is ten thousand, 1亿 is 100 million"
_Placed = tuple[Value, Span, Source]


def unit_slip(node: Note | Library, scope: Scope) -> Iterator[Finding]:
    """Find values that are a power of ten away from one beside them."""
    if isinstance(node, Note):
        yield from _in_note(node, scope)
        return
    named = [one for briefing in scope.briefings for one in written_positions(briefing)]
    for one, other in _beside_each_other(node):
        power = _power(one[0], other[0])
        if power and not _is_named(one[0], named) and not _is_named(other[0], named):
            yield _slipped(one, other, 10**power)


def _power(one: Value, other: Value) -> int:
    """The power of ten between two values that count the same; 0 where there is none."""
    first, second = amount_of(one), amount_of(other)
    if first is None or second is None or not first.is_comparable(second):
        return 0
    return first.slip(second)


def _in_note(note: Note, scope: Scope) -> Iterator[Finding]:
    """Values ten times those in the words of their note, though the source has both."""
    source = scope.source
    values = [value for value in note.values if amount_of(value)]
    if source is None or not values:
        return
    from generator.text.numbers.values_in import evidence_of_note, missing_value  # 30 ms

    of_note = evidence_of_note(note, source, scope.project.language)
    whole = scope.numbers.of(source, None, scope.project.language)
    for value in values:
        missing = missing_value(value, of_note)
        if missing and missing.slip and missing_value(value, whole) is None:
            slip = missing.slip
            written, words = shortened(shown(value), 60), shortened(slip.nearest.words, 60)
            message = f"`{written}` is {slip.times} `{words}` in the words of its note"
            yield Finding(value.span or note.span or source.head, message, _HELP)


def _beside_each_other(library: Library) -> Iterator[tuple[_Placed, _Placed]]:
    """Pairs of values of one metric and entity: of one date, and of a date and the next."""
    series: dict[tuple[str, str], dict[str, list[_Placed]]] = {}
    for source in library.sources:
        for note in source.notes:
            for value in note.values:
                if is_value(value) and (value.date is None or is_dated(value)):
                    key = same_name(value.metric), same_name(value.entity)
                    placed = (value, value.span or note.span or source.head, source)
                    series.setdefault(key, {}).setdefault(value.date or "", []).append(placed)
    for dated in series.values():
        for group in dated.values():
            yield from combinations(group, 2)
        dates = sorted((date for date in dated if date), key=day_number)
        for before, after in pairwise(dates):
            pairs = product(dated[before], dated[after])
            yield from (pair for pair in pairs if are_neighbours(pair[0][0], pair[1][0]))


def _is_named(value: Value, named: Iterable[PositionsOptions]) -> bool:
    return any(one.names(value.metric, value.entity, value.date) for one in named)


def _slipped(one: _Placed, other: _Placed, times: int) -> Finding:
    """The finding, at the second of the two, with both beside each other."""
    value, span, _ = other
    message = (
        f"of two values of `{shortened(value.metric, 40)}` for {shortened(value.entity, 40)},"
        f" one is about {times:,} times the other"
    )
    return Finding(span, message, _HELP, (_label(one), _label(other)))


def _label(placed: _Placed) -> Label:
    value, span, source = placed
    date = f", {value.date}" if value.date else ""
    return Label(f"{shortened(shown(value), 60)}{date}, in `{source.id}`", span)


CHECK = Check(Note | Library, Severity.WARNING, unit_slip)


def _noted(says: str, value: str, other: str, *, body: str = "Studios weigh their options.") -> str:
    return f""">>> sources/other-2026-02-11.md
---
title: Studios weigh their options
notes:
  - section: trend
    says: {says}
    values: [{value}]
---
{body}
>>> sources/third-2026-02-12.md
---
title: A third view of the plans
notes:
  - {{section: trend, says: Studios plan to spend 160 billion yuan., values: [{other}]}}
---
Studios plan.
"""


_PLAN = "{metric: capex_cny_bn, entity: Studios, date: 2026, value: 160}"

EXAMPLES = Examples(
    passes=(
        _noted(
            "Studios plan to spend 162 billion yuan.",
            "{metric: capex_cny_bn, entity: Studios, date: 2026, value: 162}",
            _PLAN,
        ),
        _noted(
            "Studios spent 16 billion yuan.",
            "{metric: capex_cny_bn, entity: Studios, date: 2021, value: 16}",
            _PLAN,
        ),
    ),
    fails=(
        _noted(
            "Studios plan to spend 1.6 trillion yuan.",
            "{metric: capex_cny_bn, entity: Studios, date: 2026, value: 1600}",
            _PLAN,
        ),
        _noted(
            "Studios plan to spend 16 billion yuan.",
            "{metric: capex_cny_bn, entity: Studios, date: 2025, value: 16}",
            _PLAN,
        ),
        _noted(
            "Studios had 5.4 million viewers.",
            "{metric: viewers, entity: Studios, value: 54, unit: million viewers}",
            _PLAN,
            body="Studios had 5.4 million viewers, later 54 million.",
        ),
    ),
)
