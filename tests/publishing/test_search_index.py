"""Pagefind ends well on a full disk, with an index that is not whole: that is not published."""

from pathlib import Path

import pytest

from generator.errors import EngineError
from generator.searching import _refuse_broken, is_searchable

pytestmark = pytest.mark.skipif(not is_searchable(), reason="needs the extra [search]")


def test_a_whole_index_is_let_through(site: Path) -> None:
    before = sorted((site / "pagefind").rglob("*"))
    _refuse_broken(site / "pagefind")
    assert sorted((site / "pagefind").rglob("*")) == before


@pytest.mark.parametrize("name", ["pagefind.js", "pagefind-entry.json", "wasm.en.pagefind"])
def test_an_empty_file_is_found(site: Path, name: str) -> None:
    (site / "pagefind" / name).write_bytes(b"")
    with pytest.raises(EngineError, match="not whole"):
        _refuse_broken(site / "pagefind")


@pytest.mark.parametrize("pattern", ["*.pf_meta", "index/*", "fragment/*", "wasm.en.pagefind"])
def test_a_packed_file_that_was_cut_short_is_found(site: Path, pattern: str) -> None:
    path = next((site / "pagefind").glob(pattern))
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(EngineError, match="not whole"):
        _refuse_broken(site / "pagefind")


def test_a_disk_without_room_is_found(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(EngineError, match="no space left"):
        _refuse_broken(site / "pagefind")
