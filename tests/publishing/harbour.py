"""The project of tests/projects/harbour, built as a user would, and what is in its site."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

PROGRAM = str(Path(sys.executable).parent / "standfirst")
TREND = "docs/briefings/clips/trend.md"
WORDS = ("that Monday", "that very Monday")


def harbour(folder: Path) -> Path:
    """A copy of the project in `folder`."""
    ignored = shutil.ignore_patterns("*.transcript")
    shutil.copytree(ROOT / "tests/projects/harbour", folder, ignore=ignored)
    return folder


def run(
    project: Path, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program as in a shell of its own, without a terminal to ask at."""
    done = subprocess.run(
        [PROGRAM, *arguments],
        cwd=project,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        start_new_session=True,
    )
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of the folder by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write_words(project: Path, turn: int) -> None:
    """Let the trend page say the one or the other: two states of the project, two sites."""
    path = project / TREND
    text = path.read_text(encoding="utf-8").replace(WORDS[1], WORDS[0])
    path.write_text(text.replace(WORDS[0], WORDS[turn % 2]), encoding="utf-8")


def both_sites(project: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The sites of the two states, the second of which is built last."""
    sites = []
    for turn in (0, 1):
        write_words(project, turn)
        assert run(project, "build").returncode == 0
        sites.append(tree(project / "site"))
    assert sites[0] != sites[1]
    return sites[0], sites[1]
