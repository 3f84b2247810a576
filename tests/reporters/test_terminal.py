import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.diagnostic import Diagnostic, Label, Severity
from generator.model.span import Span, TextFile
from generator.reporters import Report, reporters

_PATH = "docs/briefings/video-clips/trend.md"


def _report(text: str, words: str, **more: object) -> str:
    return _all(_diagnostic(text, words), text, **more)


def _diagnostic(text: str, words: str) -> Diagnostic:
    start = text.index(words)
    span = Span(_PATH, start, start + len(words))
    return Diagnostic("some-code", Severity.ERROR, "a fact", span)


def _all(diagnostic: Diagnostic, text: str, **more: object) -> str:
    files = {_PATH: TextFile(_PATH, text)}
    color = bool(more.get("color"))
    summary = str(more.get("summary", ""))
    return reporters()["terminal"](Report((diagnostic,), files, summary=summary, color=color))


def test_where_only_errors_are_shown_the_way_to_the_warnings_is_told() -> None:
    warning = Diagnostic("some-code", Severity.WARNING, "a fact")
    hint = "`standfirst check` shows the warnings"
    write = reporters()["terminal"]
    assert write(Report((warning,), {}, errors_only=True)) == f"no errors, 1 warning\n{hint}\n"
    assert hint not in write(Report((warning,), {}))
    assert hint not in write(Report((), {}, errors_only=True))


def test_a_diagnostic_looks_as_the_handbook_shows_it() -> None:
    line = 'Shares of one company "rose 25 percent" that Monday [@harbour-2026-02-09].'
    text = "\n" * 13 + line
    start = text.index("rose")
    diagnostic = Diagnostic(
        "quote-not-found",
        Severity.ERROR,
        "these words are not in the cited source",
        Span(_PATH, start, start + len("rose 25 percent")),
        (Label('closest passage, harbour-2026-02-09 ¶6: "…rose [-25-]{+20+} percent on Monday…"'),),
        "quote the source exactly, or drop the quotation marks",
    )
    assert _all(diagnostic, text, summary="1 briefing") == (
        "error[quote-not-found]: these words are not in the cited source\n"
        "  ┌─ docs/briefings/video-clips/trend.md:14:24\n"
        f"14 │ {line}\n"
        "   │                        ^^^^^^^^^^^^^^^\n"
        "   = closest passage, harbour-2026-02-09 ¶6: "
        '"…rose [-25-]{+20+} percent on Monday…"\n'
        "   = help: quote the source exactly, or drop the quotation marks\n"
        "\n"
        "1 error, no warnings; 1 briefing\n"
    )


def test_carets_stand_under_wide_characters() -> None:
    lines = _report("国家机构「发布办法」。\n", "发布办法").splitlines()
    assert lines[2] == "1 │ 国家机构「发布办法」。"
    assert lines[3] == "  │ " + " " * 10 + "^" * 8


def test_combining_marks_take_no_column() -> None:
    lines = _report("Cafe\u0301 said so.\n", "said").splitlines()
    assert lines[3] == "  │ " + " " * 5 + "^" * 4


def test_tabs_are_shown_as_four_columns() -> None:
    lines = _report("\tsaid so\n", "said").splitlines()
    assert lines[2] == "1 │     said so"
    assert lines[3] == "  │     ^^^^"


def test_a_place_over_several_lines_is_marked_on_its_first() -> None:
    lines = _report("one two\nthree\n", "two\nthree").splitlines()
    assert lines[2:4] == ["1 │ one two", "  │     ^^^"]


def test_a_long_line_is_cut_around_the_words() -> None:
    text = "before " * 60 + "HERE" + " after" * 60
    lines = _report(text, "HERE").splitlines()
    shown = lines[2].removeprefix("1 │ ")
    carets = lines[3].removeprefix("  │ ")
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) <= 100
    assert shown[carets.index("^") : len(carets)] == "HERE"


def test_a_long_stretch_of_a_source_is_never_shown_whole() -> None:
    text = "word " * 200
    shown = _report(text, text.strip()).splitlines()[2]
    assert len(shown) <= 160


def test_the_place_after_the_last_character_gets_a_caret() -> None:
    diagnostic = Diagnostic("some-code", Severity.WARNING, "a fact", Span(_PATH, 3, 3))
    lines = _all(diagnostic, "one").splitlines()
    assert lines[2:4] == ["1 │ one", "  │    ^"]
    assert lines[-1] == "no errors, 1 warning"


def test_a_diagnostic_without_place_has_its_fact_and_help() -> None:
    diagnostic = Diagnostic("some-code", Severity.WARNING, "a fact", help="an action")
    assert _all(diagnostic, "") == (
        "warning[some-code]: a fact\n   = help: an action\n\nno errors, 1 warning\n"
    )


def test_a_label_with_a_place_says_where() -> None:
    label = Label("the other", Span(_PATH, 4, 5))
    diagnostic = Diagnostic("some-code", Severity.ERROR, "a fact", Span(_PATH, 0, 1), (label,))
    assert f"  = the other ({_PATH}:2:1)" in _all(diagnostic, "one\ntwo\n").splitlines()


def test_colour_only_adds_escape_sequences() -> None:
    plain = _report("one two\n", "two")
    coloured = _report("one two\n", "two", color=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror[some-code]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\u009b2J", "\u202e", "\x07", "\u2028"])
def test_control_characters_of_the_text_are_shown_not_obeyed(hostile: str) -> None:
    text = f"one {hostile} two\n"
    span = Span(_PATH, 0, 3)
    label, fact = Label(hostile), f"fact {hostile}"
    diagnostic = Diagnostic("some-code", Severity.ERROR, fact, span, (label,), hostile)
    assert hostile[0] not in _all(diagnostic, text)


def test_nothing_found_leaves_the_counts() -> None:
    report = Report((), {}, summary="2 briefings, 41 sources")
    assert reporters()["terminal"](report) == "no errors, no warnings; 2 briefings, 41 sources\n"


def _alike(severity: Severity, count: int) -> tuple[Diagnostic, ...]:
    spans = [Span(_PATH, index, index + 1) for index in range(count)]
    return tuple(Diagnostic("some-code", severity, f"fact {span.start}", span) for span in spans)


def _told(*diagnostics: Diagnostic) -> str:
    files = {_PATH: TextFile(_PATH, "a" * 100)}
    return reporters()["terminal"](Report(diagnostics, files))


def test_of_many_warnings_alike_ten_are_shown_and_the_rest_counted() -> None:
    printed = _told(*_alike(Severity.WARNING, 25), Diagnostic("other", Severity.WARNING, "x"))
    assert printed.count("warning[some-code]") == 10
    assert "warning[other]: x" in printed
    assert printed.splitlines()[-3:] == [
        "… and 15 more `some-code`; `standfirst check --format json` has all",
        "",
        "no errors, 26 warnings",
    ]


def test_ten_warnings_alike_are_all_shown() -> None:
    printed = _told(*_alike(Severity.WARNING, 10))
    assert printed.count("warning[some-code]") == 10
    assert "more" not in printed


def test_errors_are_all_shown_after_the_warnings() -> None:
    printed = _told(*_alike(Severity.WARNING, 11), *_alike(Severity.ERROR, 30))
    assert printed.count("error[some-code]") == 30
    assert printed.index("… and 1 more") < printed.index("error[some-code]")


def test_parts_of_a_hangul_syllable_take_the_columns_of_the_whole() -> None:
    lines = _report("\u1112\u1161\u11ab\u1100\u116e\u11a8 said so\n", "said").splitlines()
    assert lines[3] == "  │ " + " " * 5 + "^" * 4


@pytest.mark.parametrize(
    ("before", "words"), [("\t国\t", "家"), ("ｆｕｌｌ ", "国家"), ("e\u0301\t", "国\t家")]
)
def test_carets_begin_and_end_with_the_words_whatever_stands_before(
    before: str, words: str
) -> None:
    lines = _report(f"{before}{words} after\n", words).splitlines()
    marked = lines[3].removeprefix("  │ ")
    assert len(marked) - len(marked.lstrip()) == _columns(before)
    assert marked.strip() == "^" * _columns(words)


def _columns(text: str) -> int:
    sizes = {"\t": 4, "\u0301": 0}
    return sum(sizes.get(one, 1 if ord(one) < 0x1100 else 2) for one in text)


_HOSTILE = st.text(max_size=30)


@given(message=_HOSTILE, path=_HOSTILE, label=_HOSTILE, line=_HOSTILE)
def test_any_text_adds_no_line_and_no_control(
    message: str, path: str, label: str, line: str
) -> None:
    diagnostic = Diagnostic("c", Severity.ERROR, message, Span(path, 0, 1), (Label(label),), label)
    printed = reporters()["terminal"](Report((diagnostic,), {path: TextFile(path, line)}))
    assert len(printed.split("\n")) == 8 + bool(label)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", printed)


@pytest.mark.parametrize("words", ["rose ", "股价", "e\u0301 \t"])
def test_a_long_line_is_cut_around_each_of_its_faults(words: str) -> None:
    text = f"first\n{words * 5_000}fault{words * 5_000}\r\nlast\n"
    _, _, line, carets, *_ = _report(text, "fault").splitlines()
    assert line.count("fault") == 1
    assert line.count("…") == 2
    assert carets.endswith("^" * len("fault"))
