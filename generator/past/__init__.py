"""Editions of the past, built again from git and published under addresses of their own.

The content is that of the commit which `editions.lock` names; settings, templates and theme are
today's, and so are rights: what may not be published now does not come back through an old edition.
Of the commit nothing is run. What cannot be built is left out, and `Past.notices` say why.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.build import read_project
from generator.commit_workspace import commit_workspace
from generator.editions.compare import Comparison, compare
from generator.editions.inputs import edition_commit
from generator.editions.lock import read_lock
from generator.editions.readable import readable
from generator.errors import HistoryError, StandfirstError
from generator.git.repository import Repository, open_repository
from generator.memo import Memo, NoMemo
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.edition import Edition, Rebuilding
from generator.past.moved import moved
from generator.past.rights import obstacle, with_todays_rights
from generator.past.workspace import EditionWorkspace
from generator.workspace import LocalWorkspace


@dataclass(frozen=True, slots=True)
class PastEdition:
    """An edition as it is published again.

    `build` has its briefing alone, at its own address; `read` is the state before it was moved.
    """

    edition: Edition
    build: Build
    read: Build
    newest: Briefing
    """The briefing as it stands today."""
    workspace: EditionWorkspace

    @property
    def briefing(self) -> Briefing:
        """The briefing as the edition had it."""
        return self.build.briefings[0]


@dataclass(frozen=True, slots=True)
class PastRedline:
    """What changed from one published edition to the next one."""

    before: Edition
    after: Edition
    comparison: Comparison
    newest: Briefing


@dataclass(frozen=True, slots=True)
class Past:
    """What is published of the past. `build` is today's, which knows of it."""

    build: Build
    editions: tuple[PastEdition, ...] = ()
    redlines: tuple[PastRedline, ...] = ()
    notices: tuple[str, ...] = ()
    """Which editions are left out, and why: one line each."""


@contextmanager
def past_editions(
    workspace: LocalWorkspace, build: Build, memo: Memo | None = None
) -> Iterator[Past]:
    """The editions of `build`'s briefings. Their files can be read until the context ends."""
    wanted = read_lock(workspace).editions
    if not wanted:
        yield Past(build)
        return
    try:
        opened = open_repository(workspace.root)
        repository = opened.__enter__()
    except HistoryError as error:
        yield Past(build, notices=(f"no edition is built again: {error}",))
        return
    try:
        reading = _Reading(workspace, build, repository, memo or NoMemo())
        yield reading.past(wanted)
    finally:
        opened.__exit__(None, None, None)


@dataclass(slots=True)
class _Reading:
    """Reads editions of one project out of one repository."""

    workspace: LocalWorkspace
    build: Build
    repository: Repository
    memo: Memo
    notices: list[str] = field(default_factory=list)

    def past(self, wanted: tuple[Edition, ...]) -> Past:
        """All that can be built, and what is to be said of the rest."""
        found = tuple(each for edition in wanted for each in self._edition(edition, wanted))
        self.memo.save()
        redlines = tuple(_redlines(found, wanted))
        today = _knowing(self.build, found, redlines)
        return Past(today, found, redlines, tuple(self.notices))

    def _edition(self, edition: Edition, lock: tuple[Edition, ...]) -> Iterator[PastEdition]:
        """The edition, or nothing and a notice."""
        try:
            built = self._built(edition, lock)
        except StandfirstError as error:
            built = str(error)
        if isinstance(built, PastEdition):
            yield built
            return
        name = f"edition {edition.number} of {edition.briefing}"
        self.notices.append(f"{name} is not built again: {built}")

    def _built(self, edition: Edition, lock: tuple[Edition, ...]) -> PastEdition | str:
        """The edition, or why it is not published."""
        newest = next((one for one in self.build.briefings if one.slug == edition.briefing), None)
        if newest is None or newest.is_draft:
            return "the briefing is not published any more"
        past = self._workspace(edition, lock)
        read = with_todays_rights(read_project(past, self.memo), self.build)
        why = obstacle(read, edition, newest)
        if why:
            return why
        return PastEdition(edition, moved(read, edition, self.build), read, newest, past)

    def _workspace(self, edition: Edition, lock: tuple[Edition, ...]) -> EditionWorkspace:
        commit = edition_commit(self.repository, edition)
        known = tuple(
            each
            for each in lock
            if each.briefing == edition.briefing and each.number <= edition.number
        )
        state = commit_workspace(self.repository, commit)
        return EditionWorkspace(state, self.workspace, known)


def _redlines(found: tuple[PastEdition, ...], lock: tuple[Edition, ...]) -> Iterator[PastRedline]:
    """Between an edition and the next one, where both are published."""
    published = {each.edition.tag: each for each in found}
    for before, after in pairwise(lock):
        one, other = published.get(before.tag), published.get(after.tag)
        if one and other and before.briefing == after.briefing:
            comparison = compare(after.briefing, one.read, other.read)
            libraries = (other.read.library, one.read.library)
            shown = readable(comparison.redlines, libraries, other.newest.language)
            yield PastRedline(before, after, replace(comparison, redlines=shown), other.newest)


def _knowing(
    build: Build, found: tuple[PastEdition, ...], redlines: tuple[PastRedline, ...]
) -> Build:
    """Today's build, its briefings with what is published of their past."""
    briefings = tuple(
        replace(
            briefing,
            rebuilding=Rebuilding(
                pages=tuple(
                    each.edition.number for each in found if each.edition.briefing == briefing.slug
                ),
                redlines=tuple(
                    (each.before.number, each.after.number)
                    for each in redlines
                    if each.after.briefing == briefing.slug
                ),
            ),
        )
        for briefing in build.briefings
    )
    roots = {each.briefing.path for each in found}
    addresses = replace(build.addresses, indexes=build.addresses.indexes | roots)
    return replace(build, briefings=briefings, addresses=addresses)
