"""Checks of numbers and dates, in the author's own Markdown."""

import pytest

from generator.build import compile_project
from generator.model.diagnostic import Diagnostic
from tests.examples import TREND, example_project

CODE = "number-not-in-source"


def found(text: str, code: str = CODE) -> list[Diagnostic]:
    build = compile_project(example_project(text))
    return [diagnostic for diagnostic in build.diagnostics if diagnostic.code == code]


def places(text: str, code: str = CODE) -> list[str]:
    """The words at the place of each finding on the trend page."""
    page = text.partition(">>> ")[0]
    spans = [one.span for one in found(text, code) if one.span and one.span.path == TREND]
    return [page[span.start : span.end] for span in spans]


def test_the_number_is_marked_where_it_is_written() -> None:
    text = "On 9 February 2026 shares\nrose 25 % [@harbour-2026-02-09], and 25 clips.\n"
    assert places(text) == ["25 %", "25"]


def test_numbers_in_ids_locators_footnote_marks_and_lists_do_not_count() -> None:
    text = "1. Shares rose.[^77] [@harbour-2026-02-09, p. 88]\n7. They fell [@quay-2026-02-10].\n"
    assert places(f"{text}\n[^77]: So it was {{#id-99}}.\n") == []


def test_headings_are_left_alone() -> None:
    assert places("## What 77 papers say\n\nShares rose [@harbour-2026-02-09].\n") == []


def test_a_day_that_the_calendar_does_not_have_is_told_once() -> None:
    text = "Shares fell on 31 February 2026 [@harbour-2026-02-09].\n"
    assert places(text, "impossible-date") == ["31 February 2026"]
    assert places(text) == []


def test_a_sentence_without_a_source_is_not_asked() -> None:
    assert places("In 1999 there were 77. Shares rose [@harbour-2026-02-09].\n") == []


def test_what_is_quoted_is_left_to_the_check_of_quotations() -> None:
    assert places('Shares "rose 25 percent" [@harbour-2026-02-09].\n') == []
    assert places("> It rose 77 percent. So 78 say. [@harbour-2026-02-09]\n") == []


def test_a_translation_has_the_numbers_of_its_original() -> None:
    chinese = """
>>> sources/quay-2026-02-10.md
---
title: 报道
language: zh
---
公司计划投入1600亿元。
"""
    page = 'It plans "to spend {} yuan" [@quay-2026-02-10, "计划投入1600亿元", tr].\n'
    assert places(page.format("160 billion") + chinese) == []
    assert places(page.format("1.6 trillion") + chinese) == ["1.6 trillion yuan"]


def test_a_slip_between_han_and_english_scales_says_what_they_are() -> None:
    text = """It plans 1.6 trillion yuan [@quay-2026-02-10].
>>> sources/quay-2026-02-10.md
---
title: 报道
language: zh
---
公司计划投入1600亿元。
"""
    (finding,) = found(text)
    (label,) = [label.text for label in finding.labels]
    assert label.startswith("1.6 trillion yuan is ten times 1600亿元 (160 billion)")
    assert finding.help == "1万 is ten thousand, 1亿 is 100 million, 1万亿 is 1 trillion"


def test_the_nearest_number_of_the_source_is_shown() -> None:
    (finding,) = found("Shares rose 21 % [@harbour-2026-02-09].\n")
    assert finding.message == "`21 %` does not stand in `harbour-2026-02-09`"
    assert [label.text for label in finding.labels] == ["nearest in harbour-2026-02-09: 20 percent"]


def test_a_row_of_a_table_is_one_sentence() -> None:
    head = "| Company | Rise in percent | Source |\n|---|---|---|\n"
    table = f"{head}| Meridian | {{}} | [@harbour-2026-02-09] |\n"
    assert places(table.format("20")) == []
    assert places(table.format("25")) == ["25"]


def test_a_name_that_a_term_or_title_has_is_no_number() -> None:
    page = "Puffin 7 made the clips [@harbour-2026-02-09].\n"
    assert places(page) == ["7"]
    title = page + "\n>>> sources/puffin.md\n---\ntitle: The maker of Puffin 7\n---\nIt speaks.\n"
    assert places(title) == []


def test_a_sentence_with_an_unknown_source_is_not_judged() -> None:
    assert places("Shares rose 77 % [@harbour-2026-02-09; @nobody].\n") == []


def test_an_allowance_with_a_reason_counts() -> None:
    note = "<!-- standfirst: allow number-not-in-source because it is the sum of both -->\n"
    assert places(f"{note}Both rose 30 % [@harbour-2026-02-09].\n") == []


def test_assembled_pages_are_borne_out_by_their_notes() -> None:
    assert found("") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It closed on 31 June.\n", "31 June"),
        ("It closed on Tuesday 9 February 2026.\n", "9 February 2026"),
        ("2026年13月1日闭馆。\n", "2026年13月1日"),
    ],
)
def test_an_impossible_date_is_marked(text: str, words: str) -> None:
    assert places(text, "impossible-date") == [words]


def test_the_true_weekday_is_told() -> None:
    (finding,) = found("It closed on Tuesday 9 February 2026.\n", "impossible-date")
    assert finding.message == "`9 February 2026` is a Monday, not a Tuesday"


def test_a_relative_date_in_a_note_is_marked_there_once() -> None:
    text = """>>> sources/quay-2026-02-10.md
---
title: Studios weigh licences
published: 2026-02-10
notes:
  - section: context
    says: Two studios sold licences last week.
---
Two studios sold licences last week.
"""
    (finding,) = found(text, "relative-date")
    assert finding.span
    assert finding.span.path == "sources/quay-2026-02-10.md"
    assert finding.help == "write the date; the source is dated 10 February 2026"
