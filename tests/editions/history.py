"""Small projects with a real git history, made in a temporary folder."""

import os
import subprocess
from pathlib import Path

from tests.examples import example_files, write_files

BRIEFING = "docs/briefings/example/briefing.yml"
TREND = "docs/briefings/example/trend.md"


def git(folder: Path, *arguments: str) -> str:
    """Run git as a user would, but with no settings other than the repository's."""
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": "2026-03-02T08:00:00Z",
        "GIT_COMMITTER_DATE": "2026-03-02T08:00:00Z",
    }
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def begin(folder: Path, text: str = "", *, inside: str = "") -> Path:
    """A repository with the example project, in a folder `inside` it; the project's folder."""
    project = folder / inside
    project.mkdir(parents=True, exist_ok=True)
    write_files(project, example_files(text))
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "user.name", "Desk")
    git(folder, "config", "user.email", "desk@harbour.example")
    commit(folder, "Begin")
    return project


def commit(folder: Path, message: str) -> str:
    """Commit all that is in the folder; the commit's name."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def edit(project: Path, path: str, old: str, new: str) -> None:
    """Replace words in a file of the project; they must be there."""
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), encoding="utf-8")
