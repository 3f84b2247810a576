"""What holds for every text: no failure, no place outside the text, no sentence in another."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.page import PageKind
from generator.model.span import Span
from tests.read_page import Found, read

_FRAGMENTS = st.sampled_from(
    (
        "[@harbour]", "@quay", "[see @harbour; @b, ¶4]", "[@x, \"原文\", tr]", "[", "]", "(", ")",
        '"', "“", "”", "„", "«", "»", "「", "」", "『", "』", "...", "…", "[sic]", ". ", "。", "! ",
        "A", "word ", "14. März ", '27" ', "\n", "\n\n", "\r\n", "\r", "\t", "    ", "- ", "> ",
        "1. ", "# ", "\n===\n", "```chart\n", "```\n", "title: '", "cite: [", "| a |\n|---|\n", "|",
        "!!! note\n    ", "[^1]", "\n[^1]: ", ": ", "<div>", "</div>", "<!-- ", "-->", "<code>",
        "<!-- standfirst: allow x because y -->", "\\", "\\@name ", "`", "``", "$", "$$", "*", "**",
        "_", "{#id}", "\n{#id}", "&quot;", "&#91;", "&NotEqualTilde;", "--8<--", "\x00", "\x02",
        "\ufffc", "\u2028", "e\u0301", "𝒳", "[x](http://y \"t\")", "![i](x)", "\n[r]: u\n", "[r]",
    )
)  # fmt: skip
_TEXTS = st.lists(_FRAGMENTS | st.text(max_size=3), max_size=25).map("".join)


def _all_spans(found: Found) -> Iterator[Span]:
    page = found.page
    yield from (heading.span for heading in page.headings)
    yield from (sentence.span for sentence in page.sentences)
    yield from (group.span for group in page.groups)
    yield from (quotation.span for quotation in page.quotations)
    yield from (block.span for block in page.blocks)
    for citation in page.citations:
        yield citation.span
        yield from (locator.span for locator in citation.locators)
    yield from (*page.handles, *page.proposals, *page.includes, *page.unbalanced)
    for allowance in page.allowances:
        yield allowance.span
        yield allowance.scope


@settings(max_examples=300)
@given(_TEXTS, st.sampled_from((PageKind.TREND, PageKind.FIELD)))
def test_every_place_lies_in_the_text_and_no_sentences_overlap(text, kind):
    found = read(text, kind=kind)
    for span in _all_spans(found):
        assert 0 <= span.start <= span.end <= len(text)
    for nodes in (found.page.sentences, found.page.groups):
        for before, after in pairwise(node.span for node in nodes):
            assert before.end <= after.start
    for group in found.page.groups:
        assert found.at(group.span).strip()
    assert found.cited is not None


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20000,
        "[" * 20000 + "]" * 20000,
        "*" * 20000,
        "* a" * 20000,
        "`" * 20000,
        " ".join("`" * size for size in range(1, 300)),
        ">" * 5000,
        "- " * 5000,
        '"' * 100000,
        '"a" ' * 25000,
        "“" * 20000 + "」" * 20000,
        "<" * 20000,
        "<a '\"" * 20000,
        "<!--" * 20000,
        "<div>\n" * 10000,
        "[a](" * 20000,
        '["@a" ' * 5000 + "]" * 5000,
        "#" * 20000 + "x",
        "# " + " {" * 20000,
        "```\n" * 10000,
        "-" * 20000 + "x",
        "<!-- standfirst: allow x because y -->\n" * 2000,
        "$a $" * 20000,
        "\\" * 20000,
        "[^1]" * 5000 + "\n\n[^1]: " + "[@a] " * 5000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_hostile_text_is_read_to_the_end(text):
    for span in _all_spans(read(text)):
        assert span.end <= len(text)
