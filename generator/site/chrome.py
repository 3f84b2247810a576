"""What surrounds every page of a briefing: tabs, the way to the PDF, marking, draft notice."""

from dataclasses import dataclass

from generator.model.briefing import Briefing
from generator.model.page import PageKind
from generator.pages import page_makers
from generator.render import PageWriter
from generator.text.dates import written

_LONG = 56
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
class BriefingChrome:
    """The frame around a page. Links are relative to the page."""

    title: str
    home: str
    tabs: tuple[Tab, ...]
    sources: str
    pdf: str
    evidence: str
    date: str
    marking: str
    is_draft: bool
    contact: str


def briefing_chrome(briefing: Briefing, current: PageKind, writer: PageWriter) -> BriefingChrome:
    """The frame around the `current` page of a briefing."""
    date = briefing.updated or briefing.published or ""
    return BriefingChrome(
        title=briefing.title,
        home=writer.link(briefing.path),
        tabs=tuple(_tabs(briefing, current, writer)),
        sources=writer.link(f"{briefing.path}/sources"),
        pdf=writer.link(f"{briefing.path}/{briefing.slug}.pdf"),
        evidence=writer.link(f"{briefing.path}/evidence.json"),
        date=written(date, briefing.language),
        marking=briefing.marking or "",
        is_draft=briefing.is_draft,
        contact=briefing.contact or "",
    )


def is_long(title: str) -> bool:
    """Whether a title is set smaller. A Chinese character takes the room of two letters."""
    return sum(2 if letter >= _FIRST_WIDE else 1 for letter in title) > _LONG


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
