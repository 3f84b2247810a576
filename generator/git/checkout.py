"""Finds the repository that a project stands in, by reading a few files of `.git`, without git."""

from dataclasses import dataclass
from pathlib import Path

from generator.errors import HistoryError


@dataclass(frozen=True, slots=True)
class Checkout:
    """Where a project and its repository are.

    `git_dir` belongs to this work tree, `common_dir` to all work trees of the repository.
    `prefix` is the project's folder within the work tree: empty, or with a closing `/`.
    """

    top: Path
    git_dir: Path
    common_dir: Path
    prefix: str

    @property
    def is_shallow(self) -> bool:
        """Whether older commits were left out when it was cloned."""
        return bool(_line(self.common_dir / "shallow"))


def find_checkout(project: Path) -> Checkout | None:
    """The repository around the folder `project`, or None where there is none (a zip)."""
    project = project.resolve()
    for top in (project, *project.parents):
        git_dir = _git_dir(top)
        if git_dir is not None:
            prefix = project.relative_to(top).as_posix()
            shared = _line(git_dir / "commondir")
            common = (git_dir / shared).resolve() if shared else git_dir
            return Checkout(top, git_dir, common, "" if prefix == "." else f"{prefix}/")
    return None


def require_checkout(project: Path) -> Checkout:
    """The repository around `project`. Raises HistoryError where there is none."""
    checkout = find_checkout(project)
    if checkout is None:
        raise HistoryError(
            f"{project} is not in a git repository, so earlier texts cannot be read; run this in a"
            " clone of the project, or begin a history with `git init`"
        )
    return checkout


def _git_dir(top: Path) -> Path | None:
    """`.git` itself, or what it points to in further work trees and submodules."""
    place = top / ".git"
    if (place / "HEAD").is_file() and (place / "objects").is_dir():
        return place.resolve()
    pointer = _line(place)
    if pointer.startswith("gitdir:"):
        target = (top / pointer.removeprefix("gitdir:").strip()).resolve()
        return target if (target / "HEAD").is_file() else None
    return None


def _line(path: Path) -> str:
    """The first line of a file; empty where there is no such file."""
    try:
        with path.open(encoding="utf-8", errors="surrogateescape") as stream:
            return stream.readline().strip()
    except OSError:
        return ""
