"""A date of something that has happened lies in the future.

An article cannot have been published, or read, or a forecast held, on a day that has not come.
Most often a figure is mistyped. Looked at are `published` and `accessed` of a source, the dates of
its notes for trend and context, and of a briefing `published`, `updated`, the days of its
forecasts' probabilities and resolutions, and its corrections. A note for the outlook may have a
date to come. The day is today or that of `check --as-of`.

Correct the date; a note about what is to come belongs to the outlook.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity
from generator.model.source import Section, Source
from generator.model.span import Span
from generator.text.dates.curated import day_number, is_written_date

_Dated = Iterator[tuple[str, str | None, Span]]
"""What a date is of, the date, and where it stands."""


def future_date(node: Source | Briefing, scope: Scope) -> Iterator[Finding]:
    """Find the dates that have not come, of what has happened."""
    dated = _of_source(node) if isinstance(node, Source) else _of_briefing(node)
    for name, date, span in dated:
        if date and is_written_date(date) and day_number(date) > scope.today.toordinal():
            yield Finding(span, f"{name}, {date}, has not come yet", "correct the date")


def _of_source(source: Source) -> _Dated:
    for key in ("published", "accessed"):
        yield f"`{key}`", getattr(source, key), field_span(source, key)
    for note in source.notes:
        if note.section is not Section.OUTLOOK:
            name = f"the date of this note for the {note.section}"
            yield name, note.date, note.span or field_span(source, "notes")


def _of_briefing(briefing: Briefing) -> _Dated:
    for key in ("published", "updated"):
        yield f"`{key}`", getattr(briefing, key), field_span(briefing, key)
    for forecast in briefing.forecasts:
        span = forecast.span or field_span(briefing, "forecasts")
        for probability in forecast.probabilities:
            yield f"the date of a probability of `{forecast.id}`", probability.date, span
        if forecast.resolution:
            yield f"the date of the resolution of `{forecast.id}`", forecast.resolution.date, span
    for correction in briefing.corrections:
        span = correction.span or field_span(briefing, "corrections")
        yield f"the date of the correction `{correction.id}`", correction.date, span


CHECK = Check(Source | Briefing, Severity.WARNING, future_date, of_today=True)

_HEAD = ">>> sources/other-2026-02-11.md\n---\ntitle: Studios weigh their options\n"
_NOTE = "notes:\n  - {date: 2027-02, says: Studios sell licences., section: "
_BODY = "---\nStudios weigh their options.\n"
_BRIEFING = """>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09, quay-2026-02-10, ministry-2026-01]
"""

EXAMPLES = Examples(
    passes=(
        f"{_HEAD}published: 2026\naccessed: 2026-03-01\n{_NOTE}outlook}}\n{_BODY}",
        f"{_BRIEFING}published: 2026-03-02\n",
    ),
    fails=(
        f"{_HEAD}published: 2062-02-11\n{_BODY}",
        f"{_HEAD}{_NOTE}trend}}\n{_BODY}",
        f"{_BRIEFING}updated: 2027\n",
    ),
)
