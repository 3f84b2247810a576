"""A note is for a page that was written by hand, and the briefing cites its source nowhere.

The curator found something worth saying there, and what was written leaves the source out
altogether. A page that is assembled from the notes has them all.

Cite the source where its note belongs, take it out of `sources:`, or delete the note.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, field_span, shortened
from generator.model.briefing import Briefing
from generator.model.diagnostic import Label, Severity
from generator.model.page import SECTION_KINDS
from generator.model.source import Note, Source


def uncited_note(briefing: Briefing, scope: Scope) -> Iterator[Finding]:
    """Find the listed sources that no page or field cites though a written page has their notes."""
    pages = [page for page in (*briefing.pages, *briefing.field_pages) if not page.text.assembled]
    cited = {citation.source_id for page in pages for citation in page.citations}
    for source_id in briefing.used:
        source = scope.library.get(source_id)
        if source is not None and source_id not in cited:
            yield from _left_out(briefing, source)


def _left_out(briefing: Briefing, source: Source) -> Iterator[Finding]:
    notes = [note for note in source.notes if _is_for_a_written_page(note, briefing)]
    if notes:
        count = "a note" if len(notes) == 1 else f"{len(notes)} notes"
        listed = dict(zip(briefing.sources, briefing.source_spans, strict=False))
        yield Finding(
            listed.get(source.id) or field_span(briefing, "source_tags"),
            f"`{source.id}` has {count} for pages of this briefing, which cites it nowhere",
            "cite it on its page, or take it out of the briefing's sources",
            tuple(Label(f"the note: {shortened(note.says, 120)}", note.span) for note in notes),
        )


def _is_for_a_written_page(note: Note, briefing: Briefing) -> bool:
    page = briefing.page(SECTION_KINDS[note.section])
    return page is not None and not page.text.assembled


CHECK = Check(Briefing, Severity.WARNING, uncited_note)

EXAMPLES = Examples(
    passes=(
        "Shares rose [@harbour-2026-02-09], elsewhere too [@quay-2026-02-10].\n",
        "Shares rose [@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].\n",
    ),
    fails=(
        "Film shares rose that Monday [@harbour-2026-02-09].\n"
        ">>> docs/briefings/example/briefing.yml\n"
        "title: Video clips lift media shares\n"
        "sources: [harbour-2026-02-09, quay-2026-02-10]\n",
    ),
)
