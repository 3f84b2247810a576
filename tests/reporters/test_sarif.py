"""The schema is the official one, as SchemaStore serves it and its package ships it."""

import json
import sqlite3
from contextlib import closing
from functools import cache
from importlib.metadata import distribution
from typing import Any
from urllib.parse import unquote, urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generator.checks import checks
from generator.model.diagnostic import Diagnostic, Label, Severity
from generator.model.span import Span, TextFile
from generator.reporters import Allowed, Report, reporters

_TEXT = "one\nShares “rose 25 percent” 国家 that day.\nthree\n"
_PATH = "docs/briefings/clips/trend.md"
_RULES = list(checks())
Json = dict[str, Any]  # Any: what json.loads gives


@cache
def _validator() -> Draft7Validator:
    """Out of the store's raw rows: they hold the answers of the server, one of them the schema."""
    path = distribution("schemastore").locate_file("schemastore/cache.sqlite")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as store:
        rows = [row for (row,) in store.execute("SELECT value FROM responses")]
    (row,) = (row for row in rows if b"json.schemastore.org/sarif-2.1.0.json" in row[-200:])
    text = row[row.index(b"{\r\n") :].decode("utf-8", "replace")
    schema, _ = json.JSONDecoder().raw_decode(text)
    assert "2.1.0" in schema["title"]
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def _run(*diagnostics: Diagnostic, text: str = _TEXT) -> Json:
    return _read(Report(diagnostics, {_PATH: TextFile(_PATH, text)}))


def _read(report: Report) -> Json:
    printed = reporters()["sarif"](report)
    assert printed.isascii()
    log: Json = json.loads(printed)
    _validator().validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def _quotation(text: str = _TEXT, labels: tuple[Label, ...] = (), advice: str = "") -> Diagnostic:
    start = text.index("rose")
    span = Span(_PATH, start, start + len("rose 25 percent"))
    return Diagnostic(
        "quote-not-found", Severity.ERROR, "these words are not there", span, labels, advice
    )


def test_every_check_is_a_rule_when_nothing_was_found() -> None:
    run = _run()
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == _RULES
    assert run["results"] == []
    rule = rules[_RULES.index("unused-source")]
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])
    assert "\n" not in rule["shortDescription"]["text"]


def test_a_result_names_its_rule_and_its_place_in_characters() -> None:
    run = _run(_quotation(advice="quote the source exactly"))
    (result,) = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert _RULES[result["ruleIndex"]] == result["ruleId"] == "quote-not-found"
    assert result["level"] == "error"
    assert result["message"]["text"] == "these words are not there\nhelp: quote the source exactly"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": _PATH, "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 24}


def test_a_label_with_a_place_is_a_related_location() -> None:
    labels = (Label("the other", Span(_PATH, 0, 3)), Label("a further fact"))
    (result,) = _run(_quotation(labels=labels))["results"]
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == "the other"
    assert related["physicalLocation"]["region"]["startLine"] == 1
    assert result["message"]["text"] == "these words are not there\na further fact"


def test_a_path_is_a_relative_reference() -> None:
    for path in ("sources/a b#c?.md", "sources/国家.md", "a:b/c.md", "//host/c.md"):
        diagnostic = Diagnostic("unused-source", Severity.WARNING, "a fact", Span(path, 0, 1))
        (result,) = _run(diagnostic)["results"]
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        parts = urlsplit(uri)
        assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
        assert unquote(parts.path) == path.lstrip("/")
        assert "region" not in place


def test_what_has_no_place_stands_at_the_settings() -> None:
    (result,) = _run(Diagnostic("unused-source", Severity.WARNING, "a fact"))["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "mkdocs.yml"


def test_a_fingerprint_outlives_edits_elsewhere_and_tells_equal_lines_apart() -> None:
    def prints(text: str, *diagnostics: Diagnostic) -> list[str]:
        results = _run(*diagnostics, text=text)["results"]
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]

    moved = f"new\nlines\n{_TEXT}"
    (before,), (after,) = prints(_TEXT, _quotation()), prints(moved, _quotation(moved))
    assert before == after
    changed = _TEXT.replace("that day", "that week")
    assert prints(changed, _quotation(changed)) != [before]
    twice = prints(_TEXT, _quotation(), _quotation(advice="differently"))
    assert len(set(twice)) == 2


def test_what_the_page_allows_is_suppressed_with_its_reason() -> None:
    allowed = (Allowed(_quotation(), "the speaker corrected herself"),)
    kept, suppressed = _read(Report((_quotation(),), {}, allowed=allowed))["results"]
    assert kept["suppressions"] == []
    (suppression,) = suppressed["suppressions"]
    assert suppression["kind"] == "inSource"
    assert suppression["justification"] == "the speaker corrected herself"


def test_words_of_a_source_without_rights_are_withheld() -> None:
    label = Label('closest passage: "rose 20 percent"', passage_of="harbour")
    report = Report((_quotation(labels=(label,)),), {}, withheld=frozenset({"harbour"}))
    (result,) = _read(report)["results"]
    assert "rose 20" not in json.dumps(result)
    assert "`harbour` has `rights: none`" in result["message"]["text"]


def test_a_code_without_a_check_has_no_rule() -> None:
    (result,) = _run(Diagnostic("of-a-plugin", Severity.WARNING, "a fact"))["results"]
    assert "ruleIndex" not in result


def test_warnings_are_left_out_where_only_errors_are_asked_for() -> None:
    warning = Diagnostic("unused-source", Severity.WARNING, "a fact")
    (result,) = _read(Report((warning, _quotation()), {}, errors_only=True))["results"]
    assert result["level"] == "error"


def test_braces_and_brackets_of_a_redline_are_text_and_not_markup() -> None:
    label = Label("[-25-]{+20+} and [a link](https://evil.example)")
    (result,) = _run(_quotation(labels=(label,)))["results"]
    text = result["message"]["text"]
    assert "[-25-]{{+20+}}" in text
    assert "](" not in text


_HOSTILE = st.text(st.characters(exclude_categories=()), max_size=40)


@settings(deadline=None)  # the first example reads the schema
@given(message=_HOSTILE, path=_HOSTILE, label=_HOSTILE, line=_HOSTILE)
def test_any_text_stays_inside_its_string(message: str, path: str, label: str, line: str) -> None:
    labels = (Label(label), Label(label, Span(path, 0, 1)))
    diagnostic = Diagnostic("c", Severity.ERROR, message, Span(path, 0, 2), labels, label)
    report = Report((diagnostic,), {path: TextFile(path, line)})
    printed = reporters()["sarif"](report)
    log = json.loads(printed)
    _validator().validate(log)
    (result,) = log["runs"][0]["results"]
    assert set(log) == {"$schema", "version", "runs"}
    printed.encode("ascii")
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert urlsplit(uri).netloc == urlsplit(uri).scheme == ""
    json.dumps(log, ensure_ascii=False).encode("utf-8")
