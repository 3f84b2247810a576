"""Whatever is wrong with the file of remembered results, the work is done without it."""

import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from generator.memo import NoMemo, Task
from generator.store import StoredMemo, cache_folder, open_store, own_version

MATCH: Task[str] = Task("match", str, str)
LARGE = 10_000_000


def store(folder: Path, *, size: int = LARGE, version: bytes = b"1") -> StoredMemo:
    return StoredMemo(folder / "results" / "results.sqlite", size, version)


def kept(folder: Path, result: str = "found") -> Path:
    """A file that remembers one result."""
    memo = store(folder)
    memo.keep(MATCH, b"inputs", result)
    memo.save()
    return memo.path


def test_a_later_run_recalls_what_an_earlier_one_kept(tmp_path: Path) -> None:
    kept(tmp_path)
    assert store(tmp_path).recall(MATCH, b"inputs") == "found"


def test_another_version_of_us_recalls_nothing(tmp_path: Path) -> None:
    kept(tmp_path)
    assert store(tmp_path, version=b"2").recall(MATCH, b"inputs") is None


def test_file_and_folder_are_the_user_s_alone(tmp_path: Path) -> None:
    path = kept(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def _no_database(path: Path) -> None:
    path.write_bytes(b"no database at all, whatever its name says" * 100)


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _other_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("DROP TABLE results; CREATE TABLE results (other TEXT)")


def _changed_value(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE results SET value = CAST('\"forged\"' AS BLOB)")
        connection.commit()


def _a_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


def _open_to_all(path: Path) -> None:
    path.chmod(0o666)


def _folder_open_to_all(path: Path) -> None:
    path.parent.chmod(0o777)


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


FAULTS = (
    _no_database,
    _cut_off,
    _other_table,
    _changed_value,
    _a_link,
    _open_to_all,
    _folder_open_to_all,
    _a_folder,
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__.strip("_"))
def test_a_file_that_cannot_be_trusted_is_not_used(
    fault: Callable[[Path], None], tmp_path: Path
) -> None:
    fault(kept(tmp_path))
    memo = store(tmp_path)
    assert memo.recall(MATCH, b"inputs") is None
    memo.keep(MATCH, b"inputs", "found")
    memo.save()
    assert memo.is_dropped


def test_a_damaged_file_is_replaced_by_the_run_after(tmp_path: Path) -> None:
    _no_database(kept(tmp_path))
    store(tmp_path).recall(MATCH, b"inputs")
    kept(tmp_path, "again")
    assert store(tmp_path).recall(MATCH, b"inputs") == "again"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_a_file_of_another_user_is_not_used(tmp_path: Path) -> None:
    os.chown(kept(tmp_path), 12345, 12345)
    assert store(tmp_path).recall(MATCH, b"inputs") is None


def test_a_locked_file_is_read_but_not_written(tmp_path: Path) -> None:
    path = kept(tmp_path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        memo = store(tmp_path)
        assert memo.recall(MATCH, b"inputs") == "found"
        memo.keep(MATCH, b"more", "found too")
        memo.save()
        other.rollback()
    assert store(tmp_path).recall(MATCH, b"more") is None
    assert store(tmp_path).recall(MATCH, b"inputs") == "found"


def test_two_processes_add_to_each_other(tmp_path: Path) -> None:
    one, other = store(tmp_path), store(tmp_path)
    assert one.recall(MATCH, b"1") is None
    assert other.recall(MATCH, b"2") is None
    one.keep(MATCH, b"1", "one")
    other.keep(MATCH, b"2", "two")
    one.save()
    other.save()
    both = store(tmp_path)
    assert (both.recall(MATCH, b"1"), both.recall(MATCH, b"2")) == ("one", "two")


def test_no_place_for_a_file_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "results").write_text("a file where the folder should be")
    memo = store(tmp_path)
    assert memo.recall(MATCH, b"inputs") is None
    memo.keep(MATCH, b"inputs", "found")
    memo.save()


def test_the_oldest_results_go_when_it_is_too_much(tmp_path: Path) -> None:
    for run in range(6):
        memo = store(tmp_path, size=500_000)
        for number in range(10):
            memo.keep(MATCH, b"%d-%d" % (run, number), "x" * 10_000)
        memo.save()
    memo = store(tmp_path)
    assert memo.recall(MATCH, b"0-0") is None
    assert memo.recall(MATCH, b"5-9") == "x" * 10_000
    assert memo.path.stat().st_size < 1_000_000


def test_a_result_in_use_outlives_those_that_are_not(tmp_path: Path) -> None:
    kept(tmp_path)
    for run in range(60):
        memo = store(tmp_path, size=300_000)
        assert memo.recall(MATCH, b"inputs") == "found"
        memo.keep(MATCH, b"%d" % run, "x" * 10_000)
        memo.save()


def test_the_settings_say_where_and_whether(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "desk"
    monkeypatch.setenv("STANDFIRST_CACHE", str(tmp_path / "cache"))
    assert isinstance(open_store(project), StoredMemo)
    monkeypatch.setenv("STANDFIRST_CACHE_MB", "0")
    assert isinstance(open_store(project), NoMemo)
    monkeypatch.delenv("STANDFIRST_CACHE_MB")
    for off in ("", "cache", str(project / "cache")):
        monkeypatch.setenv("STANDFIRST_CACHE", off)
        assert isinstance(open_store(project), NoMemo)


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="the folder is another there")
def test_the_cache_folder_follows_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STANDFIRST_CACHE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "standfirst"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder() == tmp_path / ".cache" / "standfirst"


def test_our_version_stays_within_a_run() -> None:
    assert own_version() == own_version()
    assert len(own_version()) == 20
