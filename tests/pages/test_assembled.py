"""Pages that no author has written: the notes, in order, with their citations and their places."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assembly import page_templates
from generator.briefing.load import load_briefing
from generator.library.load import load_library
from generator.model.briefing import Briefing
from generator.model.page import PageText
from generator.model.source import Library, Note, Section, Source
from generator.model.span import TextFile
from generator.pages import page_makers
from generator.text.strict_yaml import read_yaml
from generator.workspace import MemoryWorkspace

HARBOUR = """\
---
title: Video clips lift media shares
rights: {rights}
tags: [markets]
notes:
  - section: trend
    says: Shares rose by a fifth.
    quote: rose 20 percent
    date: 2026-02-09
  - section: trend
    says: Clips came first
    date: 2026-02
  - section: context
    says: 规则早已生效。
    quote: 规则早已生效
  - section: trend
    says: Does it last?
  - section: outlook
    says: Suits are expected.
    date: 2026-12
---
Shares rose 20 percent on Monday. 规则早已生效。
"""
QUAY = """\
---
title: Studios weigh licences
notes:
  - section: trend
    says: Investors bet on licences.
    date: 2026-02-10
---
Studios weigh licences.
"""
BRIEFING = """\
title: Video clips
language: {language}
sources: [quay]
source_tags: [markets]
"""
JUDGED = """\
judgements:
  - {id: kj, says: Rules will bind., likelihood: likely}
forecasts:
  - {id: fc, question: Will it?, opened: 2026-03-02, resolves: 2026-12-31}
"""
RESOLVED = "    resolution: {date: 2026-05-01, outcome: no}\n"


def _read(
    *, language: str = "en", rights: str = "quote", more: str = ""
) -> tuple[Briefing, Library]:
    workspace = MemoryWorkspace(
        {
            "sources/harbour.md": HARBOUR.replace("{rights}", rights),
            "sources/quay.md": QUAY,
            "docs/briefings/clips/briefing.yml": BRIEFING.format(language=language) + more,
        }
    )
    briefing = load_briefing(workspace, "docs", "clips", "en").briefing
    assert briefing is not None
    return briefing, load_library(workspace, language="en").library


def _page(name: str, briefing: Briefing, library: Library) -> PageText:
    return page_makers()[name].assemble(briefing, library, page_templates(MemoryWorkspace()))


def _items(page: PageText) -> list[str]:
    return [line for line in page.file.text.splitlines() if line.startswith("- ")]


def test_dated_notes_come_first_and_what_the_timeline_tells_whole_is_not_told_again() -> None:
    assert _items(_page("trend", *_read())) == [
        "- **9 February 2026.** Shares rose by a fifth: “rose 20 percent” [@harbour].",
        "- Does it last? [@harbour]",
    ]


def test_three_dated_notes_make_a_timeline() -> None:
    text = _page("trend", *_read()).file.text
    body = text.split("```timeline\n")[1].split("```")[0]
    document = read_yaml(TextFile("block", body))
    assert document.faults == ()
    assert [document.at(("events", index, "date")) for index in range(3)] == [
        "2026-02",
        "2026-02-09",
        "2026-02-10",
    ]
    assert document.at(("events", 1, "text")) == "Shares rose by a fifth [@harbour]"


def test_two_dated_notes_make_none() -> None:
    briefing, library = _read()
    only = replace(briefing, sources=(), source_tags=("markets",))
    assert "```timeline" not in _page("trend", only, library).file.text


def test_headings_and_stops_follow_the_language() -> None:
    briefing, library = _read(language="zh-Hans")
    trend, context = _page("trend", briefing, library), _page("context", briefing, library)
    assert "## 发生了什么" in trend.file.text
    assert "- **2026年2月9日。** Shares rose" in trend.file.text
    assert _items(context) == ["- 规则早已生效：“规则早已生效” [@harbour]。"]
    assert trend.title == "趋势"


def test_a_page_without_notes_says_so_in_one_sentence() -> None:
    briefing, library = _read()
    page = _page("context", replace(briefing, source_tags=()), library)
    assert page.file.text == "No notes on the context have been taken yet.\n"


def test_nothing_is_quoted_from_a_source_that_grants_no_rights() -> None:
    assert "rose 20 percent" not in _page("trend", *_read(rights="none")).file.text


def test_the_outlook_has_judgements_and_forecasts_before_the_notes() -> None:
    text = _page("outlook", *_read(more=JUDGED)).file.text
    assert text.index("```judgements\n```") < text.index("```forecasts\n```") < text.index("Suits")


def test_the_overview_has_judgements_timeline_and_open_forecasts() -> None:
    text = _page("overview", *_read(more=JUDGED)).file.text
    assert text.index("```judgements") < text.index("```forecasts\nstate: open\n```")
    assert "```timeline" not in text


def test_the_overview_leaves_out_forecasts_that_are_all_resolved() -> None:
    resolved = JUDGED.replace(" 2026-12-31}", " 2026-12-31,\n" + RESOLVED.rstrip() + "}")
    assert "```forecasts" not in _page("overview", *_read(more=resolved)).file.text


def test_the_timeline_of_the_overview_thins_out_evenly() -> None:
    briefing, library = _read()
    notes = tuple(
        Note(Section.CONTEXT, f"Event {day}.", date=f"2026-03-{day:02}") for day in range(1, 31)
    )
    quay = replace(library.sources[1], notes=notes)
    using = replace(briefing, used=(quay.id,))
    text = _page("overview", using, Library((quay,))).file.text
    days = [int(line.split('"')[1][-2:]) for line in text.splitlines() if "{date:" in line]
    assert days == [1, 5, 8, 12, 15, 19, 23, 26, 30]


def test_the_sources_page_explains_the_grades_and_gives_the_summary() -> None:
    briefing, library = _read(more='source_summary: "Mostly *agency* copy."\n')
    text = _page("sources", briefing, library).file.text
    assert text.startswith("Mostly &#42;agency&#42; copy.\n\nThe letter grades the source")
    assert text.endswith("```sources\n```\n")


def test_paths_are_those_of_the_site() -> None:
    briefing, library = _read()
    assert [_page(name, briefing, library).path for name in page_makers()] == [
        "briefings/clips",
        "briefings/clips/trend",
        "briefings/clips/context",
        "briefings/clips/outlook",
        "briefings/clips/sources",
        "briefings/clips/changes",
    ]


def test_every_printed_note_leads_back_to_its_place_in_the_library() -> None:
    briefing, library = _read()
    page = _page("trend", briefing, library)
    files = {source.file.path: source.file.text for source in library.sources}
    pointed = [
        (page.file.text[one.start : one.end], files[one.span.path][one.span.start : one.span.end])
        for one in page.origins
    ]
    assert len(pointed) == 3 + 2, "three events and two items"
    for printed, written in pointed:
        says = written.split("says: ")[1].split("\n")[0].rstrip(".?")
        assert says in printed


@pytest.mark.parametrize(
    ("quote", "marks"),
    [("plain", "“”"), ("a “b” c", "「」"), ("a 「b」 “c” d", "«»"), ('a "b" c', "“”")],
)
def test_the_marks_are_not_those_of_the_quotation(quote: str, marks: str) -> None:
    briefing, library = _read()
    note = Note(Section.TREND, "It says.", quote=quote)
    harbour = replace(library.sources[0], notes=(note,))
    item = _items(_page("trend", briefing, Library((harbour,))))[0]
    assert item.startswith(f"- It says: {marks[0]}")
    assert item.endswith(f"{marks[1]} [@harbour].")


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_hostile_notes_leave_yaml_and_line_structure_whole(says: str) -> None:
    briefing, library = _read()
    notes = tuple(Note(Section.TREND, says, date=f"2026-02-0{day}") for day in (1, 2, 3))
    harbour: Source = replace(library.sources[0], notes=notes)
    page = _page("trend", briefing, Library((harbour,)))
    body = page.file.text.split("```timeline\n")[1].split("```")[0]
    document = read_yaml(TextFile("block", body))
    assert document.faults == ()
    assert str(document.at(("events", 2, "text"))).endswith("[@harbour]")
    assert document.at(("events", 3)) is None
    assert _items(page) == []
