"""The context page that nobody wrote: themes, actors, laws, disagreements, open questions."""

from textwrap import indent

import pytest

from generator.build import compile_project
from generator.model.build import Build
from generator.workspace import MemoryWorkspace
from tests.pages.test_assembled_checks import HOSTILE

HEAD = """\
title: {name}
publisher: {name}
published: 2026
url: https://h.example/{name}
text: excerpt
"""
BODIES = {
    "a": "Boats came in with the tide and went out with the next one, as they always had.",
    "b": "Nobody on the pier had seen the clip, though all of them had heard about it.",
    "c": "The harbour office keeps a list, and the list is never quite up to date.",
}
BRIEFING = "docs/briefings/clips/briefing.yml"


def _build(head: str = "", **notes: str) -> Build:
    """A project with a source for each name, and a briefing without pages that uses them."""
    sources = {
        f"sources/{name}.md": f"---\n{HEAD.format(name=name)}{text}---\n{BODIES[name]}\n"
        for name, text in notes.items()
    }
    return compile_project(
        MemoryWorkspace(
            {
                "mkdocs.yml": "site_name: Desk\nplugins:\n  - standfirst\n",
                BRIEFING: f"title: Clips\nsources: [{', '.join(notes)}]\n{head}",
                **sources,
            }
        )
    )


def _context(build: Build) -> str:
    return next(page for page in build.briefings[0].pages if page.kind == "context").text.file.text


def _headings(build: Build) -> list[str]:
    return [line for line in _context(build).splitlines() if line.startswith("#")]


def _background(tag: str, says: str) -> str:
    return f"tags: [{tag}]\nnotes:\n  - {{section: context, says: {says}}}\n"


def _counted(value: str) -> str:
    return (
        f"notes:\n  - section: trend\n    says: It had {value} million users.\n"
        f"    values: [{{metric: users_m, entity: Tidal, date: 2025-12, value: {value}}}]\n"
    )


def test_notes_stand_by_theme_where_there_are_two() -> None:
    build = _build(
        a=_background("film-rights", "Studios sold licences."),
        b=_background("labels", "A rule is in force."),
        c="notes:\n  - {section: context, says: The port is old.}\n",
    )
    assert _headings(build) == ["## What lies behind it", "### Film rights", "### Labels"]
    assert _context(build).index("The port is old") < _context(build).index("### Film rights")


def test_one_theme_needs_no_heading_of_its_own() -> None:
    build = _build(a=_background("labels", "A rule is in force."))
    assert _headings(build) == ["## What lies behind it"]
    tagged = _build(
        "source_tags: [labels]\n",
        a=_background("labels, rules", "A rule is in force."),
        b=_background("labels", "Another is."),
    )
    assert _headings(tagged) == ["## What lies behind it"]


def test_values_that_contradict_each_other_are_set_out_as_open() -> None:
    build = _build(a=_counted("60"), b=_counted("45"))
    assert _headings(build) == ["## Where the sources disagree"]
    text = _context(build)
    assert "Users m (Tidal, December 2025): which figure is right?" in text
    assert "assessment" not in text
    assert [one.code for one in build.diagnostics if one.is_error] == []


def test_dates_that_contradict_each_other_are_set_out_as_open() -> None:
    note = "notes:\n  - {{section: trend, says: It began., event: first-test, date: {0}}}\n"
    build = _build(a=note.format("2026-02-07"), b=note.format("2026-02-09"))
    text = _context(build)
    assert "First test: which date is right?" in text
    assert "7 February 2026: It began [@a]." in text
    assert [one.code for one in build.diagnostics if one.is_error] == []


def test_what_an_authored_page_sets_out_is_not_open() -> None:
    trend = """It had many users.

```positions
question: How many?
positions:
  - {who: A, says: It had 60 million users., cite: ["@a"]}
  - {who: B, says: It had 45 million users., cite: ["@b"]}
about: [{metric: users_m}]
```
"""
    files = {
        "mkdocs.yml": "site_name: Desk\nplugins:\n  - standfirst\n",
        BRIEFING: "title: Clips\nsources: [a, b]\n",
        "docs/briefings/clips/trend.md": trend,
        **{
            f"sources/{name}.md": f"---\n{HEAD.format(name=name)}{_counted(value)}---\nA body.\n"
            for name, value in (("a", "60"), ("b", "45"))
        },
    }
    build = compile_project(MemoryWorkspace(files))
    assert _headings(build) == []
    assert _context(build) == "No notes on the context have been taken yet.\n"


def test_actors_laws_and_open_forecasts_have_their_parts() -> None:
    head = """\
actors:
  - {id: order, kind: law, names: {en: Order 12}, dates: {issued: 2022-11-25}, cite: ["@a"]}
forecasts:
  - {id: fc, question: Will it bind by May 2027?, opened: 2026-03-02, resolves: 2027-05-31}
  - id: done
    question: Did it?
    opened: 2026-01-01
    resolves: 2026-02-01
    resolution: {date: 2026-02-01, outcome: no}
"""
    build = _build(head, a=_background("labels", "A rule is in force."))
    assert _headings(build) == [
        "## What lies behind it",
        "## Who is who",
        "## What the rules say, and since when",
        "## What is not known yet",
    ]
    assert "- Will it bind by May 2027?\n" in _context(build)
    assert "Did it?" not in _context(build)
    assert [one.code for one in build.diagnostics if one.is_error] == []
    assert [one for one in build.diagnostics if one.code == "uncited-claim"] == []


def test_headings_are_chinese_on_a_chinese_page() -> None:
    build = _build("language: zh-Hans\n", a=_counted("60"), b=_counted("45"))
    assert _headings(build) == ["## 来源之间的分歧"]
    assert "（Tidal，2025年12月）：哪个数字正确？" in _context(build)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_note_or_a_name_says_only_its_source_is_cited(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    note = (
        "notes:\n  - section: trend\n    event: {0}\n    date: 2026-02-0{1}\n"
        "    says: |-\n{2}\n    values: [{{metric: {0}, entity: {0}, value: {1}, unit: {0}}}]\n"
    )
    numbered = [note.format(quoted, day, indent(text, "      ")) for day in (3, 7)]
    build = _build(a=numbered[0], b=numbered[1])
    errors = [one for one in build.diagnostics if one.is_error]
    assert {one.code for one in errors} <= {"value-not-in-note", "quote-not-found"}
    page = next(page for page in build.briefings[0].pages if page.kind == "context")
    assert [block.name for block in page.blocks] == ["positions", "positions"]
    assert {citation.source_id for citation in page.citations} == {"a", "b"}
    assert not page.allowances
    assert not page.includes
