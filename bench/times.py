"""Times beside peers, as ratios in one run: `make bench`.

Whole processes are timed, several runs each in turn (A B C A B C …), so that a drift of the
machine's speed falls on all alike. The median is printed, and how many times the time of
`python -c pass` it is.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
RUNS = 7


def seconds(command: list[str], folder: Path) -> float:
    started = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    return time.perf_counter() - started


def plain_project(folder: Path) -> Path:
    """The same authored pages under Material for MkDocs alone, without our plugin."""
    plain = folder / "plain"
    shutil.copytree(ROOT / "docs", plain / "docs")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (plain / "mkdocs.yml").write_text(
        settings.replace("- standfirst", "[]").replace("plugins:\n  []", "plugins: []"),
        encoding="utf-8",
    )
    return plain


def desk_project(folder: Path) -> Path:
    """The desk's own project."""
    desk = folder / "desk"
    ignored = shutil.ignore_patterns(".venv", ".git", "site", ".standfirst")
    shutil.copytree(ROOT, desk, ignore=ignored)
    return desk


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = desk_project(folder)
        plain = plain_project(folder)
        commands = {
            "python -c pass": ([str(BIN / "python"), "-c", "pass"], desk),
            "standfirst check": ([str(BIN / "standfirst"), "check"], desk),
            "mkdocs build, no plugin": ([str(BIN / "mkdocs"), "build", "-q"], plain),
            "standfirst build": ([str(BIN / "standfirst"), "build"], desk),
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, (command, where) in commands.items():
                times[name].append(seconds(command, where))
    base = statistics.median(times["python -c pass"])
    print(f"{'':28}{'median':>9}{'min':>9}{'max':>9}{'ratio':>9}")
    for name, measured in times.items():
        middle = statistics.median(measured)
        print(
            f"{name:28}{middle:8.2f}s{min(measured):8.2f}s{max(measured):8.2f}s"
            f"{middle / base:8.1f}×"
        )


if __name__ == "__main__":
    main()
