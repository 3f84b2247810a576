"""A Code Quality report, as GitLab reads it."""

import json
from typing import Any

from generator.model.diagnostic import Diagnostic, Label, Severity
from generator.model.span import Span, TextFile
from generator.reporters import Report, reporters

_PATH = "docs/briefings/clips/trend.md"
_TEXT = "one\nShares “rose 25 percent” that day.\nthree\n"


def _entries(*diagnostics: Diagnostic, errors_only: bool = False) -> list[dict[str, Any]]:
    files = {_PATH: TextFile(_PATH, _TEXT)}
    text = reporters()["gitlab"](Report(diagnostics, files, errors_only=errors_only))
    assert text.isascii()
    read: list[dict[str, Any]] = json.loads(text)
    return read


def _found(severity: Severity = Severity.ERROR) -> Diagnostic:
    start = _TEXT.index("rose")
    span = Span(_PATH, start, start + 4)
    labels = (Label("a passage of the source"),)
    return Diagnostic("quote-not-found", severity, "a fact", span, labels, "an action")


def test_a_diagnostic_is_an_entry_with_what_gitlab_asks_for() -> None:
    (entry,) = _entries(_found())
    assert entry.pop("fingerprint")
    assert entry == {
        "description": "a fact (help: an action)",
        "check_name": "quote-not-found",
        "severity": "major",
        "location": {"path": _PATH, "lines": {"begin": 2, "end": 2}},
    }


def test_warnings_are_minor_and_can_be_left_out() -> None:
    assert [each["severity"] for each in _entries(_found(Severity.WARNING))] == ["minor"]
    assert _entries(_found(Severity.WARNING), errors_only=True) == []


def test_two_of_one_line_are_two_to_gitlab_and_the_same_again_next_time() -> None:
    one, other = (each["fingerprint"] for each in _entries(_found(), _found()))
    assert one != other
    assert [each["fingerprint"] for each in _entries(_found(), _found())] == [one, other]


def test_what_has_no_place_stands_at_the_settings() -> None:
    (entry,) = _entries(Diagnostic("some-code", Severity.ERROR, "a fact"))
    assert entry["location"] == {"path": "mkdocs.yml", "lines": {"begin": 1, "end": 1}}
