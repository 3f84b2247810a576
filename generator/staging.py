"""Where a site is written before it is published, and how it takes the old one's place.

One build at a time, on a stage beside the site; then the two folders are exchanged in one step.
"""

import ctypes
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from generator.errors import WorkspaceError

WORK = ".standfirst"
_EXCHANGE = 2  # RENAME_EXCHANGE (renameat2), RENAME_SWAP (renamex_np): both are 2
_AT_FDCWD = -100


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """One build at a time. The lock ends with the process, whatever happens to it."""
    folder = root / WORK
    try:
        folder.mkdir(exist_ok=True)
        stream = (folder / "lock").open("a+", encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(f"{folder}: {(error.strerror or '').lower()}") from error
    with stream:
        _take(stream, folder / "lock")
        yield


def _take(stream: IO[str], path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: no lock, a second build fails at the exchange
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise WorkspaceError(
            f"another build is running here (process {_holder(path)}); wait for it to end"
        ) from error
    except OSError as error:
        raise WorkspaceError(
            f"{path}: cannot be locked: {(error.strerror or '').lower()}"
        ) from error
    try:
        stream.truncate(0)
        stream.write(f"{os.getpid()}\n")
        stream.flush()
    except OSError as error:
        raise WorkspaceError(f"{path}: {(error.strerror or '').lower()}") from error


def _holder(path: Path) -> str:
    """The number of the process that holds the lock, which writes it right after taking it."""
    for _ in range(10):
        number = path.read_text(encoding="utf-8").strip()
        if _runs(number):
            return number
        time.sleep(0.02)
    return "unknown"


@contextmanager
def staged_in(root: Path) -> Iterator[Path]:
    """A folder on the site's own file system that is gone afterwards."""
    folder = root / WORK
    try:
        folder.mkdir(exist_ok=True)
        for stale in folder.glob("stage-*"):
            if not is_alive(stale.name):
                shutil.rmtree(stale, ignore_errors=True)
        stage = Path(mkdtemp(prefix=f"stage-{os.getpid()}-", dir=folder))
    except OSError as error:
        raise WorkspaceError(f"{folder}: {(error.strerror or '').lower()}") from error
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def is_alive(name: str) -> bool:
    """Whether the process that made the stage still runs.

    One with our own number is of a process that is gone: numbers are given out again.
    """
    number = name.split("-")[1]
    return number != str(os.getpid()) and _runs(number)


def _runs(number: str) -> bool:
    """Whether a process with this number runs."""
    try:
        os.kill(int(number), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True


def settle_modes(site: Path) -> None:
    """Files that all may read, whatever the umask: a web server is another user."""
    try:
        for parent, _, names in os.walk(site):
            Path(parent).chmod(0o755)
            for name in names:
                (Path(parent) / name).chmod(0o644)
    except OSError as error:
        raise WorkspaceError(f"{error.filename}: {(error.strerror or '').lower()}") from error


def exchange(staged: Path, target: Path, aside: Path) -> None:
    """Put the new folder in the old one's place in one step where the system can.

    Elsewhere the old one is set `aside` first, and put back where the second step fails.
    """
    try:
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.rename(target)
        elif not _swapped(staged, target):
            target.rename(aside)
            staged.rename(target)
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        put_back(aside, target)
        raise WorkspaceError(f"{target}: {(error.strerror or '').lower()}") from error


def put_back(aside: Path, target: Path) -> None:
    """Put back the old site that a build which was killed between its two steps set aside."""
    with suppress(OSError):
        if aside.is_dir() and not target.exists():
            aside.rename(target)
        shutil.rmtree(aside, ignore_errors=True)


def _swapped(staged: Path, target: Path) -> bool:
    one, other = os.fsencode(staged), os.fsencode(target)
    with suppress(AttributeError, OSError):
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(one, other, _EXCHANGE) == 0)
        if sys.platform == "linux":
            return bool(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE) == 0)
    return False
