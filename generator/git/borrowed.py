"""A private git directory that borrows the objects and references of a repository.

Its configuration is ours, so nothing that the repository's says is obeyed: no hooks, signing
programs, monitors, filters, attributes, replaced objects or promised downloads.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import HistoryError
from generator.git.checkout import Checkout

_REFERENCE = re.compile(rb"(?:[0-9a-f]{40}|[0-9a-f]{64}|ref: refs/[^\0\n]+)\n?")
_CORE = "[core]\nrepositoryformatversion = {}\nbare = true\n"


@contextmanager
def borrowed(checkout: Checkout) -> Iterator[Path]:
    """The private directory, removed at the end."""
    if (checkout.common_dir / "reftable").is_dir():
        raise HistoryError(
            f"{checkout.common_dir} keeps its references in a table, which is not read yet; make a"
            " clone with `git clone --ref-format=files`"
        )
    with TemporaryDirectory(prefix="standfirst-git-") as folder:
        _lay_out(Path(folder), checkout)
        yield Path(folder)


def git_program() -> str:
    """The path of git. Raises HistoryError where it is not installed."""
    program = shutil.which("git")
    if program is None:
        raise HistoryError("the program `git` was not found; install it to read the history")
    return program


def git_environment(git_dir: Path) -> dict[str, str]:
    """The surroundings that git runs in: nothing of the user's or the system's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **kept,
        "GIT_DIR": str(git_dir),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }


def run_git(
    arguments: list[str], environment: Mapping[str, str], folder: Path, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run git to its end, in `folder`; `given` is its standard input."""
    return subprocess.run(
        [git_program(), "--no-pager", *arguments],
        env=dict(environment),
        cwd=folder,
        input=given,
        capture_output=True,
        check=False,
    )


def _lay_out(folder: Path, checkout: Checkout) -> None:
    (folder / "objects" / "info").mkdir(parents=True)
    (folder / "refs").mkdir()
    stores = [checkout.common_dir / "objects", *_stores_of_submodules(checkout)]
    lines = "".join(f'"{_quoted(store)}"\n' for store in stores)
    alternates = folder / "objects" / "info" / "alternates"
    alternates.write_text(lines, encoding="utf-8", errors="surrogateescape")
    head = _reference(checkout.git_dir / "HEAD") or b"ref: refs/heads/main\n"
    (folder / "HEAD").write_bytes(head)
    _copy_references(checkout.common_dir, folder)
    for name in ("packed-refs", "shallow"):
        if (checkout.common_dir / name).is_file():
            shutil.copyfile(checkout.common_dir / name, folder / name)
    (folder / "config").write_text(_configuration(checkout), encoding="ascii")


def _configuration(checkout: Checkout) -> str:
    """Ours, but for the one fact about the objects that git must be told."""
    written = (checkout.common_dir / "config").read_bytes().lower()
    if re.search(rb"objectformat\s*=\s*sha256", written):
        return f"{_CORE.format(1)}[extensions]\nobjectformat = sha256\n"
    return _CORE.format(0)


def _copy_references(common_dir: Path, folder: Path) -> None:
    for parent, _, names in os.walk(common_dir / "refs"):
        for name in names:
            reference = _reference(Path(parent) / name)
            if reference is not None:
                target = folder / (Path(parent) / name).relative_to(common_dir)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(reference)


def _reference(path: Path) -> bytes | None:
    """What a reference says, where it is one; never what a link leads to."""
    if path.is_symlink() or not path.is_file():
        return None
    content = path.read_bytes()
    return content if _REFERENCE.fullmatch(content) else None


def _stores_of_submodules(checkout: Checkout) -> list[Path]:
    """The objects of submodules that have been fetched: a private library may be one."""
    found = (checkout.common_dir / "modules").glob("**/objects")
    return sorted(store for store in found if (store.parent / "HEAD").is_file())


def _quoted(path: Path) -> str:
    return str(path).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
