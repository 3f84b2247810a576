import logging

import pytest

from generator.errors import CaptureError
from generator.ingest import Article, Document
from generator.ingest.html import IMPORT

FIRST = "Shares of two ferry companies rose by a fifth on Monday, traders in the harbour said."
SECOND = "Buyers came early and stayed until noon, when the exchange halted trading for a while."
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Ferries lift shares | Harbour Times</title>
<meta property="og:site_name" content="Harbour Times">
<meta name="author" content="Lin Example; Bo Example">
<meta property="article:published_time" content="2026-02-09T08:00:00Z">
<link rel="canonical" href="https://harbour.example/ferries">
</head><body><nav><a href="/">Home</a> <a href="/m">Markets</a></nav>
<article><h1>Ferries lift shares</h1><p>Ferries lift shares</p>
<p>{FIRST}<br>It was
the <b>largest</b> move.</p>
<h2>What the <em>traders</em> saw</h2>
<p># 1 in the league</p><p>---</p>
<ul><li>First item<ul><li>Nested item</li></ul></li><li>Last item</li></ul>
<table><tr><th>Firm</th><th>Move</th></tr><tr><td>Blue Line</td><td>20%</td></tr></table>
<p>{SECOND}</p></article><script>alert(1)</script></body></html>"""


def taken(page: str | bytes, *, media_type: str = "", url: str | None = None) -> Article:
    content = page.encode() if isinstance(page, str) else page
    document = Document("page.html", content, media_type, url)
    assert IMPORT.reads(document)
    (article,) = IMPORT.read(document)
    return article


def test_the_main_text_becomes_paragraphs_and_headings() -> None:
    assert taken(PAGE).body.split("\n\n") == [
        f"{FIRST} It was the largest move.",
        "# What the traders saw",
        "#\u00a01 in the league",
        "First item",
        "Nested item",
        "Last item",
        "Firm | Move",
        "Blue Line | 20%",
        SECOND,
    ]


def test_the_page_says_what_it_is() -> None:
    assert taken(PAGE).fields == {
        "title": "Ferries lift shares",
        "authors": ["Lin Example", "Bo Example"],
        "publisher": "Harbour Times",
        "published": "2026-02-09",
        "url": "https://harbour.example/ferries",
        "language": "en-GB",
    }


def test_a_title_with_markup_stays_text() -> None:
    title = '<meta property="og:title" content="&lt;script&gt;alert(1)&lt;/script&gt; **up**">'
    page = PAGE.replace("<head>", f"<head>{title}")
    assert taken(page).fields["title"] == "<script>alert(1)</script> **up**"


def test_the_address_of_another_host_is_not_believed() -> None:
    fetched = "https://copycat.example/a"
    assert taken(PAGE, media_type="text/html", url=fetched).fields["url"] == fetched


def test_a_saved_page_knows_its_address() -> None:
    page = PAGE.replace('<link rel="canonical" href="https://harbour.example/ferries">', "")
    saved = page.replace("<html", "<!-- saved from url=(0026)https://harbour.example/a1 -->\n<html")
    assert taken(saved).fields["url"] == "https://harbour.example/a1"


def test_a_bare_host_is_no_publisher() -> None:
    page = PAGE.replace('<meta property="og:site_name" content="Harbour Times">', "")
    page = page.replace(" | Harbour Times", "")
    assert taken(page).fields["publisher"] == ""


@pytest.mark.parametrize(
    ("charset", "codec"), [("gb2312", "gb18030"), ("iso-8859-1", "cp1252"), ("big5", "big5")]
)
def test_the_declared_charset_is_used(charset: str, codec: str) -> None:
    words = {"cp1252": "Fähren – „teuer“"}.get(codec, "轮渡".encode("gb18030").decode("gb18030"))
    words = "輪渡" if codec == "big5" else words
    page = PAGE.replace('charset="utf-8"', f'charset="{charset}"').replace("Buyers", words)
    assert words in taken(page.encode(codec)).body


def test_what_the_server_says_of_the_charset_counts() -> None:
    page = PAGE.replace('<meta charset="utf-8">', "").replace("Buyers", "Käufer")
    article = taken(page.encode("cp1252"), media_type="text/html; charset=windows-1252")
    assert "Käufer" in article.body


def test_utf_8_is_not_misread_for_a_stale_declaration() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="gb2312"').replace("Buyers", "Käufer")
    assert "Käufer" in taken(page).body


def test_an_unknown_charset_is_refused() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="rot13"').replace("Buyers", "Käufer")
    with pytest.raises(CaptureError, match="save it as UTF-8"):
        taken(page.encode("cp1252"))


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(CaptureError, match="no article text"):
        taken("<html><head><title>App</title></head><body><script>run()</script></body></html>")


def test_pages_are_known_by_their_start() -> None:
    assert IMPORT.reads(Document("-", b"\xef\xbb\xbf<!-- a --><!DOCTYPE html><html></html>"))
    assert not IMPORT.reads(Document("-", b"Plain text about <html> pages."))
    assert not IMPORT.reads(Document("a", b"<html>", "text/plain"))


@pytest.mark.parametrize("piece", ["<div>", "<b>", "<!-- ", "<!---->", "&#0;", "<p>x", "]]>"])
def test_hostile_pages_give_text_or_a_fault_in_words(piece: str) -> None:
    page = f"<html><body><p>{FIRST}</p>{piece * 3000}</body></html>"
    try:
        body = taken(page).body
    except CaptureError as error:
        body = str(error)
    assert FIRST in body or "page.html: " in body
    assert "\0" not in body


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        taken(PAGE)
    assert caplog.records == []
