"""A repository as read: names of commits, trees and files of the past."""

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from generator.errors import HistoryError
from generator.git.borrowed import borrowed, git_environment, git_program, run_git
from generator.git.checkout import Checkout, require_checkout

LINK, SUBMODULE = "120000", "160000"
"""Modes of entries that are no file."""
_ASKED_AT_ONCE = 300
"""Names of objects that fit into a pipe's buffer, so that neither side waits for the other."""
_UNSAFE = frozenset({"", ".", "..", ".git"})
_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, link or submodule in a tree."""

    mode: str
    object_id: str


@dataclass(slots=True)
class Repository:
    """A repository, opened to be read. `open_repository` makes one."""

    checkout: Checkout
    private_dir: Path
    environment: Mapping[str, str]
    contents: dict[str, bytes] = field(default_factory=dict, repr=False)
    """Of the files that were fetched, by the names of their objects."""
    _reader: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git prints. Raises HistoryError with git's own words."""
        done = run_git(list(arguments), self.environment, self.private_dir, given)
        if done.returncode:
            raise HistoryError(
                f"git {arguments[0]} failed in {self.checkout.top}: {_words(done.stderr)}"
                f"{self.why_missing}"
            )
        return done.stdout

    def commit(self, name: str) -> str | None:
        """The full name of the commit that a tag, branch or short name stands for, or None."""
        wanted = f"{name}^{{commit}}"
        arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", wanted]
        done = run_git(arguments, self.environment, self.private_dir)
        found = done.stdout.decode("ascii", "replace").strip().splitlines()
        return found[-1] if not done.returncode and found and _HASH.fullmatch(found[-1]) else None

    def require_commit(self, name: str) -> str:
        """The full name of a commit. Raises HistoryError where there is none."""
        commit = self.commit(name)
        if commit is None:
            raise HistoryError(f"there is no commit or tag `{name}` here{self.why_missing}")
        return commit

    def day(self, commit: str) -> datetime:
        """When the commit was made, in UTC."""
        seconds = self.run("log", "-1", "--no-show-signature", "--format=%ct", commit, "--")
        return datetime.fromtimestamp(int(seconds), UTC)

    def tree(self, commit: str) -> dict[str, Entry]:
        """All entries of a commit by path; names that could lead elsewhere are left out."""
        return dict(self._entries(commit))

    def file(self, name: str) -> bytes | None:
        """The content of one file, named as `HEAD:docs/index.md`; None where there is none."""
        done = run_git(["cat-file", "blob", name], self.environment, self.private_dir)
        return None if done.returncode else done.stdout

    def fetch(self, object_ids: Iterable[str]) -> None:
        """Have the contents of these files in `contents`, by the names of their objects."""
        wanted = [name for name in dict.fromkeys(object_ids) if name not in self.contents]
        for begin in range(0, len(wanted), _ASKED_AT_ONCE):
            asked = wanted[begin : begin + _ASKED_AT_ONCE]
            answers = self._answers(asked)
            for object_id, content in zip(asked, answers, strict=True):
                if content is None:
                    raise HistoryError(f"the object {object_id} is missing here{self.why_missing}")
                self.contents[object_id] = content

    def _answers(self, object_ids: Sequence[str]) -> list[bytes | None]:
        """What `git cat-file` knows of each, None for one that is not here."""
        reader = self._reader = self._reader or self._started()
        stdin, stdout = reader.stdin, reader.stdout
        assert stdin is not None  # noqa: S101 (both are pipes)
        assert stdout is not None  # noqa: S101
        try:
            stdin.write("".join(f"{object_id}\n" for object_id in object_ids).encode())
            stdin.flush()
        except OSError as error:
            raise HistoryError(f"git stopped while {self.checkout.top} was read") from error
        return [_answer(stdout) for _ in object_ids]

    def commits_touching(self, folder: str) -> tuple[str, ...]:
        """The commits of the present branch that changed something in `folder`, newest first."""
        where = f"{self.checkout.prefix}{folder}"
        found = self.run("log", "--no-show-signature", "--format=%H", "HEAD", "--", where)
        return tuple(found.decode("ascii").split())

    def close(self) -> None:
        """End the process that reads objects."""
        if self._reader is not None:
            self._reader.communicate()
            self._reader = None

    @property
    def why_missing(self) -> str:
        """What to do where something is not here, for the end of a message."""
        if self.checkout.is_shallow:
            return "; this clone is shallow: run `git fetch --unshallow --tags` and try again"
        return ""

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [git_program(), "cat-file", "--batch"],
            env=dict(self.environment),
            cwd=self.private_dir,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _entries(self, commit: str) -> Iterator[tuple[str, Entry]]:
        for line in self.run("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0")[:-1]:
            facts, _, name = line.partition(b"\t")
            mode, _, object_id = facts.decode("ascii").split()
            path = name.decode("utf-8", "surrogateescape")
            if _UNSAFE.isdisjoint(part.lower() for part in path.split("/")):
                yield path, Entry(mode, object_id)


def _answer(stdout: IO[bytes]) -> bytes | None:
    head = stdout.readline().split()
    if len(head) != len(("name", "kind", "size")):
        return None
    content = stdout.read(int(head[2]))
    stdout.read(1)
    return content


@contextmanager
def open_repository(project: Path) -> Iterator[Repository]:
    """The repository that `project` stands in. Raises HistoryError where there is none."""
    checkout = require_checkout(project)
    with borrowed(checkout) as private_dir:
        repository = Repository(checkout, private_dir, git_environment(private_dir))
        try:
            yield repository
        finally:
            repository.close()


def _words(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return (lines[-1] if lines else "it said nothing").removeprefix("fatal: ")
