"""What the pages that no author has written have in common."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from generator.briefing.notes import Item, origins, timeline
from generator.model.briefing import Briefing
from generator.model.page import PageKind, PageText
from generator.model.span import TextFile

EVENTS = 9
"""More events than this do not fit a timeline without hiding each other."""

Words = TypeVar("Words")


def in_language(by_language: Mapping[str, Words], language: str) -> Words:
    """The entry for the language, else the English one."""
    return by_language.get(language.split("-")[0], by_language["en"])


def grouped(notes: tuple[Item, ...]) -> dict[str, tuple[Item, ...]]:
    """The notes as the templates take them: `events` for a timeline, `dated`, `undated`.

    What the timeline tells whole is not told again: `dated` has the rest, and what has a quote.
    """
    dated = tuple(item for item in notes if item.date)
    events = timeline(dated, EVENTS)
    return {
        "events": events,
        "dated": tuple(item for item in dated if item.quote or item not in events),
        "undated": tuple(item for item in notes if not item.date),
    }


def assembled(
    kind: PageKind, briefing: Briefing, title: str, text: str, printed: Iterable[Item] = ()
) -> PageText:
    """The page of `kind` with the Markdown `text`, in which the items `printed` are found again."""
    path = briefing.path if kind is PageKind.OVERVIEW else f"{briefing.path}/{kind.value}"
    return PageText(
        kind=kind,
        path=path,
        file=TextFile(f"docs/{briefing.path}/{kind.value}.md (assembled)", text),
        title=title,
        assembled=True,
        origins=origins(text, printed),
    )
