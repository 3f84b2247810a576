"""`standfirst verify`: what differs is named, and a hostile site is looked at from outside only."""

import os
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator import verifying
from generator.errors import WorkspaceError
from generator.manifest.form import manifest_text
from generator.verifying import ManifestError, shown, verify
from tests.publishing.harbour import run, tree, write_words
from tests.publishing.test_manifest import DIGEST, MANIFEST


def test_a_site_as_it_was_built_is_right(site: Path) -> None:
    verdict = verify(site)
    assert not verdict.wrong
    count = len(tree(site)) - 1 - (site / "manifest.json.sig").exists()
    assert verdict.right[0] == f"{count} files are as manifest.json says"


def test_changed_missing_and_extra_files_are_each_named(site: Path) -> None:
    (site / "index.html").write_text("other")
    (site / "404.html").unlink()
    (site / "briefings/more.html").write_text("more")
    assert verify(site).wrong == (
        "missing: 404.html",
        "extra: briefings/more.html",
        "changed: index.html",
    )


def test_a_name_that_would_write_to_the_terminal_is_shown_harmless(site: Path) -> None:
    (site / "a\x1b[2Jb\u202e.html").write_text("")
    assert verify(site).wrong == (r"extra: a\x1b[2Jb\u202e.html",)
    assert shown("目录/a.html") == "目录/a.html"


def test_links_and_pipes_are_named_and_never_opened(site: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # whoever opens it waits for ever
    os.mkfifo(site / "pipe.html")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "pipe")
    (site / "all").symlink_to("/", target_is_directory=True)
    assert verify(site).wrong == (
        "no file, but a link or the like: all",
        "no file, but a link or the like: index.html",
        "no file, but a link or the like: pipe.html",
    )


@pytest.mark.parametrize("name", ["manifest.json", "manifest.json.sig"])
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_manifest_or_signature_that_is_no_file_is_refused(
    site: Path, tmp_path: Path, name: str, kind: str
) -> None:
    (tmp_path / "manifest.json").write_bytes((site / "manifest.json").read_bytes())
    (site / name).unlink(missing_ok=True)
    if kind == "link":
        (site / name).symlink_to(tmp_path / "manifest.json")
    elif kind == "pipe":
        os.mkfifo(site / name)
    else:
        (site / name).mkdir()
    with pytest.raises(WorkspaceError, match=name):
        verify(site)


def test_a_manifest_that_is_too_large_is_not_read(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifying, "LARGEST", 1_000_000)
    (site / "manifest.json").write_bytes(b" " * 1_000_001)
    with pytest.raises(WorkspaceError, match="larger than 1 MB"):
        verify(site)


@pytest.mark.long
def test_a_manifest_of_a_million_files_is_read(tmp_path: Path) -> None:
    many = tuple((f"{number:07}", DIGEST) for number in range(1_000_000))
    content = manifest_text(replace(MANIFEST, outputs=many))
    (tmp_path / "manifest.json").write_bytes(content)
    assert len(verify(tmp_path).wrong) == 1_000_000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "nowhere: no such folder; name one that holds a built site"),
        (("docs",), "docs/manifest.json: no such file or directory"),
    ],
)
def test_a_folder_without_a_manifest_is_a_clean_error(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run(folder / "harbour", "verify", *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_broken_manifest_is_a_clean_error(site: Path) -> None:
    (site / "manifest.json").write_text('{"\x1b": 1}')
    done = run(site.parent, "verify", "site")
    assert done.returncode == 2
    assert done.stderr.startswith("standfirst: site/manifest.json: cannot be read: ")
    assert "\x1b" not in done.stderr


def _flips(site: Path, times: int) -> None:
    """Each flip of bits in one byte must be found: in pages, manifest and signature alike."""
    chance = random.Random(times)  # noqa: S311 (no secret)
    files = tree(site)
    names = [name for name, content in files.items() if content]
    for turn in range(times):
        own = [name for name in names if name.startswith("manifest")]
        name = chance.choice(own if turn % 4 == 0 else names)
        content = bytearray(files[name])
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
        (site / name).write_bytes(content)
        assert _is_found(site), f"{name}, turn {turn}"
        (site / name).write_bytes(files[name])
    assert not verify(site).wrong


def _is_found(site: Path) -> bool:
    try:
        return bool(verify(site).wrong)
    except ManifestError:
        return True


def test_60_byte_flips_are_all_found(site: Path) -> None:
    _flips(site, 60)


@pytest.mark.long
def test_1000_byte_flips_are_all_found(site: Path) -> None:
    _flips(site, 1000)


def test_a_project_that_builds_the_same_again_is_right(folder: Path) -> None:
    done = run(folder / "harbour", "verify", "site", "--rebuild")
    assert done.returncode == 0, done.stdout
    assert "built again, every byte is the same" in done.stdout


def test_a_project_that_has_changed_is_named_with_its_inputs(folder: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(folder / "harbour", tmp_path / "harbour"))
    write_words(project, 1)
    (project / "docs/more.md").write_text("# More\n")
    done = run(project, "verify", "site", "--rebuild")
    assert done.returncode == 1
    said = done.stdout.splitlines()
    assert "not the same when built again: briefings/clips/trend/index.html" in said
    assert "input has changed: docs/briefings/clips/trend.md" in said
    assert "input is new: docs/more.md" in said
    assert not any("index.md" in line for line in said)
    assert [path.name for path in (project / ".standfirst").iterdir()] == ["lock"]


def test_a_private_file_that_has_changed_is_told_without_its_name(
    folder: Path, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(folder / "harbour", tmp_path / "harbour"))
    (project / "sources/unused.md").write_text("---\ntitle: Unused\n---\nWords.\n")
    done = run(project, "verify", "site", "--rebuild")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "input has changed: a file of the project that the manifest does not name"
    )


def test_a_project_with_errors_is_not_built_again(folder: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(folder / "harbour", tmp_path / "harbour"))
    trend = project / "docs/briefings/clips/trend.md"
    trend.write_text(trend.read_text().replace("rose 20 percent", "rose 25 percent"))
    done = run(project, "verify", "site", "--rebuild")
    assert done.returncode == 1
    assert "the project has errors, so it cannot be built again" in done.stdout
    assert "error[quote-not-found]" in done.stderr
