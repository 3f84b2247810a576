"""Assembled pages go through the same parse and checks as authored ones, and pass them."""

from textwrap import indent

import pytest

from generator.build import compile_project
from generator.model.build import Build
from generator.workspace import MemoryWorkspace

HOSTILE = (
    "Mail desk@harbour.example, or @quay.",
    "[@quay] and [^1] and ![x](javascript:y) stand here.",
    "<script>alert(1)</script> &amp; &#64; <!-- standfirst: allow x because y -->",
    "| a | b | {#id} {: .c} {{ x }} {% y %}",
    "```timeline and --8<-- and $x$ and :smile: and *stars* and __lines__",
    "# 1. - + > ~~~ === !!! ??? \\ / ^ =",
    'A 5" screen, a 6’ pier, l’été and the so-called ‘fair’.',
    "See https://harbour.example/?a=b&c=d#e_f_g or www.harbour.example.",
    "It said: yes; no – maybe — never (c) (tm) 1/2 c/o +/- 1st…",
    "他们说：新规（草案）次年生效、罚款10万元。",
    "The “inner” words and 「others」 too.",
)


def _compiled(says: str, quote: str, body: str) -> Build:
    """A project with one source and a briefing of which no page is written."""
    fields = "".join(
        f"  - section: {section}\n    date: 2026-02-0{day}\n"
        f"    says: |-\n{indent(says, '      ')}\n"
        + (f"    quote: |-\n{indent(quote, '      ')}\n" if quote else "")
        for day, section in enumerate(("trend", "trend", "trend", "context", "outlook"), 1)
    )
    head = "title: Clips\npublisher: H\npublished: 2026\nurl: https://h.example/\ntext: excerpt\n"
    return compile_project(
        MemoryWorkspace(
            {
                "mkdocs.yml": "site_name: Desk\nplugins:\n  - standfirst\n",
                "sources/harbour.md": f"---\n{head}notes:\n{fields}---\n{body}\n",
                "docs/briefings/clips/briefing.yml": "title: Clips\nsources: [harbour]\n",
            }
        )
    )


def _found(build: Build) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in build.diagnostics if one.code != "missing-snapshot"]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_note_says_its_citation_is_all_that_is_cited(text: str) -> None:
    build = _compiled(text, "", "A body of its own.")
    assert [one for one in _found(build) if one[0] != "quote-not-found"] == []
    for page in build.briefings[0].pages:
        assert {citation.source_id for citation in page.citations} <= {"harbour"}
        assert not page.allowances
        assert not page.includes
        assert not page.proposals


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_note_quotes_is_found_in_its_source(text: str) -> None:
    filler = " ".join(f"Boat {number} came in with the tide." for number in range(2, 22))
    body = f"{filler} {text} {filler}"
    quote = text.removesuffix(".")
    build = _compiled("The source says", quote, body)
    assert _found(build) == []
    quotations = [one for page in build.briefings[0].pages for one in page.quotations]
    assert len(quotations) == 5
    assert all(one.match and one.match.is_found for one in quotations)


def test_a_fault_of_an_assembled_page_is_shown_at_its_note() -> None:
    build = _compiled("The paper saw a boom", "rose 25 percent", "Shares rose 20 percent.")
    faults = [one for one in build.diagnostics if one.code == "quote-not-found"]
    assert faults
    assert {one.span.path for one in faults if one.span} == {"sources/harbour.md"}
