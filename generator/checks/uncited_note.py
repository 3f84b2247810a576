"""A note of a source is for a page that does not cite the source.

The curator found something worth saying there, and the page that was written by hand leaves it
out. A page that is assembled from the notes has them all.

Say what the note says and cite its source, change the note's `section:`, or delete it.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope, shortened
from generator.model.briefing import Briefing
from generator.model.diagnostic import Label, Severity
from generator.model.page import SECTION_KINDS, Page
from generator.model.source import Section, Source


def uncited_note(briefing: Briefing, scope: Scope) -> Iterator[Finding]:
    """Find, per authored page, the sources with notes for it that it does not cite."""
    for section, kind in SECTION_KINDS.items():
        page = briefing.page(kind)
        if page is None or page.text.assembled:
            continue
        cited = {citation.source_id for citation in page.citations}
        for source_id in briefing.used:
            source = scope.library.get(source_id)
            if source is not None and source_id not in cited:
                yield from _left_out(page, section, source)


def _left_out(page: Page, section: Section, source: Source) -> Iterator[Finding]:
    notes = [note for note in source.notes if note.section is section]
    if notes:
        count = "a note" if len(notes) == 1 else f"{len(notes)} notes"
        file = page.text.file
        end = file.text.find("\n", page.text.start)
        yield Finding(
            file.span(page.text.start, end if end > page.text.start else len(file.text)),
            f"`{source.id}` has {count} for the {section} page, which does not cite it",
            "cite it on the page, or change the `section:` of the note",
            tuple(Label(f"the note: {shortened(note.says, 120)}", note.span) for note in notes),
        )


CHECK = Check(Briefing, Severity.WARNING, uncited_note)

EXAMPLES = Examples(
    passes=(
        "Shares rose [@harbour-2026-02-09], elsewhere too [@quay-2026-02-10].\n",
        "Shares rose [@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].\n",
    ),
    fails=("Nine studios use the model [@ministry-2026-01].\n",),
)
