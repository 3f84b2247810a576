"""Workflow commands, which GitHub shows as annotations beside the lines of a change.

    ::error file=docs/briefings/clips/trend.md,line=7,col=24,endLine=7,endColumn=39,title=quote-not-
    found::these words are not in the cited source%0Ahelp: …

(each on one line). GitHub shows ten errors and ten warnings of a step, so errors come first; all
are in the log. Paths are relative to the project, which should be the repository's root. The last
line has the counts.
"""

import re
from collections.abc import Iterator

from generator.model.diagnostic import Diagnostic, Severity
from generator.reporters import Report

# The log shows colours: controls and bidirectional overrides would be obeyed. The second part are
# halves of a character, which have no bytes.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def _report(report: Report) -> str:
    by_weight = sorted(report.diagnostics, key=lambda diagnostic: not diagnostic.is_error)
    shown = [one for one in by_weight if report.is_shown(one)]
    return "".join(f"{_command(one, report)}\n" for one in shown) + _counts(report) + "\n"


def _command(diagnostic: Diagnostic, report: Report) -> str:
    properties = {**_place(diagnostic, report), "title": diagnostic.code}
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = "\n".join(_lines(diagnostic, report))
    return f"::{diagnostic.severity} {written}::{_data(text)}"


def _place(diagnostic: Diagnostic, report: Report) -> dict[str, str]:
    if diagnostic.span is None:
        return {}
    place = {"file": diagnostic.span.path}
    if ends := report.ends(diagnostic.span):
        first, last = ends
        place |= {"line": str(first.line), "endLine": str(last.line)}
        if first.line == last.line:  # columns are only taken within one line
            place |= {"col": str(first.column), "endColumn": str(last.column)}
    return place


def _lines(diagnostic: Diagnostic, report: Report) -> Iterator[str]:
    yield diagnostic.message
    for label in report.publishable(diagnostic):
        ends = report.ends(label.span)
        place = f" ({label.span.path}:{ends[0].line})" if label.span and ends else ""
        yield f"{label.text}{place}"
    if diagnostic.help:
        yield f"help: {diagnostic.help}"


def _data(text: str) -> str:
    return _safe(text).translate(_IN_DATA)


def _property(text: str) -> str:
    return _safe(text).translate(_IN_PROPERTY)


def _safe(text: str) -> str:
    return _UNSAFE.sub("\ufffd", text)


def _counts(report: Report) -> str:
    severities = [diagnostic.severity for diagnostic in report.diagnostics]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    return f"errors: {errors}, warnings: {warnings}"


REPORT = _report
