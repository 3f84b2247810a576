"""The information of a source is graded 1, confirmed, and no source of another origin confirms it.

In the Admiralty code a 1 means: confirmed by other independent sources (FM 2-22.3). So a source
that is graded 1 names, under `confirmed_by:`, at least one source of the library with another
`origin`. Copies of the same report confirm nothing.

Name the source that reports the same, or grade the information 2, probably true.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.diagnostic import Severity
from generator.model.source import Credibility, Source


def credibility_needs_origins(source: Source, scope: Scope) -> Iterator[Finding]:
    """Find a grade of 1 without a second origin, and confirmations by unknown sources."""
    unknown = [name for name in source.confirmed_by if scope.library.get(name) is None]
    if unknown:
        yield Finding(
            field_span(source, "confirmed_by"),
            f"`{source.id}` is confirmed by `{unknown[0]}`, which is no source of the library",
            "take the article into the library, or name another source",
        )
    elif source.credibility is Credibility.CONFIRMED and not _is_confirmed(source, scope):
        yield Finding(
            field_span(source, "credibility"),
            f"`{source.id}` is graded 1, and {_missing(source)}",
            "name a source of another origin under `confirmed_by:`, or grade it 2",
        )


def _is_confirmed(source: Source, scope: Scope) -> bool:
    others = map(scope.library.get, source.confirmed_by)
    return any(other.origin != source.origin for other in others if other)


def _missing(source: Source) -> str:
    if source.confirmed_by:
        return f"what confirms it goes back to the same origin, `{source.origin}`"
    return "names no source that confirms it"


CHECK = Check(Source, Severity.ERROR, credibility_needs_origins)

_HEAD = """>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
reliability: B
grade_reason: Own reporting
"""
_BODY = "---\nStudios weigh their options.\n"

EXAMPLES = Examples(
    passes=(
        f"{_HEAD}credibility: 2\n{_BODY}",
        f"{_HEAD}credibility: 1\nconfirmed_by: [quay-2026-02-10]\n{_BODY}",
    ),
    fails=(
        f"{_HEAD}credibility: 1\n{_BODY}",
        f"{_HEAD}credibility: 1\nconfirmed_by: [other-2026-02-11]\n{_BODY}",
        f"{_HEAD}credibility: 1\norigin: quay-2026-02-10\nconfirmed_by: [quay-2026-02-10]\n{_BODY}",
        f"{_HEAD}credibility: 2\nconfirmed_by: [nowhere]\n{_BODY}",
    ),
)
