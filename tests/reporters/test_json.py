import json

from hypothesis import given
from hypothesis import strategies as st

from generator.model.diagnostic import Diagnostic, Label, Severity
from generator.model.span import Span, TextFile
from generator.reporters import Report, reporters


def _lines(*diagnostics: Diagnostic, text: str = "one\ntwo\n") -> list[str]:
    report = Report(diagnostics, {"a.md": TextFile("a.md", text)}, summary="1 briefing")
    return reporters()["json"](report).splitlines()


def test_a_diagnostic_is_one_object_with_all_keys() -> None:
    label = Label("the other", Span("b.md", 0, 1))
    diagnostic = Diagnostic(
        "some-code", Severity.ERROR, "a fact", Span("a.md", 4, 7), (label,), "an action"
    )
    (line,) = _lines(diagnostic)
    assert json.loads(line) == {
        "code": "some-code",
        "severity": "error",
        "message": "a fact",
        "path": "a.md",
        "line": 2,
        "column": 1,
        "end_line": 2,
        "end_column": 4,
        "help": "an action",
        "labels": [
            {
                "text": "the other",
                "path": "b.md",
                "line": None,
                "column": None,
                "end_line": None,
                "end_column": None,
            }
        ],
    }


def test_a_diagnostic_without_place_has_nulls() -> None:
    (line,) = _lines(Diagnostic("some-code", Severity.WARNING, "a fact"))
    found = json.loads(line)
    assert found["path"] is None
    assert found["line"] is None


def test_nothing_found_is_no_line() -> None:
    assert _lines() == []


@given(st.text())
def test_any_text_is_one_line_of_ascii_and_comes_back(text: str) -> None:
    (line,) = _lines(Diagnostic("some-code", Severity.ERROR, text))
    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line)["message"] == text


def test_words_of_a_source_without_rights_are_withheld() -> None:
    label = Label('closest passage: "rose 20 percent"', passage_of="harbour")
    other = Label('closest passage: "rose 10 percent"', passage_of="quay")
    diagnostic = Diagnostic("some-code", Severity.ERROR, "a fact", labels=(label, other))
    printed = reporters()["json"](Report((diagnostic,), {}, withheld=frozenset({"harbour"})))
    assert [one["text"] for one in json.loads(printed)["labels"]] == [
        "the passage is withheld: `harbour` has `rights: none`",
        'closest passage: "rose 10 percent"',
    ]


def test_a_label_is_cut_before_it_shows_much_of_a_source() -> None:
    diagnostic = Diagnostic("some-code", Severity.ERROR, "a fact", labels=(Label("word " * 100),))
    (line,) = _lines(diagnostic)
    assert len(json.loads(line)["labels"][0]["text"]) == 240
