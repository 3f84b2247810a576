from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.errors import EngineError
from generator.exporters import Published, exporters
from generator.exporting import Exports, exports_of, on_demand
from generator.model.build import Asset
from tests.examples import write_files
from tests.typesetting.example import briefing, published
from tests.typesetting.test_compile import RESTLESS

PDF = "briefings/clips/clips.pdf"
PICTURE = "briefings/clips/card.png"
PROJECT = {
    "mkdocs.yml": "site_name: Harbour desk\nplugins: [standfirst]\n",
    "docs/briefings/clips/map.png": "map",
    "docs/assets/a b.svg": "plan",
    "secret.png": "secret",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_files(tmp_path / "project", PROJECT)
    (tmp_path / "project/docs/linked.png").symlink_to(tmp_path / "outside.png")
    (tmp_path / "outside.png").write_text("outside")
    return tmp_path / "project"


def test_the_pdf_is_made_last_and_carries_what_the_others_made() -> None:
    assert list(exporters())[-2:] == ["card", "pdf"]


def test_each_exporter_is_given_what_those_before_it_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, bytes]] = []

    def first(_: Published) -> Iterable[Asset]:
        yield Asset("a.txt", b"a")

    def last(given: Published) -> Iterable[Asset]:
        seen.append(dict(given.made))
        yield Asset("b.txt", b"b")

    monkeypatch.setattr("generator.exporting.exporters", lambda: {"first": first, "pdf": last})
    Exports(published(), tmp_path).write()

    assert seen == [{"a.txt": b"a"}]
    assert (tmp_path / "b.txt").read_bytes() == b"b"


def test_an_exporter_cannot_write_outside_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = {"wrong": lambda _: [Asset("../a.txt", b"")]}
    monkeypatch.setattr("generator.exporting.exporters", lambda: wrong)

    with pytest.raises(EngineError, match="would write outside the site"):
        Exports(published(), tmp_path / "site").write()


def test_one_pdf_or_picture_is_made_when_it_is_asked_for(tmp_path: Path) -> None:
    exports = Exports(published((briefing("clips"), briefing("tides"))), tmp_path)

    assert exports.write_costly(f"/desk/{PDF}")
    assert exports.write_costly("/desk/briefings/tides/card.png")
    assert not exports.write_costly("/desk/briefings/clips/other.pdf")
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert made == {PDF, "briefings/tides/card.png"}


def test_what_typst_warns_of_in_an_own_template_is_told_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = replace(published(), template=lambda _: RESTLESS)
    for _ in range(2):
        assert Exports(own, tmp_path).write_costly(PDF)
        said = capsys.readouterr().err
        assert f"standfirst: {PDF}: Typst warns: document did not converge within five" in said
        assert said.count("unknown font family") == 1


def test_typst_warns_of_nothing_in_our_own_templates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exports = Exports(published(), tmp_path)

    assert exports.write_costly(PDF)
    assert exports.write_costly(PICTURE)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("briefings/clips/map.png", b"map"),
        ("assets/a b.svg", b"plan"),
        ("../secret.png", None),
        ("assets/../../secret.png", None),
        ("linked.png", None),
        ("lost.png", None),
        ("assets", None),
        ("a\x00b", None),
    ],
)
def test_only_files_among_the_pages_can_be_had(
    project: Path, path: str, content: bytes | None
) -> None:
    exports = exports_of(published().build, {}, project / "site", project)

    assert exports.published.file(path) == content


def test_a_project_s_own_templates_and_fonts_are_found(project: Path) -> None:
    own = project / "templates/pdf"
    (own / "fonts").mkdir(parents=True)
    (own / "report.typ").write_text("own")
    exports = exports_of(published().build, {}, project / "site", project)

    assert exports.published.template("pdf/report.typ") == b"own"
    assert b"#let" in exports.published.template("pdf/lib.typ")
    assert exports.published.fonts == (own / "fonts",)


class Site:
    """A server that has the files of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = self.folder / environ["PATH_INFO"].lstrip("/")
        start("200 OK" if path.is_file() else "404 Not Found", [])
        return [path.read_bytes() if path.is_file() else b"nothing"]


def asked(app: Callable[..., Iterable[bytes]], path: str) -> tuple[list[str], bytes]:
    said: list[str] = []
    body = app({"PATH_INFO": path}, lambda status, _headers: said.append(status))
    return said, b"".join(body)


def test_a_preview_makes_a_pdf_that_is_not_there_yet(tmp_path: Path) -> None:
    exports = Exports(published(), tmp_path)
    app = on_demand(Site(tmp_path), lambda: exports)

    assert asked(app, "/index.html") == (["404 Not Found"], b"nothing")
    assert not (tmp_path / PDF).exists()
    said, content = asked(app, f"/{PDF}")
    assert said == ["200 OK"]
    assert content.startswith(b"%PDF-")
    assert asked(app, f"/{PICTURE}")[1].startswith(b"\x89PNG")
    assert asked(app, "/briefings/clips/other.pdf") == (["404 Not Found"], b"nothing")


def test_a_pdf_that_cannot_be_made_is_not_found_and_the_reason_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = replace(published(), template=lambda _: b"#panic()")
    app = on_demand(Site(tmp_path), lambda: Exports(broken, tmp_path))

    assert asked(app, f"/{PDF}")[0] == ["404 Not Found"]
    assert "Typst could not set it" in capsys.readouterr().err


def test_while_there_are_errors_no_pdf_is_made(tmp_path: Path) -> None:
    app = on_demand(Site(tmp_path), lambda: None)

    assert asked(app, f"/{PDF}")[0] == ["404 Not Found"]
