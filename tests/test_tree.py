"""Names that are one when folded, and links that lead where nothing may be published."""

from pathlib import Path

import pytest

from generator.build import compile_project
from generator.errors import WorkspaceError
from generator.manifest.inputs import Engine
from generator.manifest.making import write_manifest
from generator.model.diagnostic import Diagnostic
from generator.tree import at_one_address, clashes, folded
from generator.workspace import LocalWorkspace, MemoryWorkspace
from tests.examples import example_files, example_project, write_files
from tests.publishing.harbour import harbour, run


def _found(workspace: LocalWorkspace | MemoryWorkspace) -> list[Diagnostic]:
    return [one for one in compile_project(workspace).diagnostics if one.code == "unsafe-path"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_files(tmp_path / "project", example_files())
    return tmp_path / "project"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("docs/Rules.md", "docs/rules.md"),
        ("docs/caf\u00e9.md", "docs/cafe\u0301.md"),
        ("docs/ÉTÉ.md", "docs/e\u0301te\u0301.md"),
        ("docs/STRASSE.md", "docs/straße.md"),
        ("docs/Data/a.md", "docs/data/b.md"),
        ("docs/Data", "docs/data/b.md"),
        ("sources/data/Clips.csv", "sources/data/clips.csv"),
    ],
)
def test_names_that_are_one_when_folded_are_an_error_with_both_places(one: str, other: str) -> None:
    (found,) = _found(example_project(f">>> {one}\n# One\n>>> {other}\n# Two\n"))
    assert found.is_error
    assert found.span is not None
    (label,) = found.labels
    assert label.span is not None
    assert {found.span.path, label.span.path} == {one, other}


def test_names_that_only_look_alike_are_two() -> None:
    assert not list(clashes(["a/b.md", "a-b.md", "a/B2.md", "ab.md", "a/b/c.md", "目录.md"]))


def test_a_folder_is_told_once_however_much_is_in_it() -> None:
    paths = [f"docs/{name}/{number}.md" for name in ("Data", "data") for number in range(5)]
    assert list(clashes(paths)) == [("docs/data", "docs/Data", "docs/data/0.md", "docs/Data/0.md")]


def test_folding_is_that_of_a_system_which_knows_one_name() -> None:
    assert folded("É") == folded("e\u0301")
    assert folded("ß") == folded("SS")
    assert folded("a/b") != folded("a/c")


def test_pages_at_one_address_are_refused(tmp_path: Path) -> None:
    project = harbour(tmp_path / "harbour")
    (project / "docs/rules").mkdir()
    (project / "docs/rules/index.md").write_text("# One\n")
    (project / "docs/rules.md").write_text("# Two\n")
    done = run(project, "build")
    assert done.returncode == 2
    assert (
        "`rules.md` and `rules/index.md` are both published as rules/index.html; rename one"
        in done.stderr
    )
    assert not (project / "site").exists()


def test_addresses_are_folded_too() -> None:
    files = [("A.md", "A/index.html"), ("a/index.md", "a/index.html"), ("b.md", "b/index.html")]
    assert list(at_one_address(files)) == [("A.md", "a/index.md", "a/index.html")]


def test_a_site_with_two_names_for_one_file_gets_no_manifest(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    build = compile_project(LocalWorkspace(project))
    (site / "a.html").write_text("")
    write_manifest(project, site, build, Engine())
    (site / "A.html").write_text("")
    with pytest.raises(WorkspaceError, match=r"`a.html` and `A.html`, which are one on macOS"):
        write_manifest(project, site, build, Engine())


@pytest.mark.parametrize("place", ["docs/linked", "docs/linked.png", "sources/linked.md"])
@pytest.mark.parametrize("kind", ["file", "folder", "nothing", "itself"])
def test_a_link_out_of_the_project_is_an_error(
    project: Path, tmp_path: Path, place: str, kind: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("secret")
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    (project / place).symlink_to(tmp_path / kind)
    (stray,) = _found(LocalWorkspace(project))
    assert stray.span is not None
    assert stray.span.path == place
    assert stray.message == "this link leads out of the project"


@pytest.mark.parametrize("kind", ["file", "nothing", "itself"])
def test_a_page_that_is_such_a_link_is_an_error_too(
    project: Path, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "file").write_text("secret")
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    (project / "docs/linked.md").symlink_to(tmp_path / kind)
    found = compile_project(LocalWorkspace(project)).diagnostics
    here = {each.code for each in found if each.span and each.span.path == "docs/linked.md"}
    assert {"bad-metadata", "unsafe-path"} <= here


@pytest.mark.parametrize("target", ["sources", "sources/quay-2026-02-10.md", ".git/config"])
def test_a_link_from_the_pages_to_what_is_private_is_an_error(project: Path, target: str) -> None:
    (project / ".git").mkdir()
    (project / ".git/config").write_text("[core]\n")
    (project / "docs/linked.txt").symlink_to(project / target)
    (stray,) = _found(LocalWorkspace(project))
    assert stray.message == f"this link leads to `{target}`, which is not published"


def test_a_link_to_another_file_of_the_project_is_followed(project: Path) -> None:
    (project / "CHANGES.md").write_text("# Changes\n")
    (project / "docs/changes.md").symlink_to("../CHANGES.md")
    assert not _found(LocalWorkspace(project))


def test_nothing_that_a_link_leads_to_is_published(tmp_path: Path) -> None:
    project = harbour(tmp_path / "harbour")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/words.txt").write_text("The words of the secret.")
    (project / "docs/more").symlink_to(tmp_path / "secret")
    done = run(project, "build")
    assert done.returncode == 1
    assert "error[unsafe-path]: this link leads out of the project" in done.stderr
    assert "docs/more" in done.stderr
    assert not (project / "site").exists()
