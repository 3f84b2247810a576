"""Names in the PDF: explained at the first use in the document, and led to their entry."""

from generator.build import compile_project
from generator.model.page import PageKind
from generator.site.writing import writer_for
from generator.typesetting.blocks import blocks
from generator.typesetting.desk import desk_of
from generator.typesetting.html import parse_html
from generator.typesetting.inline import inline, plain
from generator.typesetting.labels import Labels
from generator.typesetting.manuscript import Manuscript
from generator.typesetting.setting import Setting
from tests.examples import example_project

TREND = "briefings/clips/trend"
CITED = "[@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01]"
SHARED = """
>>> docs/glossary.yml
actors:
  - {id: doubao, kind: product, names: {en: Doubao, zh: 豆包}}
  - {id: cac, kind: organisation, names: {en: [Cyberspace Administration of China, CAC]}}
  - {id: ana, kind: person, names: {en: Ana Marlow}}
glossary:
  - {id: capex, names: {en: [capex, capital expenditure], zh: 资本开支}}
  - {id: llm, names: {en: [LLM, large language model]}}
"""


def names(text: str, language: str = "en") -> str:
    """The names of the trend page as its HTML has them."""
    head = f"\n>>> docs/briefings/example/briefing.yml\ntitle: Clips\nlanguage: {language}\n"
    compiled = compile_project(example_project(f"{text} {CITED}.\n{SHARED}{head}"))
    (briefing,) = compiled.briefings
    page = briefing.page(PageKind.TREND)
    assert page
    writer = writer_for(compiled, page.path, briefing)
    return "; ".join(str(writer.name(mention, page)) for mention in page.mentions)


def printed(html: str) -> str:
    return plain(
        inline(parse_html(html).children, Setting(TREND, Labels(site_url="https://a.example")))
    )


def test_a_name_is_given_in_the_other_script_and_an_abbreviation_spelled_out() -> None:
    assert printed(names("Doubao met CAC and built an LLM")) == (
        "Doubao (豆包); CAC (Cyberspace Administration of China); LLM (large language model)"
    )


def test_the_name_in_the_language_of_the_page_explains_one_in_another() -> None:
    assert printed(names("The maker of 豆包")) == "豆包 (Doubao)"
    assert printed(names("Doubao发布", language="zh")) == "Doubao (豆包)"
    assert printed(names("capex增长", language="zh")) == "capex (资本开支)"


def test_what_the_author_has_explained_there_is_not_explained_again() -> None:
    assert printed(names("Doubao (豆包) met")) == "Doubao; 豆包"
    assert printed(names("The Cyberspace Administration of China (CAC) met")) == (
        "Cyberspace Administration of China; CAC"
    )


def test_no_explanation_stands_before_one_of_the_authors() -> None:
    assert printed(names("Doubao (an app) met")) == "Doubao"
    assert printed(names("The 豆包（应用）")) == "豆包"


def test_no_explanation_comes_between_a_name_and_what_belongs_to_it() -> None:
    assert printed(names("Doubao’s makers")) == "Doubao"
    assert printed(names("Doubao's makers")) == "Doubao"


def test_a_name_with_one_script_and_a_term_in_another_language_stay_alone() -> None:
    assert printed(names("Ana Marlow saw capex")) == "Ana Marlow; capex"


def test_a_document_explains_a_name_once() -> None:
    html = names("Doubao")
    assert printed(f"{html}, {html}") == "Doubao (豆包), Doubao"


def test_an_entry_of_the_list_carries_the_label_that_its_name_leads_to() -> None:
    labels = Labels(page_paths=frozenset({TREND}))
    setting = Setting(TREND, labels)
    (link,) = inline(parse_html('<a class="sf-name" href="#name-a">A</a>').children, setting)
    (terms,) = blocks(parse_html('<dl><dt id="name-a">A</dt><dd>B</dd></dl>'), setting)
    assert isinstance(link, dict)
    assert labels.settle(link)["to"] == labels.name(TREND, "name-a")
    assert repr({"k": "anchor", "l": link["to"]}) in repr(terms)


def test_a_judgement_explains_a_name_that_the_document_has_there_first() -> None:
    judgement = "{id: kj-a, says: CAC will act., because: The CAC said so.}"
    head = f"\n>>> docs/briefings/example/briefing.yml\ntitle: Clips\njudgements: [{judgement}]\n"
    compiled = compile_project(example_project(f"CAC waits {CITED}.\n{SHARED}{head}"))
    (briefing,) = compiled.briefings

    (found,) = desk_of(Manuscript(briefing, compiled.library, ())).judgements

    assert plain(found["says"]) == "CAC (Cyberspace Administration of China) will act."
    assert plain(found["because"]) == "The CAC said so."
