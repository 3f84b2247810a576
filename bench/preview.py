"""How soon an edit shows in a preview, beside MkDocs alone with the same pages: `make bench`.

Both build in one process, as their previews do: once, then after each edit of one page. The median
of the edits is printed, in turn for both, without the time of the file system's events.
"""

import contextlib
import io
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.times import desk_project, plain_project

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

EDITS = 7
PAGE = "docs/briefings/bytedance-video/trend.md"


def opened(project: Path, site: Path) -> "MkDocsConfig":
    from mkdocs.config import load_config

    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    return config


def seconds(config: "MkDocsConfig") -> float:
    from mkdocs.commands.build import build

    started = time.perf_counter()
    with contextlib.redirect_stderr(io.StringIO()):
        build(config)
    return time.perf_counter() - started


def main() -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        projects = {
            "preview, standfirst": desk_project(folder),
            "preview, no plugin": plain_project(folder),
        }
        previews = {
            title: opened(project, folder / f"site-{number}")
            for number, (title, project) in enumerate(projects.items())
        }
        first = {title: seconds(config) for title, config in previews.items()}
        edits: dict[str, list[float]] = {title: [] for title in projects}
        for number in range(EDITS):
            for title, project in projects.items():
                page = project / PAGE
                page.write_text(f"{page.read_text()}\nThe desk goes on, for the {number}th time.\n")
                edits[title].append(seconds(previews[title]))
    base = statistics.median(edits["preview, no plugin"])
    print(f"{'':28}{'first':>9}{'edit':>9}{'ratio':>9}")
    for title, measured in edits.items():
        middle = statistics.median(measured)
        print(f"{title:28}{first[title]:8.2f}s{middle:8.2f}s{middle / base:8.1f}×")


if __name__ == "__main__":
    main()
