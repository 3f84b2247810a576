"""A source was read before it was published.

One of the two dates is wrong, or the article was changed after you read it and carries a new date.

Correct `accessed:` or `published:`. Where the article was changed, read and capture it again.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.diagnostic import Severity
from generator.model.source import Source
from generator.text.dates.curated import day_number, is_written_date, last_day_number


def accessed_before_published(source: Source, _scope: Scope) -> Iterator[Finding]:
    """Find a source whose `accessed` lies before its `published`, however both are meant."""
    accessed, published = source.accessed or "", source.published or ""
    if not (is_written_date(accessed) and is_written_date(published)):
        return
    if last_day_number(accessed) < day_number(published):
        yield Finding(
            field_span(source, "accessed"),
            f"`{source.id}` was read on {accessed} and published on {published}",
            "correct one of the two dates",
        )


CHECK = Check(Source, Severity.WARNING, accessed_before_published)

_HEAD = ">>> sources/other-2026-02-11.md\n---\ntitle: Studios weigh their options\n"
_BODY = "---\nStudios weigh their options.\n"

EXAMPLES = Examples(
    passes=(
        f"{_HEAD}published: 2026-02-11\naccessed: 2026-02-11\n{_BODY}",
        f"{_HEAD}published: 2026-02-11\naccessed: 2026-02\n{_BODY}",
    ),
    fails=(
        f"{_HEAD}published: 2026-02-11\naccessed: 2026-02-10\n{_BODY}",
        f"{_HEAD}published: 2026-02\naccessed: 2026-01\n{_BODY}",
    ),
)
