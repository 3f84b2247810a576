"""Nothing that a repository names as a program is ever run."""

from pathlib import Path

import pytest

from generator.differences import differences
from generator.releasing import Wanted, release
from generator.workspace import LocalWorkspace
from tests.editions.history import TREND, begin, commit, edit, git

HOOKS = (
    "pre-commit",
    "commit-msg",
    "post-commit",
    "pre-auto-gc",
    "post-index-change",
    "reference-transaction",
    "fsmonitor-watchman",
)
SETTINGS = (
    ("core.fsmonitor", "{}"),
    ("gpg.program", "{}"),
    ("commit.gpgSign", "true"),
    ("tag.gpgSign", "true"),
    ("log.showSignature", "true"),
    ("core.pager", "{}"),
    ("core.editor", "{}"),
    ("core.sshCommand", "{}"),
    ("core.alternateRefsCommand", "{}"),
    ("diff.external", "{}"),
    ("filter.evil.clean", "{}"),
    ("filter.evil.smudge", "{}"),
    ("diff.evil.textconv", "{}"),
    ("credential.helper", "!{}"),
)


def _hostile(project: Path, canary: Path) -> None:
    program = project / ".git" / "run.sh"
    program.write_text(f"#!/bin/sh\necho $0 >> '{canary}'\n", encoding="ascii")
    program.chmod(0o755)
    for hook in HOOKS:
        target = project / ".git" / "hooks" / hook
        target.parent.mkdir(exist_ok=True)
        target.write_text(f"#!/bin/sh\necho {hook} >> '{canary}'\n", encoding="ascii")
        target.chmod(0o755)
    for name, value in SETTINGS:
        git(project, "config", name, value.format(program))
    attributes = project / ".git" / "info" / "attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text("* filter=evil diff=evil\n", encoding="ascii")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = begin(tmp_path / "project")
    edit(project, TREND, "Monday", "day")
    commit(project, "Edit")
    _hostile(project, tmp_path / "canary")
    (tmp_path / "canary").unlink(missing_ok=True)
    return project


def test_reading_a_strangers_history_runs_nothing(project: Path, tmp_path: Path) -> None:
    assert differences(LocalWorkspace(project), "HEAD~1", "HEAD")
    assert not (tmp_path / "canary").exists()


def test_a_release_runs_no_hook_and_signs_nothing(project: Path, tmp_path: Path) -> None:
    released = release(LocalWorkspace(project), Wanted("example"))
    assert released.edition is not None
    assert not (tmp_path / "canary").exists()
    assert (project / ".git" / "refs" / "tags" / "example" / "v1").is_file()


def test_the_canary_sings_where_git_itself_is_asked(project: Path, tmp_path: Path) -> None:
    git(project, "commit", "--quiet", "--allow-empty", "--no-gpg-sign", "--message", "Mine")
    assert (tmp_path / "canary").exists()
