from generator import compile_project
from generator.checks import Scope
from generator.checks.quotation_budget import quotation_budget
from generator.checks.quote_not_found import quote_not_found
from generator.checks.unknown_source import unknown_source
from generator.model.briefing import Briefing
from generator.model.diagnostic import Diagnostic
from generator.model.page import Citation, Page, PageKind, PageText, Quotation
from generator.model.passage import Match, MatchKind, Passage
from generator.model.source import Library, Rights, Source
from generator.model.span import Span, TextFile
from generator.project import Project
from tests.examples import example_project

_SPAN = Span("trend.md", 0, 5)
_CITATION = Citation("harbour", _SPAN)


def _source(body: str, rights: Rights = Rights.QUOTE) -> Source:
    return Source("harbour", TextFile("sources/harbour.md", body), body, 0, "Clips", rights=rights)


def _scope(*sources: Source, share: float = 0.2, words: int = 300) -> Scope:
    settings = TextFile("mkdocs.yml", "")
    project = Project(settings, quotation_share=share, quotation_words=words)
    return Scope(project, Library(sources), (), lambda source_id: None)


def _quoting(*texts: str) -> Briefing:
    file = TextFile("briefing.yml", "title: Clips\nsources: [harbour]\n")
    match = Match(MatchKind.EXACT, "harbour")
    quotations = tuple(Quotation(text, _SPAN, (_CITATION,), match=match) for text in texts)
    page = Page(
        PageText(PageKind.TREND, "x/trend", TextFile("trend.md", "")), (), (), (), quotations
    )
    return Briefing(
        "x",
        file,
        "Clips",
        sources=("harbour",),
        source_spans=(file.span(23, 30),),
        pages=(page,),
    )


def test_the_budget_is_a_share_of_the_words() -> None:
    scope = _scope(_source("one two three four five six seven eight nine ten"))
    assert not list(quotation_budget(_quoting("one two"), scope))
    (finding,) = quotation_budget(_quoting("one two three"), scope)
    assert finding.message == "3 of the 10 words of `harbour` are quoted, 30 %"
    assert finding.span == Span("briefing.yml", 23, 30)


def test_words_quoted_twice_count_once() -> None:
    scope = _scope(_source("one two three four five six seven eight nine ten"))
    assert not list(quotation_budget(_quoting("one two", "two", "one two"), scope))
    assert list(quotation_budget(_quoting("one two", "four"), scope))


def test_the_budget_has_a_ceiling_in_words() -> None:
    scope = _scope(_source("字" * 2000), words=300)
    assert not list(quotation_budget(_quoting("字" * 300), scope))
    assert list(quotation_budget(_quoting("字" * 301), scope))


def test_a_source_that_may_be_published_whole_has_no_budget() -> None:
    scope = _scope(_source("one two three", Rights.FULL))
    assert not list(quotation_budget(_quoting("one two three"), scope))


def _label(redline: str) -> str:
    passage = Passage("harbour", "rose 20 percent", "", "", 0, 15, 6)
    match = Match(MatchKind.ALTERED, "harbour", (passage,), redline=redline)
    quotation = Quotation("rose 25 percent", _SPAN, (_CITATION,), match=match)
    (finding,) = quote_not_found(quotation, _scope(_source("It rose 20 percent.")))
    return finding.labels[0].text


def test_the_closest_passage_is_named_with_its_paragraph_and_redline() -> None:
    label = _label("rose [-25-]{+20+} percent")
    assert label == 'closest passage, harbour ¶6: "…rose [-25-]{+20+} percent…"'


def test_a_long_redline_is_cut_around_its_first_change() -> None:
    label = _label("word " * 100 + "[-25-]{+20+} percent" + " word" * 100)
    assert "[-25-]{+20+} percent" in label
    assert len(label.partition(": ")[2]) <= 160


def test_the_nearest_id_is_suggested_only_when_it_is_near() -> None:
    scope = _scope(_source("It rose."))
    (near,) = unknown_source(Citation("harbor", _SPAN), scope)
    (far,) = unknown_source(Citation("q", _SPAN), scope)
    assert near.help == "did you mean `harbour`?"
    assert far.help == "take the article into the library, as sources/q.md"


def _findings(text: str, code: str) -> list[Diagnostic]:
    diagnostics = compile_project(example_project(text)).diagnostics
    return [one for one in diagnostics if one.code == code]


def test_words_that_stand_outside_their_locator_are_told_where_they_stand() -> None:
    text = 'Shares "rose 20 percent" that day [@harbour-2026-02-09, ¶1].\n'
    (found,) = _findings(text, "quote-not-found")
    assert found.message == (
        "these words stand at harbour-2026-02-09 ¶2, not where the locator says"
    )


def test_a_paragraph_is_advised_only_where_it_tells_the_places_apart() -> None:
    source = ">>> sources/quay.md\n---\ntitle: Quay\n---\nThe ferry waits. The ferry waits.\n"
    page = 'They say "The ferry waits" [@quay].\n'
    (one,) = _findings(f"{page}\n{source}", "ambiguous-quotation")
    assert one.help == "quote a few words more"
    (other,) = _findings(f"{page}\n{source}\nThe ferry waits.\n", "ambiguous-quotation")
    assert other.help == "quote a few words more, or add a locator: `¶1`"


def test_the_shared_glossary_allows_what_stands_below_the_comment() -> None:
    comment = "# standfirst: allow unused-actor because the next briefing names it"
    actors = [
        f"  - {{id: a{number}, kind: person, names: {{en: Ana M{number}}}}}" for number in "12"
    ]
    glossary = "\n".join([">>> docs/glossary.yml", "actors:", f"  {comment}", *actors])
    build = compile_project(example_project(f"Nothing of them.\n{glossary}\n"))

    assert [each.code for each in build.allowed] == ["unused-actor"]
    assert [
        "`a2`" in each.message for each in build.diagnostics if each.code == "unused-actor"
    ] == [True]
