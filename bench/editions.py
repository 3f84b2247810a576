"""Editions out of a long history, beside what git itself takes: `make bench-editions`.

A generated repository of 2,000 commits and 1,000 files. Three questions, each beside the git
commands that it cannot do without, in the same run: when was each file last changed (one
`git log`); what changed between two editions (reading the two trees); what changed from edition to
edition across ten (reading the ten). The changed claims are compared with those that the generator
made.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.long_history import EDITIONS, History, write_history
from generator.differences import Difference, succession
from generator.git.last_modified import last_modified
from generator.git.repository import open_repository
from generator.model.edition import Subject
from generator.workspace import LocalWorkspace

RUNS = 5


def main() -> int:
    """Print the three ratios; 1 where a claim was missed or invented."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        history = write_history(folder)
        print(f"{history.commits:,} commits, {history.files:,} files")
        _compare("last change of every file", lambda: _dates(folder), lambda: _log(folder))
        tags = [f"v{number}" for number in range(1, EDITIONS + 1)]
        two, ten = tags[:2], tags
        _compare("two editions", lambda: _changes(folder, two), lambda: _read(folder, two))
        _compare("ten editions", lambda: _changes(folder, ten), lambda: _read(folder, ten))
        return _wrong_ids(folder, history, tags)


def _compare(name: str, ours: Callable[[], object], git: Callable[[], object]) -> None:
    times: dict[Callable[[], object], list[float]] = {ours: [], git: []}
    for _ in range(RUNS):
        for question, seconds in times.items():
            started = time.perf_counter()
            question()
            seconds.append(time.perf_counter() - started)
    mine, theirs = (statistics.median(seconds) for seconds in times.values())
    print(f"{name:28} {mine * 1000:8.0f} ms   git {theirs * 1000:8.0f} ms   {mine / theirs:5.1f} ×")


def _dates(folder: Path) -> object:
    with open_repository(folder) as repository:
        return last_modified(repository)


def _changes(folder: Path, tags: Sequence[str]) -> tuple[tuple[Difference, ...], ...]:
    return succession(LocalWorkspace(folder), tags)


def _log(folder: Path) -> object:
    command = ["git", "log", "--raw", "-z", "--no-renames", "--format=%ct"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True)


def _read(folder: Path, tags: Sequence[str]) -> None:
    """Every file of the trees, each as often as it stands in one of them."""
    for tag in tags:
        tree = ["git", "ls-tree", "-r", "-z", "--full-tree", "--object-only", tag]
        listed = subprocess.run(tree, cwd=folder, capture_output=True, check=True).stdout
        batch = ["git", "cat-file", "--batch"]
        given = listed.replace(b"\0", b"\n")
        subprocess.run(batch, cwd=folder, input=given, capture_output=True, check=True)


def _wrong_ids(folder: Path, history: History, tags: Sequence[str]) -> int:
    wrong = found = 0
    for truth, between in zip(history.changed[1:], _changes(folder, tags), strict=True):
        changes = [change for each in between for change in each.comparison.changes]
        named = {change.id for change in changes if change.subject is Subject.CLAIM}
        wrong += len(named ^ truth)
        found += len(named)
    print(f"{found:,} changed claims named, {wrong} wrong ids")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
