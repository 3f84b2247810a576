"""What changed between two states of a project: editions, commits, the folder as it stands.

`differences` reads both states with the same pipeline and compares them; the other files write
the result for a terminal, for programs, and as one page for people without git.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from generator.build import read_project
from generator.commit_workspace import commit_workspace
from generator.editions.compare import Comparison, compare
from generator.editions.inputs import edition_commit
from generator.editions.lock import Lock, read_lock
from generator.errors import HistoryError
from generator.git.repository import Repository, open_repository
from generator.memo import HeldMemo, Memo
from generator.model.build import Build
from generator.model.edition import Edition
from generator.workspace import LocalWorkspace

WORKING = "working tree"


@dataclass(frozen=True, slots=True)
class Difference:
    """The changes of one briefing between two states, and what those are called."""

    before: str
    after: str
    comparison: Comparison

    @property
    def is_empty(self) -> bool:
        """Whether the two states say the same."""
        return not self.comparison.changes and not self.comparison.redlines


@dataclass(frozen=True, slots=True)
class _State:
    """A state by the name that it is called; `slug` where it is one of a single briefing."""

    name: str
    build: Build
    slug: str = ""


def differences(
    workspace: LocalWorkspace, first: str | None = None, second: str | None = None
) -> tuple[Difference, ...]:
    """What changed from `first` to `second`, per briefing, the same left out.

    Each is an edition (`clips/v2`), a tag, a branch or a commit; without `second` it is the folder
    as it stands; without both, since the last edition of each briefing, else since HEAD.
    """
    with ExitStack() as stack:
        states = _States(workspace, read_lock(workspace), partial(_opened, stack, workspace))
        found = _named(states, first, second) if first else _since_editions(states)
        return tuple(each for each in found if not each.is_empty)


def succession(
    workspace: LocalWorkspace, names: Sequence[str]
) -> tuple[tuple[Difference, ...], ...]:
    """What changed from each of these states to the next; what they share is read once."""
    with ExitStack() as stack:
        states = _States(workspace, read_lock(workspace), partial(_opened, stack, workspace))
        pairs = [_named(states, one, other) for one, other in pairwise(names)]
        return tuple(tuple(each for each in found if not each.is_empty) for found in pairs)


def _opened(stack: ExitStack, workspace: LocalWorkspace) -> Repository:
    opened: AbstractContextManager[Repository] = open_repository(workspace.root)
    return stack.enter_context(opened)


@dataclass(slots=True)
class _States:
    """Finds states by name; every commit is read once."""

    workspace: LocalWorkspace
    lock: Lock
    opened: Callable[[], Repository]
    repository: Repository | None = None
    builds: dict[str, Build] = field(default_factory=dict)
    memo: Memo = field(default_factory=HeldMemo)

    def working(self) -> _State:
        """The folder as it stands."""
        if WORKING not in self.builds:
            self.builds[WORKING] = read_project(self.workspace, self.memo)
        return _State(WORKING, self.builds[WORKING])

    def of(self, edition: Edition) -> _State:
        """The state of an edition."""
        try:
            commit = edition_commit(self._history(), edition)
        except HistoryError as error:
            known = f"edition {edition.number} of {edition.briefing} is of {edition.date}"
            raise HistoryError(f"{error} ({known}, says editions.lock)") from error
        return _State(edition.tag, self._build(commit), edition.briefing)

    def called(self, name: str) -> _State:
        """The state of an edition, tag, branch or commit."""
        edition = next((each for each in self.lock.editions if each.tag == name), None)
        if edition is not None:
            return self.of(edition)
        return _State(name, self._build(self._history().require_commit(name)))

    def _build(self, commit: str) -> Build:
        if commit not in self.builds:
            past = commit_workspace(self._history(), commit)
            self.builds[commit] = read_project(past, self.memo)
        return self.builds[commit]

    def _history(self) -> Repository:
        if self.repository is None:
            self.repository = self.opened()
        return self.repository


def _named(states: _States, first: str | None, second: str | None) -> Iterator[Difference]:
    before = states.called(first or "HEAD")
    after = states.called(second) if second else states.working()
    only = before.slug or after.slug
    slugs = {each.slug for each in (*before.build.briefings, *after.build.briefings)}
    for slug in sorted(slugs):
        if not only or slug == only:
            yield _difference(slug, before, after)


def _since_editions(states: _States) -> Iterator[Difference]:
    after = states.working()
    for briefing in after.build.briefings:
        last = briefing.editions[-1] if briefing.editions else None
        before = states.of(last) if last else states.called("HEAD")
        yield _difference(briefing.slug, before, after)


def _difference(slug: str, before: _State, after: _State) -> Difference:
    return Difference(before.name, after.name, compare(slug, before.build, after.build))
