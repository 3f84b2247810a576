"""PDFs and pictures of earlier runs, as files in the user's cache folder.

One is found again only by the digest of everything that went into it: the document, the
templates, the fonts, the images and attachments, Typst and our own part of it. So a build from
the shelf is the same, byte for byte, as one without. What Typst warns of is not kept, so that it is
told each time. Each file begins with a proof against damage. What was not used for longest goes
first.
"""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

from generator.model.build import Asset
from generator.store import cache_folder
from generator.typesetting.compile import WORKER, Job, typesetter

SIZE = 256_000_000
"""Bytes that all on the shelf take at most."""
_DIGEST = 20


@dataclass(frozen=True, slots=True)
class Shelf:
    """Printed files by key in `folder`; without one, nothing is kept. Any fault of it is a file not
    found.
    """

    folder: Path | None
    size: int = SIZE

    def printed(self, job: Job, fonts: tuple[Path, ...]) -> Asset:
        """What is on the shelf, else what Typst sets now."""
        key = key_of(job, fonts) if self.folder else ""
        content = self.take(key)
        if content is not None:
            return Asset(job.path, content)
        made = typesetter(fonts).printed(job)
        if not made.warnings:
            self.put(key, made.content)
        return Asset(job.path, made.content, tuple(map("Typst warns: {}".format, made.warnings)))

    def take(self, key: str) -> bytes | None:
        """What was put here, or None."""
        if self.folder is None:
            return None
        with suppress(OSError):
            _require_private(self.folder)
            path = self.folder / key
            content = path.read_bytes()
            proof, printed = content[:_DIGEST], content[_DIGEST:]
            if proof == _digest([printed]):
                os.utime(path)
                return printed
        return None

    def put(self, key: str, printed: bytes) -> None:
        """Keep a PDF or a picture, whole or not at all."""
        if self.folder is None or len(printed) > self.size:
            return
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _require_private(self.folder)
            with NamedTemporaryFile(dir=self.folder, prefix=".", delete=False) as stream:
                stream.write(_digest([printed]) + printed)
            Path(stream.name).replace(self.folder / key)
            self._clear(self.folder)

    def _clear(self, folder: Path) -> None:
        files = [(path.stat(), path) for path in folder.iterdir()]
        rest = sum(status.st_size for status, _ in files)
        for status, path in sorted(files, key=lambda each: each[0].st_mtime_ns):
            if rest <= self.size:
                return
            path.unlink(missing_ok=True)
            rest -= status.st_size


def open_shelf() -> Shelf:
    """The user's shelf, which the settings of `generator.store` turn off too."""
    folder = cache_folder()
    is_off = folder is None or os.environ.get("STANDFIRST_CACHE_MB") == "0"
    return Shelf(None if is_off or folder is None else folder / "pdf")


def key_of(job: Job, fonts: tuple[Path, ...]) -> str:
    """The name of a job on the shelf."""
    return _digest([_version(), *map(_fonts_digest, fonts), *job.order()]).hex()


@cache
def _version() -> bytes:
    return _digest([version("typst").encode(), WORKER.read_bytes()])


@cache
def _fonts_digest(folder: Path) -> bytes:
    return _digest(path.read_bytes() for path in sorted(folder.rglob("*.[ot]t[fc]")))


def _digest(parts: Iterable[bytes]) -> bytes:
    sums = blake2b(digest_size=_DIGEST)
    for part in parts:
        sums.update(b"%d:" % len(part))
        sums.update(part)
    return sums.digest()


def _require_private(folder: Path) -> None:
    """Raise OSError where others may write to the folder, or there is none."""
    status = folder.lstat()
    is_foreign = hasattr(os, "geteuid") and status.st_uid != os.geteuid()
    if is_foreign or not stat.S_ISDIR(status.st_mode) or status.st_mode & 0o022:
        raise PermissionError(f"{folder} is not this user's alone")
