"""Everything that can change under our feet: files, the network, the clock.

The stages read a project through a `Workspace` and are pure below it. `LocalWorkspace` is a
folder on disk, `MemoryWorkspace` a dictionary (tests, examples). Paths are relative to the
project, with `/` between names, and never lead out of it: neither by `..` nor by a link.
"""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Protocol

from generator.errors import WorkspaceError


class Workspace(Protocol):
    """The project as read."""

    def read(self, path: str) -> bytes:
        """The content of a file. Raises WorkspaceError where there is none to read."""

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path`."""

    def files(self, folder: str) -> tuple[str, ...]:
        """The paths of all files below `folder`, sorted; empty where there is no such folder."""

    def today(self) -> date:
        """The day that warnings about time are measured from."""


@dataclass(frozen=True, slots=True)
class MemoryWorkspace:
    """A project in memory."""

    content: Mapping[str, bytes | str] = field(default_factory=dict)
    day: date = date(2026, 3, 9)

    def read(self, path: str) -> bytes:
        """The content of a file."""
        if path not in self.content:
            raise WorkspaceError(f"{path}: no such file")
        content = self.content[path]
        return content.encode() if isinstance(content, str) else content

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path`."""
        return path in self.content

    def files(self, folder: str) -> tuple[str, ...]:
        """The paths of all files below `folder`."""
        return tuple(sorted(path for path in self.content if path.startswith(f"{folder}/")))

    def today(self) -> date:
        """The day given."""
        return self.day


@dataclass(frozen=True, slots=True)
class LocalWorkspace:
    """A project in a folder on disk, which may also be written to."""

    root: Path
    as_of: date | None = None

    def read(self, path: str) -> bytes:
        """The content of a file inside the project."""
        try:
            return self.inside(path).read_bytes()
        except OSError as error:
            raise WorkspaceError(f"{path}: {_reason(error)}") from error

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path`."""
        return (self.root / path).is_file()

    def files(self, folder: str) -> tuple[str, ...]:
        """The paths of all files below `folder`, hidden ones left out."""
        return tuple(sorted(self._walk(self.root / folder)))

    def links(self, folder: str) -> tuple[tuple[str, str], ...]:
        """The links at and below `folder` with what they lead to: in the project a path, else `/…`.

        Folders that are links are not looked into.
        """
        return tuple(sorted(self._links(self.root / folder)))

    def today(self) -> date:
        """The day given, else that of SOURCE_DATE_EPOCH, else today."""
        return self.as_of or self.now().date()

    def now(self) -> datetime:
        """The moment of SOURCE_DATE_EPOCH, else now, to the second, in UTC."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
        return moment.replace(microsecond=0)

    def write_new(self, path: str, content: bytes) -> None:
        """Write a file that does not exist yet, whole or not at all."""
        self._write(path, content, is_new=True)

    def replace(self, path: str, content: bytes) -> None:
        """Write a file over the old one, whole or not at all."""
        self._write(path, content)

    def remove(self, path: str) -> None:
        """Remove a file if it is there."""
        with suppress(FileNotFoundError):
            (self.root / path).unlink()

    def inside(self, path: str) -> Path:
        """The real path on disk. Raises WorkspaceError where it lies outside the project."""
        real = Path(os.path.realpath(self.root / PurePosixPath(path)))  # no error of a loop
        if not real.is_relative_to(_real(self.root)):
            raise WorkspaceError(
                f"{path}: leads out of the project to {real}; copy the file into the project"
            )
        return real

    def _walk(self, folder: Path) -> Iterator[str]:
        for parent, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in names:
                if not name.startswith("."):
                    yield (Path(parent) / name).relative_to(self.root).as_posix()

    def _links(self, folder: Path) -> Iterator[tuple[str, str]]:
        if folder.is_symlink():
            yield self._leads(folder)
            return
        waiting = [folder] if folder.is_dir() else []
        while waiting:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_symlink():
                        yield self._leads(Path(entry.path))
                    elif entry.is_dir() and not entry.name.startswith("."):
                        waiting.append(Path(entry.path))

    def _leads(self, link: Path) -> tuple[str, str]:
        root = _real(self.root)
        real = Path(os.path.realpath(link))  # a link that leads to itself is no error here
        is_inside = real.is_relative_to(root)
        target = real.relative_to(root) if is_inside else real
        return link.relative_to(self.root).as_posix(), target.as_posix()

    def _write(self, path: str, content: bytes, *, is_new: bool = False) -> None:
        target = self.root / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            self.inside(target.parent.relative_to(self.root).as_posix())
            _write_whole(target, content, is_new=is_new)
        except FileExistsError as error:
            raise WorkspaceError(f"{path}: exists already; nothing was overwritten") from error
        except OSError as error:
            raise WorkspaceError(f"{path}: cannot be written: {_reason(error)}") from error


@lru_cache(maxsize=8)
def _real(root: Path) -> Path:
    """Where the project really is: asked with each file, and slower than reading a small one."""
    return root.resolve()


def _write_whole(target: Path, content: bytes, *, is_new: bool) -> None:
    """Write beside the target and rename, so that a crash leaves the old file or the new one.

    A new file is linked into place: the system refuses where another was quicker.
    """
    import tempfile  # 10 ms, not where a project is only read

    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        if is_new:
            os.link(temporary, target)
            Path(temporary).unlink()
        else:
            Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _reason(error: OSError) -> str:
    """The system's own word for what went wrong, and the next step where there is one."""
    if error.errno == errno.ENOSPC:
        return "no space left on the disk; free some and run the command again"
    if error.errno == errno.ENOENT:
        return "no such file"
    return (error.strerror or str(error)).lower()
