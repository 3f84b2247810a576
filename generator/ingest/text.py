"""Plain text: the first line is the title, and short lines before longer paragraphs are headings.

Text files carry no marks of structure, so each rule here asks for what only structure looks like,
and a line that might be either stays a paragraph. Where lines are wrapped (none is long, and most
fill the width) they are joined; otherwise one line is one paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.ingest import Article, Document, Importer
from generator.text.dates.printed import read_date
from generator.text.decoding import declared_charset, decode
from generator.text.plain import (
    body_of,
    heading_line,
    is_same_line,
    joined,
    one_line,
    paragraph_line,
    without_title,
)

_EXTRACTOR = "text 1"  # counts up when the rules of this file change
_LONGEST_TITLE = 200
_LONGEST_HEADING = 80
_WIDEST_WRAP = 120
_RAGGED = 25  # a wrapped line is at most a long word shorter than the width
_LINES_WITH_DATE = 4

_CLOSING = (*".!?。！？:;,，；：…", "”", "」")
_SENTENCE_END = (".", "。", "…")
_CAPITAL = re.compile("[A-ZÀ-ÖØ-ÞĀ-Ɏ\u0386-\u03ab\u0400-\u042f\u2e80-\u9fff\uac00-\ud7a3]")
_BYLINE = re.compile(r"(?:By|Von|Par|Por|Di) \w|(?:文|记者|作者)\s?[/／|:：]")
_LIST_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s")


def _reads(document: Document) -> bool:
    kind = document.media_type.partition(";")[0].strip().lower()
    return kind in ("", "text/plain", "application/octet-stream")


def _read(document: Document) -> tuple[Article, ...]:
    charset = declared_charset(document.media_type)
    text = decode(document.content, document.location, charset=charset)
    title, rest = _headline(_paragraphs(text))
    published, rest = _dateline(rest)
    if len(rest) > 1 and is_same_line(rest[0], rest[1]):
        rest = rest[1:]  # the standfirst, given once as such and once as the first paragraph
    article = Article(
        body=body_of(_lines(rest)),
        extractor=_EXTRACTOR,
        media_type="text/plain",
        extension="txt",
        fields={"title": title, "published": published},
    )
    return (article,)


def _paragraphs(text: str) -> list[str]:
    lines = [one_line(line) for line in text.split("\n")]
    if _is_wrapped(lines):
        return list(_unwrapped(lines))
    return [line for line in lines if line]


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether most lines that another follows directly fill the width of the text."""
    longest = max(map(len, lines))
    inner = [line for line, after in pairwise(lines) if line and after]
    full = [line for line in inner if len(line) > longest - _RAGGED]
    closed = [line for line in inner if line.endswith(_CLOSING)]
    is_narrow = 2 * _RAGGED <= longest <= _WIDEST_WRAP
    return is_narrow and len(full) > 0.7 * len(inner) and 2 * len(closed) < len(inner)


def _unwrapped(lines: Sequence[str]) -> Iterator[str]:
    """Paragraphs of wrapped lines: they end at a blank or short line and before a list item."""
    width = max(map(len, lines))
    held: list[str] = []
    for line in lines:
        if held and (not line or _LIST_ITEM.match(line)):
            yield joined(held)
            held = []
        if line:
            held.append(line)
        if held and len(line) <= width - _RAGGED:
            yield joined(held)
            held = []
    if held:
        yield joined(held)


def _headline(paragraphs: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """The title and what follows it; a first line that is a sentence is both title and text."""
    if not paragraphs or len(paragraphs[0]) > _LONGEST_TITLE:
        return None, paragraphs
    title = paragraphs[0]
    if title.endswith(_SENTENCE_END) and not is_same_line(title, "".join(paragraphs[1:2])):
        return title, paragraphs
    return title, without_title(paragraphs, title)


def _dateline(paragraphs: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """The date that stands alone on one of the first lines, and the lines without it."""
    dates = {date for line in paragraphs[:_LINES_WITH_DATE] if (date := read_date(line))}
    if len(dates) != 1:
        return None, paragraphs
    rest = [
        line
        for number, line in enumerate(paragraphs)
        if number >= _LINES_WITH_DATE or not read_date(line)
    ]
    return dates.pop(), rest


def _lines(paragraphs: Sequence[str]) -> Iterator[str]:
    for line, after in pairwise((*paragraphs, "")):
        is_heading = _looks_like_heading(line) and _is_text_below(line, after)
        yield heading_line(line) if is_heading else paragraph_line(line)


def _looks_like_heading(line: str) -> bool:
    return (
        len(line) <= _LONGEST_HEADING
        and len(line.split()) <= 12
        and not line.endswith(_CLOSING)
        and bool(_CAPITAL.match(line))
        and not _BYLINE.match(line)
        and not read_date(line)
    )


def _is_text_below(line: str, after: str) -> bool:
    return len(after) > len(line) and not _looks_like_heading(after)


IMPORT = Importer(order=90, reads=_reads, read=_read)
