"""What readers see of a redline: the words without their markup."""

import pytest

from generator.editions.paragraphs import Paragraph
from generator.editions.prose import Passage, Redline
from generator.editions.readable import readable, readable_text
from generator.model.source import Library, Source
from generator.model.span import Span, TextFile
from generator.text.redline import Change, compared

FILE = TextFile("sources/times-1.md", "")
TIMES = Source("times-1", FILE, "", 0, "Clips", publisher="Times <b>", published="2026-02-09")
LIBRARY = Library((TIMES,))


def passage(before: str | None, after: str | None) -> Passage:
    one, other = (
        Paragraph(text, Span("trend.md", 0, len(text))) if text is not None else None
        for text in (before, after)
    )
    return Passage(one, other, compared(before or "", after or ""))


def shown(before: str | None, after: str | None) -> tuple[Redline, ...]:
    redline = Redline("trend", "trend.md", "", (passage(before, after),))
    return readable([redline], [Library(), LIBRARY], "en")


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("It rose [@times-1, p. 3; @old].", "It rose [TIMES, p. 3; OLD]."),
        ("As @times-1 has it, write to a@times-1.", "As TIMES has it, write to a@times-1."),
        ("## What was *counted* {#counted}", "What was counted"),
        ("Two of\n**them** sued.\n{: #suits}", "Two of them sued."),
        ("> By Thursday\n> we had it. [@times-1]", "By Thursday we had it. [TIMES]"),
        ('So [they say](https://a.example/x_y "T").[^1]', "So they say."),
        ("[^1]: They do. <!-- standfirst: proposed -->", "They do."),
        ('!!! note "Two regulators"\n    One idea.', "Two regulators One idea."),
        ("当时\n没有", "当时没有"),
        ("5 \\* 3 * 2 is `x`", "5 * 3 * 2 is x"),
        ("```track-record\n```", "track record"),
        (
            "```timeline\ntitle: Then\n\nevents:\n  - text: It rose [@times-1].\n```",
            "timeline\ntitle: Then\nevents:\n  - text: It rose [TIMES].",
        ),
        ("~~~ chart\ndata: x\n", "chart\ndata: x"),
    ],
)
def test_markup_is_not_shown(written: str, seen: str) -> None:
    assert readable_text(written, lambda name: name.split("-", 1)[0].upper()) == seen


def test_a_source_is_named_with_its_day_whichever_library_knows_it() -> None:
    (redline,) = shown("It rose [@times-1].", "It fell [@times-1; @gone].")
    assert [(piece.change, piece.text) for piece in redline.passages[0].pieces] == [
        (Change.KEPT, "It "),
        (Change.DELETED, "rose"),
        (Change.INSERTED, "fell"),
        (Change.KEPT, " [Times <b>, 9 February 2026"),
        (Change.INSERTED, "; @gone"),
        (Change.KEPT, "]."),
    ]


def test_a_change_of_markup_alone_is_none() -> None:
    assert shown("It rose.", "It *rose*.\n{: #rise}") == ()


def test_a_paragraph_that_came_or_went_is_whole() -> None:
    (redline,) = shown(None, "- It **rose**.")
    assert [piece.change for piece in redline.passages[0].pieces] == [Change.INSERTED]
    (redline,) = shown("It rose.", None)
    assert [piece.change for piece in redline.passages[0].pieces] == [Change.DELETED]


@pytest.mark.parametrize(
    "text", ["*" * 50_000, "[" * 50_000, "```" * 20_000, "<!--" * 20_000, "{# " * 20_000]
)
def test_hostile_text_is_read_in_one_go(text: str) -> None:
    assert len(readable_text(text, str)) <= len(text)
