"""Names on pages: what explains them, where they lead, and what hostile ones come to."""

import re
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement
from markdown import Markdown

from generator.build import compile_project
from generator.model.build import Build
from generator.model.page import PageKind
from generator.site import SitePage, site_pages
from generator.site.evidence import EvidenceView
from generator.site.linked_data import briefing_data
from generator.site.section import SectionView
from tests.crawler import Crawler
from tests.every_page import built
from tests.examples import example_files, example_project, write_files
from tests.exporters.test_pdf import text_of as pdf_text

EXTENSIONS = ["abbr", "attr_list", "footnotes", "tables", "pymdownx.superfences"]
CITED = "[@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01]"
CONTEXT = f"""
>>> docs/briefings/example/context.md
Two studios had sold licences before {CITED}.
"""
SHARED = """\
>>> docs/glossary.yml
actors:
  - id: doubao
    kind: product
    names: {en: Doubao, zh: [豆包, 豆包App]}
    description: The assistant app of a maker [@quay-2026-02-10].
    links: {official: https://www.doubao.example/, wikidata: https://www.wikidata.org/wiki/Q1}
    cite: ["@ministry-2026-01"]
  - id: labelling
    kind: law
    names: {en: Labelling measures, zh: 标识办法}
    number: GB 45438
    issued_by: cac
    dates: {in force: {date: 2025-09-01, cite: ["@harbour-2026-02-09"]}}
  - id: cac
    kind: organisation
    names: {en: [CAC, Cyberspace Administration of China]}
glossary:
  - id: capex
    names: {en: [capex, capital expenditure]}
    description: {en: Money spent on lasting equipment.}
"""


def build(text: str, shared: str = SHARED) -> Build:
    return compile_project(example_project(f"{text}\n{shared}"))


def site_page(compiled: Build, kind: PageKind = PageKind.TREND) -> SitePage:
    return next(page for page in site_pages(compiled) if page.path.endswith(f"/{kind}"))


def content(compiled: Build, kind: PageKind = PageKind.TREND) -> str:
    prepared = site_page(compiled, kind).prepared
    return prepared.finish(Markdown(extensions=EXTENSIONS).convert(prepared.markdown))


def tree(html: str) -> HtmlElement:
    return lxml_html.fragment_fromstring(html, create_parent="div")


def words(element: etree._Element) -> str:
    return etree.tostring(element, method="text", encoding="unicode")


def names_in(html: str) -> list[tuple[str, str]]:
    return [(link.get("id"), link.text_content()) for link in tree(html).find_class("sf-name")]


def test_the_first_use_of_a_name_leads_to_its_entry_and_the_next_is_plain_text() -> None:
    html = content(build(f"Doubao grew. Doubao and 豆包 shrank {CITED}."))
    (link,) = tree(html).find_class("sf-name")
    assert link.get("href") == "../context/#name-doubao"
    assert (link.get("id"), link.get("data-card")) == ("use-doubao", "card-name-doubao")
    assert "Doubao and 豆包 shrank" in html


@pytest.mark.parametrize(
    "text",
    [
        "## Doubao grew",
        "[Doubao](https://a.example) grew",
        "[Doubao][a] grew\n\n[a]: https://a.example",
        "![Doubao](a.png)",
        "`Doubao` grew",
        "<a href='#x'>Doubao</a> grew",
        "<h3>Doubao</h3>",
        "> Doubao grew\n> — A dealer",
        "$Doubao$ grew",
        "*[Doubao]: Doubao is an app",
        "<div>\nDoubao\n</div>",
        "Do**ub**ao and **Doub**ao grew",
    ],
)
def test_where_a_link_cannot_stand_the_words_stay_as_they_are(text: str) -> None:
    html = content(build(f"{text}\n\nShares rose {CITED}."))
    assert names_in(html) == []
    assert "\ue000" not in html
    assert 'class="sf-name' not in html


def test_quoted_words_are_not_altered_and_the_next_use_explains_the_name() -> None:
    shared = SHARED.replace("en: Doubao", "en: [Doubao, Meridian Pictures]")
    text = f'"Shares of Meridian Pictures rose 20 percent" {CITED}. Doubao grew.'
    html = content(build(text, shared))
    assert "“Shares of Meridian Pictures rose 20 percent”" in html
    assert names_in(html) == [("use-doubao", "Doubao")]


def test_an_abbreviation_of_markdowns_own_keeps_its_title_whole() -> None:
    html = content(build(f"The OCL met {CITED}.\n\n*[OCL]: Doubao and capex & more\n"))
    (abbreviation,) = tree(html).iter("abbr")
    assert abbreviation.get("title") == "Doubao and capex & more"
    assert names_in(html) == []


@pytest.mark.parametrize(
    "mark", ["**{}**", "*{}*", "_{}_", "- {}", "| {} | b |\n|---|---|\n| c | d |", "“{}”"]
)
def test_markup_around_a_name_stays(mark: str) -> None:
    plain = Markdown(extensions=EXTENSIONS).convert(mark.format("NAME"))
    html = content(build(f"Shares rose {CITED}.\n\n{mark.format('Doubao')}\n"))
    without = re.sub(r'<a class="sf-name"[^>]*>(.*?)</a>', r"\1", html)
    assert plain.replace("NAME", "Doubao") in without.replace("&#8220;", "“").replace(
        "&#8221;", "”"
    )


def test_a_card_says_who_it_is_in_both_scripts_with_sources_and_links() -> None:
    page = site_page(build(f"Doubao and capex grew {CITED}."))
    doubao, capex = page.names
    assert (doubao.kind, doubao.name.text) == ("Product", "Doubao")
    assert doubao.other
    assert (doubao.other.language, doubao.other.text) == ("zh", "豆包")
    assert str(doubao.description) == "The assistant app of a maker."
    assert [source.text for source in doubao.sources] == [
        "Ministry of Culture, January 2026",
        "The Quay, 10 February 2026",
    ]
    assert [link.label for link in doubao.links] == ["Official page", "Wikidata"]
    assert (capex.kind, capex.other, capex.listed) == ("Term", None, "../context/#name-capex")


def test_the_context_page_lists_what_no_block_lists() -> None:
    html = content(build(f"Doubao and capex grew {CITED}.{CONTEXT}"), PageKind.CONTEXT)
    lists = tree(html)
    assert [heading.get("id") for heading in lists.iter("h2")][-2:] == ["actors", "glossary"]
    assert [entry.get("id") for entry in lists.iter("dt")] == ["name-doubao", "name-capex"]
    assert "Official page" in lists.text_content()


def test_a_block_that_lists_an_entry_is_where_its_name_leads() -> None:
    text = f"Doubao, CAC and capex grew {CITED}.\n\n```actors\nkinds: [product]\n```\n{CONTEXT}"
    compiled = build(text)
    html = content(compiled)
    hrefs = [link.get("href") for link in tree(html).find_class("sf-name")]
    assert hrefs == ["#name-doubao", "../context/#name-cac", "../context/#name-capex"]
    assert 'id="name-doubao"' in html
    assert 'id="name-doubao"' not in content(compiled, PageKind.CONTEXT)


def test_a_list_says_who_issued_a_law_when_it_counts_and_where_it_is_named() -> None:
    text = f"标识办法 counts {CITED}.\n\n```actors\n```\n"
    cac, law = tree(content(build(text))).iter("dd")
    words = " ".join(law.text_content().split())
    assert "Law · GB 45438 · issued by CAC · In force 1 September 2025" in words
    assert words.endswith("Named in Trend")
    assert [link.get("href") for link in law.iter("a")][-1] == "./#use-labelling"
    assert "Named in" not in cac.text_content()


def _sources(compiled: Build, kind: PageKind) -> list[str]:
    view = site_page(compiled, kind).view
    assert isinstance(view, SectionView)
    return [line.id for line in view.sources]


def test_what_only_a_list_cites_is_a_source_of_its_page() -> None:
    text = f"标识办法 and Doubao count [@quay-2026-02-10].{{}}{CONTEXT}"
    listed = build(text.format("\n\n```actors\n```\n").replace(CITED, ""))
    both = ["quay-2026-02-10", "harbour-2026-02-09", "ministry-2026-01"]
    assert sorted(_sources(listed, PageKind.TREND)) == sorted(both)
    assert _sources(listed, PageKind.CONTEXT) == []
    unlisted = build(text.format("").replace(CITED, ""))
    assert _sources(unlisted, PageKind.TREND) == ["quay-2026-02-10"]
    assert sorted(_sources(unlisted, PageKind.CONTEXT)) == sorted(both)


def test_an_evidence_page_says_which_list_cites_the_source() -> None:
    text = f"标识办法 counts [@quay-2026-02-10].{CONTEXT}".replace(CITED, "")
    pages = site_pages(build(text))
    view = next(page.view for page in pages if page.path == "sources/harbour-2026-02-09")
    assert isinstance(view, EvidenceView)
    assert "../../briefings/example/context/" in [place.href for place in view.cited_by]


def test_a_number_that_is_the_name_is_not_repeated() -> None:
    shared = SHARED.replace("en: Labelling measures", "en: GB 45438")
    _, law = tree(content(build(f"GB 45438 counts {CITED}.\n\n```actors\n```\n", shared))).iter(
        "dd"
    )
    assert words(law).strip().startswith("Law · issued by CAC")


def test_a_block_says_which_id_is_unknown() -> None:
    (fault,) = (
        one
        for one in build(f"Doubao grew {CITED}.\n\n```actors\nids: [doubau]\n```\n").diagnostics
        if one.code == "invalid-block"
    )
    assert "`doubau`" in fault.message
    assert "`doubao`" in fault.help


def test_a_page_outside_the_briefings_keeps_its_words() -> None:
    text = "Shares rose.\n>>> docs/about.md\n---\nstandfirst: true\n---\nDoubao & co.\n"
    page = next(page for page in site_pages(build(text)) if page.path == "about")
    html = page.prepared.finish(Markdown().convert(page.prepared.markdown))
    assert html == "<p>Doubao &amp; co.</p>"


def test_names_that_are_found_are_things_in_the_linked_data() -> None:
    compiled = build(f"Doubao grew {CITED}.")
    (briefing,) = compiled.briefings
    page = briefing.page(PageKind.TREND)
    assert page
    data = str(briefing_data(compiled, briefing, page))
    assert '"@type": "Product"' in data
    assert '"sameAs": ["https://www.wikidata.org/wiki/Q1"]' in data
    assert '"url": "https://www.doubao.example/"' in data
    assert '"description": "The assistant app of a maker."' in data


HOSTILE = {
    "script": "Acme</script><img src=x onerror=alert(1)>",
    "quotes": "Acme \"'><b onclick='x'>`",
    "typst": "Acme #panic(1) $x$ *a* @b <l>",
    "jinja": "Acme {{ 7*7 }} {% raw %}",
    "markdown": "Acme **bold** [link](javascript:alert(1))",
    "direction": "Acme \u202etxet\u202c",
    "long": "Acme" + "a" * 10_000,
    "long chinese": "豆" * 10_000,
    "token": "Acme \ue0000\ue001",
}
_AROUND = """\
>>> docs/glossary.yml
actors:
  - id: acme
    kind: law
    names: {{en: [Acme, {name}], zh: {name}}}
    description: A thing of its kind.
    links: {{"{label}": "https://a.example/"}}
    number: {name}
    issued_by: {name}
    dates: {{"{label}": 2024}}
glossary:
  - id: term
    names: {{en: [licences, {name} again]}}
    description: A thing of its kind.
"""


def yaml(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project in which each hostile name has a briefing of its own."""
    root = tmp_path_factory.mktemp("hostile")
    files = dict(example_files())
    head = str(files["docs/briefings/example/briefing.yml"])
    files["docs/glossary.yml"] = "actors: []\n"
    for number, name in enumerate(HOSTILE.values()):
        shared = _AROUND.format(name="NAME", label="LABEL").split("\n", 1)[1]
        label = "a " + re.sub(r"[/@#\"\\]", "", name)[:50]
        entries = (
            shared.replace("NAME again", yaml(f"{name} again"))
            .replace('"LABEL"', yaml(label))
            .replace("NAME", yaml(name))
        )
        folder = f"docs/briefings/b{number}"
        files[f"{folder}/briefing.yml"] = head + entries
        files[f"{folder}/trend.md"] = (
            f"Acme met and saw licences {CITED}.\n\n```actors\n```\n\n```glossary\n```\n"
        )
    write_files(root, files)
    return built(root)


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=list(HOSTILE))
def test_a_hostile_name_stays_text_on_the_page_and_in_its_data(
    hostile_site: Path, number: int
) -> None:
    html = (hostile_site / f"briefings/b{number}/trend/index.html").read_text("utf-8")
    elements = list(lxml_html.document_fromstring(html).iter())
    by_id = {element.get("id"): element for element in elements}
    assert not [one for one in elements if one.get("onerror") or one.get("onclick")]
    assert not [one for one in elements if one.tag == "img"]
    assert "49" not in words(by_id["name-acme"])
    name = list(HOSTILE.values())[number]
    shown = " ".join(name.split())[:40]
    card = " ".join(words(by_id["card-name-acme"]).split())
    assert shown in card or "\ue000" in name
    assert (hostile_site / f"briefings/b{number}/b{number}.pdf").read_bytes()[:5] == b"%PDF-"


def test_a_hostile_name_stays_text_in_the_pdf(hostile_site: Path) -> None:
    number = list(HOSTILE).index("typst")
    pdf = (hostile_site / f"briefings/b{number}/b{number}.pdf").read_bytes()
    assert "#panic(1)" in pdf_text(pdf)


def test_every_link_of_names_and_lists_leads_to_its_place(hostile_site: Path) -> None:
    assert list(Crawler(hostile_site, "https://desk.example/", is_flat=False).broken()) == []


def test_the_glossary_is_not_published(hostile_site: Path) -> None:
    assert not [path for path in hostile_site.rglob("*") if path.name == "glossary.yml"]
