import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.front_matter import write_source
from generator.library.load import load_library
from generator.library.origin_line import with_origin
from generator.workspace import MemoryWorkspace

TEXT = """\
---
# Two papers retell this.
title: Night boats end   # as printed
published: 2026-02-10
reliability: C
notes:
  - {section: trend, says: The boats end.}
---

The Harbour Times reports it.
"""


def test_the_line_goes_where_a_source_file_has_it() -> None:
    expected = TEXT.replace("reliability: C", "origin: harbour-2026-02-09\nreliability: C")
    assert with_origin(TEXT, "harbour-2026-02-09") == expected


def test_without_later_fields_it_is_the_last_line() -> None:
    assert (
        with_origin("---\ntitle: T\n---\nText.\n", "a") == "---\ntitle: T\norigin: a\n---\nText.\n"
    )


def test_an_old_origin_is_exchanged_and_its_comment_stays() -> None:
    text = TEXT.replace("reliability: C", 'origin: "old"  # by phone\nreliability: C')
    expected = TEXT.replace("reliability: C", "origin: new  # by phone\nreliability: C")
    assert with_origin(text, "new") == expected


def test_line_ends_of_the_file_stay() -> None:
    text = TEXT.replace("\n", "\r\n")
    changed = with_origin(text, "a")
    assert changed is not None
    assert changed.replace("origin: a\r\n", "") == text


@pytest.mark.parametrize(
    "text",
    [
        "No front matter.\n",
        "---\n{title: T}\n---\nText.\n",
        "---\ntitle: T\ntitle: T\n---\nText.\n",
        "---\n- title\n---\nText.\n",
        "---\n  title: T\n  rights: quote\n---\nText.\n",
    ],
)
def test_front_matter_that_one_line_cannot_change_is_left(text: str) -> None:
    assert with_origin(text, "a") is None


def test_an_origin_over_several_lines_gives_way_to_one() -> None:
    text = "---\ntitle: T\norigin: >-\n  one\n  two\nrights: quote\n---\nText.\n"
    assert with_origin(text, "a") in (None, text.replace(">-\n  one\n  two", "a"))


@given(st.text(min_size=1).filter(str.strip), st.sampled_from([None, "old", "null", "- x"]))
def test_whatever_the_origin_it_is_read_back_and_all_else_stays(
    origin: str, old: str | None
) -> None:
    text = write_source({"title": "A: b", "origin": old, "tags": ["x"]}, "Text.")
    changed = with_origin(text, origin)
    if changed is None:
        return
    (source,) = load_library(
        MemoryWorkspace({"sources/a.md": changed}), language="en"
    ).library.sources
    (before,) = load_library(MemoryWorkspace({"sources/a.md": text}), language="en").library.sources
    assert source.origin == origin
    assert (source.title, source.tags, source.body) == (before.title, before.tags, before.body)
