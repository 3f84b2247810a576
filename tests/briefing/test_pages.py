from generator.briefing import Bodies, Reading, parse_page
from generator.model.page import PageKind, PageText
from generator.model.passage import Match
from generator.model.source import Library, Snapshot, Source
from generator.model.span import TextFile

BODY = (
    "Shares rose on Monday.\n\n"
    "On Tuesday the clips spread over\nthe coast. Shares rose on Monday.\n\n"
    "The end."
)
SNAPSHOT = Snapshot("a", "application/pdf", "", "b", "", (0, BODY.index("the coast"), 97), 12)
SOURCE = Source("report", TextFile("sources/report.md", BODY), BODY, 0, "T", snapshot=SNAPSHOT)


def match(markdown: str) -> Match:
    library = Library((SOURCE,))
    text = PageText(PageKind.TREND, "briefings/a/trend", TextFile("trend.md", markdown))
    (quotation,) = parse_page(text, Reading(library, Bodies(library))).quotations
    assert quotation.match is not None
    return quotation.match


def places(markdown: str) -> list[int]:
    return [passage.paragraph for passage in match(markdown).passages]


def test_without_a_page_the_words_stand_in_two_places() -> None:
    assert places('They say "Shares rose on Monday" [@report].') == [1, 2]


def test_a_page_narrows_where_the_words_are_sought() -> None:
    assert places('They say "Shares rose on Monday" [@report, p. 13].') == [2]


def test_a_sentence_that_goes_over_the_page_is_found_on_both_pages() -> None:
    for page in (12, 13):
        assert match(f'It "spread over the coast" [@report, p. {page}].').is_found


def test_words_of_another_page_are_not_found() -> None:
    assert not match('They say "The end" [@report, p. 12].').is_found
    assert match('They say "The end" [@report, pp. 12–14].').is_found


def test_a_page_that_the_source_does_not_have_narrows_nothing() -> None:
    assert match('They say "The end" [@report, p. 99].').is_found
