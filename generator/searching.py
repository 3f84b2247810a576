"""The search index of a finished site, made by Pagefind where the extra `[search]` is installed.

Without the extra the site has no search and no button for it. Chinese needs Pagefind's extended
program, which cuts it into words; with the plain one most Chinese queries would find nothing, so
such a site is refused rather than published with a search that fails in silence.
"""

import gzip
import subprocess
import zlib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from generator.errors import EngineError
from generator.search_order import settle_order

FOLDER = "pagefind"
_EXCLUDED = ", ".join(
    (
        ".sf-cite, .sf-card, .sf-toc, .sf-next, .sf-after, .headerlink, .sf-rests, .sf-dl, .sf-by",
        ".sf-facts, .sf-grade, .sf-grades, .sf-kick, .sf-origins, .sf-on, .sf-legend, .sf-head>p",
        ".sf-hide, thead, aside, [aria-hidden]",
    )
)
"""What is the frame of a page, not its text."""
_SECONDS = 300
_ROOM = 1_000_000
"""Bytes, more than the largest file of an index."""
_NOT_WHOLE = "pagefind: the index is not whole; there may be no space left on the disk"


def is_searchable() -> bool:
    """Whether the extra is installed, so that pages get a search dialog."""
    return _package() is not None


def index_site(site: Path, languages: frozenset[str], *, is_flat: bool = False) -> None:
    """Write the index into `site/pagefind`; nothing is done without the extra.

    Where addresses are flat, those of results keep their `index.html`.

    Raises EngineError where pages are Chinese, Japanese or Korean and the program cannot cut them.
    """
    package = _package()
    if package is None:
        return
    cjk = sorted(language for language in languages if language[:2] in ("zh", "ja", "ko"))
    if cjk and package != "pagefind_bin_extended":
        raise EngineError(
            f"pages in {', '.join(cjk)} cannot be searched with the plain Pagefind; install"
            " `standfirst[search]`, or uninstall pagefind to publish without search"
        )
    program = import_module(package).get_executable()
    command = [program, "--site", site, "--exclude-selectors", _EXCLUDED, "--silent"]
    command += ["--keep-index-url"] if is_flat else []
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=_SECONDS)
    except (subprocess.SubprocessError, OSError) as error:
        raise EngineError(f"pagefind: {getattr(error, 'stderr', '') or error}") from error
    _refuse_broken(site / FOLDER)
    for unused in ("ui", "modular-ui", "component-ui", "highlight"):
        for path in (site / FOLDER).glob(f"pagefind-{unused}.*"):
            path.unlink()
    settle_order(site / FOLDER)


def _refuse_broken(folder: Path) -> None:
    """Raise EngineError where the index is not whole: on a full disk Pagefind ends as if all was
    well, with files that are empty or cut short.

    What is packed must unpack. Of the rest it is known only that there was room, if there still is
    for more than the largest of them.
    """
    probe = folder / "room"
    try:
        is_whole = all(_is_whole(path) for path in sorted(folder.rglob("*")) if path.is_file())
        probe.write_bytes(bytes(_ROOM))
        probe.unlink()
    except (OSError, EOFError, zlib.error) as error:
        raise EngineError(_NOT_WHOLE) from error
    if not is_whole:
        raise EngineError(_NOT_WHOLE)


def _is_whole(path: Path) -> bool:
    content = path.read_bytes()
    if content and path.suffix.startswith((".pf_", ".pagefind")):
        return bool(gzip.decompress(content))
    return bool(content)


def _package() -> str | None:
    """The package that holds the program, the extended one first."""
    names = ("pagefind_bin_extended", "pagefind_bin")
    return next((name for name in names if find_spec(name)), None)
