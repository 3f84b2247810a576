"""Bad input and bad luck: a clear error or inert text, the old site whole, never a traceback."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT

PROGRAM = str(Path(sys.executable).parent / "standfirst")
BOMBS = {
    "deep": "[" * 100_000,
    "alias": "title: &a [x]\nauthors: *a",
    "twice": "title: One\ntitle: Two",
    "tag": "title: !!python/object/apply:os.system ['touch canary']",
    "open": "title: [1, 2",
    "nul": "title: a\x00b",
}
SCRIPT = "<script>alert(1)</script>"
MARKDOWN = "**bold** [link](javascript:alert(1)) `code` {{ 7*7 }} @nobody | a | b | $x$"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    shutil.copytree(ROOT / "tests/projects/harbour", folder)
    return folder


def run(project: Path, *arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(  # type: ignore[call-overload]  # `more` is passed on as it is
        [PROGRAM, *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        **more,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done  # type: ignore[no-any-return]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize("place", ["source", "briefing", "page", "block"])
def test_hostile_yaml_is_an_error_with_its_place(project: Path, name: str, place: str) -> None:
    bomb = BOMBS[name]
    path, text = {
        "source": ("sources/bad.md", f"---\n{bomb}\n---\nBody.\n"),
        "briefing": ("docs/briefings/bad/briefing.yml", bomb),
        "page": ("docs/briefings/clips/context.md", f"---\n{bomb}\n---\nText.\n"),
        "block": ("docs/briefings/clips/context.md", f"Text.\n\n```timeline\n{bomb}\n```\n"),
    }[place]
    (project / path).parent.mkdir(exist_ok=True)
    (project / path).write_text(text, encoding="utf-8")
    done = run(project, "check")
    assert done.returncode == 1
    assert f"{path}:" in done.stdout
    assert not (project / "canary").exists()


@pytest.mark.parametrize("name", ["deep", "open", "nul"])
def test_hostile_settings_are_a_fault_with_their_place(project: Path, name: str) -> None:
    (project / "mkdocs.yml").write_text(f"extra: {BOMBS[name]}\n", encoding="utf-8")
    done = run(project, "check")
    assert done.returncode == 2
    assert done.stderr.startswith("standfirst: mkdocs.yml")


def test_an_unknown_section_and_field_are_named_with_what_is_allowed(project: Path) -> None:
    source = project / "sources/quay-2026-02-10.md"
    source.write_text(source.read_text().replace("section: context", "section: contxt"))
    done = run(project, "check")
    assert done.returncode == 1
    assert "`contxt`" in done.stdout
    assert "`trend`, `context` or `outlook`" in done.stdout


def test_a_link_out_of_the_tree_is_not_followed(project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: Secret\n---\nThe words of the secret.\n")
    (project / "sources/secret.md").symlink_to(secret)
    done = run(project, "check")
    assert done.returncode == 1
    assert "leads out of the project" in done.stdout
    assert "The words of the secret" not in done.stdout


def test_a_page_that_is_a_link_out_of_the_tree_is_an_error_with_its_place(
    project: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("---\nstandfirst: true\n---\nThe words of the secret.\n")
    (project / "docs/leak.md").symlink_to(secret)
    for command in ("check", "build"):
        done = run(project, command)
        assert done.returncode == 1
        assert "error[unsafe-path]" in done.stdout + done.stderr
        assert "docs/leak.md" in done.stdout + done.stderr
        assert "The words of the secret" not in done.stdout + done.stderr
    assert not (project / "site").exists()


def test_a_site_folder_that_is_a_link_is_refused(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious.txt").write_text("precious")
    (project / "site").symlink_to(elsewhere)
    assert run(project, "build").returncode == 2
    assert (elsewhere / "precious.txt").read_text() == "precious"


def test_a_folder_of_other_things_is_never_replaced(project: Path) -> None:
    (project / "photos").mkdir()
    (project / "photos/one.jpg").write_text("one")
    done = run(project, "build", "--output", "photos")
    assert done.returncode == 2
    assert (project / "photos/one.jpg").read_text() == "one"


def test_a_full_disk_leaves_the_old_site_whole(project: Path) -> None:
    assert run(project, "build").returncode == 0
    before = tree(project / "site")
    trend = project / "docs/briefings/clips/trend.md"
    trend.write_text(trend.read_text().replace("that Monday", "that very Monday"))
    done = subprocess.run(
        ["/bin/sh", "-c", f"ulimit -f 60; exec {PROGRAM} build"],  # files of at most 30 kB
        cwd=project,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert tree(project / "site") == before
    assert [path.name for path in (project / ".standfirst").iterdir()] == ["lock"]
    assert run(project, "build").returncode == 0


def test_ctrl_c_at_any_moment_leaves_the_old_site_or_the_new_one(project: Path) -> None:
    assert run(project, "build").returncode == 0
    old = tree(project / "site")
    trend = project / "docs/briefings/clips/trend.md"
    trend.write_text(trend.read_text().replace("that Monday", "that very Monday"))
    pauses = random.Random(1)  # noqa: S311 (no secret)
    ended: set[int] = set()
    for _ in range(6):
        with subprocess.Popen(
            [PROGRAM, "build"],
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as build:
            time.sleep(pauses.uniform(0.3, 1.0))
            build.send_signal(signal.SIGINT)
            _, talk = build.communicate(timeout=60)
        ended.add(build.returncode)
        assert "Traceback" not in talk
        now = tree(project / "site")
        assert now == old or b"that very Monday" in now["briefings/clips/trend/index.html"]
        assert [path.name for path in (project / ".standfirst").iterdir()] == ["lock"]
    assert ended <= {0, 130, -signal.SIGINT}, "a shell shows the last as 130 too"
    assert run(project, "build").returncode == 0


def test_script_and_markdown_in_an_article_stay_text_everywhere(project: Path) -> None:
    (project / "evil.txt").write_text(
        f"{SCRIPT} {MARKDOWN}\n\n{SCRIPT} The users of the app shared {MARKDOWN} within days of its"
        " launch, and the council expects rules for synthetic media to follow before the summer.\n",
        encoding="utf-8",
    )
    assert run(project, "add", "evil.txt", "--id", "evil").returncode == 0
    source = project / "sources/evil.md"
    fields = (
        f"publisher: '{SCRIPT}'\nnotes:\n  - section: context\n    date: 2026-02-11\n"
        f"    says: '{SCRIPT} {MARKDOWN}'\n    quote: rules for synthetic media\n"
    )
    source.write_text(source.read_text().replace("\n---\n", f"\n{fields}---\n", 1))
    briefing = project / "docs/briefings/clips/briefing.yml"
    briefing.write_text(briefing.read_text().replace("quay-2026-02-10]", "quay-2026-02-10, evil]"))
    done = run(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = [path.read_text() for path in (project / "site").rglob("*.html")]
    assert any("&lt;script&gt;alert(1)&lt;/script&gt;" in page for page in pages)
    for page in pages:
        assert SCRIPT not in page
        assert 'href="javascript:' not in page
        assert "<strong>bold</strong>" not in page
        assert "49" not in page.split("alert(1)")[-1][:200]


def test_two_builds_at_once_say_so(project: Path) -> None:
    assert run(project, "build").returncode == 0
    with (
        subprocess.Popen(
            [PROGRAM, "build"], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as one,
        subprocess.Popen(
            [PROGRAM, "build"], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as other,
    ):
        talk = one.communicate()[1] + other.communicate()[1]
    assert {one.returncode, other.returncode} <= {0, 2}
    assert b"Traceback" not in talk
    assert (project / "site/index.html").is_file()
