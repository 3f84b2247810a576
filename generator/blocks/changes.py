"""The editions of the briefing, the newest first: date, message, and what changed in each.

It has no keys. All of it comes from `editions.lock`, so it needs no history to be built; links to
the redline, pages and PDF of an edition are there where `build --editions` publishes them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.briefing.translations import original_of
from generator.model.briefing import Briefing
from generator.model.edition import Change, Edition, Subject, edition_path, redline_path
from generator.model.page import PageKind
from generator.profiles import profile_of
from generator.text.cited import without_citations
from generator.text.dates.curated import written
from generator.text.likelihood.bands import shown
from generator.text.plain import one_line
from generator.text.redline import Change as Fate
from generator.text.redline import compared
from generator.words import Words, words_for

_PROSE = frozenset(
    {"says", "because", "question", "criteria", "text", "title", "standfirst", "source_summary"}
)
"""Fields that are shown as a redline; the others as `before → after`."""
_SIGNS = {
    Fate.KEPT: Markup("{}"),
    Fate.DELETED: Markup("<del>{}</del>"),
    Fate.INSERTED: Markup("<ins>{}</ins>"),
}


@dataclass(frozen=True, slots=True)
class ChangesOptions:
    """The block has no keys."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing that changed: what it is, its name, where it stands, and how it changed."""

    subject: str
    name: str
    href: str
    facts: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """An edition as written."""

    anchor: str
    title: str
    date: str
    shown_date: str
    message: str
    lines: tuple[_Line, ...]
    is_first: bool
    links: tuple[tuple[str, str], ...]
    """Names and addresses of what is published of it: its redline, its pages, its PDF."""


def write_changes(_options: ChangesOptions, surroundings: Surroundings) -> BlockHtml:
    """The list of editions."""
    briefing = surroundings.briefing
    items = [
        _item(edition, briefing, surroundings)
        for edition in reversed(briefing.editions if briefing else ())
        if briefing
    ]
    original = _original(briefing, surroundings) if briefing else ("", "")
    html = surroundings.writer.template("changes.html", items=items, original=original)
    return BlockHtml(html)


def _original(briefing: Briefing, surroundings: Surroundings) -> tuple[str, str]:
    """Title of the text that this one translates, and where its changes stand; empty for none."""
    slug = original_of(briefing, surroundings.briefings)
    found = (each for each in surroundings.briefings if each.slug == slug != briefing.slug)
    original = next(found, None)
    page = original.page(PageKind.CHANGES) if original else None
    if original is None or page is None or original.is_draft:
        return "", ""
    return one_line(original.title), surroundings.writer.link(page.path)


def changes_faults(_options: ChangesOptions, surroundings: Surroundings) -> Iterator[BlockFault]:
    """A page outside the briefings."""
    if surroundings.briefing is None:
        yield BlockFault("changes belong to a briefing", "Move the block to its pages.")


def _item(edition: Edition, briefing: Briefing, surroundings: Surroundings) -> _Item:
    language = surroundings.language
    is_first = edition.number == briefing.editions[0].number
    return _Item(
        anchor=f"edition-{edition.number}",
        title=words_for("site", language).say("edition_n", n=edition.number),
        date=edition.date,
        shown_date=written(edition.date, language),
        message=one_line(edition.message),
        lines=() if is_first else tuple(_lines(edition, briefing, surroundings)),
        is_first=is_first,
        links=tuple(_links(edition, briefing, surroundings)),
    )


def _links(
    edition: Edition, briefing: Briefing, surroundings: Surroundings
) -> Iterator[tuple[str, str]]:
    words, link = words_for("site", surroundings.language), surroundings.writer.link
    for before, after in briefing.rebuilding.redlines:
        if after == edition.number:
            yield words["redline"], link(redline_path(briefing.slug, before, after))
    if edition.number in briefing.rebuilding.pages:
        path = edition_path(briefing.slug, edition.number)
        yield words["edition_pages"], link(path)
        yield words["pdf"], link(f"{path}/{briefing.slug}.pdf")


def _lines(edition: Edition, briefing: Briefing, surroundings: Surroundings) -> Iterator[_Line]:
    words = words_for("site", surroundings.language)
    for (subject, _), group in groupby(edition.changes, lambda each: (each.subject, each.id)):
        changes = tuple(group)
        facts = tuple(_facts(changes, edition, briefing, words))
        if not facts:
            continue
        yield _Line(
            words[f"subject_{subject}"],
            _name(changes[0], briefing, words),
            _address(changes[0], briefing, surroundings),
            facts,
        )


def _name(change: Change, briefing: Briefing, words: Words) -> str:
    page = briefing.page(PageKind(change.page)) if change.page in tuple(PageKind) else None
    if change.subject is Subject.CORRECTION:
        return words.get(f"kind_of_{change.title}", change.id)
    if change.subject in (Subject.NUMBER, Subject.QUOTATION, Subject.CLAIM):
        return page.text.title if page else change.page
    if change.subject is Subject.PAGE:
        own = briefing.page(PageKind(change.id)) if change.id in tuple(PageKind) else None
        return own.text.title if own else change.title or change.id
    return without_citations(change.title) or change.id


def _address(change: Change, briefing: Briefing, surroundings: Surroundings) -> str:
    """Where the thing stands now; empty where it does no more."""
    link = surroundings.writer.link
    held = {each.id for each in briefing.judgements} | {each.id for each in briefing.forecasts}
    if change.subject in (Subject.JUDGEMENT, Subject.FORECAST):
        outlook = link(f"{briefing.path}/{PageKind.OUTLOOK}")
        return f"{outlook}#{change.id}" if change.id in held else ""
    if change.subject is Subject.SOURCE:
        return link(f"sources/{change.id}") if change.id in briefing.used else ""
    if change.subject is Subject.CORRECTION:
        known = {each.id for each in briefing.corrections if not each.minor}
        return f"#correction-{one_line(change.id)}" if change.id in known else ""
    kind = change.page or change.id
    page = briefing.page(PageKind(kind)) if kind in tuple(PageKind) else None
    if page is None:
        return ""
    is_inside = change.subject is not Subject.PAGE and not change.is_dropped and change.id != kind
    return f"{link(page.path)}#{change.id}" if is_inside else link(page.path)


def _facts(
    changes: tuple[Change, ...], edition: Edition, briefing: Briefing, words: Words
) -> Iterator[Markup]:
    """How it changed. A probability that was held again is no change."""
    for change in changes:
        before = _held_before(change, edition)
        if before is None:
            yield _fact(change, briefing, words)
        elif before != change.after:
            day, _, whose = change.field.removeprefix("p ").partition(" ")
            date = written(day, briefing.language)
            moved = words.say("probability_moved", before=before, after=change.after, date=date)
            yield escape(f"{moved} ({whose})" if whose else moved)


def _held_before(change: Change, edition: Edition) -> str | None:
    """Of a new probability, the last one before it of the same voice; None where there is none."""
    if not change.field.startswith("p ") or change.before is not None:
        return None
    day, _, whose = change.field.removeprefix("p ").partition(" ")
    forecast = next((each for each in edition.held.forecasts if each.id == change.id), None)
    earlier = [
        each
        for each in (forecast.probabilities if forecast else ())
        if each.date < day and (each.by or "") == whose
    ]
    return max(earlier, key=lambda each: each.date).p if earlier else None


def _fact(change: Change, briefing: Briefing, words: Words) -> Markup:
    if change.count:
        return escape(words.say("passages_changed", n=change.count))
    if change.is_added or change.is_dropped:
        return escape(words["change_added" if change.is_added else "change_dropped"])
    name = _field_name(change.field, briefing.language, words)
    if change.before is None and change.after is None:
        return escape(words["change_replaced"])
    if change.field in _PROSE:
        return Markup("{}{}{}").format(name, words["colon"], _redline(change))
    before, after = (_value(change.field, text, briefing, words) for text in _both(change))
    if change.before is None:
        return Markup("{}{}{}").format(name, words["colon"], after)
    return Markup("{}{}{} → {}").format(name, words["colon"], before, after)


def _both(change: Change) -> tuple[str | None, str | None]:
    return change.before, change.after


def _field_name(field: str, language: str, words: Words) -> str:
    if field.startswith("p "):
        day, _, whose = field.removeprefix("p ").partition(" ")
        named = words.say("field_p", date=written(day, language))
        return f"{named} ({whose})" if whose else named
    return words.get(f"field_{field}", field)


def _value(field: str, text: str | None, briefing: Briefing, words: Words) -> str:
    if text is None:
        return words["change_none"]
    if field == "likelihood":
        return shown(text, profile_of(briefing), briefing.language)
    known = words.get(f"{field}_{text}")
    return known or text


def _redline(change: Change) -> Markup:
    pieces = compared(without_citations(change.before or ""), without_citations(change.after or ""))
    return Markup("").join(_SIGNS[piece.change].format(piece.text) for piece in pieces)


BLOCK = BlockKind(ChangesOptions, write_changes, changes_faults)

EXAMPLE = """\
{}
"""
