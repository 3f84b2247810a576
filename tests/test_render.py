"""From a parsed page to content HTML: nothing is lost, nothing curated is read as Markdown."""

import re
from html import unescape

import pytest
from markdown import Markdown
from markupsafe import Markup

from generator.build import compile_project
from generator.model.build import Build
from generator.model.page import PageKind
from generator.render import LostCitationError, Piece, Prepared, prepare
from generator.site.writing import writer_for
from generator.workspace import MemoryWorkspace
from tests.examples import example_files

EXTENSIONS = ["admonition", "attr_list", "footnotes", "tables", "pymdownx.superfences"]


def build_of(trend: str, **others: str) -> Build:
    return compile_project(MemoryWorkspace({**example_files(trend), **others}))


def trend_html(trend: str, **others: str) -> str:
    build = build_of(trend, **others)
    briefing = build.briefings[0]
    page = briefing.page(PageKind.TREND)
    assert page is not None
    prepared = prepare(page, writer_for(build, page.path, briefing))
    return prepared.finish(Markdown(extensions=EXTENSIONS).convert(prepared.markdown))


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_a_citation_becomes_a_numbered_mark_close_to_its_word() -> None:
    html = trend_html("Shares rose [@harbour-2026-02-09].\n")
    assert "rose<span" in html
    assert 'data-source="harbour-2026-02-09"' in html
    assert "Shares rose1." in text_of(html)


def test_a_mark_on_the_next_line_of_the_source_stands_close_too() -> None:
    assert "rose<span" in trend_html("Shares rose\n[@harbour-2026-02-09].\n")


@pytest.mark.parametrize("opening", ["- ", "1. ", "> ", "| a | b |\n|---|---|\n| "])
def test_a_mark_at_the_start_of_an_item_leaves_the_item_an_item(opening: str) -> None:
    html = trend_html(
        f"{opening}[@harbour-2026-02-09] says so{' | x |' if '|' in opening else ''}\n"
    )
    assert re.search(r"<(li|p|td)>\s*<span class=\"sf-cite\">", html), html


def test_straight_marks_around_a_quotation_are_printed_curly() -> None:
    html = trend_html('One company "rose 20 percent" [@harbour-2026-02-09].\n')
    assert "“rose 20 percent”" in text_of(html)


def test_a_quotation_leads_to_its_passage() -> None:
    html = trend_html('One company "rose 20 percent" [@harbour-2026-02-09].\n')
    assert re.search(r'href="[^"]*sources/harbour-2026-02-09/#p-\d+"', html)


def test_a_handle_loses_its_backslash_and_is_no_citation() -> None:
    html = trend_html("Write to \\@desk or a@b.example.\n")
    assert "Write to @desk or a@b.example." in unescape(text_of(html))
    assert "sf-cite" not in html


def test_marks_of_the_compiler_do_not_reach_the_page() -> None:
    html = trend_html("- A point [@harbour-2026-02-09]. <!-- standfirst: proposed -->\n")
    assert "standfirst:" not in html


def test_a_token_that_markdown_drops_stops_the_build() -> None:
    prepared = Prepared("", (Piece(Markup("<b>1</b>")),), title="docs/trend.md")
    with pytest.raises(LostCitationError, match="dropped"):
        prepared.finish("<p>nothing came back</p>")


def test_hostile_publishers_and_locators_stay_text() -> None:
    files = {
        "sources/bad.md": (
            "---\ntitle: '<script>alert(1)</script>'\n"
            "publisher: '<b>*x*</b> {{ 7*7 }}'\n---\nBody.\n"
        )
    }
    html = trend_html("As @bad [<i>p. 3</i>] says.\n", **files)
    assert "<script" not in html
    assert "&lt;b&gt;*x*&lt;/b&gt; {{ 7*7 }}" in html
