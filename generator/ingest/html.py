"""Web pages, fetched or saved: main text and metadata as trafilatura finds them.

Menus, comments and scripts are left out. Title, authors, date, publisher, language and address
are what the page says of itself; the curator confirms them.
"""

import logging
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.errors import CaptureError
from generator.ingest import Article, Document, Importer
from generator.text.decoding import declared_charset, decode
from generator.text.plain import body_of, heading_line, is_same_line, paragraph_line, without_title

if TYPE_CHECKING:
    from lxml.etree import _Element
    from trafilatura.settings import Document as Extracted

_TYPES = ("text/html", "application/xhtml+xml")
_EXTENSIONS = (".html", ".htm", ".xhtml")
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,500}-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_DECLARATION = re.compile(rb"<meta\b[^>]{0,500}|<\?xml[^>]{0,200}", re.IGNORECASE)
_ENCODING = re.compile(r"\bencoding\s*=", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S{1,2000}) -->")  # browsers write it
_BLOCKS = frozenset(("p", "item", "list", "quote", "table", "row", "code", "div", "head"))
_SPACES = re.compile(r"\s+")
_GAP = re.compile(r"\n\s*\n")
# Only what is declared counts as a date, and what the clock says must not matter here.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}


def _reads(document: Document) -> bool:
    kind = document.media_type.partition(";")[0].strip().lower()
    if kind in _TYPES:
        return True
    is_html = bool(_START.match(document.content[:4096]))
    if kind:
        return is_html and kind in ("application/xml", "text/xml", "application/octet-stream")
    return is_html or PurePosixPath(document.location).suffix.lower() in _EXTENSIONS


def _read(document: Document) -> tuple[Article, ...]:
    charset = declared_charset(document.media_type) or _declared_in(document.content)
    text = decode(document.content, document.location, charset=charset)
    address = document.url or _saved_from(text)
    found, language = _extracted(text, document.location, address)
    title = found.title or ""
    lines = without_title(list(_lines(found.body)), title)
    article = Article(
        body=body_of(lines),
        extractor=f"trafilatura {version('trafilatura')}",
        media_type="text/html",
        extension="html",
        fields={
            "title": title,
            "authors": (found.author or "").split("; "),
            "publisher": _publisher(found),
            "published": found.date,
            "url": _address(found.url, address),
            "language": language,
        },
    )
    return (article,)


def _declared_in(content: bytes) -> str:
    """The charset that the first kilobytes of the page declare."""
    for match in _DECLARATION.finditer(content[:4096]):
        declaration = _ENCODING.sub("charset=", match.group().decode("latin-1"))
        if charset := declared_charset(declaration):
            return charset
    return ""


def _saved_from(text: str) -> str | None:
    match = _SAVED_FROM.search(text[:4096])
    return match.group(1) if match else None


def _extracted(text: str, location: str, address: str | None) -> tuple["Extracted", str]:
    """What trafilatura makes of the page, and the language that the page declares."""
    from trafilatura import bare_extraction  # 0.5 s, only when a page is captured
    from trafilatura.utils import load_html

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        tree = load_html(text)
        if tree is None:  # a fragment
            tree = load_html(f"<html><body>{text}</body></html>")
        language = "" if tree is None else tree.get("lang") or tree.get("xml:lang") or ""
        found = tree is not None and bare_extraction(
            tree,
            url=address,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=dict(_DATES),
        )
    except Exception as error:  # an engine on hostile input: whatever it raises, it has no article
        raise CaptureError(
            f"{location}: the page cannot be taken apart ({type(error).__name__}); "
            "save the article's text as plain text and add that"
        ) from error
    if not found or isinstance(found, dict):
        raise CaptureError(
            f"{location}: no article text was found in the page; it may be written by "
            "scripts: copy the text from the browser into a text file and add that"
        )
    return found, language


def _lines(body: "_Element") -> Iterator[str]:
    """Paragraphs and headings in order. A table row is one paragraph."""
    from lxml.etree import iterwalk  # loaded with trafilatura

    held = ""
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield from _flushed(held, is_heading=event == "end" and element.tag == "head")
            held = ""
        if event == "start":
            held += "\n" if element.tag == "lb" else ""
            held += _text(element.text)
        else:
            held += " | " if element.tag == "cell" and element.getnext() is not None else ""
            held += _text(element.tail) if element is not body else ""
    yield from _flushed(held, is_heading=False)


def _text(text: str | None) -> str:
    """Text of the page; its own line breaks are mere spaces."""
    return _SPACES.sub(" ", text or "")


def _flushed(held: str, *, is_heading: bool) -> Iterator[str]:
    if is_heading:
        yield heading_line(held)
    else:
        yield from (paragraph_line(part) for part in _GAP.split(held))


def _publisher(found: "Extracted") -> str:
    """The site's name; a bare host name is none."""
    name, host = found.sitename or "", found.hostname or ""
    bare = name.removeprefix("www.")
    return "" if host and is_same_line(bare, host.removeprefix("www.")) else name


def _address(canonical: str | None, fetched: str | None) -> str | None:
    """The canonical address, unless it names another host than the one the page came from."""
    if not fetched or not canonical:
        return canonical or fetched
    hosts = [_host(address) for address in (canonical, fetched)]
    return canonical if hosts[0] == hosts[1] else fetched


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


IMPORT = Importer(order=10, reads=_reads, read=_read)
