"""Nothing that a repository names as a program is ever run."""

import os
import subprocess
from pathlib import Path

import pytest

from generator.differences import differences
from generator.releasing import Wanted, release
from generator.workspace import LocalWorkspace
from tests.editions.history import TREND, begin, commit, edit, git
from tests.past.desk import published, released

HOOKS = (
    "pre-commit",
    "prepare-commit-msg",
    "commit-msg",
    "post-commit",
    "post-checkout",
    "post-index-change",
    "reference-transaction",
)
SETTINGS = {
    "core.fsmonitor": "{}",
    "core.editor": "{}",
    "core.sshCommand": "{}",
    "credential.helper": "!{}",
    "diff.external": "{}",
    "diff.evil.textconv": "{}",
    "filter.evil.clean": "{}",
    "filter.evil.smudge": "{}",
    "filter.committed.clean": "{}",
    "gpg.program": "{}",
}
OBEYED = {
    "commit.gpgSign": "true",
    "tag.gpgSign": "true",
    "log.showSignature": "true",
    "filter.evil.required": "true",
}
"""Orders to run what `SETTINGS` name."""
GIT_RUNS = (
    ("diff",),
    ("add", "--renormalize", "."),
    ("log", "-1", "--patch", "--textconv"),
    ("commit", "--allow-empty", "--no-gpg-sign", "--message", "Mine"),
    ("commit", "--allow-empty", "--message", "Signed"),
    ("commit", "--amend", "--no-gpg-sign"),
    ("checkout", "-b", "other"),
    ("credential", "fill"),
    ("ls-remote", "ssh://git@127.0.0.1/desk"),
)
"""What shows that a canary is alive: orders of git that obey the repository."""


def _hostile(project: Path, heard: Path) -> None:
    heard.mkdir()
    folder = project / ".git" / "run"
    folder.mkdir()
    for name, value in SETTINGS.items():
        git(project, "config", name, value.format(_program(folder / name, heard)))
    for name, value in OBEYED.items():
        git(project, "config", name, value)
    for hook in HOOKS:
        (project / ".git" / "hooks").mkdir(exist_ok=True)
        _program(project / ".git" / "hooks" / hook, heard)
    attributes = project / ".git" / "info" / "attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text("*.md filter=evil diff=evil\n", encoding="ascii")
    for canary in heard.iterdir():
        canary.unlink()


def _program(path: Path, heard: Path) -> Path:
    """A program that leaves its name in `heard`."""
    path.write_text(f"#!/bin/sh\ntouch '{heard}/{path.name}'\n", encoding="ascii")
    path.chmod(0o755)
    return path


def _singing(heard: Path) -> set[str]:
    return {canary.name for canary in heard.iterdir()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = begin(tmp_path / "project")
    (project / ".gitattributes").write_text("*.yml filter=committed\n", encoding="ascii")
    edit(project, TREND, "Monday", "day")
    commit(project, "Edit")
    _hostile(project, tmp_path / "heard")
    return project


def test_reading_a_strangers_history_runs_nothing(project: Path, tmp_path: Path) -> None:
    assert differences(LocalWorkspace(project), "HEAD~1", "HEAD")
    assert _singing(tmp_path / "heard") == set()


def test_a_release_runs_no_hook_and_signs_nothing(project: Path, tmp_path: Path) -> None:
    released = release(LocalWorkspace(project), Wanted("example"))
    assert released.edition is not None
    assert _singing(tmp_path / "heard") == set()
    assert (project / ".git" / "refs" / "tags" / "example" / "v1").is_file()


def test_a_build_of_a_strangers_editions_runs_nothing(tmp_path: Path) -> None:
    project = released(tmp_path / "project")
    _hostile(project, tmp_path / "heard")
    site = published(project)
    assert (site / "briefings/example/v1/index.html").is_file()
    assert _singing(tmp_path / "heard") == set()


def test_twelve_canaries_sing_where_git_itself_is_asked(project: Path, tmp_path: Path) -> None:
    edit(project, TREND, "that day", "that very day")
    for arguments in GIT_RUNS:
        _obedient(project, *arguments)
    silent = {*HOOKS, *SETTINGS} - _singing(tmp_path / "heard")
    assert len(HOOKS) + len(SETTINGS) - len(silent) >= 12, silent


def _obedient(project: Path, *arguments: str) -> None:
    """Git as a careless reader runs it; it may fail, for its programs are false ones."""
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", *arguments],
        cwd=project,
        env={**os.environ, **alone},
        input=b"url=https://desk.example\n\n",
        capture_output=True,
        check=False,
    )
