"""Times of `standfirst check` on large invented projects, beside a peer: `make bench` prints them.

The peer is `citations verify` (PyPI), which looks for the same quotations in the same texts, and
nothing else: no Markdown, no numbers, no site. It gets an environment of its own; where it cannot
be installed its lines are left out.

Processes are timed from start to end, each kind in turn, and the median is printed, with the CPU
seconds and the memory at its peak. `cold` is without anything remembered.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.large import Shape, write_claims, write_project
from generator.briefing import Bodies
from generator.build import compile_project
from generator.memo import HeldMemo
from generator.recheck import recheck_page
from generator.store import StoredMemo
from generator.workspace import LocalWorkspace

ROOT = Path(__file__).parent.parent
STANDFIRST = Path(sys.executable).parent / "standfirst"
PEER = "citations==0.6.1"
RUNS = 3
_ENVIRONMENT = {"PYTHONDONTWRITEBYTECODE": ""}  # a tool in use has its bytecode at hand
QUOTATIONS = Shape(sources=200, quotations=10_000, briefings=60)
LIBRARY = Shape(sources=10_000, quotations=1_000, briefings=10)


@dataclass(frozen=True)
class Measured:
    """One run: wall clock and CPU in seconds, memory in megabytes."""

    wall: float
    cpu: float
    memory: float


def run(command: list[str], folder: Path, cache: str) -> Measured:
    """Run a command in `folder`. `cache` is $STANDFIRST_CACHE, empty for none."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_ENVIRONMENT, "STANDFIRST_CACHE": cache},
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    wall = time.perf_counter() - started
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Measured(wall, usage.ru_utime + usage.ru_stime, kilobytes / 1024)


def median_of(runs: list[Measured]) -> Measured:
    """The run with the median wall clock."""
    return sorted(runs, key=lambda one: one.wall)[len(runs) // 2]


def show(name: str, measured: Measured, note: str = "") -> None:
    """Print one line of the table."""
    figures = f"{measured.wall:8.2f} s{measured.cpu:8.2f} s CPU{measured.memory:7.0f} MB"
    print(f"{name:44}{figures}  {note}", flush=True)


def install_peer(folder: Path) -> Path | None:
    """The peer's command, in an environment of its own; None where it cannot be installed."""
    venv.create(folder, with_pip=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", PEER]
    try:
        subprocess.run(pip, check=True, capture_output=True, timeout=300)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    return folder / "bin" / "citations"


def check_twice(name: str, project: Path, cache: Path) -> tuple[Measured, Measured]:
    """Cold and warm checks of a project, printed; the median of each."""
    command = [str(STANDFIRST), "check"]
    cold = median_of([run(command, project, "") for _ in range(RUNS)])
    run(command, project, str(cache))
    warm = median_of([run(command, project, str(cache)) for _ in range(RUNS)])
    show(f"{name}, cold", cold)
    show(f"{name}, warm", warm, f"{cold.wall / warm.wall:.1f} times as fast")
    return cold, warm


def in_process(work: Callable[[], object]) -> Measured:
    """Work in this process, done once more after a first time; its memory is not known."""
    runs = []
    for _ in range(RUNS):
        started, cpu = time.perf_counter(), time.process_time()
        work()
        runs.append(
            Measured(time.perf_counter() - started, time.process_time() - cpu, float("nan"))
        )
    return median_of(runs)


def recheck(project: Path, cache: Path) -> Measured:
    """One sentence edited on one page, again and again, by a program that stays."""
    workspace = LocalWorkspace(project)
    memo = HeldMemo(StoredMemo(cache / "results" / "results.sqlite", 10**9, b"bench"))
    build = compile_project(workspace, memo)
    path = "docs/briefings/b-000/trend.md"
    page = project / path
    written = page.read_text(encoding="utf-8")
    words = iter(("read", "saw", "heard", "said", "knew"))

    def edit() -> None:
        edited = written.replace("The desk reads", f"The desk {next(words)}", 1)
        page.write_text(edited, encoding="utf-8")
        recheck_page(build, workspace, path, memo)

    edit()
    measured = in_process(edit)
    page.write_text(written, encoding="utf-8")
    return measured


def look_up(project: Path) -> Measured:
    """All quotations of the project looked for in their sources, and nothing else."""
    build = compile_project(LocalWorkspace(project))
    pages = [page for briefing in build.briefings for page in briefing.pages]
    quotations = [quotation for page in pages for quotation in page.quotations]

    def locate_all() -> None:
        bodies = Bodies(build.library)
        for quotation in quotations:
            body = bodies.get(quotation.citations[0].source_id)
            if body:
                bodies.locate(quotation.text, body)

    return in_process(locate_all)


def quotations(folder: Path) -> None:
    """10,000 quotations against 200 sources, beside the peer."""
    project, peers = folder / "quotations", folder / "claims"
    quoted = write_project(project, QUOTATIONS)
    write_claims(peers, project, quoted)
    print(f"\n{len(quoted):,} quotations against {QUOTATIONS.sources} sources")
    cold, warm = check_twice("standfirst check", project, folder / "cache")
    again = recheck(project, folder / "cache")
    show("one edited sentence, in process", again, f"{warm.wall / again.wall:.0f} times as fast")
    alone = look_up(project)
    show("quotations alone, in process", alone)
    command = install_peer(folder / "peer")
    if command is None:
        print(f"{PEER} cannot be installed here: no comparison")
        return
    arguments = [str(command), "verify", "--claims", "claims", "--quiet", "--no-cache"]
    peer = median_of([run(arguments, peers, "") for _ in range(RUNS)])
    show("citations verify", peer)
    for name, ours in (("cold", cold), ("warm", warm), ("quotations alone", alone)):
        print(f"  {name}: {ours.wall / peer.wall:.2f} of the peer's time")


def main() -> None:
    """Print all figures."""
    command = [str(STANDFIRST), "check"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        nothing = [run([sys.executable, "-c", "pass"], ROOT, "") for _ in range(RUNS)]
        show("python -c pass", median_of(nothing))
        run(command, ROOT, "")
        check_twice("standfirst check, the desk's own site", ROOT, folder / "own")
        quotations(folder)
        write_project(folder / "library", LIBRARY)
        print(f"\n{LIBRARY.sources:,} sources")
        check_twice("standfirst check", folder / "library", folder / "cache")
        walls = [one.wall for one in nothing]
        print(f"\nspread of `python -c pass`: {max(walls) / statistics.median(walls):.2f}")


if __name__ == "__main__":
    main()
