"""From a build to files: stage, write, look over, exchange.

A crash, a full disk or Ctrl-C at any moment leaves the old site whole.
"""

import ctypes
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from generator.errors import EngineError, StandfirstError, WorkspaceError
from generator.exporting import WITHOUT_ADDRESS, has_address, newest_date
from generator.model.build import Build

WORK = ".standfirst"
_EXCHANGE = 2  # RENAME_EXCHANGE (renameat2), RENAME_SWAP (renamex_np): both are 2
_AT_FDCWD = -100


def publish(root: Path, output: str, build: Build) -> Path:
    """Write the site of `build` to `root/output` and return that folder."""
    target = root / output
    _refuse_foreign(target, root)
    with _lock(root), _stage(root) as stage:
        written = stage / "site"
        _run_mkdocs(root, written, build)
        _exchange(written, target)
    if not has_address(build):
        sys.stderr.write(f"standfirst: {WITHOUT_ADDRESS}\n")
    return target


def write_pdf(root: Path, slug: str, build: Build) -> bytes:
    """The PDF of one briefing."""
    with _stage(root) as stage:
        _run_mkdocs(root, stage / "site", build)
        return (stage / "site" / "briefings" / slug / f"{slug}.pdf").read_bytes()


def _run_mkdocs(root: Path, site: Path, build: Build) -> None:
    """MkDocs, 0.4 s to import, writes the pages; its plugin is handed the finished build."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(newest_date(build)))
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import ConfigurationError, MkDocsException

    _log_to_stderr()
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
        plugin = config.plugins.get("standfirst")
        if plugin is None:
            raise EngineError("mkdocs.yml does not name our plugin; add `standfirst` to `plugins:`")
        plugin.compiled = build
        mkdocs_build(config)
    except (ConfigurationError, MkDocsException, SystemExit) as error:
        if isinstance(error.__cause__, StandfirstError):
            raise error.__cause__ from error
        raise EngineError(f"mkdocs: {error}") from error
    except OSError as error:
        name = error.filename or "the stage"
        raise WorkspaceError(
            f"{name}: {(error.strerror or str(error)).lower()}; the old site is unchanged"
        ) from error


def _log_to_stderr(level: int = logging.WARNING) -> None:
    """Warnings of MkDocs are shown; its talk only where a preview is served."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("mkdocs: %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(level)
    logger.propagate = False


@contextmanager
def _lock(root: Path) -> Iterator[None]:
    """One build at a time. The lock ends with the process, whatever happens to it."""
    folder = root / WORK
    try:
        folder.mkdir(exist_ok=True)
        stream = (folder / "lock").open("a+", encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(f"{folder}: {(error.strerror or '').lower()}") from error
    with stream:
        _take(stream, folder / "lock")
        yield


def _take(stream: IO[str], path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: no lock, a second build fails at the exchange
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = path.read_text(encoding="utf-8").strip() or "unknown"
        raise WorkspaceError(
            f"another build is running here (process {holder}); wait for it to end"
        ) from error
    stream.truncate(0)
    stream.write(f"{os.getpid()}\n")
    stream.flush()


@contextmanager
def _stage(root: Path) -> Iterator[Path]:
    """A folder on the site's own file system that is gone afterwards."""
    folder = root / WORK
    try:
        folder.mkdir(exist_ok=True)
        for stale in folder.glob("stage-*"):
            if not _is_alive(stale.name):
                shutil.rmtree(stale, ignore_errors=True)
        stage = Path(mkdtemp(prefix=f"stage-{os.getpid()}-", dir=folder))
    except OSError as error:
        raise WorkspaceError(f"{folder}: {(error.strerror or '').lower()}") from error
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _is_alive(name: str) -> bool:
    """Whether the process that made the stage still runs."""
    process = name.split("-")[1]
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True


def _refuse_foreign(target: Path, root: Path) -> None:
    """Never replace what we did not make: a link, a mount, or a folder of other things."""
    if target.is_symlink() or target.is_mount():
        raise WorkspaceError(f"{target}: is a link or a mount point; remove it or name another")
    ours = not target.exists() or (target.is_dir() and _looks_like_a_site(target))
    if not ours:
        raise WorkspaceError(
            f"{target}: is not a site that was built here; move it away or name another folder"
        )
    if root.resolve().is_relative_to(target.resolve()):
        raise WorkspaceError(f"{target}: holds the project itself; name a folder inside it")


def _looks_like_a_site(folder: Path) -> bool:
    names = {path.name for path in folder.iterdir()}
    return not names or {"index.html", "assets"} <= names or "404.html" in names


def _exchange(staged: Path, target: Path) -> None:
    """Put the new folder in the old one's place in one step where the system can."""
    try:
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.rename(target)
        elif not _swapped(staged, target):
            aside = staged.with_name("old")
            target.rename(aside)
            staged.rename(target)
    except OSError as error:
        raise WorkspaceError(f"{target}: {(error.strerror or '').lower()}") from error


def _swapped(staged: Path, target: Path) -> bool:
    one, other = os.fsencode(staged), os.fsencode(target)
    with suppress(AttributeError, OSError):
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(one, other, _EXCHANGE) == 0)
        if sys.platform == "linux":
            return bool(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE) == 0)
    return False


def serve(root: Path, address: str) -> None:
    """Serve a preview that follows every change, on `address` (`127.0.0.1:8000`), until Ctrl-C."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import MkDocsException

    _log_to_stderr(logging.INFO)
    try:
        mkdocs_serve(config_file=str(root / "mkdocs.yml"), dev_addr=address)
    except (MkDocsException, SystemExit) as error:
        raise EngineError(f"mkdocs: {error}") from error
    except OSError as error:
        raise EngineError(f"{address}: {(error.strerror or str(error)).lower()}") from error
