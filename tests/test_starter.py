"""`standfirst new` makes a project that is clean from the first minute."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator.build import compile_project
from generator.errors import UsageError
from generator.model.build import Build
from generator.model.forecast import Outcome
from generator.model.page import PageKind
from generator.plugins import template_folder
from generator.report import report_text
from generator.starter import new_project
from generator.workspace import LocalWorkspace


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("projects") / "desk"
    new_project(path)
    return path


@pytest.fixture(scope="module")
def build(project: Path) -> Build:
    return compile_project(LocalWorkspace(project, as_of=date(2026, 3, 2)))


def test_a_new_project_has_nothing_wrong(build: Build) -> None:
    assert [(item.code, item.message, item.span) for item in build.diagnostics] == []


def test_a_new_project_has_nothing_wrong_years_later(project: Path) -> None:
    later = compile_project(LocalWorkspace(project, as_of=date(2030, 1, 1)))
    assert [(item.code, item.message) for item in later.diagnostics] == []


def test_every_quotation_is_found_in_its_source(build: Build) -> None:
    pages = [page for page in build.briefings[0].pages if not page.text.assembled]
    quotations = [quotation for page in pages for quotation in page.quotations]
    assert len(quotations) >= 8
    assert all(quotation.match and quotation.match.is_found for quotation in quotations)


def test_the_pages_show_every_way_to_quote(build: Build) -> None:
    pages = build.briefings[0].pages
    quotations = [quotation for page in pages for quotation in page.quotations]
    assert any("[…]" in quotation.text for quotation in quotations)
    assert any(re.match(r"\[\w\]", quotation.text) for quotation in quotations)
    assert any(quotation.is_block for quotation in quotations)
    assert any(quotation.original for quotation in quotations)
    assert any("[^" in page.text.file.text for page in pages)


def test_the_three_sections_are_authored(build: Build) -> None:
    sections = (PageKind.TREND, PageKind.CONTEXT, PageKind.OUTLOOK)
    pages = [build.briefings[0].page(kind) for kind in sections]
    assert [page is not None and not page.text.assembled for page in pages] == [True] * 3


def test_one_forecast_is_resolved_and_others_are_open(build: Build) -> None:
    resolutions = [forecast.resolution for forecast in build.briefings[0].forecasts]
    assert [one.outcome for one in resolutions if one] == [Outcome.YES]
    assert None in resolutions


def test_two_sources_share_one_origin(build: Build) -> None:
    origins = [source.origin for source in build.library.sources]
    assert len(set(origins)) == len(origins) - 1


def test_the_tutorial_shows_what_check_prints(tmp_path: Path) -> None:
    new_project(tmp_path)
    tutorial = (template_folder().parent / "docs/handbook/tutorial.md").read_text("utf-8")
    workspace = LocalWorkspace(tmp_path)
    assert _printed(workspace) in tutorial
    path = "docs/briefings/ferry-clips/trend.md"
    page = workspace.read(path).decode()
    workspace.replace(path, page.replace("2.4 million", "2.5 million", 1).encode())
    assert _printed(workspace) in tutorial


def _printed(workspace: LocalWorkspace) -> str:
    return report_text(compile_project(workspace), "terminal", color=False)


def test_the_output_folders_are_ignored_by_git(project: Path) -> None:
    assert (project / ".gitignore").read_text().split() == ["site/", ".standfirst/", ".venv/"]


def test_the_paths_written_are_returned(tmp_path: Path) -> None:
    written = new_project(tmp_path)
    assert written == tuple(
        sorted(
            file.relative_to(tmp_path).as_posix()
            for file in tmp_path.rglob("*.*")
            if file.is_file()
        )
    )


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        new_project(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_no_place_for_a_project(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="is a file"):
        new_project(tmp_path / "mine.txt")
