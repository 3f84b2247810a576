"""One JSON object per line and diagnostic, for editors and programs.

Keys: code, severity, message, path, line, column, end_line, end_column, help, labels (each with
text and the same five of place). Lines and columns count from 1, columns in characters; the end
is the first place after. Where a diagnostic has no place they are null.
"""

import json

from generator.model.diagnostic import Diagnostic
from generator.model.span import Span
from generator.reporters import Report

_Json = dict[str, object]


def _report(report: Report) -> str:
    """The lines, in plain ASCII so that no pipe or terminal can garble or obey them."""
    objects = [_object(diagnostic, report) for diagnostic in report.diagnostics]
    return "".join(json.dumps(one, ensure_ascii=True) + "\n" for one in objects)


def _object(diagnostic: Diagnostic, report: Report) -> _Json:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        **_place(diagnostic.span, report),
        "help": diagnostic.help,
        "labels": [
            {"text": label.text, **_place(label.span, report)}
            for label in report.publishable(diagnostic)
        ],
    }


def _place(span: Span | None, report: Report) -> _Json:
    first, last = report.ends(span) or (None, None)
    return {
        "path": span.path if span else None,
        "line": first.line if first else None,
        "column": first.column if first else None,
        "end_line": last.line if last else None,
        "end_column": last.column if last else None,
    }


REPORT = _report
