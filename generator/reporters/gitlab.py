"""A Code Quality report of GitLab: one JSON array, shown in the changes of a merge request.

Each entry has a description, the code as `check_name`, a severity (errors are `major`, warnings
`minor`), a place, and a fingerprint by which GitLab tells what is new from what was there before.
"""

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from generator.model.diagnostic import Diagnostic
from generator.project import SETTINGS
from generator.reporters import Report

_Json = dict[str, object]


def _report(report: Report) -> str:
    """The array, in plain ASCII."""
    return json.dumps(list(_entries(report)), ensure_ascii=True, indent=1) + "\n"


def _entries(report: Report) -> Iterator[_Json]:
    """Two of one line that say the same would be one to GitLab, so they are counted apart."""
    seen: Counter[str] = Counter()
    for diagnostic in report.diagnostics:
        if not report.is_shown(diagnostic):
            continue
        fingerprint = report.fingerprint(diagnostic)
        seen[fingerprint] += 1
        counted = f"{fingerprint}:{seen[fingerprint]}"
        yield {
            "description": _told(diagnostic),
            "check_name": diagnostic.code,
            "fingerprint": sha256(counted.encode()).hexdigest(),
            "severity": "major" if diagnostic.is_error else "minor",
            "location": _location(diagnostic, report),
        }


def _told(diagnostic: Diagnostic) -> str:
    """The fact and the advice; passages of sources stay out of what is kept at a host."""
    advice = f" (help: {diagnostic.help})" if diagnostic.help else ""
    return f"{diagnostic.message}{advice}".encode("utf-8", "replace").decode()


def _location(diagnostic: Diagnostic, report: Report) -> _Json:
    """A place; what has none is of the whole project and stands at its settings."""
    ends = report.ends(diagnostic.span)
    first, last = (ends[0].line, ends[1].line) if ends else (1, 1)
    path = diagnostic.span.path if diagnostic.span else SETTINGS
    return {
        "path": path.encode("utf-8", "replace").decode(),
        "lines": {"begin": first, "end": last},
    }


REPORT = _report
