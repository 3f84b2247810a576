"""Every link of a built site leads somewhere, with a folder for each page and without."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.crawler import Crawler, desk_address
from tests.every_page import HOME, build_desk, built

FLAT = "use_directory_urls: false\n"


def test_every_link_leads_to_a_folder_or_a_place_in_it(tmp_path: Path) -> None:
    site = build_desk(tmp_path)
    assert list(Crawler(site, HOME, is_flat=False).broken()) == []


def test_every_link_leads_to_a_file_where_pages_are_files_of_their_own_name(
    tmp_path: Path,
) -> None:
    site = build_desk(tmp_path, FLAT)
    pages = {str(path.relative_to(site)) for path in (site / "briefings/example").glob("*.html")}
    names = ("changes", "context", "index", "outlook", "sources", "trend")
    assert pages == {f"briefings/example/{name}.html" for name in names}
    assert (site / "sources/quay-2026-02-10.html").is_file()
    assert list(Crawler(site, HOME, is_flat=True).broken()) == []


def test_every_link_of_the_desks_own_site_leads_to_a_file_there_too(tmp_path: Path) -> None:
    private = shutil.ignore_patterns(".venv", ".git", "site", ".standfirst", "tests")
    desk = shutil.copytree(ROOT, tmp_path / "desk", ignore=private)
    with (desk / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(FLAT)
    assert list(Crawler(built(desk), desk_address(), is_flat=True).broken()) == []


@pytest.mark.parametrize(
    "link", ["gone/", "trend/", "trend/index.html#gone", "/gone.html", "#gone", "javascript:void"]
)
def test_a_link_that_leads_nowhere_is_found(tmp_path: Path, link: str) -> None:
    (tmp_path / "trend").mkdir()
    (tmp_path / "trend/index.html").write_text('<h2 id="here">', encoding="utf-8")
    (tmp_path / "index.html").write_text(f'<a href="{link}">', encoding="utf-8")
    assert list(Crawler(tmp_path, "", is_flat=True).broken()) == [f"index.html: {link}"]
