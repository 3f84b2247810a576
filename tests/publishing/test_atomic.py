"""Killed, out of space, or eight at once: the old site or the new one, never half."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import staging
from generator.errors import WorkspaceError
from tests.publishing.harbour import PROGRAM, both_sites, harbour, run, tree, write_words

Site = dict[str, bytes]
_FULL_DISK = """
import atexit, builtins, errno, io, os

count, fails_at, folder = 0, int(os.environ["FAILS_AT"]), os.environ["FAILS_IN"]
open_really, sendfile_really = io.open, os.sendfile


def tick(name):
    global count
    count += 1
    if count == fails_at:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), name)


class Raw(io.FileIO):
    def write(self, data):
        tick(self.name)
        return super().write(data)


def open_counted(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None,
                 closefd=True, opener=None):
    inside = isinstance(file, (str, os.PathLike)) and os.fspath(file).startswith(folder)
    if not inside or not set("wax+") & set(mode):
        return open_really(file, mode, buffering, encoding, errors, newline, closefd, opener)
    raw = Raw(file, mode.replace("b", "").replace("t", ""), closefd, opener)
    buffered = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
    return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding, errors, newline)


def sendfile(*arguments):
    tick("sendfile")
    return sendfile_really(*arguments)


builtins.open = io.open = open_counted
os.sendfile = sendfile
atexit.register(lambda: open_really(os.environ["COUNT"], "w").write(str(count)))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return harbour(tmp_path / "harbour")


def _leftovers(project: Path) -> list[str]:
    return [path.name for path in (project / ".standfirst").iterdir()]


def _killed(project: Path, after: float) -> bool:
    """Build and kill after so many seconds; whether it was still running."""
    with subprocess.Popen(
        [PROGRAM, "build"], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as build:
        time.sleep(after)
        is_running = build.poll() is None
        build.send_signal(signal.SIGKILL)
    return is_running


def _seconds(project: Path) -> float:
    """How long a build takes now: other work on the machine comes and goes."""
    began = time.monotonic()
    assert run(project, "build").returncode == 0
    return time.monotonic() - began


def _kill_often(project: Path, times: int) -> None:
    sites = both_sites(project)
    moments = random.Random(times)  # noqa: S311 (no secret)
    whole, killed = 0.0, 0
    for turn in range(times):
        write_words(project, turn)
        whole = whole if turn % 25 else _seconds(project)
        killed += _killed(project, moments.uniform(0, 1.1 * whole))
        assert tree(project / "site") in sites
    assert killed > times // 2
    assert run(project, "build").returncode == 0
    assert tree(project / "site") == sites[(times - 1) % 2]
    assert _leftovers(project) == ["lock"]


def test_eight_kills_leave_the_old_site_or_the_new_one(project: Path) -> None:
    _kill_often(project, 8)


@pytest.mark.long
def test_500_kills_leave_the_old_site_or_the_new_one(project: Path) -> None:
    _kill_often(project, 500)


def _fail_at(project: Path, fails_at: int) -> tuple[int, int, str]:
    """Build with a disk that is full at that write, once; status, writes, and what was said."""
    patches, count = project.parent / "patches", project.parent / "count"
    patches.mkdir(exist_ok=True)
    (patches / "sitecustomize.py").write_text(_FULL_DISK, encoding="utf-8")
    done = run(
        project,
        "build",
        environment={
            "PYTHONPATH": os.pathsep.join((str(patches), *filter(None, sys.path))),
            "FAILS_AT": str(fails_at),
            "FAILS_IN": str(project),
            "COUNT": str(count),
        },
    )
    return done.returncode, int(count.read_text()), done.stderr


def _fill_often(project: Path, share: float) -> None:
    old, _ = both_sites(project)
    write_words(project, 0)
    status, writes, talk = _fail_at(project, 0)
    assert status == 0, talk
    assert writes > 100
    assert tree(project / "site") == old
    write_words(project, 1)
    moments = random.Random(1).sample(range(1, writes + 1), int(writes * share))  # noqa: S311
    for moment in sorted({1, *moments, writes}):
        status, _, talk = _fail_at(project, moment)
        assert status == 2, f"write {moment}: {talk}"
        assert "no space left" in talk.lower()
        assert tree(project / "site") == old, f"write {moment}"
        assert _leftovers(project) == ["lock"]


def test_a_full_disk_at_some_writes_leaves_the_old_site(project: Path) -> None:
    _fill_often(project, 0.02)


@pytest.mark.long
def test_a_full_disk_at_any_write_leaves_the_old_site(project: Path) -> None:
    _fill_often(project, 1)


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount")
def test_a_disk_that_is_full_earlier_or_later_leaves_the_old_site(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "none", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts nothing")
    try:
        project = harbour(disk / "harbour")
        sites = both_sites(project)
        statuses = [_with_room(project, room * 100_000, sites) for room in range(20, 60)]
        assert {0, 2} == set(statuses)
        assert statuses == sorted(statuses, reverse=True)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _with_room(project: Path, room: int, sites: tuple[Site, Site]) -> int:
    """Build the first site over the second with so many bytes of room on the disk; the status."""
    write_words(project, 0)
    disk, filler = os.statvfs(project), project.parent / "filler"
    filler.write_bytes(b"\0" * max(0, disk.f_bavail * disk.f_frsize - room))
    done = run(project, "build")
    filler.unlink()
    assert done.returncode in (0, 2), done.stderr
    assert done.returncode == 0 or "no space left" in done.stderr.lower()
    assert tree(project / "site") == sites[1 if done.returncode else 0]
    write_words(project, 1)
    assert run(project, "build").returncode == 0
    return done.returncode


def test_eight_builds_at_once_make_one_whole_site(project: Path) -> None:
    old, _ = both_sites(project)
    write_words(project, 0)
    builds = [
        subprocess.Popen(
            [PROGRAM, "build"],
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(8)
    ]
    talks = [build.communicate(timeout=120)[1] for build in builds]
    assert tree(project / "site") == old
    numbers = {str(build.pid) for build in builds}
    for build, talk in zip(builds, talks, strict=True):
        assert build.returncode in (0, 2)
        assert "Traceback" not in talk
        if build.returncode:
            assert "another build is running here (process " in talk
            assert talk.split("(process ")[1].split(")")[0] in numbers
    assert 0 in {build.returncode for build in builds}
    assert _leftovers(project) == ["lock"]


def test_a_lock_names_its_holder_and_ends_with_it(project: Path) -> None:
    lock = project / ".standfirst" / "lock"
    lock.parent.mkdir()
    script = (
        "import fcntl, os, sys, time\n"
        f"stream = open({str(lock)!r}, 'w')\n"
        "fcntl.flock(stream, fcntl.LOCK_EX)\n"
        "print(os.getpid(), file=stream, flush=True)\n"
        "print('held', flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        done = run(project, "build")
        assert done.returncode == 2
        assert f"another build is running here (process {holder.pid})" in done.stderr
        assert not (project / "site").exists()
        holder.kill()
    assert run(project, "build").returncode == 0


def test_a_site_set_aside_by_a_killed_build_is_put_back(project: Path) -> None:
    """Where a system cannot exchange two folders, a build may die between two renames."""
    assert run(project, "build").returncode == 0
    old = tree(project / "site")
    (project / "site").rename(project / ".standfirst" / "old-site")
    (project / "mkdocs.yml").write_text("site_name: Harbour desk\n", encoding="utf-8")
    done = run(project, "build")
    assert done.returncode == 2, "mkdocs.yml does not name the plugin"
    assert tree(project / "site") == old
    assert _leftovers(project) == ["lock"]


def test_where_folders_cannot_be_exchanged_they_are_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "_swapped", lambda *_: False)
    for name in ("new", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    staging.exchange(tmp_path / "new", tmp_path / "site", tmp_path / "old")
    assert tree(tmp_path) == {"site/index.html": b"new"}
    with pytest.raises(WorkspaceError):
        staging.exchange(tmp_path / "lost", tmp_path / "site", tmp_path / "old")
    assert tree(tmp_path) == {"site/index.html": b"new"}


def test_a_stage_of_an_earlier_process_with_our_number_is_stale() -> None:
    assert not staging.is_alive(f"stage-{os.getpid()}-x")
    assert staging.is_alive(f"stage-{os.getppid()}-x")
    assert not staging.is_alive("stage-none-x")
