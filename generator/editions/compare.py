"""What changed between two compiled states of a briefing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.editions.held import held, held_changes
from generator.editions.paragraphs import is_compared
from generator.editions.prose import Redline, page_redline, prose_changes
from generator.model.briefing import Briefing, Correction
from generator.model.build import Build
from generator.model.edition import Change, Held, Subject
from generator.model.page import PageKind
from generator.model.source import Library, Source


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a briefing side by side."""

    slug: str
    title: str
    changes: tuple[Change, ...] = ()
    redlines: tuple[Redline, ...] = ()


_HEAD = ("title", "standfirst", "source_summary")
"""Fields of briefing.yml that are text for readers."""


def compare(slug: str, old: Build | None, new: Build | None) -> Comparison:
    """The differences of one briefing; a state without it has nothing in it."""
    before, after = _briefing(slug, old), _briefing(slug, new)
    either = after or before
    if either is None:
        return Comparison(slug, slug)
    redlines = tuple(_redlines(before, after, either.language))
    changes = (
        *_head_changes(before, after),
        *held_changes(held(before) if before else Held(), held(after) if after else Held()),
        *_source_changes(_used(before, old), _used(after, new)),
        *_correction_changes(before, after),
        *(change for redline in redlines for change in prose_changes(redline)),
    )
    return Comparison(slug, either.title, changes, redlines)


def summary(comparison: Comparison) -> tuple[Change, ...]:
    """The changes as the lock keeps them: quotations without their words.

    A passage that had to go must not live on in the file that says so.
    """
    return tuple(
        replace(change, before=None, after=None) if change.subject is Subject.QUOTATION else change
        for change in comparison.changes
    )


def _briefing(slug: str, build: Build | None) -> Briefing | None:
    briefings = build.briefings if build else ()
    return next((briefing for briefing in briefings if briefing.slug == slug), None)


def _head_changes(old: Briefing | None, new: Briefing | None) -> Iterator[Change]:
    if old is None or new is None:
        return
    for field in _HEAD:
        before, after = getattr(old, field) or None, getattr(new, field) or None
        if before != after:
            yield Change(Subject.PAGE, PageKind.OVERVIEW, field, before, after)


def _used(briefing: Briefing | None, build: Build | None) -> dict[str, Source]:
    library = build.library if build else Library(())
    found = (library.get(source_id) for source_id in (briefing.used if briefing else ()))
    return {source.id: source for source in found if source}


def _source_changes(old: dict[str, Source], new: dict[str, Source]) -> Iterator[Change]:
    for source in new.values():
        before = old.get(source.id)
        if before is None:
            yield Change(Subject.SOURCE, source.id, after=source.title, title=source.title)
        elif before.grade != source.grade:
            yield Change(
                Subject.SOURCE, source.id, "grade", before.grade, source.grade, source.title
            )
    for source in old.values():
        if source.id not in new:
            yield Change(Subject.SOURCE, source.id, before=source.title, title=source.title)


def _correction_changes(old: Briefing | None, new: Briefing | None) -> Iterator[Change]:
    known = {each.id for each in old.corrections} if old else set()
    for each in new.corrections if new else ():
        if each.id not in known:
            yield Change(Subject.CORRECTION, each.id, after=_words(each), title=str(each.kind))


def _words(correction: Correction) -> str:
    return correction.right or correction.why or str(correction.kind)


def _redlines(old: Briefing | None, new: Briefing | None, language: str) -> Iterator[Redline]:
    for kind in PageKind:
        before, after = (each.page(kind) if each else None for each in (old, new))
        either = after or before
        if either is not None and is_compared(either):
            redline = page_redline(before, after, language)
            if redline:
                yield redline
