"""Whether a value that a note gives as data stands in a text, read like any other number."""

from dataclasses import replace

from generator.model.source import Note, Source, Value
from generator.text.numbers.comparing import Missing, Nearest, asked_numbers, missing_numbers
from generator.text.numbers.evidence import Evidence
from generator.text.numbers.records import Day
from generator.text.numbers.source_numbers import evidence_of
from generator.text.values import holds_dates, phrase


def missing_value(value: Value, evidence: Evidence) -> Missing | None:
    """The value with what comes nearest, where the evidence does not bear it out."""
    if not holds_dates(value.metric):
        asked = asked_numbers(phrase(value), "en")[:1]
        return next(missing_numbers(asked, [evidence]), None)
    day = _day(value.value)
    if evidence.calendar.has(day):
        return None
    nearest = evidence.calendar.nearest(day)
    near = (Nearest(evidence.source_id, nearest),) if nearest else ()
    return Missing(0, len(value.value), near, None)


def evidence_of_note(note: Note, source: Source, language: str) -> Evidence:
    """The numbers in the words of the note alone; `language` is the curator's."""
    only = replace(source, title="", body="", published=None, notes=(replace(note, date=None),))
    return evidence_of(only, None, language)


def _day(written: str) -> Day:
    """`2026-02-09`, `2026-02`, `2026` or `2025-Q3`."""
    year, _, rest = written.partition("-")
    if rest.startswith("Q"):
        return Day(int(year), quarter=int(rest[1:]))
    month, _, day = rest.partition("-")
    return Day(int(year), int(month) if month else None, int(day) if day else None)
