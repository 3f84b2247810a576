"""The files of a folder by SHA-256, whoever the folder comes from: no link is followed."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from generator.errors import WorkspaceError

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Found:
    """The digests of the files of a folder by path, and what is there and no file.

    `others` are links, pipes and the like, which are never opened.
    """

    digests: dict[str, str]
    others: frozenset[str]


def found_in(folder: Path) -> Found:
    """Look through the folder. Raises WorkspaceError where something cannot be read."""
    digests: dict[str, str] = {}
    others: set[str] = set()
    try:
        for path, entry in _entries(folder):
            if entry.is_file(follow_symlinks=False):
                digests[path] = _digest(Path(entry.path))
            else:
                others.add(path)
    except OSError as error:
        name = error.filename or folder
        raise WorkspaceError(f"{name}: {(error.strerror or str(error)).lower()}") from error
    return Found(digests, frozenset(others))


def read_own(path: Path, limit: int) -> bytes:
    """The content of a file of at most `limit` bytes that is no link. Raises WorkspaceError."""
    try:
        with _opened(path) as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        raise WorkspaceError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    if len(content) > limit:
        raise WorkspaceError(f"{path}: is larger than {limit // 1_000_000} MB")
    return content


def _entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    waiting = [("", str(folder))]
    while waiting:
        prefix, place = waiting.pop()
        with os.scandir(place) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                path = f"{prefix}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{path}/", entry.path))
                else:
                    yield path, entry


def _digest(path: Path) -> str:
    sums = sha256()
    with _opened(path) as stream:
        while piece := stream.read(_PIECE):
            sums.update(piece)
    return sums.hexdigest()


def _opened(path: Path) -> BinaryIO:
    """The file, opened without following a link in its place or waiting at a pipe."""
    flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, os.O_RDONLY | flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise WorkspaceError(f"{path}: is no file")
    return os.fdopen(handle, "rb")
