"""From a location (an address, a path, `-`) to a document, and from a document to its articles."""

import re
from pathlib import Path
from typing import BinaryIO

from generator.errors import CaptureError, UsageError
from generator.ingest import Article, Document, importers
from generator.network import MAX_BYTES, fetch
from generator.text.plain import has_text

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_OTHER_FORMATS = (
    (b"PK\x03\x04", "office documents and archives are not read; save the text and add that"),
    (b"{\\rtf", "RTF is not read; save it as plain text and add that"),
)
_MHTML = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def open_document(
    location: str, *, stdin: BinaryIO | None = None, allow_private: bool = False
) -> Document:
    """The document at `location`; `-` is `stdin`."""
    if location == "-":
        if stdin is None:
            raise UsageError("-: there is no standard input to read; give a file or an address")
        return Document("-", _bounded(stdin, "standard input"))
    if location.lower().startswith(("http://", "https://")):
        fetched = fetch(location, allow_private=allow_private)
        return Document(location, fetched.content, fetched.media_type, fetched.url)
    if SCHEME.match(location):
        raise CaptureError(
            f"{location}: only http and https addresses are fetched; give a file by its path"
        )
    return Document(location, _file(location))


def read_articles(document: Document) -> tuple[Article, ...]:
    """What the first importer that takes the document makes of it: at least one article."""
    if not document.content.strip():
        raise CaptureError(f"{document.location}: is empty; there is no article to add")
    for start, advice in _OTHER_FORMATS:
        if document.content.startswith(start):
            raise CaptureError(f"{document.location}: {advice}")
    if _MHTML.search(document.content[:2048]):
        raise CaptureError(
            f"{document.location}: web archives (MHTML) are not read; save the page as HTML only"
        )
    for importer in sorted(importers().values(), key=lambda importer: importer.order):
        if importer.reads(document):
            articles = importer.read(document)
            break
    else:
        raise CaptureError(
            f"{document.location}: is {document.media_type}, which is not read; save the article "
            "as HTML, Markdown or plain text and add that"
        )
    if not all(_is_whole(article) for article in articles):
        raise CaptureError(
            f"{document.location}: has no text besides its title and headings; copy the article's "
            "text into a file and add that"
        )
    return articles


def _is_whole(article: Article) -> bool:
    """Whether there is text; a record about an article (`text: abstract`) does without."""
    return has_text(article.body) or article.fields.get("text") == "abstract"


def _file(location: str) -> bytes:
    """The content of a file anywhere on disk: input, not part of the project."""
    try:
        with Path(location).open("rb") as stream:
            return _bounded(stream, location)
    except FileNotFoundError as error:
        advice = "check the path"
        if _HOST.fullmatch(location):
            advice = f"check the path, or write https://{location} for an address"
        raise CaptureError(f"{location}: no such file; {advice}") from error
    except IsADirectoryError as error:
        raise CaptureError(f"{location}: is a folder; name the files in it") from error
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise CaptureError(f"{location}: cannot be read: {reason.lower()}") from error


def _bounded(stream: BinaryIO, name: str) -> bytes:
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise CaptureError(
            f"{name}: larger than {MAX_BYTES // 1_000_000} MB; save the article's text alone and "
            "add that"
        )
    return content
