import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import compile_project
from generator.errors import UsageError
from generator.model.briefing import Status
from generator.model.build import Build
from generator.model.edition import Edition
from generator.model.page import PageKind
from generator.site.head import page_head
from generator.site.linked_data import briefing_data, evidence_data, site_data
from generator.text.plain import one_line
from generator.workspace import MemoryWorkspace
from tests.block_page import source
from tests.examples import example_project
from tests.exporters.desk import desk_build, desk_files

HOME = "https://desk.example/a/"
BRIEFING = f"{HOME}briefings/clips/"


def graph(markup: str) -> list[dict[str, object]]:
    found = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', markup, re.DOTALL)
    assert found
    assert not re.search("[<>&\u2028\u2029]", found[1])
    nodes = json.loads(found[1])["@graph"]
    assert isinstance(nodes, list)
    return nodes


@pytest.fixture(scope="module")
def build() -> Build:
    return desk_build("Clips")


def nodes(build: Build, kind: PageKind, type_: str) -> list[dict[str, object]]:
    briefing = build.briefings[0]
    page = briefing.page(kind)
    assert page is not None
    return [node for node in graph(briefing_data(build, briefing, page)) if node["@type"] == type_]


def test_a_briefing_is_a_report_with_what_it_rests_on(build: Build) -> None:
    (report,) = nodes(build, PageKind.OVERVIEW, "Report")
    assert report["@id"] == BRIEFING
    assert report["image"] == f"{BRIEFING}card.png"
    assert (report["datePublished"], report["dateModified"]) == ("2026-03-02", "2026-03")
    cited = report["citation"]
    assert isinstance(cited, list)
    assert [(work["@type"], work["@id"]) for work in cited] == [
        ("NewsArticle", f"{HOME}sources/hostile/#source"),
        ("Report", f"{HOME}sources/plain/#source"),
    ]
    assert report["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Was: Clips Is: Clips Clips",
            "datePublished": "2026-03-05",
        }
    ]


def test_a_judgement_is_a_claim_of_the_desk(build: Build) -> None:
    (claim,) = nodes(build, PageKind.OUTLOOK, "Claim")
    assert claim["text"] == "Rules will bind first."
    assert claim["description"] == "likely"
    assert claim["appearance"] == {"@id": BRIEFING}


def test_a_quotation_that_was_found_is_based_on_its_source(build: Build) -> None:
    (quotation,) = nodes(build, PageKind.TREND, "Quotation")
    assert quotation["text"] == "a plain sentence"
    assert quotation["isBasedOn"] == {"@id": f"{HOME}sources/hostile/#source"}
    assert quotation["url"] == f"{HOME}sources/hostile/#p-12"
    (article,) = nodes(build, PageKind.TREND, "Article")
    assert article["isPartOf"] == {"@id": BRIEFING}


def test_a_source_that_says_no_address_has_none(build: Build) -> None:
    hostile = build.library.get("hostile")
    assert hostile is not None
    (work,) = graph(evidence_data(build, hostile))
    assert "url" not in work
    assert work["archivedAt"] == "https://archive.example/1"
    assert work["mainEntityOfPage"] == f"{HOME}sources/hostile/"


def test_authors_are_people_institutions_or_names_alone(build: Build) -> None:
    authors = ("Ana Example", "新华社", "Wang Xiaoming")
    (work,) = graph(evidence_data(build, source("a", authors=authors)))
    assert work["author"] == [
        {"@type": "Person", "name": "Ana Example"},
        {"@type": "Organization", "name": "新华社"},
        {"name": "Wang Xiaoming"},
    ]


def test_policies_of_the_publisher_are_addresses(build: Build) -> None:
    given_ = (("name", "Harbour desk"), ("correctionsPolicy", "about/#corrections"))
    (site,) = graph(site_data(replace(build, publisher=given_), "", "Desk"))
    assert site["@type"] == "WebSite"
    assert site["publisher"] == {
        "@type": "NewsMediaOrganization",
        "name": "Harbour desk",
        "url": HOME,
        "correctionsPolicy": f"{HOME}about/#corrections",
    }


def test_an_unknown_word_about_the_publisher_is_refused() -> None:
    files = desk_files()
    files["mkdocs.yml"] += "extra: {publisher: {corections: about/}}\n"
    with pytest.raises(UsageError, match=r"`corections`; it may have .*correctionsPolicy"):
        compile_project(MemoryWorkspace(dict(files)))


@given(text=st.text(max_size=40))
def test_no_text_leaves_its_script(build: Build, text: str) -> None:
    (work,) = graph(evidence_data(build, source("a", title=text, publisher=text)))
    assert work.get("name", "") == one_line(text)


@pytest.mark.parametrize(
    ("path", "kind", "locale", "description"),
    [
        ("briefings/clips", "article", "en_GB", "Clips came first."),
        ("briefings/clips/trend", "article", "en_GB", "First."),
        ("briefings/clips/context", "article", "en_GB", "Clips came first."),
        ("sources/plain", "article", "en_GB", "港口日报 · February 2026"),
        ("", "website", "en_GB", ""),
    ],
)
def test_previews_say_what_the_page_is(
    build: Build, path: str, kind: str, locale: str, description: str
) -> None:
    head = page_head(build, path, "Desk")
    assert (head.kind, head.locale, head.description) == (kind, locale, description)


@pytest.mark.parametrize("path", ["briefings/clips", "briefings/clips/trend", ""])
def test_a_link_shows_the_card_of_its_briefing_and_the_front_page_the_newest_one(
    build: Build, path: str
) -> None:
    picture = page_head(build, path, "Desk").picture
    assert picture is not None
    assert (picture.url, picture.width, picture.height) == (f"{BRIEFING}card.png", 1200, 630)
    assert picture.alt.startswith("Clips · ")


def test_an_edition_of_the_past_has_a_card_of_its_own(build: Build) -> None:
    first = Edition("clips", 1, "2026-03-02", "First", "t1", ())
    known = replace(build.briefings[0], editions=(first,))
    there = replace(build, briefings=(known,))
    picture = page_head(there, "briefings/clips/v1/trend", "Clips").picture
    assert picture is not None
    assert picture.url == f"{BRIEFING}v1/card.png"
    assert page_head(there, "briefings/clips/v2", "Clips").picture is None


def test_other_pages_and_a_site_without_an_address_have_no_picture(build: Build) -> None:
    assert page_head(build, "sources/plain", "Desk").picture is None
    assert page_head(build, "handbook", "Desk").picture is None
    nowhere = desk_build("Clips", site_url="''")
    assert all(page_head(nowhere, path, "").picture is None for path in ("", "briefings/clips"))


def test_the_front_page_shows_no_draft(build: Build) -> None:
    drafts = tuple(replace(each, status=Status.DRAFT) for each in build.briefings)
    assert page_head(replace(build, briefings=drafts), "", "Desk").picture is None


POSITIONS = """\
Shares rose [@harbour-2026-02-09].

```positions
question: How far did shares rise?
positions:
  - {who: A paper, says: "They rose 20 percent.", cite: ["@harbour-2026-02-09"]}
  - {who: "Others</script><b>", says: "They fell [@quay-2026-02-10]."}
assessment: The first count is of one day.
```
"""


def test_a_disagreement_is_a_question_with_the_answers_of_both_sides() -> None:
    (question,) = nodes(compile_project(example_project(POSITIONS)), PageKind.TREND, "Question")
    assert question["name"] == "How far did shares rise?"
    assert question["suggestedAnswer"] == [
        {
            "@type": "Answer",
            "name": "A paper",
            "text": "They rose 20 percent.",
            "citation": [{"@id": "https://desk.example/sources/harbour-2026-02-09/#source"}],
        },
        {
            "@type": "Answer",
            "name": "Others</script><b>",
            "text": "They fell.",
            "citation": [{"@id": "https://desk.example/sources/quay-2026-02-10/#source"}],
        },
    ]
    assert question["comment"] == {
        "@type": "Comment",
        "text": "The first count is of one day.",
        "author": {"@type": "Organization", "name": "Harbour desk", "url": "https://desk.example/"},
    }
