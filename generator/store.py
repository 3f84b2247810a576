"""Results remembered between runs, in one SQLite file in the user's cache folder.

The key of a result is the digest of the task's name, of our own sources, and of all its inputs;
the file lies outside all projects. So a stranger's project cannot have a quotation marked as
found. Values are JSON (never pickles), each with a proof against damage. A file that is broken,
not ours, locked, full or read-only is dropped, and the work is done without it.

    folder: $STANDFIRST_CACHE, else the platform's own (`~/.cache/standfirst` on Linux); an empty
            value turns remembering off
    size:   $STANDFIRST_CACHE_MB, else 512; 0 turns remembering off
"""

import json
import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.memo import DIGEST, Memo, NoMemo, Result, Task, digest

_SCHEMA = 1
_RENEW_AFTER = 8
"""Runs after which a result in use is marked as used again."""
_BUSY_SECONDS = 0.2
_MEGABYTE = 1_000_000
_TABLE = """
    DROP TABLE IF EXISTS results;
    CREATE TABLE results (
        key BLOB PRIMARY KEY, run INTEGER NOT NULL, proof BLOB NOT NULL, value BLOB NOT NULL
    );
    CREATE INDEX results_by_run ON results (run);
"""


def open_store(project: Path) -> Memo:
    """The user's store, as the settings above say; a NoMemo where there is to be none."""
    folder = cache_folder()
    size = _size()
    if folder is None or size <= 0 or folder.resolve().is_relative_to(project.resolve()):
        return NoMemo()
    return StoredMemo(folder / "results" / "results.sqlite", size, own_version())


def cache_folder() -> Path | None:
    """Where this user's caches are; None where remembering is off or there is no such place."""
    chosen = os.environ.get("STANDFIRST_CACHE")
    if chosen is not None:
        return Path(chosen) if Path(chosen).is_absolute() else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "standfirst"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local) / "standfirst" / "Cache" if local else None
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (base if base.is_absolute() else home / ".cache") / "standfirst"


def _size() -> int:
    """The most bytes the results may take; a value that is no number counts as not given."""
    chosen = os.environ.get("STANDFIRST_CACHE_MB", "")
    return (int(chosen) if chosen.isdecimal() else 512) * _MEGABYTE


@cache
def own_version() -> bytes:
    """The digest of our own sources, of Python and of the libraries whose results we keep."""
    folder = Path(__file__).parent
    parts: list[str | bytes] = [sys.version]
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".toml", ".txt") and path.is_file():
            parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    for name in ("rapidfuzz", "yaml", "jinja2"):
        spec = find_spec(name)
        if spec and spec.origin:
            parts += [spec.origin, str(Path(spec.origin).stat().st_mtime_ns)]
    return digest(*parts)


@dataclass
class StoredMemo:
    """Results of earlier runs in the file at `path`, of at most `size` bytes.

    The file is opened at the first question and let go by `save`. `version` is part of every key.
    """

    path: Path
    size: int
    version: bytes
    is_dropped: bool = False
    """Whether the file turned out to be of no use in this process."""
    _new: dict[bytes, tuple[Task[Any], Any]] = field(default_factory=dict)
    _renewed: list[bytes] = field(default_factory=list)
    _connection: sqlite3.Connection | None = None
    _run: int = 0

    def recall(self, task: Task[Result], inputs: bytes) -> Result | None:
        """What an earlier run kept, or None."""
        key = self._key(task, inputs)
        if key in self._new:
            result: Result = self._new[key][1]
            return result
        with self._careful():
            value = self._stored(key)
            return None if value is None else task.read(json.loads(value))
        return None

    def keep(self, task: Task[Result], inputs: bytes, result: Result) -> None:
        """Set the result aside for `save`."""
        if not self.is_dropped:
            self._new[self._key(task, inputs)] = (task, result)

    def save(self) -> None:
        """Write what is new in short transactions; where another process writes, let it be."""
        with self._careful():
            if self._new or self._renewed:
                self._write(self._connected())
                self._prune(self._connected())
        self._let_go()

    def _key(self, task: Task[Any], inputs: bytes) -> bytes:
        return digest(task.name, self.version, inputs)

    @contextmanager
    def _careful(self) -> Iterator[None]:
        """Give the file up on any fault of it; a damaged one is removed, for it stays damaged."""
        if self.is_dropped:
            yield
            return
        try:
            yield
        except (OSError, sqlite3.OperationalError):
            self._drop()
        except (sqlite3.Error, ValueError, TypeError, KeyError, IndexError):
            self._drop()
            with suppress(OSError):
                self.path.unlink()

    def _drop(self) -> None:
        self.is_dropped = True
        self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        self._new.clear()
        self._renewed.clear()

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            _make_private(self.path)
            self._connection = sqlite3.connect(
                self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._begin(self._connection)
        return self._connection

    def _begin(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = OFF")  # what a crash damages, its proof gives away
        if connection.execute("PRAGMA user_version").fetchone()[0] != _SCHEMA:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(
                f"BEGIN IMMEDIATE; {_TABLE} PRAGMA user_version = {_SCHEMA}; COMMIT"
            )
        row = connection.execute("SELECT max(run) FROM results").fetchone()
        self._run = int(row[0] or 0) + 1

    def _stored(self, key: bytes) -> bytes | None:
        if self.is_dropped:
            return None
        query = "SELECT run, proof, value FROM results WHERE key = ?"
        found = self._connected().execute(query, (key,)).fetchone()
        if found is None:
            return None
        run, proof, value = found
        if proof != digest(key, value):
            raise ValueError("a remembered result was damaged")
        if run + _RENEW_AFTER < self._run:
            self._renewed.append(key)
        return bytes(value)

    def _write(self, connection: sqlite3.Connection) -> None:
        new = ((key, _written(task, result)) for key, (task, result) in self._new.items())
        rows = [(key, self._run, digest(key, value), value) for key, value in new]
        renewed = ((self._run, key) for key in self._renewed)
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", rows)
        connection.executemany("UPDATE results SET run = ? WHERE key = ?", renewed)
        connection.execute("COMMIT")

    def _prune(self, connection: sqlite3.Connection) -> None:
        """Where it is too much, let those go that were not used for longest: a quarter is freed.

        The file does not shrink: what is freed is used again.
        """
        surplus = _bytes_used(connection) - self.size
        if surplus <= 0:
            return
        surplus += self.size // 4
        gone = []
        for key, length in connection.execute(
            "SELECT key, length(value) FROM results ORDER BY run"
        ):
            gone.append((key,))
            surplus -= length + 4 * DIGEST
            if surplus <= 0:
                break
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("DELETE FROM results WHERE key = ?", gone)
        connection.execute("COMMIT")


def _written(task: Task[Any], result: object) -> bytes:
    text = json.dumps(task.write(result), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _bytes_used(connection: sqlite3.Connection) -> int:
    pages, free, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _make_private(path: Path) -> None:
    """Make the file where there is none. Raises OSError where file or folder are not ours alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    for place, is_right_kind in ((path.parent, stat.S_ISDIR), (path, stat.S_ISREG)):
        status = place.lstat()
        if not is_right_kind(status.st_mode) or not _is_ours(status):
            raise PermissionError(f"{place} is not this user's alone")


def _is_ours(status: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):
        return True
    others = stat.S_IWGRP | stat.S_IWOTH
    return status.st_uid == os.geteuid() and not status.st_mode & others
