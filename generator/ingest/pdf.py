"""PDFs: their text as paragraphs and headings, without running heads and page numbers.

Where each page begins is kept, so that `p. 3` can be looked up. Title, authors and date are what
the document says of itself, where that is no file name and no leftover of a program; else the
title is the largest line of the first page. Scans have no text: run them through text recognition
first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version

from generator.errors import CaptureError
from generator.ingest import Article, Document, Importer
from generator.pdf_reading.extract import extract
from generator.pdf_reading.layout import PAGE, Part, laid_out
from generator.text.dates.curated import is_written_date
from generator.text.plain import (
    body_of,
    has_text,
    heading_line,
    one_line,
    paragraph_line,
    without_title,
)

_RULES = 1  # counts up when the rules of pdf_reading change
_START = re.compile(rb"\s{0,100}%PDF-")
_LONGEST_TITLE = 200
_NO_TITLE = re.compile(
    r"untitled|unknown|document\d*|title|slide \d+|microsoft \w+ - .*|.*\.[a-z]{2,5}|[\d\W]*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"user|admin(?:istrator)?|unknown|author|owner|root|\S+@\S+|[\d\W]*", re.IGNORECASE
)
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})", re.ASCII)


def _reads(document: Document) -> bool:
    kind = document.media_type.partition(";")[0].strip().lower()
    return kind == "application/pdf" or bool(_START.match(document.content[:1024]))


def _read(document: Document) -> tuple[Article, ...]:
    pdf = extract(document.content, document.location)
    layout = laid_out(pdf)
    fields = _fields(pdf.metadata) | {"title": _title(pdf.metadata, layout.parts)}
    body, pages = _body(layout.parts, fields["title"], len(pdf.pages))
    if not has_text(body):
        raise CaptureError(
            f"{document.location}: has no text on its {_counted(len(pdf.pages))}; it may be a "
            "scan: run it through text recognition (OCR) and add the result"
        )
    article = Article(
        body=body,
        extractor=f"pypdfium2 {version('pypdfium2')}, layout {_RULES}",
        media_type="application/pdf",
        extension="pdf",
        fields=fields,
        pages=pages,
        first_page=layout.first_page,
    )
    return (article,)


def _counted(pages: int) -> str:
    return "one page" if pages == 1 else f"{pages} pages"


def _body(parts: Iterable[Part], title: str, count: int) -> tuple[str, tuple[int, ...]]:
    """The body, and where each page begins in it."""
    marked = [line for line in map(_line, parts) if line]
    plain = without_title([line.replace(PAGE, "") for line in marked], title)
    dropped = len(marked) - len(plain)
    early = PAGE * "".join(marked[:dropped]).count(PAGE)
    text = early + body_of(marked[dropped:])
    marks = [match.start() - number for number, match in enumerate(re.finditer(PAGE, text))]
    body = text.replace(PAGE, "")
    return body, tuple([*marks, *[len(body)] * count][:count])


def _line(part: Part) -> str:
    """A line of the body; the marks of pages that begin with it stand before it."""
    text = part.text.lstrip(PAGE)
    line = heading_line(text) if part.is_heading else paragraph_line(text)
    return PAGE * (len(part.text) - len(text)) + line


def _title(metadata: Mapping[str, str], parts: Iterable[Part]) -> str:
    stated = one_line(metadata.get("Title", "")[:1000])
    if stated and not _NO_TITLE.fullmatch(stated):
        return stated[:_LONGEST_TITLE]
    first = list(_on_first_page(parts))
    largest = max((part.size for part in first), default=0.0)
    headings = (part.text for part in first if part.size == largest and part.is_heading)
    return next(headings, "").replace(PAGE, "")


def _on_first_page(parts: Iterable[Part]) -> Iterator[Part]:
    pages = 0
    for part in parts:
        pages += part.text.count(PAGE)
        if pages > 1:
            return
        yield part


def _fields(metadata: Mapping[str, str]) -> dict[str, str]:
    """Authors and date. The day that the file was made is not sure to be that of the text, but is
    what there is; the curator confirms it.
    """
    author = one_line(metadata.get("Author", "")[:1000])
    made = _DATE.match(metadata.get("CreationDate", ""))
    date = "-".join(made.groups()) if made else ""
    return {
        "authors": "" if _NO_NAME.fullmatch(author) else author,
        "published": date if is_written_date(date) else "",
    }


IMPORT = Importer(order=5, reads=_reads, read=_read)
