"""The dates of files, out of the history."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.errors import HistoryError
from generator.git.last_modified import last_modified
from generator.git.repository import open_repository
from tests.editions.history import BRIEFING, TREND, begin, edit, git


def _dated(folder: Path, day: str) -> None:
    git(folder, "add", "--all")
    git(folder, "-c", "core.hooksPath=/dev/null", "commit", "--quiet", "--message", day)
    tree, parent = git(folder, "rev-parse", "HEAD^{tree}", "HEAD~1").split()
    written = f"tree {tree}\nparent {parent}\nauthor a <a@b.example> {day} +0000\n"
    written += f"committer a <a@b.example> {day} +0000\n\nday\n"
    (folder.parent / "commit").write_text(written, encoding="ascii")
    name = git(folder, "hash-object", "-t", "commit", "-w", str(folder.parent / "commit"))
    git(folder, "reset", "--quiet", "--hard", name)


def test_each_file_has_the_day_of_the_commit_that_changed_it_last(tmp_path: Path) -> None:
    project = begin(tmp_path / "desk")
    edit(project, TREND, "Monday", "day")
    _dated(project, "1772700000")
    edit(project, TREND, "day", "Tuesday")
    (project / "docs" / "a file\nwith :100644 in its name.md").write_text("x", encoding="utf-8")
    _dated(project, "1772800000")
    with open_repository(project) as repository:
        found = last_modified(repository)
        assert found[TREND] == datetime.fromtimestamp(1772800000, UTC)
        assert found["docs/a file\nwith :100644 in its name.md"] == found[TREND]
        assert found[BRIEFING] == datetime(2026, 3, 2, 8, tzinfo=UTC)
        assert found.keys() == repository.tree("HEAD").keys()
        assert last_modified(repository, "HEAD~1")[TREND] == datetime.fromtimestamp(1772700000, UTC)


def test_files_of_a_project_in_a_folder_are_named_from_there(tmp_path: Path) -> None:
    project = begin(tmp_path, inside="desks/harbour")
    with open_repository(project) as repository:
        assert TREND in last_modified(repository)


def test_a_shallow_clone_has_no_dates_rather_than_wrong_ones(tmp_path: Path) -> None:
    project = begin(tmp_path / "one")
    edit(project, TREND, "Monday", "day")
    _dated(project, "1772700000")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{project}", "two")
    shallow = pytest.raises(HistoryError, match="shallow: run `git fetch --unshallow")
    with open_repository(tmp_path / "two") as repository, shallow:
        last_modified(repository)
