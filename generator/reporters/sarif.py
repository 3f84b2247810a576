"""SARIF 2.1.0 (OASIS, 2020), for code scanning and review tools.

One run with all checks as rules, also those that found nothing, and one result for each
diagnostic. What comments in the pages allow is there too, as suppressed results with the comment's
reason. Columns count characters (`unicodeCodePoints`). A result keeps its fingerprint while its
code, its file and the text of its line stay the same.
"""

import json
from collections import Counter
from collections.abc import Iterator
from inspect import cleandoc
from itertools import chain
from urllib.parse import quote

from generator.checks import Check, checks
from generator.model.diagnostic import Diagnostic, Label
from generator.model.span import Span
from generator.plugins import implementations
from generator.project import SETTINGS
from generator.reporters import Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"

_Json = dict[str, object]


def _report(report: Report) -> str:
    run = {
        "tool": {"driver": _driver()},
        "invocations": [{"executionSuccessful": True}],
        "automationDetails": {"id": "standfirst/"},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of the project."}}},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(report)),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=1) + "\n"


def _driver() -> _Json:
    from importlib.metadata import version  # 25 ms, only where this format is asked for

    return {
        "name": "Standfirst",
        "version": version("standfirst"),
        "rules": [_rule(code, check) for code, check in checks().items()],
    }


def _rule(code: str, check: Check) -> _Json:
    manual = cleandoc(implementations("checks", "__doc__")[code])
    fact, _, rest = manual.partition("\n")
    return {
        "id": code,
        "shortDescription": {"text": fact},
        "fullDescription": {"text": manual},
        "help": {"text": manual, "markdown": f"**{fact}**\n\n{rest.strip()}".strip()},
        "defaultConfiguration": {"level": str(check.severity)},
    }


def _results(report: Report) -> Iterator[_Json]:
    """The results; a run that tells of suppressions tells of them in each (3.27.23)."""
    rules = {code: index for index, code in enumerate(checks())}
    shown = [(one, None) for one in report.diagnostics if report.is_shown(one)]
    allowed = [(one.diagnostic, one.reason) for one in report.allowed]
    seen: Counter[str] = Counter()
    for diagnostic, reason in chain(shown, allowed):
        fingerprint = report.fingerprint(diagnostic)
        seen[fingerprint] += 1
        suppression = {"kind": "inSource", "status": "accepted", "justification": reason}
        yield {
            "ruleId": diagnostic.code,
            **({"ruleIndex": rules[diagnostic.code]} if diagnostic.code in rules else {}),
            "level": str(diagnostic.severity),
            "message": {"text": _plain(_told(diagnostic, report))},
            "locations": [_location(diagnostic.span, report)],
            "relatedLocations": list(_related(diagnostic, report)),
            "partialFingerprints": {
                "primaryLocationLineHash": f"{fingerprint}:{seen[fingerprint]}"
            },
            "suppressions": [] if reason is None else [suppression],
        }


def _told(diagnostic: Diagnostic, report: Report) -> str:
    """The fact, what has no place of its own, and what to do."""
    facts = [label.text for label in report.publishable(diagnostic) if label.span is None]
    advice = [f"help: {diagnostic.help}"] if diagnostic.help else []
    return "\n".join([diagnostic.message, *facts, *advice])


def _related(diagnostic: Diagnostic, report: Report) -> Iterator[_Json]:
    placed: list[Label] = [label for label in report.publishable(diagnostic) if label.span]
    for number, label in enumerate(placed, 1):
        yield {
            "id": number,
            **_location(label.span, report),
            "message": {"text": _plain(label.text)},
        }


def _location(span: Span | None, report: Report) -> _Json:
    """A place; what has none is of the whole project and stands at its settings."""
    place: _Json = {
        "artifactLocation": {"uri": _uri(span.path if span else SETTINGS), "uriBaseId": _ROOT}
    }
    if ends := report.ends(span):
        first, last = ends
        place["region"] = {
            "startLine": first.line,
            "startColumn": first.column,
            "endLine": last.line,
            "endColumn": last.column,
        }
    return {"physicalLocation": place}


def _uri(path: str) -> str:
    """A relative reference: never with a scheme, and never `//`, which would name a host."""
    return quote(path.lstrip("/"), safe="/", errors="replace")


def _plain(text: str) -> str:
    """A plain text message: braces doubled (3.11.5), and no embedded link (3.11.6)."""
    whole = text.encode("utf-8", "replace").decode()
    return whole.replace("{", "{{").replace("}", "}}").replace("](", "] (")


REPORT = _report
