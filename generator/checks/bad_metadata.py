"""A field of a source or of briefing.yml has a value that it cannot have.

Fields are fixed, so that a misspelt one is noticed instead of ignored. Dates are `2026`,
`2026-02` or `2026-02-09` and must exist; that of a value of a note may be `2025-Q3`, and the value
is a number. `url` and `archive_url` begin with `http://` or `https://`. Anchors, aliases, tags and
duplicate keys are not part of this YAML.

Correct the value; the handbook's reference lists the fields.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span, shortened
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity
from generator.model.forecast import Forecast
from generator.model.source import Note, Source
from generator.model.span import Span
from generator.text.dates.curated import is_written_date
from generator.text.urls import is_web_url
from generator.text.values import holds_dates, is_dated, is_value

_Dated = Iterator[tuple[str, str | None, Span]]


def bad_metadata(node: Source | Briefing, _scope: Scope) -> Iterator[Finding]:
    """Find dates that are no dates and addresses that are none; the readers find the rest."""
    if isinstance(node, Source):
        yield from _addresses(node)
        yield from _dates(_dates_of_source(node))
        for note in node.notes:
            yield from _values(note, note.span or field_span(node))
    else:
        yield from _dates(_dates_of_briefing(node))


def _addresses(source: Source) -> Iterator[Finding]:
    for name, url in (("url", source.url), ("archive_url", source.archive_url)):
        if url is not None and not is_web_url(url):
            yield Finding(
                field_span(source, name),
                f"`{shortened(url)}` is not a web address",
                "write the whole address, from `https://` on, without spaces",
            )


def _dates(dated: _Dated) -> Iterator[Finding]:
    for name, value, span in dated:
        if value is not None and not is_written_date(value):
            yield Finding(
                span,
                f"`{name}` is not a date: `{shortened(value)}`",
                "write 2026, 2026-02 or 2026-02-09",
            )


def _values(note: Note, place: Span) -> Iterator[Finding]:
    for value in note.values:
        span = value.span or place
        if value.date is not None and not is_dated(value):
            message = f"`date` is not a date: `{shortened(value.date)}`"
            yield Finding(span, message, "write 2026, 2026-02, 2026-02-09 or 2025-Q3")
        if not is_value(value):
            is_date = holds_dates(value.metric)
            kind = "date, as its metric holds" if is_date else "number"
            advice = "write 2026-02-09" if is_date else "write it as 1234.5, its unit in `unit`"
            yield Finding(span, f"`value` is no {kind}: `{shortened(value.value)}`", advice)


def _dates_of_source(source: Source) -> _Dated:
    yield "published", source.published, field_span(source, "published")
    yield "accessed", source.accessed, field_span(source, "accessed")
    for note in source.notes:
        yield "date", note.date, note.span or field_span(source)


def _dates_of_briefing(briefing: Briefing) -> _Dated:
    yield "published", briefing.published, field_span(briefing, "published")
    yield "updated", briefing.updated, field_span(briefing, "updated")
    for correction in briefing.corrections:
        yield "date", correction.date, correction.span or field_span(briefing)
    for forecast in briefing.forecasts:
        yield from _dates_of_forecast(forecast, forecast.span or field_span(briefing))


def _dates_of_forecast(forecast: Forecast, span: Span) -> _Dated:
    yield "opened", forecast.opened, span
    yield "resolves", forecast.resolves, span
    yield "closes", forecast.closes, span
    for probability in forecast.probabilities:
        yield "date", probability.date, span
    if forecast.resolution:
        yield "date", forecast.resolution.date, span


CHECK = Check(Source | Briefing, Severity.ERROR, bad_metadata)

_NOTED = """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
notes:
  - section: trend
    says: Studios had 60 million viewers in the third quarter of 2025.
    values: [{{metric: viewers, entity: Studios, date: {}, value: {}, unit: million viewers}}]
---
Studios weigh their options.
"""

EXAMPLES = Examples(
    passes=(
        _NOTED.format("2025-Q3", "60"),
        """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
published: 2026-02
url: https://other.example/studios
---
Studios weigh their options.
""",
    ),
    fails=(
        _NOTED.format("2025-Q5", "60"),
        _NOTED.format("2025-Q3", "60 million"),
        """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
published: 2026-02-30
---
Studios weigh their options.
""",
        """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
url: javascript:alert(1)
---
Studios weigh their options.
""",
        """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
publisher: Other News
publlished: 2026-02-11
---
Studios weigh their options.
""",
        """>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09]
updated: last Monday
""",
    ),
)
