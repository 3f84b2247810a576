import pytest

from generator.errors import CaptureError
from generator.ingest import Article, Document
from generator.ingest.markdown import IMPORT

ARTICLE = """---
title: "Night boats: the end"
author: Lin Example
date: 2026-02-09
site: Harbour Times
source: https://harbour.example/night
layout: post
rights: full
reliability: A
---

# Night boats: the end

The *line* said **on _Monday_** that [too few](https://a.example/x_(y)) people `travel`.

## Why now

- Fuel is dear.
- Crews are
  few.

> We saw it coming.

![a boat](boat.jpg)

1. First
2. Second
"""


def taken(text: str, name: str = "a.md") -> Article:
    document = Document(name, text.encode())
    assert IMPORT.reads(document)
    (article,) = IMPORT.read(document)
    return article


def test_front_matter_fields_are_taken_over() -> None:
    fields = taken(ARTICLE).fields
    assert fields["title"] == "Night boats: the end"
    assert fields["authors"] == "Lin Example"
    assert fields["published"] == "2026-02-09"
    assert fields["publisher"] == "Harbour Times"
    assert fields["url"] == "https://harbour.example/night"


def test_grades_and_rights_are_never_taken_from_a_document() -> None:
    assert not {"rights", "reliability", "layout"} & set(taken(ARTICLE).fields)


def test_the_body_is_what_a_reader_sees() -> None:
    assert taken(ARTICLE).body.split("\n\n") == [
        "The line said on Monday that too few people travel.",
        "# Why now",
        "Fuel is dear.",
        "Crews are few.",
        "We saw it coming.",
        "1. First",
        "2. Second",
    ]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        (r"\*no\* emphasis", "*no* emphasis"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("`*code*`", "*code*"),
        ("AT&amp;T", "AT&T"),
        ("a <b>bold</b> word", "a bold word"),
        ("a < b and c > d", "a < b and c > d"),
        ("see <https://a.example/>", "see https://a.example/"),
        ("a mark[^1] here", "a mark here"),
        ("***all*** of it", "all of it"),
        ("before <!-- hidden\n\ntext --> after", "before after"),
        (r"\# no heading", "#\u00a0no heading"),
        ("2026. That was the year", "2026. That was the year"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n\n1 | 2"),
        ("```\n# code\n```", "#\u00a0code"),
        ("Under\n=====\n\nText", "# Under\n\nText"),
    ],
)
def test_marks_are_resolved(written: str, seen: str) -> None:
    assert taken(f"Lead.\n\n{written}\n").body.removeprefix("Lead.\n\n") == seen


def test_without_a_title_field_the_first_heading_is_the_title() -> None:
    article = taken("# The title\n\nText.\n")
    assert (article.fields["title"], article.body) == ("The title", "Text.")


def test_rules_around_prose_are_no_front_matter() -> None:
    assert taken("---\n\nJust a line.\n\n---\n\nMore.\n").body == "Just a line.\n\nMore."


def test_broken_front_matter_is_named_by_line() -> None:
    with pytest.raises(CaptureError, match=r"a\.md: line 4 of the front matter"):
        taken("---\ntitle: a\nurl: [b\n---\nText.\n")


def test_front_matter_is_recognised_without_a_name() -> None:
    assert taken("---\ntitle: A\n---\nText.\n", "-").fields["title"] == "A"
    assert not IMPORT.reads(Document("-", b"Just text.\n"))


@pytest.mark.parametrize("piece", ["[", "*", "`", "_", "<!--", "](", "![", "<a ", "&", "\\", ">"])
def test_hostile_repetition_is_read(piece: str) -> None:
    taken(f"Lead.\n\n{piece * 20_000}\n")
