"""A source is graded, and nothing says why.

A grade is an opinion of the desk. A reader can only weigh it with its reason, and a colleague who
grades the next article of the same publisher needs it too.

Add `grade_reason:`, half a sentence: who reports, from what, and what is weak. A source that
nobody has judged yet is F6 and needs none.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.diagnostic import Severity
from generator.model.source import Credibility, Reliability, Source


def grade_without_reason(source: Source, _scope: Scope) -> Iterator[Finding]:
    """Find a grade on either axis that has no reason."""
    is_reliability = source.reliability is not Reliability.F
    is_graded = is_reliability or source.credibility is not Credibility.UNKNOWN
    if is_graded and not (source.grade_reason or "").strip():
        yield Finding(
            field_span(source, "reliability" if is_reliability else "credibility"),
            f"`{source.id}` is graded {source.grade}, and nothing says why",
            "add `grade_reason:`, half a sentence",
        )


CHECK = Check(Source, Severity.WARNING, grade_without_reason)

_HEAD = ">>> sources/other-2026-02-11.md\n---\ntitle: Studios weigh their options\n"
_BODY = "---\nStudios weigh their options.\n"

EXAMPLES = Examples(
    passes=(
        f"{_HEAD}{_BODY}",
        f"{_HEAD}reliability: B\ncredibility: 3\ngrade_reason: Own reporting\n{_BODY}",
    ),
    fails=(f"{_HEAD}reliability: B\n{_BODY}", f"{_HEAD}credibility: 4\n{_BODY}"),
)
