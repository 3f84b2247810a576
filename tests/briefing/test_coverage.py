from generator.briefing.coverage import Coverage, briefing_coverage, coverage, stated_claims
from generator.build import compile_project
from generator.model.briefing import Briefing
from generator.model.page import Page, PageKind
from generator.text.claims.kinds import Claim
from tests.examples import example_project


def _briefing(text: str) -> Briefing:
    return compile_project(example_project(text)).briefings[0]


def _trend(text: str) -> tuple[Page, Briefing]:
    briefing = _briefing(text)
    page = briefing.page(PageKind.TREND)
    assert page is not None
    return page, briefing


def _claims(text: str) -> list[tuple[str, bool]]:
    """The first word of each claim of the page, and whether it is cited."""
    return [
        (claim.sentence.text.split()[0], claim.is_cited) for claim in stated_claims(_trend(text)[0])
    ]


def test_coverage_is_the_share_of_claims_that_cite() -> None:
    page, briefing = _trend(
        "Shares rose 20 percent [@harbour-2026-02-09]. Prices fell by half. Both matter.\n"
    )
    assert coverage(page, briefing) == Coverage(claims=2, cited=1)
    assert coverage(page, briefing).percent == 50


def test_only_all_of_the_claims_are_100_per_cent() -> None:
    assert Coverage(claims=200, cited=199).percent == 99
    assert Coverage(claims=200, cited=200).percent == 100
    assert Coverage().percent == 100


def test_an_allowed_sentence_counts_as_uncovered() -> None:
    text = "<!-- standfirst: allow uncited-claim because it is a sum -->\nIt makes 30 percent.\n"
    build = compile_project(example_project(text))
    assert [one.code for one in build.allowed] == ["uncited-claim"]
    (briefing,) = build.briefings
    page = briefing.page(PageKind.TREND)
    assert page is not None
    assert coverage(page, briefing) == Coverage(claims=1, cited=0)


def test_headings_and_heads_of_tables_are_no_claims() -> None:
    text = "## Up 20 percent in May 2026\n\n| In 2025 | In 2026 |\n|:--|--:|\n| 10 | 20 |\n"
    assert _claims(text) == [("10", False)]


def test_a_table_row_is_one_claim_with_the_citations_of_its_cells() -> None:
    text = "| What | Source |\n|---|---|\n| 20 percent | [@harbour-2026-02-09] |\n"
    assert _claims(text) == [("20", True)]


def test_a_quotation_makes_a_claim_of_its_sentence() -> None:
    text = 'Fans liked the "synthetic clips" [@harbour-2026-02-09].\n'
    assert _claims(text) == [("Fans", True)]
    (claim,) = stated_claims(_trend(text)[0])
    assert claim.kind is Claim.SPEECH


def test_a_block_quote_is_covered_by_the_citation_that_closes_it() -> None:
    text = "> the clips are short, the rights are not [@harbour-2026-02-09]\n"
    assert _claims(text) == [("the", True)]


def test_a_footnote_covers_the_sentence_with_its_mark() -> None:
    text = "Shares rose 20 percent.[^1]\n\n[^1]: So the paper [@harbour-2026-02-09].\n"
    assert _claims(text) == [("Shares", True)]


def test_dated_entries_of_a_timeline_are_claims_and_its_title_is_none() -> None:
    text = """\
```timeline
title: February 2026 in brief
events:
  - {date: 2026-02-07, text: "A test opens [@harbour-2026-02-09]"}
  - {date: 2026-02-08, text: Nothing more is heard}
```
"""
    assert _claims(text) == [("A", True), ("Nothing", False)]


def test_what_each_side_of_a_disagreement_says_is_a_claim() -> None:
    text = """\
```positions
question: How far did they rise in 2026?
positions:
  - {who: Harbour Times, says: By much., cite: ["@harbour-2026-02-09"]}
  - {who: Others, says: Not at all.}
assessment: They mean different days.
```
"""
    assert _claims(text) == [("By", True), ("Not", False)]


def test_a_name_of_the_briefing_s_terms_makes_a_claim() -> None:
    text = """\
Tidal reached the feeds [@harbour-2026-02-09]. Tidal stayed there.
>>> docs/briefings/example/briefing.yml
title: Clips
sources: [harbour-2026-02-09]
terms: [Tidal]
"""
    assert _claims(text) == [("Tidal", True), ("Tidal", False)]


def test_a_date_before_a_note_is_no_claim_of_its_own() -> None:
    assert _claims("- **December 2026.** It is said to open [@harbour-2026-02-09].\n") == [
        ("It", True)
    ]


def test_assembled_sections_count_and_what_is_no_section_does_not() -> None:
    briefing = _briefing("Shares rose 20 percent [@harbour-2026-02-09].\n")
    by_kind = {page.kind: coverage(page, briefing) for page in briefing.pages}
    assert by_kind[PageKind.CONTEXT].claims == by_kind[PageKind.CONTEXT].cited == 2
    assert by_kind[PageKind.OVERVIEW] == by_kind[PageKind.SOURCES] == Coverage()
    assert briefing_coverage(briefing) == sum(by_kind.values(), Coverage())


_ENTRIES = """\
>>> docs/glossary.yml
actors:
  - id: meridian
    kind: organisation
    names: {en: Meridian Pictures}
    description: Its shares rose 20 percent. It makes films.
    dates: {founded: 2012-03, listed: {date: 2019, cite: ["@quay-2026-02-10"]}}
  - id: label-rule
    kind: law
    names: {en: label rule}
    dates: {issued: 2025-03-14, in force: 2025-09-01}
    cite: ["@ministry-2026-01"]
>>> docs/briefings/example/context.md
"""
_NAMED = "Meridian Pictures met the label rule [@harbour-2026-02-09].\n"


def _context(text: str) -> tuple[Page, Briefing]:
    briefing = _briefing(f"{_NAMED}{_ENTRIES}{text}")
    page = briefing.page(PageKind.CONTEXT)
    assert page is not None
    return page, briefing


def test_what_a_list_says_of_its_entries_counts_where_it_stands() -> None:
    page, briefing = _context("```actors\n```\n")
    assert coverage(page, briefing) == Coverage(claims=5, cited=3)
    trend = briefing.page(PageKind.TREND)
    assert trend is not None
    assert coverage(trend, briefing) == Coverage(claims=1, cited=1)


def test_a_list_that_nobody_wrote_counts_as_well() -> None:
    page, briefing = _context("It was so before.\n")
    assert coverage(page, briefing) == Coverage(claims=5, cited=3)


def test_dates_of_laws_in_a_timeline_count_once_on_a_page() -> None:
    text = "```timeline\nlaws: true\n```\n"
    page, briefing = _context(f"```actors\nkinds: [organisation]\n```\n\n{text}")
    assert coverage(page, briefing).claims == 5
    listed = _context(f"```actors\n```\n\n{text}")
    assert coverage(*listed).claims == 5


def test_a_claim_about_an_entry_that_cites_nothing_is_told_at_the_entry() -> None:
    found = compile_project(example_project(f"{_NAMED}{_ENTRIES}```actors\n```\n")).diagnostics
    told = [one for one in found if one.code == "uncited-claim"]
    assert [one.span.path for one in told if one.span] == ["docs/glossary.yml"] * 2
    assert sorted(one.message for one in told) == [
        "the entry gives a date and cites no source",
        "the entry gives a number and cites no source",
    ]
