"""The manual of the diagnostics, out of the checks themselves, so that it cannot drift.

`standfirst explain CODE` prints one page of it, `standfirst explain` the list; the handbook's
reference holds all.
"""

from inspect import cleandoc

from rapidfuzz import fuzz, process

from generator.checks import Check, Examples, checks
from generator.errors import UsageError
from generator.plugins import implementations

_PAGE = "docs/briefings/example/trend.md"
_NEAR = 60
"""How alike two codes are, of 100, to be taken for each other."""


def explain(code: str) -> str:
    """The manual page of a diagnostic, as text. Raises UsageError for an unknown code."""
    check = checks().get(code)
    if check is None:
        near = process.extract(code, list(checks()), scorer=fuzz.ratio, limit=3, score_cutoff=_NEAR)
        meant = " or ".join(f"`{name}`" for name, _, _ in near)
        advice = f"did you mean {meant}? " if meant else ""
        raise UsageError(
            f"no diagnostic is called `{code}`; {advice}`standfirst explain` lists them all"
        )
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


def codes() -> str:
    """Every code with what it finds, a line each."""
    width = max(map(len, checks()))
    return "".join(f"{code:{width}}  {_docstring(code)[0]}\n" for code in checks())


def reference() -> str:
    """The Markdown page of all diagnostics for the handbook."""
    by_weight = "\n".join(
        f"| [`{code}`](#{code}) | {check.severity} | {_docstring(code)[0]} |"
        for code, check in checks().items()
    )
    intro = (
        "# Diagnostics\n\n"
        "`standfirst explain CODE` prints the same in the terminal, `standfirst explain` this list."
        " The severity of a code is set"
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
