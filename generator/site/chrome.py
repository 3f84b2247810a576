"""What surrounds every page of a briefing: tabs, the way to the PDF, marking, draft notice."""

import re
from dataclasses import dataclass

from generator.briefing.corrected import corrected_place
from generator.briefing.history import corrected_lately
from generator.briefing.state_date import state_date
from generator.briefing.translations import versions
from generator.model.briefing import Briefing
from generator.model.page import PageKind
from generator.pages import page_makers
from generator.render import PageWriter
from generator.text.dates.curated import written
from generator.words import own_name, words_for

_LONG = 56
_LINE = 14
"""Characters of a title's line."""
_MARK = re.compile("(?<=[：，、；。？！])(?=.)")
_FIRST_WIDE = "\u2e80"
"""Where the CJK blocks of Unicode begin."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of the briefing in its navigation."""

    title: str
    href: str
    is_current: bool
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """The same page in one of its languages; `path` is its address within the site."""

    language: str
    name: str
    """What the language is called in itself."""
    href: str
    path: str
    is_current: bool
    is_original: bool


@dataclass(frozen=True, slots=True)
class BriefingChrome:
    """The frame around a page. Links are relative to the page."""

    title: str
    current: str
    """The name of the page's kind."""
    home: str
    tabs: tuple[Tab, ...]
    sources: str
    pdf: str
    evidence: str
    date: str
    month: str
    """As `2026-03`, to sort and filter by."""
    marking: str
    is_draft: bool
    contact: str
    edition: int | None
    """The number of the newest edition."""
    edition_date: str
    has_quotations: bool
    """Whether the briefing quotes anything: only then can quotations be followed."""
    changes: str
    """The page of editions and corrections; empty where there are none."""
    corrected: str = ""
    """What the newest edition corrects, in a line; empty where it corrects nothing."""
    versions: tuple[Version, ...] = ()
    """The page in its languages, the original first; none where it is in one language only."""


def briefing_chrome(briefing: Briefing, current: PageKind, writer: PageWriter) -> BriefingChrome:
    """The frame around the `current` page of a briefing."""
    date = state_date(briefing)
    return BriefingChrome(
        title=briefing.title,
        current=page_makers()[current].title(briefing.language),
        home=writer.link(briefing.path),
        tabs=tuple(_tabs(briefing, current, writer)),
        sources=writer.link(f"{briefing.path}/sources"),
        pdf=writer.link(f"{briefing.path}/{briefing.slug}.pdf"),
        evidence=writer.link(f"{briefing.path}/evidence.json"),
        date=written(date, briefing.language),
        month=date[: len("2026-03")],
        marking=briefing.marking or "",
        is_draft=briefing.is_draft,
        contact=briefing.contact or "",
        edition=briefing.edition,
        edition_date=written(briefing.editions[-1].date, briefing.language)
        if briefing.editions
        else "",
        has_quotations=any(page.quotations for page in (*briefing.pages, *briefing.field_pages)),
        changes=_changes(briefing, writer),
        corrected=_corrected(briefing),
        versions=_versions(briefing, current, writer),
    )


def _changes(briefing: Briefing, writer: PageWriter) -> str:
    page = briefing.page(PageKind.CHANGES)
    return writer.link(page.path) if page else ""


def _corrected(briefing: Briefing) -> str:
    """Where, when and what to read where there is one correction, else how many there are."""
    words = words_for("site", briefing.language)
    found = corrected_lately(briefing)
    if len(found) > 1:
        return words.say("n_corrections", n=len(found))
    return "".join(
        " · ".join(
            part
            for part in (
                corrected_place(briefing, each),
                written(each.date, briefing.language),
                words["what_it_was"],
            )
            if part
        )
        for each in found
    )


def is_long(title: str) -> bool:
    """Whether a title is set smaller. A Chinese character takes the room of two letters."""
    return _letters(title) > _LONG


def title_room(title: str, language: str) -> int:
    """How many characters wide a Chinese title is where it breaks only after its marks.

    Chinese has no spaces to break at, and would be cut within a word. 0 where that does not help:
    no mark parts the title, or a part is longer than a line.
    """
    parts = _MARK.split(title) if language.startswith("zh") else []
    longest = max(((_letters(part) + 1) // 2 for part in parts), default=0)
    return longest if len(parts) > 1 and longest <= _LINE else 0


def _letters(title: str) -> int:
    return sum(2 if letter >= _FIRST_WIDE else 1 for letter in title)


def _versions(briefing: Briefing, current: PageKind, writer: PageWriter) -> tuple[Version, ...]:
    found = versions(briefing, writer.briefings)
    pages = [(each, page) for each in found if (page := each.page(current))]
    if len(pages) < 2:
        return ()
    return tuple(
        Version(
            language=each.language,
            name=own_name(each.language),
            href=writer.link(page.path),
            path=page.path,
            is_current=each.slug == briefing.slug,
            is_original=each.slug == found[0].slug,
        )
        for each, page in pages
    )


def _tabs(briefing: Briefing, current: PageKind, writer: PageWriter) -> list[Tab]:
    makers = page_makers()
    return [
        Tab(
            title=makers[page.kind].title(briefing.language),
            href=writer.link(page.path),
            is_current=page.kind is current,
            count=len(briefing.used) if page.kind is PageKind.SOURCES else None,
        )
        for page in briefing.pages
    ]
