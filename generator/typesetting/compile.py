"""Runs Typst in a process of its own, with limits of time and memory.

Typst is native code fed with text that others wrote: should it hang, use up the memory or abort,
the compiler lives on and can say which briefing it was. The process stays for the next document:
it has the fonts in memory, and of a document that was set before only what has changed is laid
out again.
"""

import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock, Timer
from typing import Literal

from generator.errors import EngineError
from generator.typesetting.legible import Node

SECONDS = 60
"""Time for a document; a long report takes half a second."""
MEMORY = 4 * 2**30
"""Address space in bytes where the system can limit it; a long report takes 0.2 GB of memory."""
WORKER = Path(__file__).with_name("worker.py")
FENCE = "`" * 8
"""Opens a raw text in Typst. Its binding parses every file as if it were markup: of a long one
that begins so it makes one node instead of a hundred thousand.
"""
_ADVICE = "take away the project's own templates/pdf, if it has any; else report this"


def as_data(document: Node) -> bytes:
    """A document as the file `data.json`: the same bytes for the same document."""
    fenced = {FENCE: "", **document}
    return json.dumps(fenced, ensure_ascii=False, sort_keys=True).encode()


@dataclass(frozen=True, slots=True)
class Job:
    """A document to set: `files` by name, `main.typ` from `data.json` with the rest; `images` are
    those of them that are left out where they cannot be decoded. `path` is where it will be
    published. As `png` it is a picture of its first page, 2.5 pixels to a point.
    """

    path: str
    files: Mapping[str, bytes]
    timestamp: int
    images: tuple[str, ...] = ()
    format: Literal["pdf", "png"] = "pdf"

    def order(self) -> Iterator[bytes]:
        """What the child is told, part by part: the same bytes for the same job."""
        names = sorted(self.files)
        order = {
            "files": {name: len(self.files[name]) for name in names},
            "format": self.format,
            "images": list(self.images),
            "timestamp": self.timestamp,
        }
        yield json.dumps(order).encode() + b"\n"
        yield from (self.files[name] for name in names)


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as PDF or picture, and what Typst warns of in it, each in one line."""

    content: bytes
    warnings: tuple[str, ...] = ()


@dataclass
class Typesetter:
    """Typst as a child process with the fonts of some folders. It starts at the first document
    and again after a fault; `seconds` are what one document may take.
    """

    fonts: tuple[Path, ...]
    seconds: float = SECONDS
    _child: "subprocess.Popen[bytes] | None" = None
    _folder: "tempfile.TemporaryDirectory[str] | None" = None
    _lock: Lock = field(default_factory=Lock)

    def printed(self, job: Job) -> Printed:
        """The document, set. Raises EngineError with its path if it cannot be."""
        with self._lock:
            error, printed = self._answer(job)
        if error:
            raise EngineError(f"{job.path}: Typst could not set it: {error}; {_ADVICE}")
        return printed

    def start(self) -> None:
        """Have the process ready, its fonts read, by the time there is a document to set."""
        with self._lock:
            self._started()

    def close(self) -> None:
        """End the process."""
        if self._child:
            self._child.kill()
            self._child.communicate()
        if self._folder:
            self._folder.cleanup()
        self._child = self._folder = None

    @property
    def _talk(self) -> Path:
        """What the process says besides its answers: a file, for a full pipe would stop it."""
        assert self._folder  # noqa: S101 (made with the process)
        return Path(self._folder.name) / "talk"

    def _answer(self, job: Job) -> tuple[str, Printed]:
        """What went wrong, or nothing, and the document."""
        child = self._started()
        assert child.stdin  # noqa: S101 (made with pipes)
        assert child.stdout  # noqa: S101
        timer = Timer(self.seconds, child.kill)
        timer.daemon = True  # interrupted here, the program must not wait for it
        error, warnings, size, content = "", [], -1, b""
        try:
            timer.start()
            child.stdin.writelines(job.order())
            child.stdin.flush()
            said = child.stdout.readline()
            if said.endswith(b"\n"):
                error, warnings, size = json.loads(said)
                content = child.stdout.read(size)
        except BrokenPipeError:
            size = -1
        finally:
            is_late = not timer.is_alive()
            timer.cancel()
        if len(content) != size:
            raise EngineError(f"{job.path}: {self._fault(is_late=is_late)}; {_ADVICE}")
        return error, Printed(content, tuple(warnings))

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._child and self._child.poll() is not None:
            self.close()
        if self._child is None:
            self._folder = tempfile.TemporaryDirectory(prefix="standfirst-")
            self._child = self._start(self._folder.name)
            setup = {"fonts": [str(folder) for folder in self.fonts], "memory": MEMORY}
            assert self._child.stdin  # noqa: S101 (made with pipes)
            with suppress(BrokenPipeError):  # told when there is a document to set
                self._child.stdin.write(json.dumps(setup).encode() + b"\n")
                self._child.stdin.flush()
        return self._child

    def _start(self, folder: str) -> "subprocess.Popen[bytes]":
        with self._talk.open("wb") as talk:
            # -P: a module of the working folder must not stand in for one of the library's.
            return subprocess.Popen(
                [sys.executable, "-P", str(WORKER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=talk,
                cwd=folder,
                env={**os.environ, "RUST_BACKTRACE": "0"},
            )

    def _fault(self, *, is_late: bool) -> str:
        """Why there was no answer; the process is gone afterwards."""
        child = self._child
        assert child  # noqa: S101 (it was asked)
        if not is_late:
            child.kill()
        child.communicate()
        status = child.returncode
        lines = self._talk.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        self.close()
        if is_late:
            return f"Typst took longer than {self.seconds:g} s"
        return f"Typst failed: {lines[-1] if lines else f'its process ended with status {status}'}"


@cache
def typesetter(fonts: tuple[Path, ...]) -> Typesetter:
    """The one that this process keeps for these folders of fonts."""
    kept = Typesetter(fonts)
    atexit.register(kept.close)
    return kept
