"""A project as a commit has it: the same loader reads an edition of the past.

Nothing is checked out. Links are not followed. A submodule whose objects have been fetched is read
like a folder; of one that has not, what is missing is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.errors import HistoryError, WorkspaceError
from generator.git.repository import LINK, SUBMODULE, Entry, Repository

_TEXTS = (".md", ".yml")


@dataclass(frozen=True, slots=True)
class CommitWorkspace:
    """A project in the tree of a commit. `entries` are its files by path."""

    repository: Repository
    commit: str
    day: date
    entries: dict[str, Entry]
    missing: tuple[str, ...] = ()
    """Folders that are submodules whose content is not here."""

    def read(self, path: str) -> bytes:
        """The content of a file at that commit."""
        self._refuse_missing(path)
        entry = self.entries.get(path)
        if entry is None:
            raise WorkspaceError(f"{path}: no such file in commit {self.commit[:12]}")
        if entry.mode == LINK:
            raise WorkspaceError(f"{path}: is a link; copy the file into the project")
        if entry.object_id not in self.repository.contents:
            self.repository.fetch(self._beside(path, entry))
        return self.repository.contents[entry.object_id]

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path`."""
        return path in self.entries and self.entries[path].mode != LINK

    def files(self, folder: str) -> tuple[str, ...]:
        """The paths of all files below `folder`, hidden ones left out."""
        self._refuse_missing(folder)
        inside = (path for path in self.entries if path.startswith(f"{folder}/"))
        return tuple(sorted(path for path in inside if not _is_hidden(path[len(folder) :])))

    def today(self) -> date:
        """The day of the commit."""
        return self.day

    def _beside(self, path: str, entry: Entry) -> Iterator[str]:
        """The file and the texts in its folder: a loader that wants one wants them all."""
        yield entry.object_id
        folder, name = path.rpartition("/")[::2]
        if name.endswith(_TEXTS):
            for other, its in self.entries.items():
                if other.rpartition("/")[0] == folder and other.endswith(_TEXTS):
                    yield its.object_id

    def _refuse_missing(self, path: str) -> None:
        for folder in self.missing:
            if path == folder or path.startswith(f"{folder}/"):
                raise WorkspaceError(
                    f"{folder}: is a submodule whose state at commit {self.commit[:12]} is not"
                    " here; run `git submodule update --init` and fetch its history"
                )


def commit_workspace(repository: Repository, commit: str) -> CommitWorkspace:
    """The project of the repository at a commit, given by its full name."""
    entries: dict[str, Entry] = {}
    missing: list[str] = []
    prefix = repository.checkout.prefix
    for path, entry in repository.tree(commit).items():
        if not path.startswith(prefix):
            continue
        inside = path.removeprefix(prefix)
        if entry.mode != SUBMODULE:
            entries[inside] = entry
            continue
        try:
            entries |= _of_submodule(repository, inside, entry.object_id)
        except HistoryError:
            missing.append(inside)
    day = repository.day(commit).date()
    return CommitWorkspace(repository, commit, day, entries, tuple(missing))


def _of_submodule(repository: Repository, folder: str, commit: str) -> dict[str, Entry]:
    return {
        f"{folder}/{path}": entry
        for path, entry in repository.tree(commit).items()
        if entry.mode != SUBMODULE
    }


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))
