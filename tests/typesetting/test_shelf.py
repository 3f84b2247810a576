import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator.typesetting.compile import Job, as_data
from generator.typesetting.shelf import Shelf, key_of, open_shelf
from tests.typesetting.test_compile import RESTLESS

DATA = {"data.json": as_data({"title": "one"})}
JOB = Job("a.pdf", {"main.typ": b"#set text(fill: red)", **DATA}, 0)


def test_what_is_put_is_taken_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "pdf")
    shelf.put("key", b"%PDF-1")

    assert shelf.take("key") == b"%PDF-1"
    assert shelf.take("other") is None


def test_a_damaged_file_is_not_taken(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "pdf")
    shelf.put("key", b"%PDF-1")
    path = tmp_path / "pdf/key"
    path.write_bytes(path.read_bytes()[:-1] + b"2")

    assert shelf.take("key") is None


def test_a_folder_that_others_may_write_to_is_not_used(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "pdf")
    shelf.put("key", b"%PDF-1")
    (tmp_path / "pdf").chmod(0o777)

    assert shelf.take("key") is None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "pdf")
    for age, name in enumerate(("oldest", "used", "newest")):
        shelf.put(name, b"x" * 10)
        os.utime(tmp_path / "pdf" / name, ns=(age, age))
    shelf.take("oldest")

    replace(shelf, size=70).put("more", b"x" * 10)

    assert {path.name for path in (tmp_path / "pdf").iterdir()} == {"oldest", "more"}


def test_one_pdf_larger_than_the_shelf_is_not_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "pdf", size=5)
    shelf.put("key", b"x" * 10)

    assert shelf.take("key") is None


@pytest.mark.parametrize(
    "other",
    [
        replace(JOB, files={**JOB.files, "data.json": as_data({"title": "two"})}),
        replace(JOB, files={**JOB.files, "main.typ": b"#set text(fill: blue)"}),
        replace(JOB, timestamp=1),
        replace(JOB, images=("a.svg",)),
        replace(JOB, format="png"),
    ],
)
def test_the_key_changes_with_all_that_goes_into_a_pdf(other: Job) -> None:
    assert key_of(JOB, ()) != key_of(other, ())
    assert key_of(JOB, ()) == key_of(replace(JOB, path="b.pdf"), ())


def test_the_key_changes_with_the_fonts(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"font")

    assert key_of(JOB, (tmp_path,)) != key_of(JOB, ())


def test_what_typst_warns_of_is_set_anew(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    quiet, restless = (
        replace(JOB, files={"main.typ": text})
        for text in (b'#set document(title: "one")', RESTLESS)
    )

    assert shelf.printed(quiet, ()).notices == ()
    assert shelf.printed(restless, ()).notices
    assert [path.name for path in tmp_path.iterdir()] == [key_of(quiet, ())]


@pytest.mark.parametrize("setting", [("STANDFIRST_CACHE", ""), ("STANDFIRST_CACHE_MB", "0")])
def test_it_can_be_turned_off(
    setting: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDFIRST_CACHE", str(tmp_path))
    monkeypatch.setenv(*setting)

    assert open_shelf().folder is None
