"""The values of notes as the rows of a chart: `data: notes`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.briefing.reported import Reported
from generator.model.source import Table, Value
from generator.plotting.faults import Fault
from generator.plotting.options import NOTES, ChartOptions
from generator.text.cited import cited_ids
from generator.text.dates.curated import drawn_day
from generator.text.known_names import advice
from generator.text.values import holds_dates, is_dated, same_name, shown

COLUMNS = ("date", "value", "entity", "source")


def shown_reports(options: ChartOptions, reports: Sequence[Reported]) -> tuple[Reported, ...]:
    """The reports that the chart shows: of its metric and entities, dated where dates are drawn,
    the earliest first, but for those of the sources that are left out.
    """
    wanted = {same_name(name) for name in options.entities}
    left_out = cited_ids(options.without)
    needs_date = "date" in (options.x or "date", options.series, options.facet)
    found = (
        each
        for each in _of_metric(options, reports)
        if (not wanted or same_name(each.value.entity) in wanted)
        and (is_dated(each.value) or not needs_date)
        and each.source.id not in left_out
    )
    return tuple(
        sorted(found, key=lambda each: drawn_day(each.value.date) if each.value.date else 0)
    )


def note_table(options: ChartOptions, reports: Sequence[Reported]) -> Table:
    """The reports that are drawn, a row each; names that are the same are written alike."""
    names: dict[str, str] = {}
    rows = tuple(
        (
            each.value.date or "",
            each.value.value,
            names.setdefault(same_name(each.value.entity), each.value.entity),
            each.source.id,
        )
        for each in shown_reports(options, reports)
    )
    return Table(NOTES, COLUMNS, rows)


def with_columns(options: ChartOptions, reports: Sequence[Reported]) -> ChartOptions:
    """The options with the columns and the unit that the notes give, where the author does not."""
    by_entity = "entity" in (options.x, options.facet)
    units = (each.value.unit for each in shown_reports(options, reports) if each.value.unit)
    names = {same_name(row[2]): row[2] for row in note_table(options, reports).rows}
    only = tuple(names[same] for name in options.entities if (same := same_name(name)) in names)
    series = options.series or (None if by_entity else "entity")
    return replace(
        options,
        x=options.x or "date",
        y=options.y or "value",
        series=series,
        unit=options.unit or next(units, ""),
        only=only if series == "entity" else (),
    )


def note_faults(options: ChartOptions, reports: Sequence[Reported]) -> Iterator[Fault]:
    """No such metric or entity, nothing to draw, dates for values, units that differ."""
    metric = options.metric
    if metric is None:
        known = advice("", (each.value.metric for each in reports))
        yield Fault("`data: notes` needs `metric`", known or _NO_VALUES, "data")
        return
    found = _of_metric(options, reports)
    if not found:
        message = f"no note of this briefing's sources has the metric `{metric[:60]}`"
        known = advice(metric, (each.value.metric for each in reports))
        yield Fault(message, known or _NO_VALUES, "metric")
    elif holds_dates(metric):
        message = f"the values of `{metric[:60]}` are dates"
        yield Fault(message, "Draw them with a timeline.", "metric")
    else:
        yield from _wrong_entities(options, found)
        yield from _wrong_sources(options, found)
        yield from _mixed_units(shown_reports(options, reports))


_NO_VALUES = "Give a note `values:` with this metric."


def _of_metric(options: ChartOptions, reports: Sequence[Reported]) -> list[Reported]:
    metric = same_name(options.metric or "")
    return [each for each in reports if same_name(each.value.metric) == metric]


def _wrong_entities(options: ChartOptions, found: Sequence[Reported]) -> Iterator[Fault]:
    entities = {same_name(each.value.entity) for each in found}
    for name in options.entities:
        if same_name(name) not in entities:
            message = f"no value of `{(options.metric or '')[:60]}` is for “{name[:60]}”"
            yield Fault(message, advice(name, (each.value.entity for each in found)), "entities")
    if not shown_reports(options, found):
        message = "none of these values has a date"
        yield Fault(message, "Give them one, or write `x: entity` with `mark: bar`.", "data")


def _wrong_sources(options: ChartOptions, found: Sequence[Reported]) -> Iterator[Fault]:
    known = {each.source.id for each in found}
    for entry in options.without:
        if not known.intersection(cited_ids([entry])):
            message = f"“{entry[:60]}” gives no value of `{(options.metric or '')[:60]}`"
            names = ", ".join(f'"@{name}"' for name in sorted(known)[:8])
            yield Fault(message, f"Leave out one of {names}.", "without")


def _mixed_units(found: Sequence[Reported]) -> Iterator[Fault]:
    units: dict[str, Reported] = {}
    for each in found:
        units.setdefault(same_name(each.value.unit or ""), each)
    if len(units) > 1:
        examples = "; ".join(_example(each.value, each.source.id) for each in units.values())
        message = "these values have different units"
        yield Fault(message, f"Give all of them one unit: {examples[:300]}.", "metric")


def _example(value: Value, source: str) -> str:
    unit = "" if value.unit else " without a unit"
    return f"{shown(value)[:60]}{unit} in `{source}`"
