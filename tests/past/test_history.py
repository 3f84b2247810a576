"""Where the history is missing, or hostile, the build says so and goes on."""

import shutil
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from generator.editions.lock import lock_text, read_lock
from generator.workspace import LocalWorkspace
from tests.editions.history import TREND, begin, commit, edit, git
from tests.past.desk import add, numbers, past_of, published, release_on, released

UNREAD = "\n```judgements\nlayout: spiral\n```\n"
CANARY = """\
from pathlib import Path
Path({!r}).write_text("sung")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return released(tmp_path / "desk")


def test_without_a_repository_the_site_is_built_and_says_what_is_missing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(project / ".git")
    site = published(project)
    said = capsys.readouterr().err
    assert "no edition is built again" in said
    assert "is not in a git repository" in said
    changes = (site / "briefings/example/changes/index.html").read_text(encoding="utf-8")
    assert "Edition 1" in changes
    assert "Redline" not in changes
    assert "As it was" not in changes


def test_a_shallow_clone_has_the_newest_alone_and_says_what_to_do(
    project: Path, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=2", f"file://{project}", str(clone))
    past = past_of(clone)
    assert numbers(past) == [2]
    assert past.redlines == ()
    (notice,) = past.notices
    assert notice.startswith("edition 1 of example is not built again: no commit here has")
    assert "git fetch --unshallow --tags" in notice
    assert past.build.briefings[0].rebuilding.pages == (2,)


def test_a_commit_of_another_name_is_found_by_its_content(project: Path) -> None:
    lock = (project / "editions.lock").read_text(encoding="utf-8")
    for name in git(project, "log", "--format=%H").split():
        lock = lock.replace(name, "0" * 40)
    (project / "editions.lock").write_text(lock, encoding="utf-8")
    git(project, "tag", "--delete", "example/v1", "example/v2")
    assert numbers(past_of(project)) == [1, 2]


def test_an_edition_that_today_s_compiler_cannot_read_is_left_out(project: Path) -> None:
    add(project, TREND, UNREAD)
    name = commit(project, "Of another time")
    first, second = read_lock(LocalWorkspace(project)).editions
    digest = sha256((project / TREND).read_bytes()).hexdigest()
    inputs = tuple((path, digest if path == TREND else one) for path, one in second.inputs)
    text = lock_text([first, replace(second, commit=name, inputs=inputs)])
    (project / "editions.lock").write_text(text, encoding="utf-8")
    edit(project, TREND, UNREAD, "")
    past = past_of(project)
    assert numbers(past) == [1]
    assert past.redlines == ()
    (notice,) = past.notices
    assert f"{TREND} of that commit cannot be read today" in notice


def test_nothing_of_an_old_commit_is_run_and_its_templates_are_not_obeyed(tmp_path: Path) -> None:
    project = begin(tmp_path / "desk")
    sung = tmp_path / "canary"
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    files = {
        "hook.py": CANARY.format(str(sung)),
        "templates/theme/standfirst/overview.html": "STOLEN THEME",
        "templates/pages/sources.md.j2": "STOLEN PAGE",
        "templates/pdf/report.typ": "STOLEN PDF",
        "mkdocs.yml": f"{settings}hooks: [hook.py]\nsite_description: STOLEN WORDS\n",
    }
    for path, text in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    commit(project, "Hostile")
    release_on(project, date(2026, 3, 10))
    for path in files:
        (project / path).unlink()
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    commit(project, "Clean")
    site = published(project)
    assert (site / "briefings/example/v1/example.pdf").read_bytes().startswith(b"%PDF")
    assert not sung.exists()
    for page in (site / "briefings/example").rglob("*.html"):
        assert "STOLEN" not in page.read_text(encoding="utf-8")
