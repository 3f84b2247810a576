"""A heading is more than one level below the one before it.

Readers who move by headings take a skipped level for a missing part, and the standard for
accessible PDF (PDF/UA-1, ISO 14289-1, 7.4.2) does not allow it, so the heading is raised there.

Take one `#` away, or add the heading that is missing between.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Page

_FIRST = 2
"""The level that a page may begin with: its title is the first level."""


def heading_level_skipped(page: Page, _scope: Scope) -> Iterator[Finding]:
    """Find headings that skip a level."""
    allowed = _FIRST
    for heading in page.headings:
        if heading.level > allowed:
            missing = heading.level - 1
            yield Finding(
                heading.span,
                f"this heading is of level {heading.level}, and none of level {missing} is above"
                " it",
                "take one `#` away, or add the heading that is missing",
            )
        allowed = heading.level + 1


CHECK = Check(Page, Severity.WARNING, heading_level_skipped)

_CITED = "\n\nFilm shares rose that Monday [@harbour-2026-02-09].\n\n"

EXAMPLES = Examples(
    passes=(
        f"## Shares{_CITED}### Monday{_CITED}## Clips{_CITED}",
        f"# Shares{_CITED}## Monday{_CITED}",
    ),
    fails=(
        f"### Shares{_CITED}",
        f"## Shares{_CITED}#### Monday{_CITED}",
    ),
)
