"""What is read of a repository, whatever its state and whoever configured it."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.build import compile_project
from generator.commit_workspace import commit_workspace
from generator.differences import differences
from generator.errors import HistoryError, WorkspaceError
from generator.git.checkout import find_checkout
from generator.git.repository import open_repository
from generator.releasing import Wanted, release
from generator.workspace import LocalWorkspace
from tests.editions.history import TREND, begin, commit, edit, git


def test_a_commit_compiles_to_the_same_as_the_folder_did(tmp_path: Path) -> None:
    project = begin(tmp_path)
    before = compile_project(LocalWorkspace(project, date(2026, 3, 2)))
    edit(project, TREND, "Monday", "day")
    commit(project, "Edit")
    with open_repository(project) as repository:
        past = commit_workspace(repository, repository.require_commit("HEAD~1"))
        assert compile_project(past) == before


def test_a_project_may_stand_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    project = begin(tmp_path, inside="desks/harbour")
    with open_repository(project) as repository:
        assert repository.checkout.prefix == "desks/harbour/"
        past = commit_workspace(repository, repository.require_commit("HEAD"))
        assert past.read("mkdocs.yml") == (project / "mkdocs.yml").read_bytes()
        assert TREND in past.files("docs")


def test_further_work_trees_and_packed_references_are_read(tmp_path: Path) -> None:
    project = begin(tmp_path / "one")
    git(project, "tag", "example/v1")
    git(project, "pack-refs", "--all")
    git(project, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "two"))
    edit(tmp_path / "two", TREND, "Monday", "day")
    newest = commit(tmp_path / "two", "Edit")
    with open_repository(tmp_path / "two") as repository:
        assert repository.commit("HEAD") == newest
        assert repository.commit("example/v1") == git(project, "rev-parse", "main")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_a_checkout_of_somebody_elses_is_read_and_released_as_ones_own(tmp_path: Path) -> None:
    project = begin(tmp_path / "desk")
    edit(project, TREND, "Monday", "day")
    commit(project, "Edit")
    own = differences(LocalWorkspace(project), "HEAD~1", "HEAD")
    for path in (project, *project.rglob("*")):
        os.chown(path, 12345, 12345)
    with pytest.raises(subprocess.CalledProcessError) as refused:
        git(project, "status")
    assert "dubious ownership" in refused.value.stderr
    assert differences(LocalWorkspace(project), "HEAD~1", "HEAD") == own
    assert release(LocalWorkspace(project), Wanted("example")).edition is not None
    assert (project / ".git/refs/tags/example/v1").is_file()


def test_links_in_a_commit_are_not_followed(tmp_path: Path) -> None:
    project = begin(tmp_path)
    (project / "docs/secret.md").symlink_to("/etc/passwd")
    commit(project, "Link")
    with open_repository(project) as repository:
        past = commit_workspace(repository, repository.require_commit("HEAD"))
        assert not past.exists("docs/secret.md")
        with pytest.raises(WorkspaceError, match="is a link"):
            past.read("docs/secret.md")


def test_a_private_library_in_a_submodule_is_read_or_what_is_missing_is_said(
    tmp_path: Path,
) -> None:
    project = begin(tmp_path / "desk")
    library = tmp_path / "library"
    shutil.move(project / "sources", library)
    commit(project, "Without the library")
    git(library, "init", "--quiet")
    git(library, "config", "user.name", "Desk")
    git(library, "config", "user.email", "desk@harbour.example")
    commit(library, "Begin")
    add = ("submodule", "--quiet", "add", str(library), "sources")
    git(project, "-c", "protocol.file.allow=always", *add)
    commit(project, "Library apart")
    with open_repository(project) as repository:
        past = commit_workspace(repository, repository.require_commit("HEAD"))
        assert not compile_project(past).has_errors
    git(tmp_path, "clone", "--quiet", str(project), "without")
    with open_repository(tmp_path / "without") as repository:
        past = commit_workspace(repository, repository.require_commit("HEAD"))
        with pytest.raises(WorkspaceError, match="sources: is a submodule whose"):
            compile_project(past)


def test_a_shallow_clone_says_so_instead_of_giving_another_state(tmp_path: Path) -> None:
    project = begin(tmp_path / "one")
    first = git(project, "rev-parse", "HEAD")
    commit(project, "More")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{project}", "two")
    with open_repository(tmp_path / "two") as repository:
        assert repository.checkout.is_shallow
        for name in (first, "HEAD~1"):
            with pytest.raises(HistoryError, match="shallow: run `git fetch --unshallow --tags`"):
                repository.require_commit(name)


def test_a_zip_has_no_history_and_says_what_to_do(tmp_path: Path) -> None:
    assert find_checkout(tmp_path) is None
    with (
        pytest.raises(HistoryError, match="is not in a git repository"),
        open_repository(tmp_path),
    ):
        pass


def test_without_git_the_message_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = begin(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with (
        open_repository(project) as repository,
        pytest.raises(HistoryError, match="`git` was not found; install it"),
    ):
        repository.require_commit("HEAD")


def test_a_name_that_looks_like_an_option_is_only_a_name(tmp_path: Path) -> None:
    project = begin(tmp_path)
    with open_repository(project) as repository:
        assert repository.commit("--all") is None
        assert repository.commit("no-such-tag") is None
        assert repository.commit("main") == git(project, "rev-parse", "main")


def test_a_repository_with_long_hashes_is_read(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    project = begin(tmp_path)
    with open_repository(project) as repository:
        head = repository.require_commit("HEAD")
        assert len(head) == len("0" * 64)
        assert commit_workspace(repository, head).exists("mkdocs.yml")
