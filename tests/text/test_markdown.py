"""Curated text comes through Markdown letter for letter, whatever it holds."""

import re
from functools import cache
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.text.markdown import escape_markdown

USUAL_SET = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]
SETTINGS: dict[str, dict[str, object]] = {
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.betterem": {"smart_enable": "all"},
    "pymdownx.magiclink": {
        "repo_url_shorthand": True,
        "social_url_shorthand": True,
        "user": "desk",
        "repo": "site",
    },
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "toc": {"permalink": False},
}

_HOSTILE_LINE = (
    "@harbour [@harbour] a@b.example \\@name [text](javascript:x) [^1] ![x](y) <b>&amp;&#64;&lt;"
    " {#id} {: .c} {{ x }} {% y %} {++z++} | :smile: :::: $x$ $$ \\( ! !!! ??? === --- *** ___ #"
    " ## - + * 1. 12) a. ~ ~~ ^ ^^ = == ` ``` \\ / ./ http://a.example/?b=c&d www.a.example"
    " mailto:a@b.example \" ' “ ” ‘ ’ « » 「 」 „ … ... -- --8<-- (c) (tm) 1/2 c/o --> +/- 1st"
    " *[HTML]: [TOC] [x] [ ] Title: it's text-to-video 20.5 (almost) e.g. U.S. :x: ++ctrl++ 原文 。"
)
HOSTILE = tuple(_HOSTILE_LINE.split(" "))

CONTEXTS = (
    "{}",
    "- {}",
    "- Words: “{}” [@harbour].",
    "## {}",
    "| a | b |\n| --- | --- |\n| {} | c |",
    "> {}",
    "Words\n{}",
)


@cache
def _reader() -> Markdown:
    return Markdown(extensions=USUAL_SET, extension_configs=SETTINGS)


class _Text(HTMLParser):
    """Collects what the reader sees, and the elements around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.elements: set[str] = set()

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)


def _read(markdown: str) -> _Text:
    parser = _Text()
    parser.feed(_reader().reset().convert(markdown))
    parser.close()
    return parser


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


_ACTIVE = "@[]<&{}|:$!\"'*_#-+~^=\\/.()`> 1ax\n"

hostile_texts = st.lists(
    st.one_of(
        st.sampled_from(HOSTILE), st.text("@[]<&{}|:$!\"'*_#-+~^=\\/.()`> 1ax\n", max_size=6)
    ),
    max_size=8,
).flatmap(lambda parts: st.sampled_from(["", " ", "\n"]).map(lambda joint: joint.join(parts)))


@given(hostile_texts, st.sampled_from(CONTEXTS))
@settings(max_examples=300, deadline=None)
def test_hostile_text_is_read_letter_for_letter(text: str, context: str) -> None:
    seen = _read(context.format(escape_markdown(text)))
    if context.startswith("|"):
        assert _one_line(text) in _one_line("".join(seen.text))
    else:
        plain = _read(context.format("PLACE"))
        expected = "".join(plain.text).replace("PLACE", _one_line(text))
        assert _one_line("".join(seen.text)) == _one_line(expected)


@given(hostile_texts)
@settings(max_examples=200, deadline=None)
def test_hostile_text_makes_no_elements_but_ordinal_signs(text: str) -> None:
    assert _read(escape_markdown(text)).elements <= {"p", "sup"}


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_but_controls_is_read_letter_for_letter(text: str) -> None:
    kept = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]", "", text)
    assert _one_line("".join(_read(escape_markdown(text)).text)) == _one_line(kept)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_hostile_word_is_read_letter_for_letter(text: str) -> None:
    assert "".join(_read(escape_markdown(text)).text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Shares rose 20.5 percent, the ferry company's best day; text-to-video led.",
        "It's new: who pays? (Nobody knows)",
        "他们说：新规明年生效。",
    ],
)
def test_ordinary_prose_stays_as_it_is(text: str) -> None:
    assert escape_markdown(text) == text


def test_no_citation_and_no_straight_quotation_mark_comes_through() -> None:
    assert not set(escape_markdown('“@id" [@id]')) & set('@"[]')


def test_white_space_becomes_single_spaces_and_controls_go() -> None:
    assert escape_markdown(" a\n\n b\x02\tc\u3000d ") == "a b c d"
