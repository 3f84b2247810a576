"""The contract of this folder: one file takes in one kind of document, and its name is the kind.

A file has a docstring and `IMPORT`, an `Importer`: whether it takes a document, from its name, type
and first bytes, and how it reads it. The first importer by `order` that takes a document reads
it, and gives one article or, where the document lists several, each of them in its order.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.plugins import implementations


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes to be taken in: where they came from, and what they say they are."""

    location: str
    """The path or address as given; `-` for standard input."""
    content: bytes
    media_type: str = ""
    """From the server; empty for a file."""
    url: str | None = None
    """The address it was fetched from, after redirects."""


@dataclass(frozen=True, slots=True)
class Article:
    """What an importer found. The body is the library's plain text: blank lines between
    paragraphs, headings as lines that begin with `# `. `fields` are front matter fields that the
    document states itself (`title`, `authors`, `published`, `publisher`, `url`, `language`, …).

    Only an article whose fields say `text: abstract` may have an empty body. `key` is the id that
    the document gives the article; `content` are the bytes that are this article where the document
    holds several, None where all of it is.
    """

    body: str
    extractor: str
    media_type: str
    extension: str
    fields: Mapping[str, object] = field(default_factory=dict)
    pages: tuple[int, ...] = ()
    """Where each page begins, as offsets of the body."""
    first_page: int = 1
    """The number printed on the first page."""
    key: str | None = None
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Importer:
    """An importer as registered."""

    order: int
    reads: Callable[[Document], bool]
    read: Callable[[Document], tuple[Article, ...]]


def importers() -> dict[str, Importer]:
    """All importers by name."""
    return implementations("ingest", "IMPORT")
