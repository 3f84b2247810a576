import re

from hypothesis import given
from hypothesis import strategies as st

from generator.model.diagnostic import Diagnostic, Label, Severity
from generator.model.span import Span, TextFile
from generator.reporters import Report, reporters

_PATH = "docs/briefings/clips/trend.md"
_TEXT = "one\nShares “rose 25 percent” 国家 that day.\nthree\n"
_COMMAND = re.compile(r"::(error|warning) ([^:\n]*)::([^\n]*)")


def _lines(*diagnostics: Diagnostic, withheld: frozenset[str] = frozenset()) -> list[str]:
    files = {_PATH: TextFile(_PATH, _TEXT)}
    return reporters()["github"](Report(diagnostics, files, withheld=withheld)).splitlines()


def _read(command: str) -> tuple[str, dict[str, str], str]:
    """The command as a runner reads it: severity, properties, message."""
    found = _COMMAND.fullmatch(command)
    assert found, command
    pairs = (pair.partition("=") for pair in found[2].split(",") if pair)
    properties = {key: _unescaped(_unescaped(value, "%3A:", "%2C,")) for key, _, value in pairs}
    return found[1], properties, _unescaped(found[3])


def _unescaped(text: str, *pairs: str) -> str:
    for pair in pairs or ("%0D\r", "%0A\n", "%25%"):
        text = text.replace(pair[:3], pair[3:])
    return text


def test_a_diagnostic_is_one_command_with_its_place() -> None:
    start = _TEXT.index("rose")
    span = Span(_PATH, start, start + len("rose 25 percent"))
    labels = (Label("the other", Span(_PATH, 0, 3)), Label("100% of it"))
    diagnostic = Diagnostic("some-code", Severity.ERROR, "a fact", span, labels, "an action")
    command, counts = _lines(diagnostic)
    assert command == (
        f"::error file={_PATH},line=2,endLine=2,col=9,endColumn=24,title=some-code::"
        f"a fact%0Athe other ({_PATH}:1)%0A100%25 of it%0Ahelp: an action"
    )
    assert counts == "errors: 1, warnings: 0"


def test_a_place_over_several_lines_has_no_columns() -> None:
    diagnostic = Diagnostic("some-code", Severity.WARNING, "a fact", Span(_PATH, 0, 6))
    severity, properties, message = _read(_lines(diagnostic)[0])
    assert (severity, message) == ("warning", "a fact")
    assert properties == {"file": _PATH, "line": "1", "endLine": "2", "title": "some-code"}


def test_what_has_no_place_has_only_its_title() -> None:
    _, properties, _ = _read(_lines(Diagnostic("some-code", Severity.ERROR, "a fact"))[0])
    assert properties == {"title": "some-code"}


def test_errors_come_first_because_few_are_shown() -> None:
    warning = Diagnostic("weak", Severity.WARNING, "a fact")
    lines = _lines(warning, Diagnostic("strong", Severity.ERROR, "a fact"))
    assert [_read(line)[0] for line in lines[:2]] == ["error", "warning"]


def test_words_of_a_source_without_rights_are_withheld() -> None:
    label = Label('closest passage: "rose 20 percent"', passage_of="harbour")
    diagnostic = Diagnostic("some-code", Severity.ERROR, "a fact", labels=(label,))
    command = _lines(diagnostic, withheld=frozenset({"harbour"}))[0]
    assert "rose 20" not in command
    assert "`harbour` has `rights: none`" in command


def test_colons_and_commas_of_a_path_do_not_end_its_property() -> None:
    path = "docs/a,b::c%.md"
    diagnostic = Diagnostic("some-code", Severity.ERROR, "a fact", Span(path, 0, 1))
    command = _lines(diagnostic)[0]
    assert _read(command)[1] == {"file": path, "title": "some-code"}
    assert command.endswith("::a fact")


_ANY = st.text(st.characters(exclude_categories=()), max_size=40)
_SPOKEN = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=40)


@given(message=_ANY, path=_ANY, label=_ANY)
def test_any_text_stays_in_its_line(message: str, path: str, label: str) -> None:
    diagnostic = Diagnostic(
        "c", Severity.ERROR, f"a\n::set-env name=x::{message}", Span(path, 0, 1), (Label(label),)
    )
    printed = reporters()["github"](Report((diagnostic,), {path: TextFile(path, message)}))
    first, second = printed.rstrip("\n").split("\n")
    assert printed.count("\n") == 2
    assert _read(first)[0] == "error"
    assert second == "errors: 1, warnings: 0"
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]", printed)


@given(message=_SPOKEN, path=_SPOKEN)
def test_a_runner_reads_back_what_was_said(message: str, path: str) -> None:
    diagnostic = Diagnostic("c", Severity.WARNING, message, Span(path, 0, 1))
    _, properties, text = _read(reporters()["github"](Report((diagnostic,), {})).split("\n")[0])
    assert text == message
    assert properties == {"file": path, "title": "c"}
