"""The project as an edition had it, with today's templates and what the lock said then."""

from dataclasses import dataclass
from datetime import date

from generator.commit_workspace import CommitWorkspace
from generator.editions.lock import LOCK, lock_text
from generator.model.edition import Edition
from generator.workspace import LocalWorkspace

_TODAYS = "templates/"
"""What decides how things look, and what templates may do, is never taken from an old commit."""


@dataclass(frozen=True, slots=True)
class EditionWorkspace:
    """A commit as the loader reads it. `editions` are those up to the one that is built."""

    past: CommitWorkspace
    today_s: LocalWorkspace
    editions: tuple[Edition, ...]

    def read(self, path: str) -> bytes:
        """The content of a file."""
        if path == LOCK:
            return lock_text(self.editions).encode()
        return self._of(path).read(path)

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path`."""
        return path == LOCK or self._of(path).exists(path)

    def files(self, folder: str) -> tuple[str, ...]:
        """The paths of all files below `folder`."""
        return self._of(f"{folder}/").files(folder)

    def today(self) -> date:
        """The day of the commit."""
        return self.past.today()

    def _of(self, path: str) -> CommitWorkspace | LocalWorkspace:
        return self.today_s if path.startswith(_TODAYS) else self.past
