"""The list of all sources, and what an evidence page says in which language."""

from dataclasses import replace

from generator.build import compile_project
from generator.model.build import Build
from generator.site import SitePage, site_pages
from generator.site.cards import NoteText
from generator.site.evidence import EvidenceView
from generator.site.overview import OverviewView
from generator.site.source_index import SourceIndexView
from generator.workspace import MemoryWorkspace
from tests.site.test_views import FILES

BRIEFING = "docs/briefings/clips/briefing.yml"
CHINESE = "docs/briefings/clips-zh/briefing.yml"
TRANSLATED = {
    **FILES,
    CHINESE: f"{FILES[BRIEFING]}language: zh-Hans\ntranslation_of: clips\n",
    "docs/briefings/clips-zh/outlook.md": "码头没有日期[@quay]。\n",
}


def built(files: dict[str, str]) -> Build:
    return compile_project(MemoryWorkspace(files))


def page_at(build: Build, path: str) -> SitePage:
    return {page.path: page for page in site_pages(build)}[path]


def has_list(build: Build, *written: str) -> bool:
    return any(page.path == "sources" for page in site_pages(build, written))


def listed(files: dict[str, str]) -> SourceIndexView:
    view = page_at(built(files), "sources").view
    assert isinstance(view, SourceIndexView)
    return view


def test_the_list_has_each_source_of_published_briefings_once_by_title() -> None:
    lines = listed(FILES).lines
    assert [line.href for line in lines] == ["harbour/", "quay/"]
    assert [[each.title for each in line.used_in] for line in lines] == [
        ["Video clips go viral"],
        ["Video clips go viral"],
    ]


def test_the_list_names_the_original_and_not_its_translation() -> None:
    uses = [{each.href for each in line.used_in} for line in listed(TRANSLATED).lines]
    assert uses == [{"../briefings/clips/"}] * 2


def test_there_is_no_list_where_only_drafts_have_sources_nor_in_a_past_edition() -> None:
    drafts = {name: text.replace("status: published", "") for name, text in FILES.items()}
    assert not has_list(built(drafts))
    build = built(FILES)
    past = replace(build, addresses=replace(build.addresses, root="briefings/clips/editions/1"))
    assert not has_list(past)


def test_a_list_that_an_author_wrote_is_left_alone() -> None:
    assert has_list(built(FILES))
    assert not has_list(built(FILES), "sources/index.md")


def test_an_evidence_page_leads_to_the_list_that_it_stands_in() -> None:
    build = built(FILES)
    views = {path: page_at(build, f"sources/{path}").view for path in ("harbour", "pier")}
    assert {path: view.index for path, view in views.items() if isinstance(view, EvidenceView)} == {
        "harbour": "../",
        "pier": "",
    }


def test_a_note_keeps_the_language_of_its_curator_on_a_page_of_another() -> None:
    cards = page_at(built(TRANSLATED), "briefings/clips-zh/outlook").cards
    notes = [note for card in cards for note in card.notes]
    assert notes
    assert all(isinstance(note, NoteText) and note.language == "en" for note in notes)


def test_the_date_of_a_briefing_is_that_of_its_newest_edition_or_of_a_later_update() -> None:
    lock = (
        '{{"format": 1, "editions": [{{"briefing": "clips", "number": 1, "date": "{date}",'
        ' "held": {{}}}}]}}'
    )
    for date, shown in (("2026-03-12", "12 March 2026"), ("2026-03-04", "9 March 2026")):
        build = built({**FILES, "editions.lock": lock.format(date=date)})
        page = page_at(build, "briefings/clips")
        assert isinstance(page.view, OverviewView)
        assert page.chrome is not None
        assert (page.view.date, page.chrome.date) == (shown, shown)
