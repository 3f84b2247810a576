"""What readers are told of the age of a judgement, and of corrections where the error stood."""

from dataclasses import replace

import pytest
from markdown import Markdown

from generator.briefing.history import corrected_lately, corrected_since, history_label
from generator.build import compile_project
from generator.model.briefing import Briefing, Correction, CorrectionKind
from generator.model.build import Build
from generator.model.edition import Change, Edition, Held, HeldJudgement, Subject
from generator.model.page import PageKind
from generator.site import SitePage, site_pages
from generator.workspace import MemoryWorkspace
from tests.editions.history import BRIEFING, TREND
from tests.examples import example_files

HELD = Held((HeldJudgement("kj-rules", "Rules bind.", sources=("harbour", "quay")),))
FILES = (("sources/harbour.md", "a"), ("sources/quay.md", "b"))
FIRST = Edition("example", 1, "2025-12-30", held=HELD, inputs=FILES)
MOVED = (Change(Subject.JUDGEMENT, "kj-rules", "likelihood", "likely", "unlikely"),)
CORRECTIONS = """\
corrections:
  - {id: c1, date: 2026-03-05, kind: correction, edition: 1, ids: [rise, item, head, row, kj-rules,
     fc-lawsuit, trend], wrong: "<b>Five</b>.", right: Six.}
  - {id: c2, date: 2026-03-06, kind: correction, ids: [rise], why: Slip., minor: true}
"""
PAGE = """\
Shares rose [@harbour-2026-02-09].
{#rise}

## Counted {#head}

1. One letter [@quay-2026-02-10].
2. Two letters.
    {: #item}
3. Three letters.

After.
"""


def _edition(
    number: int,
    changes: tuple[Change, ...] = (),
    inputs: tuple[tuple[str, str], ...] = FILES,
    held: Held = HELD,
) -> Edition:
    date = f"2026-0{number}-01"
    return Edition("example", number, date, changes=changes, inputs=inputs, held=held)


def _label(*editions: Edition, language: str = "en") -> str:
    briefing = compile_project(MemoryWorkspace(example_files())).briefings[0]
    return history_label(replace(briefing, editions=editions, language=language), "kj-rules")


def test_a_judgement_carries_the_year_of_its_first_edition() -> None:
    assert _label() == ""
    assert _label(FIRST) == "First judged in edition 1, 2025"
    assert _label(FIRST, _edition(2)) == "First judged in edition 1, 2025"
    assert _label(replace(FIRST, held=Held()), _edition(2)) == "First judged in edition 2, 2026"


def test_it_says_when_it_was_amended() -> None:
    assert (
        _label(FIRST, _edition(2, changes=MOVED))
        == "First judged in edition 1, 2025; amended in edition 2"
    )
    chinese = _label(FIRST, _edition(2, changes=MOVED), language="zh-Hans")
    assert chinese == "2025年第1版首次判断；第2版修改"


def test_other_files_and_citations_under_the_same_words_are_a_review_of_its_evidence() -> None:
    wanted = "First judged in edition 1, 2025; evidence reviewed in edition 2"
    other_file = (("sources/harbour.md", "a"), ("sources/quay.md", "changed"))
    assert _label(FIRST, _edition(2, inputs=other_file)) == wanted
    one_source = Held((HeldJudgement("kj-rules", "Rules bind.", sources=("harbour",)),))
    assert _label(FIRST, _edition(2, held=one_source), _edition(3, held=one_source)) == wanted
    unrelated = (*FILES, ("sources/other.md", "c"))
    assert _label(FIRST, _edition(2, inputs=unrelated)) == "First judged in edition 1, 2025"


def test_an_amendment_is_more_than_a_review_until_the_next_one() -> None:
    other = (("sources/harbour.md", "new"), ("sources/quay.md", "b"))
    amended = _edition(2, changes=MOVED, inputs=other)
    assert _label(FIRST, amended) == "First judged in edition 1, 2025; amended in edition 2"
    assert _label(FIRST, amended, _edition(3)) == (
        "First judged in edition 1, 2025; amended in edition 2; evidence reviewed in edition 3"
    )


def test_a_lock_that_does_not_know_what_was_cited_says_nothing_of_a_review() -> None:
    unknown = replace(FIRST, held=Held((HeldJudgement("kj-rules", "Rules bind."),)))
    assert _label(unknown, _edition(2)) == "First judged in edition 1, 2025"


def _correction(
    name: str,
    kind: CorrectionKind = CorrectionKind.CORRECTION,
    *,
    date: str = "2026-03-05",
    edition: int | None = None,
    minor: bool = False,
) -> Correction:
    return Correction(name, date, kind, edition, minor=minor)


def _briefing(*corrections: Correction, held: tuple[tuple[str, ...], ...] = ()) -> Briefing:
    briefing = compile_project(MemoryWorkspace(example_files())).briefings[0]
    editions = tuple(
        replace(FIRST, number=number, held=Held(corrections=ids))
        for number, ids in enumerate(held, 1)
    )
    return replace(briefing, corrections=corrections, editions=editions)


def test_the_head_of_a_page_tells_of_grave_corrections_of_the_newest_edition_alone() -> None:
    old, new, minor = _correction("a"), _correction("b"), _correction("c", minor=True)
    update = _correction("d", kind=CorrectionKind.UPDATE)
    retraction = _correction("e", kind=CorrectionKind.RETRACTION, date="2026-03-06")
    held = (("a",), ("a", "b"))
    briefing = _briefing(old, new, minor, update, retraction, held=held)
    assert [each.id for each in corrected_lately(briefing)] == ["e", "b"]


def test_an_old_edition_tells_of_what_was_wrong_in_it_and_corrected_since() -> None:
    own, later = _correction("a", edition=1), _correction("b", edition=2)
    other = _correction("c", edition=3)
    briefing = _briefing(own, later, other, held=(("a",), ("a",), ("a", "b", "c")))
    second = briefing.editions[1]
    assert [each.id for each in corrected_since(briefing, second)] == ["b"]


def _build(trend: str, corrections: str = CORRECTIONS) -> Build:
    files = example_files()
    files[BRIEFING] = f"{files[BRIEFING]!s}{corrections}"
    files[TREND] = trend
    return compile_project(MemoryWorkspace(files))


def _site_page(build: Build, kind: PageKind) -> SitePage:
    path = f"briefings/example/{kind}"
    return next(page for page in site_pages(build) if page.path == path)


def _html(build: Build, kind: PageKind) -> str:
    prepared = _site_page(build, kind).prepared
    return prepared.finish(Markdown(extensions=["attr_list", "tables"]).convert(prepared.markdown))


def test_corrections_are_told_right_after_the_text_that_was_wrong() -> None:
    html = _html(_build(PAGE), PageKind.TREND)
    told = '<p class="sf-corrected"><a href="../changes/#correction-c1">'
    assert html.count(told) == 4
    assert html.startswith(told)
    for before, after in (('<p id="rise">', "<h2"), ('<h2 id="head">', "<ol>")):
        between = html[html.index(before) : html.index(after)]
        assert between.count(told) == 1
    item = html[html.index("Two letters") : html.index("Three letters")]
    assert item.count(told) == 1
    assert html.count("<ol>") == 1
    assert "Was: &lt;b&gt;Five&lt;/b&gt;. Is: Six." in html


def test_a_correction_stands_under_the_forecast_that_it_names() -> None:
    html = _html(_build(PAGE), PageKind.OUTLOOK)
    forecast = html[html.index('id="fc-lawsuit"') :]
    assert '<a href="../changes/#correction-c1">Correction · 5 March 2026' in forecast


def test_what_the_author_lists_on_the_page_is_told_there_only() -> None:
    listed = f"{PAGE}\n```corrections\nof: [rise, item, head, trend]\n```\n"
    html = _html(_build(listed), PageKind.TREND)
    assert "sf-corrected" not in html


def test_a_table_and_a_quoted_paragraph_stay_whole() -> None:
    trend = (
        "| a | b |\n| - | - |\n| c | d {#row} |\n| e | f |\n\n> One. {#rise}\n> Two.\n\nAfter.\n"
    )
    html = _html(_build(trend), PageKind.TREND)
    assert html.count("<table>") == 1
    assert html.count("<blockquote>") == 1


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "Trend, “Counted” · 5 March 2026 · what was wrong"), (2, "2 corrections")],
)
def test_the_frame_says_it_in_one_line(count: int, words: str) -> None:
    rows = [
        f"{{id: c{n}, date: 2026-03-05, kind: correction, ids: [head], wrong: Five.}}"
        for n in range(count)
    ]
    build = _build(PAGE, f"corrections: [{', '.join(rows)}]\n")
    chrome = _site_page(build, PageKind.CONTEXT).chrome
    assert chrome is not None
    assert words in chrome.corrected
    assert chrome.changes == "../changes/"
