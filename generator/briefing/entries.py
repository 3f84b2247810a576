"""Actors and terms as lists show them: which, by which names, and where the pages name them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from generator.model.actor import Actor, Entry, Term, Wording
from generator.model.briefing import Briefing
from generator.model.page import Mention, Page, PageKind
from generator.text.naming.abbreviating import abbreviates
from generator.text.own_words import is_in_quotation
from generator.words import words_for

_READ = (PageKind.OVERVIEW, PageKind.TREND, PageKind.CONTEXT, PageKind.OUTLOOK)
_NEAR = 120
"""Characters around a name in which an author may have explained it."""
_NO_ROOM = ("(", "（", "’", "'")
"""What stands after a name that cannot be explained there: an explanation of the author's own, for
two in a row read badly, or what belongs to the name (`ByteDance’s`).
"""
_One = TypeVar("_One", Actor, Term)


class _ByIds(Protocol):
    @property
    def ids(self) -> tuple[str, ...]: ...


def listed(entries: tuple[_One, ...], options: _ByIds) -> tuple[_One, ...]:
    """The entries that a block lists: its `ids`, in their order, its `kinds`, or all."""
    kinds = getattr(options, "kinds", ())
    by_id = {entry.id: entry for entry in entries}
    wanted = [by_id[name] for name in options.ids if name in by_id] if options.ids else entries
    return tuple(entry for entry in wanted if not kinds or getattr(entry, "kind", "") in kinds)


def anchor_of(entry: Entry) -> str:
    """The id of its place in a list."""
    return f"name-{entry.id}"


def first_use_of(entry_id: str) -> str:
    """The id of the place where a page names it first."""
    return f"use-{entry_id}"


def first_uses(page: Page) -> tuple[Mention, ...]:
    """For each entry that the page names, the first place where its name can be explained: in
    running text, and not in words of others.
    """
    found: dict[str, Mention] = {}
    for mention in page.mentions:
        if mention.is_plain and mention.id not in found and not is_in_quotation(mention.span, page):
            found[mention.id] = mention
    return tuple(found.values())


def list_of(entry: Entry, briefing: Briefing) -> Page | None:
    """The page that lists the entry: the first one with a block that does, else the context page,
    which lists what no block does.
    """
    return _listing(entry, briefing) or briefing.page(PageKind.CONTEXT)


def unlisted(briefing: Briefing) -> frozenset[str]:
    """The ids of the entries that no block lists."""
    return frozenset(entry.id for entry in briefing.entries if not _listing(entry, briefing))


def _listing(entry: Entry, briefing: Briefing) -> Page | None:
    name = "actors" if isinstance(entry, Actor) else "glossary"
    for page in briefing.pages:
        for block in page.blocks:
            if block.name == name and block.options and listed((entry,), block.options):
                return page
    return None


def other_names(entry: Entry, language: str) -> tuple[Wording, ...]:
    """The name to use in this language, one for each other language, the rest; each text once."""
    used = entry.name(language)
    first = next(name for name in entry.names if name.text == used)
    rest = dict.fromkeys(name for name in entry.names if name.text != used)
    by_language = {name.language: name for name in reversed(rest)}
    by_language.pop(first.language, None)
    leading = [name for name in rest if by_language.get(name.language) == name]
    shown = {name.text: name for name in reversed((first, *leading, *rest))}
    return tuple(name for name in (first, *leading, *rest) if shown.pop(name.text, None))


def expansion_of(mention: Mention, entry: Entry, page: Page, language: str) -> Wording | None:
    """What makes a name clear at its first use: the long form of an abbreviation, the name in the
    page's language, or in another script. None where the author has written it there.
    """
    written = next((name for name in entry.names if name.text == mention.text), None)
    if written is None:
        return None
    same = [name for name in entry.names if _primary(name) == _primary(written)]
    long = [
        n for n in same if abbreviates(n.text, mention.text) and len(n.text) > len(written.text)
    ]
    others = [name for name in entry.names if _primary(name) != _primary(written)]
    if isinstance(entry, Term):
        others = [name for name in others if _primary(name) == language.split("-")[0].lower()]
    here = [name for name in others if _primary(name) == language.split("-")[0].lower()]
    found = next(iter([*here, *long, *others]), None)
    text = page.text.file.text
    if text[mention.span.end :].lstrip(" ")[:1] in _NO_ROOM:
        return None
    near = text[max(0, mention.span.start - _NEAR) : mention.span.end + _NEAR]
    return found if found and found.text not in near else None


def _primary(wording: Wording) -> str:
    return wording.language.split("-")[0].lower()


@dataclass(frozen=True, slots=True)
class Place:
    """A page that names an entry, at the first use where that has an address."""

    title: str
    href: str


def places(briefing: Briefing, link: Callable[[str], str]) -> dict[str, tuple[Place, ...]]:
    """For each entry the pages that name it, in their order. `link` gives addresses."""
    found: dict[str, list[Place]] = {}
    words = words_for("site", briefing.language)
    for page in briefing.pages:
        if page.kind not in _READ:
            continue
        title = words[f"page_{page.kind}"]
        shown = {use.id for use in first_uses(page)}
        for name in dict.fromkeys(mention.id for mention in page.mentions):
            anchor = f"#{first_use_of(name)}" if name in shown else ""
            place = Place(title, link(page.path) + anchor)
            found.setdefault(name, []).append(place)
    return {name: tuple(pages) for name, pages in found.items()}
