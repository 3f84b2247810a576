import pytest

from generator.typesetting.html import parse_html
from generator.typesetting.inline import inline, language_of, plain
from generator.typesetting.labels import Labels
from generator.typesetting.legible import Json
from generator.typesetting.setting import Setting

TREND = "briefings/clips/trend"


def run(html: str) -> list[Json]:
    setting = Setting(TREND, Labels(page_paths=frozenset({TREND})), sources="sources")
    return inline(parse_html(html).children, setting)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("  a \n\t b  ", "a b"),
        ("a <em> b </em> c", "a b c"),
        ("a<em> b</em>", "a b"),
        ("<em>a </em> ", "a"),
        ("a&nbsp; b", "a\u00a0 b"),
        ("<q>a</q>", "“a”"),
        ('<img alt="A map"> <img alt="">', "[A map]"),
        ('<img class="twemoji" alt="x">', "x"),
        ('<input type="checkbox" checked>done', "☑ done"),
        ('a<a class="headerlink" href="#a">¶</a>', "a"),
        ('<span class="arithmatex">\\(x^2\\)</span>', "x^2"),
        ("<b hidden>a</b>b", "b"),
    ],
)
def test_words_come_out_as_a_reader_sees_them(html: str, words: str) -> None:
    assert plain(run(html)) == words


def test_marks_keep_their_kind() -> None:
    assert run("<strong>a</strong><kbd>b</kbd><br>c") == [
        {"k": "strong", "c": ["a"]},
        {"k": "code", "c": ["b"]},
        {"k": "br"},
        "c",
    ]


def test_marks_below_the_sixth_are_dropped_and_their_text_kept() -> None:
    nodes = run("<em>" * 40 + "deep")

    assert plain(nodes) == "deep"
    assert str(nodes).count("'em'") == 6


def test_one_line_of_decoration_at_a_time() -> None:
    assert run("<del>a <em><ins>b</ins></em></del>") == [
        {"k": "del", "c": ["a ", {"k": "em", "c": ["b"]}]}
    ]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "http:///x", "https://[::1", "file:///etc"]
)
def test_a_link_that_is_no_address_is_its_text(href: str) -> None:
    assert run(f'<a href="{href}">a</a>') == ["a"]


def test_addresses_are_encoded() -> None:
    assert run('<a href="https://x.example/é d?a=%22">a</a>') == [
        {"k": "link", "c": ["a"], "href": "https://x.example/%C3%A9%20d?a=%22"}
    ]


def test_a_link_in_a_link_is_text() -> None:
    nodes = run('<a href="https://x.example/">a <b><a href="https://y.example/">b</a></b></a>')

    assert str(nodes).count("'link'") == 1
    assert plain(nodes) == "a b"


def test_a_citation_has_numbers_places_and_prefixes() -> None:
    (cited,) = run(
        '<span class="sf-cite"><span class="sf-loc">see</span> <a data-source="one">1</a>'
        '<span class="sf-loc">p. 3</span> <span class="sf-loc">¶4</span>'
        '<span class="sf-sep">, </span><a data-source="two">2</a></span>'
    )

    assert isinstance(cited, dict)
    assert cited["items"] == [
        {"n": "1", "to": "l0", "before": "see", "at": "p. 3 ¶4"},
        {"n": "2", "to": "l1", "before": "", "at": ""},
    ]


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", ("en", None)),
        ("zh-Hans-CN", ("zh", "CN")),
        ("EN-gb", ("en", "GB")),
        ("x-private", None),
        ("", None),
        ("#panic()", None),
    ],
)
def test_languages_are_those_that_typst_takes(
    tag: str, language: tuple[str, str | None] | None
) -> None:
    assert language_of(tag) == language
