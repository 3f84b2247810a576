"""The same project gives the same bytes, wherever and whenever it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.search_order import settle_order
from tests.publishing.harbour import PROGRAM, harbour, tree

_LATER = """
import datetime, time

shift, really = 400 * 86400, time.time
time.time = lambda: really() + shift


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(really() + shift, tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(really() + shift, datetime.timezone.utc).replace(tzinfo=None)

    today = now


class LaterDay(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(really() + shift)


datetime.datetime, datetime.date = Later, LaterDay
"""


def _build(project: Path, umask: str, environment: dict[str, str]) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        ["/bin/sh", "-c", f'umask {umask}; exec "$0" build', PROGRAM],
        cwd=project,
        env={**kept, **environment},
        capture_output=True,
        check=True,
        timeout=120,
    )


def _modes(folder: Path) -> dict[str, int]:
    paths = (folder, *folder.rglob("*"))
    return {path.relative_to(folder).as_posix(): path.stat().st_mode for path in paths}


def test_folder_zone_locale_umask_hash_seed_and_day_change_no_byte(tmp_path: Path) -> None:
    one = harbour(tmp_path / "one")
    other = harbour(tmp_path / "第二 (two)" / "deeper")
    for number, path in enumerate(sorted(other.rglob("*"), reverse=True)):
        os.utime(path, (number, number))
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "sitecustomize.py").write_text(_LATER, encoding="utf-8")
    _build(one, "077", {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"})
    _build(
        other,
        "000",
        {
            "TZ": "America/Los_Angeles",
            "LC_ALL": "C.UTF-8",
            "PYTHONHASHSEED": "4711",
            "SOURCE_DATE_EPOCH": "86400",
            "PYTHONPATH": os.pathsep.join((str(tmp_path / "later"), *filter(None, sys.path))),
        },
    )
    assert tree(one / "site") == tree(other / "site")
    assert _modes(one / "site") == _modes(other / "site")
    assert {mode & 0o777 for mode in _modes(one / "site").values()} == {0o644, 0o755}


def test_the_clock_of_the_second_build_is_really_another(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(_LATER, encoding="utf-8")
    script = "import datetime, time; print(time.time(), datetime.datetime.now().timestamp())"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    import time

    assert all(float(word) > time.time() + 399 * 86400 for word in done.stdout.split())


def test_an_index_that_is_in_order_stays_as_it_is(tmp_path: Path) -> None:
    project = harbour(tmp_path / "one")
    _build(project, "022", {})
    folder = project / "site" / "pagefind"
    before = tree(folder)
    assert any(name.endswith(".pf_filter") for name in before)
    settle_order(folder)
    assert tree(folder) == before


def test_an_index_of_another_form_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "filter").mkdir()
    (tmp_path / "filter" / "en_1234567.pf_filter").write_bytes(b"something else")
    (tmp_path / "pagefind.en_1234567890.pf_meta").write_bytes(b"\x1f\x8bsomething else")
    before = tree(tmp_path)
    settle_order(tmp_path)
    assert tree(tmp_path) == before
    shutil.rmtree(tmp_path / "filter")
    settle_order(tmp_path)


def test_the_languages_of_a_search_index_are_listed_in_one_order(tmp_path: Path) -> None:
    entry = tmp_path / "pagefind-entry.json"
    english, chinese = '"en":{"hash":"en_1"}', '"zh-hans":{"hash":"zh-hans_2"}'
    for languages in (f"{english},{chinese}", f"{chinese},{english}"):
        entry.write_text(f'{{"version":"1","languages":{{{languages}}},"signs":["‿"]}}')

        settle_order(tmp_path)

        expected = f'{{"version":"1","languages":{{{english},{chinese}}},"signs":["‿"]}}'
        assert entry.read_text(encoding="utf-8") == expected


def test_a_list_of_languages_of_another_form_stays_as_it_is(tmp_path: Path) -> None:
    entry = tmp_path / "pagefind-entry.json"
    for text in ("", "[]", '{"languages": ["zh", "en"]}', "{"):
        entry.write_text(text)
        settle_order(tmp_path)
        assert entry.read_text() == text
