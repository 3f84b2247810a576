"""What may be published of an old edition today."""

from collections.abc import Iterator
from dataclasses import replace

from generator.checks import Scope, checks
from generator.model.briefing import Briefing, Correction, CorrectionKind
from generator.model.build import Build
from generator.model.edition import Edition
from generator.model.page import Page
from generator.model.source import Library, Rights, Source
from generator.model.span import TextFile
from generator.project import Project

_UNREADABLE = frozenset({"bad-metadata", "invalid-block"})
"""Diagnostics of files that this version of the compiler makes nothing of."""


def with_todays_rights(past: Build, today: Build) -> Build:
    """The old build, each source with the rights that it has now: none where it is gone.

    A source that was renamed is known by its text.
    """
    by_body = {source.body: source for source in today.library.sources}
    sources = tuple(
        replace(source, rights=_rights(source, today.library.get(source.id), by_body))
        for source in past.library.sources
    )
    return replace(past, library=Library(sources, past.library.tables))


def obstacle(past: Build, edition: Edition, newest: Briefing) -> str:
    """Why the edition cannot be published today; empty where it can."""
    briefing = next((one for one in past.briefings if one.slug == edition.briefing), None)
    retraction = next(_retractions(edition, newest), None)
    if retraction is not None:
        return f"it was retracted on {retraction.date}"
    if briefing is None:
        return _first_fault(past, edition) or "its briefing.yml is not at that commit"
    return _first_fault(past, edition) or next(_exceeded(past, briefing), "")


def _rights(source: Source, same: Source | None, by_body: dict[str, Source]) -> Rights:
    known = same or by_body.get(source.body)
    return known.rights if known else Rights.NONE


def _retractions(edition: Edition, newest: Briefing) -> Iterator[Correction]:
    """Retractions of the whole text that came after the edition."""
    for each in newest.corrections:
        is_whole = each.kind is CorrectionKind.RETRACTION and not each.ids
        is_later = each.id not in edition.held.corrections
        if is_whole and is_later and (each.edition or 0) <= edition.number:
            yield each


def _first_fault(past: Build, edition: Edition) -> str:
    inputs = {path for path, _ in edition.inputs}
    for each in past.diagnostics:
        if each.code in _UNREADABLE and each.span and each.span.path in inputs:
            return f"{each.span.path} of that commit cannot be read today: {each.message}"
    return ""


def _exceeded(past: Build, briefing: Briefing) -> Iterator[str]:
    """What it would publish against the rights of today, and citations of sources that it lacks."""
    scope = Scope(
        Project(TextFile("mkdocs.yml", "")), past.library, past.briefings, _unknown, briefing
    )
    check = checks()["rights-exceeded"]
    for page in (*briefing.pages, *briefing.field_pages):
        for citation in page.citations:
            if past.library.get(citation.source_id) is None:
                yield f"its source `{citation.source_id}` is not at that commit"
        for node in (*page.quotations, *page.blocks):
            yield from (found.message for found in check.run(node, _on(scope, page)))


def _on(scope: Scope, page: Page) -> Scope:
    return replace(scope, page=page)


def _unknown(_source_id: str) -> None:
    """Captures play no part here."""
