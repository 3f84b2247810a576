"""What checks look at beside their node, noted, so that their findings can be remembered.

The findings of a page or a source stay right for as long as everything stays the same that its
checks looked at when they found them. A `Watched` scope is a scope to them, and notes what they
read of it; `Surroundings` digests that as it is now.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from typing import cast

from generator.briefing import Bodies
from generator.checks import Scope
from generator.memo import digest
from generator.model.briefing import Briefing
from generator.model.page import Page, Quotation
from generator.model.source import Library, Source, Table
from generator.text.glyphs import Coverage

Look = tuple[str, ...]
"""What was looked at: `("source", id)`, `("head", slug)` (briefing.yml), `("project",)`…"""

_OWN = ("page", "source", "numbers")
"""What the digest of the node itself covers, or what only saves reading it twice."""
_PARTS = {"used": "used", "number": "used"} | dict.fromkeys(
    ("pages", "field_pages", "page"), "pages"
)
"""What of a briefing is more than its head: briefing.yml and its data files."""


def watched(scope: Scope, looks: set[Look]) -> Scope:
    """A scope that adds to `looks` what is read of it."""
    return cast(Scope, _WatchedScope(scope, looks))  # it has all that a check may read


class _WatchedScope:
    __slots__ = ("_library", "_looks", "_scope")

    def __init__(self, scope: Scope, looks: set[Look]) -> None:
        self._scope = scope
        self._looks = looks
        self._library = _WatchedLibrary(scope.library, looks)

    def __getattr__(self, name: str) -> object:
        if name not in _OWN:
            self._looks.add((name,))
        return getattr(self._scope, name)

    @property
    def library(self) -> "_WatchedLibrary":
        return self._library

    @property
    def briefing(self) -> "_WatchedBriefing | None":
        briefing = self._scope.briefing
        return _WatchedBriefing(briefing, self._looks) if briefing else None

    @property
    def briefings(self) -> "tuple[_WatchedBriefing, ...]":
        self._looks.add(("briefings",))
        return tuple(_WatchedBriefing(one, self._looks) for one in self._scope.briefings)

    def cited(self, quotation: Quotation) -> tuple[Source, ...]:
        return Scope.cited(cast(Scope, self), quotation)

    def snapshot_sha256(self, source_id: str) -> str | None:
        self._looks.add(("snapshot", source_id))
        return self._scope.snapshot_sha256(source_id)

    def coverage(self) -> Coverage:
        self._looks.add(("coverage",))
        return self._scope.coverage()


class _WatchedBriefing:
    __slots__ = ("_briefing", "_looks")

    def __init__(self, briefing: Briefing, looks: set[Look]) -> None:
        self._briefing = briefing
        self._looks = looks

    def __getattr__(self, name: str) -> object:
        self._looks.add((_PARTS.get(name, "head"), self._briefing.slug))
        return getattr(self._briefing, name)


class _WatchedLibrary:
    __slots__ = ("_library", "_looks")

    def __init__(self, library: Library, looks: set[Look]) -> None:
        self._library = library
        self._looks = looks

    def get(self, source_id: str) -> Source | None:
        self._looks.add(("source", source_id))
        return self._library.get(source_id)

    def table(self, path: str) -> Table | None:
        self._looks.add(("table", path))
        return self._library.table(path)

    def __getattr__(self, name: str) -> object:
        self._looks.add(("library",))
        return getattr(self._library, name)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Digests of what surrounds the nodes of a project, each made when it is first asked for."""

    scope: Scope
    bodies: Bodies
    _made: dict[Look, bytes | None] = field(default_factory=dict)

    def digest(self, looks: Iterable[Look]) -> bytes | None:
        """The digest of all that was looked at; None where something cannot be digested."""
        return _joined(self._of(look) for look in looks)

    def page(self, page: Page) -> bytes | None:
        """The digest of a page with its blocks as read; None where it was not parsed for us."""
        parsed = self.bodies.pages.get(page.text.file.path)
        if parsed is None:
            return None
        blocks = repr([one.options for one in page.blocks])
        cited = repr([one.source_id for one in page.citations])  # notes add some (BlockKind.cites)
        return digest(parsed, repr(page.text.origins), blocks, cited)

    def _of(self, look: Look) -> bytes | None:
        if look[0] == "source":
            return self.bodies.digest(look[1])
        if look not in self._made:
            self._made[look] = self._of_briefing(look) if len(look) == 2 else None
            self._made[look] = self._made[look] or self._of_project(look)
        return self._made[look]

    def _of_project(self, look: Look) -> bytes | None:
        scope, (what, *names) = self.scope, look
        ways: dict[str, Callable[..., bytes]] = {
            "project": lambda: digest(repr(scope.project)),
            "library": lambda: _digest_of_library(scope.library, self.bodies),
            "table": lambda path: digest(repr(scope.library.table(path))),
            "snapshot": lambda source_id: digest(scope.snapshot_sha256(source_id) or ""),
            "today": lambda: digest(scope.today.isoformat()),
            "committed": lambda: digest(repr([scope.committed(one) for one in scope.briefings])),
            "coverage": lambda: digest(*scope.coverage.stamp()),
            "glossary": lambda: digest(repr(scope.glossary)),
            "briefings": lambda: digest(*(briefing.slug for briefing in scope.briefings)),
        }
        return ways[what](*names) if what in ways else None

    def _of_briefing(self, look: Look) -> bytes | None:
        what, slug = look
        briefing = next((one for one in self.scope.briefings if one.slug == slug), None)
        if briefing is None:
            return None
        if what == "used":
            return digest(*briefing.used)
        if what == "pages":
            return _joined(self.page(page) for page in (*briefing.pages, *briefing.field_pages))
        return _digest_of_head(briefing) if what == "head" else None


def _joined(parts: Iterable[bytes | None]) -> bytes | None:
    """The digest of digests, None where one is missing."""
    known = list(parts)
    return None if None in known else digest(*(part for part in known if part is not None))


def _digest_of_head(briefing: Briefing) -> bytes:
    """All of a briefing but its pages and what they use."""
    apart = {*_PARTS, "file"}
    rest = [getattr(briefing, item.name) for item in fields(briefing) if item.name not in apart]
    return digest(briefing.file.path, briefing.file.text, repr(rest))


def _digest_of_library(library: Library, bodies: Bodies) -> bytes:
    sources = (bodies.digest(source.id) for source in library.sources)
    return digest(repr(library.tables), *sources)
