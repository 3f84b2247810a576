"""Independence, grades, freshness: what the checks on evidence say, and from which day on."""

from dataclasses import replace
from datetime import date

import pytest

from generator.build import compile_project
from generator.model.diagnostic import Diagnostic, Severity
from tests.examples import example_project

_STALE = """\
Film shares rose [@harbour-2026-02-09]. A survey came first [@ministry-2026-01].
>>> mkdocs.yml
site_name: Harbour desk
plugins:
  - standfirst:
      stale_after: 30
"""


def _found(text: str, code: str, day: date = date(2026, 3, 9)) -> list[Diagnostic]:
    build = compile_project(replace(example_project(text), day=day))
    return [one for one in build.diagnostics if one.code == code]


def test_a_trend_page_is_stale_from_the_day_after_the_last() -> None:
    assert not _found(_STALE, "stale-source", date(2026, 3, 11))
    (diagnostic,) = _found(_STALE, "stale-source", date(2026, 3, 12))
    assert diagnostic.message == (
        "the newest source of this page, `harbour-2026-02-09`, is 31 days old"
    )
    assert diagnostic.span is not None
    assert diagnostic.span.path == "docs/briefings/example/trend.md"


def test_a_source_of_a_month_is_as_young_as_its_last_day() -> None:
    text = _STALE.replace("Film shares rose [@harbour-2026-02-09]. ", "")
    assert not _found(text, "stale-source", date(2026, 3, 2))
    assert _found(text, "stale-source", date(2026, 3, 3))


@pytest.mark.parametrize("code", ["stale-source", "future-date"])
def test_what_depends_on_today_is_never_an_error(code: str) -> None:
    text = f"{_STALE}      severity: {{{code}: error}}\n"
    day = date(2027, 1, 1) if code == "stale-source" else date(2026, 2, 1)
    found = _found(text, code, day)
    assert found
    assert {one.severity for one in found} == {Severity.WARNING}


def test_today_changes_nothing_but_warnings() -> None:
    first = compile_project(replace(example_project(), day=date(2026, 3, 9)))
    later = compile_project(replace(example_project(), day=date(2036, 3, 9)))
    assert not first.diagnostics
    assert {one.code for one in later.diagnostics} == {"stale-source", "forecast-overdue"}
    assert replace(later, diagnostics=()) == first


def test_each_date_that_has_not_come_is_named() -> None:
    found = _found("", "future-date", date(2026, 2, 10))
    messages = [one.message for one in found]
    assert "`accessed`, 2026-02-14, has not come yet" in messages
    assert "the date of a probability of `fc-lawsuit`, 2026-03-02, has not come yet" in messages
    assert not any("2026-12" in message for message in messages), "a note for the outlook may"


_CONFIRMED = """\
>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
credibility: 1
grade_reason: Two papers have it
"""


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("", "`other-2026-02-11` is graded 1, and names no source that confirms it"),
        (
            "origin: quay-2026-02-10\nconfirmed_by: [quay-2026-02-10]\n",
            "`other-2026-02-11` is graded 1, and what confirms it goes back to the same origin,"
            " `quay-2026-02-10`",
        ),
        (
            "confirmed_by: [quay-2026-02-10, nowhere]\n",
            "`other-2026-02-11` is confirmed by `nowhere`, which is no source of the library",
        ),
    ],
)
def test_a_one_needs_a_second_origin(fields: str, message: str) -> None:
    text = f"{_CONFIRMED}{fields}---\nStudios weigh their options.\n"
    (diagnostic,) = _found(text, "credibility-needs-origins")
    assert diagnostic.message == message
    assert diagnostic.is_error


def test_unknown_grades_need_no_reason_and_are_not_the_worst() -> None:
    head = ">>> sources/other-2026-02-11.md\n---\ntitle: Studios weigh their options\n"
    assert not _found(f"{head}---\nText.\n", "grade-without-reason")
    (worst,) = _found(f"{head}reliability: E\n---\nText.\n", "grade-without-reason")
    assert worst.message == "`other-2026-02-11` is graded E6, and nothing says why"


def test_the_quote_of_a_note_may_stay_where_nothing_may_be_published() -> None:
    source = """\
>>> sources/other-2026-02-11.md
---
title: Studios weigh their options
rights: none
tags: [markets]
notes:
  - {section: context, says: Studios think about licences., quote: weigh their options}
---
Studios weigh their options.
"""
    briefing = """\
>>> docs/briefings/example/briefing.yml
title: Clips
sources: [harbour-2026-02-09, other-2026-02-11]
"""
    assert not _found(source + briefing, "rights-exceeded")
