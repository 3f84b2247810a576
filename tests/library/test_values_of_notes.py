"""The `values` and `event` of notes, as they are read, and what is said where they are wrong."""

import pytest

from generator.library.load import load_library
from generator.memo import HeldMemo
from generator.model.source import Value
from generator.workspace import MemoryWorkspace
from tests.checks_of_notes import noted, places

NOTE = """\
  - section: trend
    says: The app had 60 million users.
    event: launch
    date: 2026-02-09
    values:
      - {metric: users, entity: Tidal, date: 2025-12, value: 60, unit: million users}
      - metric: launch_date
        entity: Tidal
        value: 2026-02-09
"""


def test_values_are_read_as_written_with_their_places() -> None:
    files = {"sources/other.md": noted(NOTE)}
    (source,) = load_library(MemoryWorkspace(files), language="en").library.sources
    (note,) = source.notes
    assert note.event == "launch"
    first, second = note.values
    assert first == Value("users", "Tidal", "60", "2025-12", "million users", first.span)
    assert (second.value, second.date, second.unit) == ("2026-02-09", None, None)
    written = [
        source.file.text[value.span.start : value.span.end] for value in note.values if value.span
    ]
    assert written[0].startswith("{metric: users")
    assert written[1].startswith("metric: launch_date")


def test_values_are_remembered_with_their_places() -> None:
    memo = HeldMemo()
    workspace = MemoryWorkspace({"sources/other.md": noted(NOTE)})
    first, second = (
        load_library(workspace, language="en", memo=memo).library.sources for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize(
    ("value", "message", "advice"),
    [
        (
            "{metric: users, entity: Tidal, value: 60 million}",
            "`value` is no number: `60 million`",
            "write it as 1234.5, its unit in `unit`",
        ),
        (
            "{metric: launch_date, entity: Tidal, value: 60}",
            "`value` is no date, as its metric holds: `60`",
            "write 2026-02-09",
        ),
        (
            "{metric: users, entity: Tidal, date: 2025-13, value: 60, unit: million}",
            "`date` is not a date: `2025-13`",
            "write 2026, 2026-02, 2026-02-09 or 2025-Q3",
        ),
        (
            "{metric: users, entity: Tidal, value: 60, unitt: million}",
            "there is no field `unitt` here",
            "did you mean `unit`?",
        ),
        (
            "{metric: users, entity: Tidal}",
            "the field `value` is missing",
            "add `value:`",
        ),
        ("many", "`values`: fields are expected here, as `{name: value}`", ""),
    ],
)
def test_a_wrong_value_is_said_at_its_place(value: str, message: str, advice: str) -> None:
    note = f"  - section: trend\n    says: It had 60 million users.\n    values: [{value}]\n"
    found = places(note, "bad-metadata")
    assert [(one.message, one.help) for one, _ in found] == [(message, advice)]
    assert all("section" not in words for _, words in found)


def test_a_source_with_bad_dates_is_still_read_for_its_numbers() -> None:
    note = """\
  - section: trend
    says: It had 60 million users.
    date: last Monday
    values: [{metric: users, entity: Tidal, date: 2025, value: 61, unit: million}]
"""
    assert [words for _, words in places(note, "value-not-in-note")] == [
        "{metric: users, entity: Tidal, date: 2025, value: 61, unit: million}"
    ]
