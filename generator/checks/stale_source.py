"""Nothing that a trend page cites is recent.

A trend page says what is happening. When its newest source is old, it says what was happening. A
source is old after 180 days, or what `stale_after` in mkdocs.yml says, counted to today or to the
day of `check --as-of`. This is a warning whatever the settings say, and changes no page.

Add what has happened since. Where nothing has, say so in the page and raise `stale_after`.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Citation, Page, PageKind
from generator.text.dates.curated import is_written_date, last_day_number


def stale_source(page: Page, scope: Scope) -> Iterator[Finding]:
    """Find a trend page whose newest source is old."""
    if page.kind is not PageKind.TREND:
        return
    dated = list(_dated(page, scope))
    if not dated:
        return
    newest = max(day for day, _ in dated)
    age = scope.today.toordinal() - newest
    if age > scope.project.stale_after:
        citation = next(citation for day, citation in dated if day == newest)
        yield Finding(
            citation.span,
            f"the newest source of this page, `{citation.source_id}`, is {age} days old",
            "add what has happened since, or set `stale_after` in mkdocs.yml",
        )


def _dated(page: Page, scope: Scope) -> Iterator[tuple[int, Citation]]:
    """The citations of sources that have a date, each with the last day that it may mean."""
    for citation in page.citations:
        source = scope.library.get(citation.source_id)
        if source is not None and source.published and is_written_date(source.published):
            yield last_day_number(source.published), citation


CHECK = Check(Page, Severity.WARNING, stale_source, of_today=True)

_SETTINGS = ">>> mkdocs.yml\nsite_name: Harbour desk\nplugins:\n  - standfirst:\n"
_PAGE = "Film shares rose [@harbour-2026-02-09]. A survey came first [@ministry-2026-01].\n"

EXAMPLES = Examples(
    passes=(_PAGE, f"{_PAGE}{_SETTINGS}      stale_after: 28\n"),
    fails=(f"{_PAGE}{_SETTINGS}      stale_after: 27\n",),
)
