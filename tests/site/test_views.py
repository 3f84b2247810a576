from typing import TypeVar

import pytest

from generator.briefing.coverage import Coverage
from generator.build import compile_project
from generator.model.build import Build
from generator.site import SitePage, site_pages
from generator.site.chrome import is_long, title_room
from generator.site.evidence import CitedBy, EvidenceView, ValueLine
from generator.site.head import page_head
from generator.site.overview import OverviewView
from generator.site.section import SectionView, contents_of
from generator.workspace import MemoryWorkspace
from tests.examples import example_files, example_project

View = TypeVar("View")

FILES = {
    "mkdocs.yml": "site_name: Harbour Desk\nplugins: [standfirst]\n",
    "docs/index.md": "---\ntitle: Desk\nstandfirst: true\n---\nWelcome.\n",
    "docs/briefings/clips/briefing.yml": """\
title: Video clips go viral
standfirst: Clips came first [@harbour].
authors: [Desk]
published: 2026-03-02
updated: 2026-03-09
status: published
marking: TLP:GREEN
sources: [quay]
judgements:
  - {id: kj, says: Rules will bind., likelihood: likely, cite: ["@harbour"]}
forecasts:
  - id: f1
    question: Will a studio sue?
    opened: 2026-03-02
    resolves: 2026-12-31
    criteria: A complaint is filed.
    probabilities: [{date: 2026-03-02, p: 0.4}]
""",
    "docs/briefings/clips/trend.md": """\
---
title: The market moved first
standfirst: Shares rose.
---

## Shares {#shares}

One company "rose 20 percent" that Monday [@harbour].
""",
    "docs/briefings/later/briefing.yml": """\
title: Later
standfirst: Soon.
status: draft
sources: [pier]
""",
    "sources/harbour.md": """\
---
title: Clips <b>lift</b> shares
type: article-newspaper
authors: [Lin Example]
publisher: Harbour Times
published: 2026-02-09
accessed: 2026-02-14
url: https://harbour.example/clips
reliability: B
credibility: 2
---
Trading opened quietly on a grey morning at the harbour. Then one company rose 20 percent on the \
Monday, and a second by half as much, without a word from either.
""",
    "sources/quay.md": """\
---
title: Clips, retold
publisher: Quay News
published: 2026-02-10
url: https://quay.example/clips
origin: harbour
reliability: C
credibility: 3
rights: none
notes:
  - {section: outlook, says: More may follow., date: 2026-02}
---
The harbour paper says so.
""",
    "sources/pier.md": """\
---
title: 码头
language: zh-Hans
url: https://pier.example/1
---
文本。
""",
}


@pytest.fixture(scope="module")
def build() -> Build:
    return compile_project(MemoryWorkspace(FILES))


@pytest.fixture(scope="module")
def pages(build: Build) -> dict[str, SitePage]:
    return {page.path: page for page in site_pages(build)}


def view(pages: dict[str, SitePage], path: str, kind: type[View]) -> View:
    found = pages[path].view
    assert isinstance(found, kind)
    return found


def test_every_page_of_a_briefing_and_every_used_source_is_written(
    pages: dict[str, SitePage],
) -> None:
    names = ("", "/trend", "/context", "/outlook", "/sources")
    expected = {f"briefings/{slug}{name}" for slug in ("clips", "later") for name in names}
    assert expected <= set(pages)
    assert {"sources/harbour", "sources/quay", "sources/pier"} <= set(pages)


def test_drafts_and_the_sources_that_only_they_use_are_hidden(pages: dict[str, SitePage]) -> None:
    hidden = {path for path, page in pages.items() if page.is_hidden}
    assert "briefings/later/trend" in hidden
    assert "sources/pier" in hidden
    assert not {"briefings/clips", "sources/harbour"} & hidden


def test_an_evidence_page_speaks_the_language_of_the_site(pages: dict[str, SitePage]) -> None:
    assert pages["sources/pier"].language == "en"
    assert view(pages, "sources/pier", EvidenceView).language == "zh-Hans"


def test_evidence_that_only_one_other_language_uses_speaks_that_language() -> None:
    briefing = "docs/briefings/clips/briefing.yml"
    chinese = {**FILES, briefing: f"{FILES[briefing]}language: zh-Hans\n"}
    build = compile_project(MemoryWorkspace(chinese))
    pages = {page.path: page for page in site_pages(build)}
    assert pages["sources/harbour"].language == "zh-Hans"
    assert view(pages, "sources/harbour", EvidenceView).published == "2026年2月9日"
    assert page_head(build, "sources/harbour", "").locale == "zh_CN"


def test_every_figure_of_the_cover_leads_to_its_proof(pages: dict[str, SitePage]) -> None:
    rests = view(pages, "briefings/clips", OverviewView).rests
    assert {rest.kind: (rest.number, rest.of, rest.beside, rest.href) for rest in rests} == {
        "sources": (2, None, None, "sources/"),
        "origins": (1, None, 1, "sources/"),
        "quotations": (1, 1, None, "sources/"),
        "claims": (1, 1, None, "trend/#sources-of-page"),
        "judgements": (1, None, None, "outlook/#kj"),
        "forecasts": (1, None, 0, "outlook/#f1"),
    }


def test_the_cover_names_both_dates(pages: dict[str, SitePage]) -> None:
    overview = view(pages, "briefings/clips", OverviewView)
    assert (overview.date, overview.published) == ("9 March 2026", "2 March 2026")


def test_only_authored_pages_lend_their_title_to_the_overview(pages: dict[str, SitePage]) -> None:
    read_on = view(pages, "briefings/clips", OverviewView).read_on
    assert [(other.kind, other.clause) for other in read_on] == [
        ("trend", "The market moved first"),
        ("context", ""),
        ("outlook", ""),
        ("sources", ""),
    ]


def test_a_section_lists_its_own_sources_and_its_neighbours(pages: dict[str, SitePage]) -> None:
    section = view(pages, "briefings/clips/trend", SectionView)
    assert [(line.number, line.id, line.grade) for line in section.sources] == [
        (1, "harbour", "B2")
    ]
    assert section.previous is not None
    assert section.following is not None
    assert (section.previous.href, section.following.href) == ("../", "../context/")


def test_a_section_counts_its_origins_and_its_claims(pages: dict[str, SitePage]) -> None:
    section = view(pages, "briefings/clips/trend", SectionView)
    assert section.origin_count == 1
    assert section.coverage == Coverage(claims=1, cited=1)


def test_the_tab_of_the_page_is_the_current_one(pages: dict[str, SitePage]) -> None:
    chrome = pages["briefings/clips/trend"].chrome
    assert chrome is not None
    assert [tab.title for tab in chrome.tabs if tab.is_current] == ["Trend"]
    assert (chrome.home, chrome.pdf, chrome.marking) == ("../", "../clips.pdf", "TLP:GREEN")


def test_the_frame_knows_whether_there_are_quotations_to_follow(
    pages: dict[str, SitePage],
) -> None:
    for path, quotes in (("briefings/clips/trend", True), ("briefings/later", False)):
        chrome = pages[path].chrome
        assert chrome is not None
        assert chrome.has_quotations is quotes


def test_quoted_words_stand_in_a_short_stretch_of_the_source(pages: dict[str, SitePage]) -> None:
    (passage,) = view(pages, "sources/harbour", EvidenceView).passages
    assert passage.words == "rose 20 percent"
    assert passage.used_in == "The market moved first"
    assert passage.is_cut_before
    assert passage.is_cut_after
    assert max(len(passage.before), len(passage.after)) <= 32


def test_nothing_is_shown_of_a_text_without_rights(pages: dict[str, SitePage]) -> None:
    evidence = view(pages, "sources/quay", EvidenceView)
    assert evidence.passages == ()
    assert [(note.section, note.date) for note in evidence.notes] == [("outlook", "February 2026")]


def test_an_evidence_page_names_who_cites_it_and_its_copies(pages: dict[str, SitePage]) -> None:
    evidence = view(pages, "sources/harbour", EvidenceView)
    briefing = "Video clips go viral"
    assert evidence.cited_by == (
        CitedBy(
            "The market moved first", briefing, "../../briefings/clips/trend/", "quotation", "en"
        ),
        CitedBy("", briefing, "../../briefings/clips/outlook/", "citation", "en"),
    )
    assert [copy.title for copy in evidence.copies] == ["Clips, retold"]


def test_an_evidence_page_shows_the_figures_that_notes_give_as_data() -> None:
    noted = str(example_files()["sources/harbour-2026-02-09.md"]).replace(
        "notes:\n",
        """notes:
  - section: trend
    says: The price rose to 20 percent on 12 February 2026.
    values:
      - {metric: price_pct, entity: Harbour, date: 2026-02, value: 20, unit: "%"}
      - {metric: launch_date, entity: "<b>Tidal</b>", value: 2026-02-12}
""",
    )
    files = f"Shares rose [@harbour-2026-02-09].\n>>> sources/harbour-2026-02-09.md\n{noted}"
    pages = {page.path: page for page in site_pages(compile_project(example_project(files)))}
    evidence = view(pages, "sources/harbour-2026-02-09", EvidenceView)
    assert evidence.values == (
        ValueLine("price pct", "Harbour", "February 2026", "20\N{NO-BREAK SPACE}%"),
        ValueLine("launch date", "<b>Tidal</b>", "", "12 February 2026"),
    )


def test_contents_are_the_second_level_headings_without_their_marks() -> None:
    html = (
        '<h2 id="a">One<span class="sf-cite"><a href="#">1</a></span></h2>'
        '<h3 id="b">No</h3><h2>No id</h2>'
        '<h2 id="c">Two &amp; three<a class="headerlink" href="#c">¶</a></h2>'
    )
    assert contents_of(html) == (("a", "One"), ("c", "Two & three"))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Video clips go viral", False),
        ("字节跳动的视频模型一夜走红", False),
        ("字节跳动的视频模型一夜走红之后标识规定将如何影响下一代视频工具", True),
        ("A title that goes on over more than one line, and then over another one", True),
    ],
)
def test_a_chinese_character_takes_the_room_of_two_letters(title: str, expected: bool) -> None:
    assert is_long(title) is expected


@pytest.mark.parametrize(
    ("title", "language", "room"),
    [
        ("字节跳动的视频模型：从热潮到竞赛", "zh-Hans", 10),
        ("Seedance之后：下一步是什么？", "zh-Hans", 7),
        ("规则先于模型", "zh-Hans", 0),
        ("字节跳动的视频模型一夜走红之后：又如何", "zh-Hans", 0),
        ("Clips：rules", "en", 0),
    ],
)
def test_a_chinese_title_that_its_marks_part_is_as_wide_as_its_longest_part(
    title: str, language: str, room: int
) -> None:
    assert title_room(title, language) == room
