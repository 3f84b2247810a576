"""The manual of the diagnostics, out of the checks themselves, so that it cannot drift.

`standfirst explain CODE` prints one page of it; the handbook's reference holds all.
"""

from inspect import cleandoc

from rapidfuzz import fuzz, process

from generator.checks import Check, Examples, checks
from generator.errors import UsageError
from generator.plugins import implementations

_PAGE = "docs/briefings/example/trend.md"


def explain(code: str) -> str:
    """The manual page of a diagnostic, as text. Raises UsageError for an unknown code."""
    check = checks().get(code)
    if check is None:
        nearest = process.extractOne(code, list(checks()), scorer=fuzz.ratio)
        advice = f"did you mean `{nearest[0]}`?" if nearest else ""
        raise UsageError(f"no diagnostic is called `{code}`; {advice}")
    fact, rest = _docstring(code)
    examples = _examples(code)
    parts = [
        f"{code} ({_weight(check)})",
        fact,
        rest,
        "Passes:",
        *(_indented(text) for text in examples.passes),
        "Is found in:",
        *(_indented(text) for text in examples.fails),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def reference() -> str:
    """The Markdown page of all diagnostics for the handbook."""
    by_weight = "\n".join(
        f"| [`{code}`](#{code}) | {check.severity} | {_docstring(code)[0]} |"
        for code, check in checks().items()
    )
    intro = (
        "# Diagnostics\n\n"
        "`standfirst explain CODE` prints the same in the terminal. The severity of a code is set"
        " in mkdocs.yml:\n\n"
        "```yaml\nplugins:\n  - standfirst:\n      severity: {unused-source: off}\n```\n\n"
        "| Code | Severity | Fact |\n|---|---|---|\n"
    )
    entries = [_entry(code, check) for code, check in checks().items()]
    return intro + by_weight + "\n\n" + "\n".join(entries)


def _entry(code: str, check: Check) -> str:
    fact, rest = _docstring(code)
    examples = _examples(code)
    lines = [
        f"## {code} {{#{code}}}",
        f"*{_weight(check)[:1].upper()}{_weight(check)[1:]}.* {fact}",
        rest,
        "Passes:",
        *(_fenced(text) for text in examples.passes),
        "Is found in:",
        *(_fenced(text) for text in examples.fails),
    ]
    return "\n\n".join(line for line in lines if line) + "\n"


def _docstring(code: str) -> tuple[str, str]:
    """First line and rest of the file's docstring."""
    text = cleandoc(implementations("checks", "__doc__")[code])
    fact, _, rest = text.partition("\n")
    return fact, rest.strip()


def _examples(code: str) -> Examples:
    examples: Examples = implementations("checks", "EXAMPLES")[code]
    return examples


def _weight(check: Check) -> str:
    return str(check.severity) if check.allowable else f"{check.severity}, cannot be turned off"


def _titled(text: str) -> str:
    """An example with the path of its first file, where it begins with the page."""
    return text.rstrip("\n") if text.startswith(">>> ") else f">>> {_PAGE}\n{text}".rstrip("\n")


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in _titled(text).split("\n"))


def _fenced(text: str) -> str:
    """In a fence longer than any inside."""
    return f"``````text\n{_titled(text)}\n``````"
