"""A briefing in two languages: each page knows the same page of the other edition."""

import pytest

from generator.build import compile_project
from generator.site import SitePage, site_pages
from generator.workspace import MemoryWorkspace
from tests.site.test_templates import rendered

_BRIEFING = "title: {title}\nlanguage: {language}\nstatus: published\nsources: [quay]\n"
_FILES = {
    "mkdocs.yml": "site_name: Harbour Desk\nplugins: [standfirst]\n",
    "docs/briefings/clips/briefing.yml": _BRIEFING.format(title="Clips", language="en"),
    "docs/briefings/clips-zh/briefing.yml": _BRIEFING.format(title="短片", language="zh-Hans")
    + "translation_of: clips\n",
    "docs/briefings/labels/briefing.yml": _BRIEFING.format(title="Labels", language="en"),
    "docs/briefings/clips-zh/trend.md": "短片变多了[@quay]。\n",
    "sources/quay.md": """\
---
title: Quay
notes:
  - {section: trend, says: Clips came first., date: 2026-02-09}
  - {section: trend, says: Shares rose., date: 2026-02-10}
  - {section: trend, says: A rule followed., date: 2026-02-11}
---
Clips came first.
""",
}


@pytest.fixture(scope="module")
def pages() -> dict[str, SitePage]:
    return {page.path: page for page in site_pages(compile_project(MemoryWorkspace(_FILES)))}


def test_a_page_names_its_versions_the_original_first(pages: dict[str, SitePage]) -> None:
    chrome = pages["briefings/clips-zh/trend"].chrome
    assert chrome is not None
    assert [
        (each.name, each.href, each.is_current, each.is_original) for each in chrome.versions
    ] == [
        ("English", "../../clips/trend/", False, True),
        ("中文", "./", True, False),
    ]


def test_a_briefing_in_one_language_names_none(pages: dict[str, SitePage]) -> None:
    chrome = pages["briefings/labels"].chrome
    assert chrome is not None
    assert chrome.versions == ()


def test_the_head_names_every_version_with_its_address(pages: dict[str, SitePage]) -> None:
    html = rendered("meta.html", sf=pages["briefings/clips/trend"])
    assert 'hreflang="en" href="./"' in html
    assert 'hreflang="zh-Hans" href="../../clips-zh/trend/"' in html
    assert 'hreflang="x-default" href="./"' in html


def test_the_header_leads_to_the_other_edition(pages: dict[str, SitePage]) -> None:
    html = rendered("header.html", sf=pages["briefings/clips/trend"], sf_search=False)
    assert '<a href="../../clips-zh/trend/" lang="zh-Hans" hreflang="zh-Hans">中文</a>' in html


def test_a_citation_is_named_in_the_language_of_its_page(pages: dict[str, SitePage]) -> None:
    page = pages["briefings/clips-zh/trend"]
    marks = [str(piece.html) for piece in page.prepared.pieces]
    assert ['aria-label="来源1"' in mark for mark in marks] == [True]


def test_a_chinese_overview_has_no_english_timeline(pages: dict[str, SitePage]) -> None:
    assert "时间线" not in pages["briefings/clips-zh"].prepared.markdown
    assert "What happened when" in pages["briefings/clips"].prepared.markdown
