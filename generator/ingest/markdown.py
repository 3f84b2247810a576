"""Markdown: front matter gives the fields, and the text is what a reader of the page would see.

Front matter fields are taken over where they describe the article (title, authors, publisher,
date, address, language, licence, tags). Grades, rights and notes are this desk's own judgement
and are never taken from a document.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from generator.errors import CaptureError
from generator.ingest import Article, Document, Importer
from generator.model.span import TextFile
from generator.text.decoding import declared_charset, decode
from generator.text.front_matter import front_matter
from generator.text.plain import body_of, heading_line, joined, paragraph_line, without_title
from generator.text.strict_yaml import Value, read_yaml

_EXTRACTOR = "markdown 1"  # counts up when the rules of this file change
_EXTENSIONS = (".md", ".markdown", ".mdown")
_START = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n[^\n]{0,500}", re.DOTALL)
_FIELD_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "authors": ("authors", "author", "creator"),
    "publisher": ("publisher", "site", "site_name", "sitename"),
    "published": ("published", "date", "pubdate", "publishdate", "publish_date"),
    "accessed": ("accessed",),
    "url": ("url", "source", "source_url", "link", "canonical_url", "canonical"),
    "archive_url": ("archive_url",),
    "language": ("language", "lang", "locale"),
    "licence": ("licence", "license"),
    "tags": ("tags", "keywords"),
}

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:[-*_][ \t]*){3,}$")
_QUOTE = re.compile(r"^ {0,3}(?:>[ ]?)+")
_BULLET = re.compile(r"^\s*[-*+][ \t]+")
_NUMBER = re.compile(r"\s*\d{1,9}[.)][ \t]+")
_DEFINITION = re.compile(r" {0,3}\[[^\^\[\]][^\[\]]*\]:[ \t]*\S")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$")
_UNSEEN = (_RULE, _TABLE_RULE, _DEFINITION)

_LITERAL = re.compile(
    r"(?P<ticks>`{1,3})(?P<code>[^`]+)(?P=ticks)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|<(?P<address>https?://[^<>\s]+)>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
_TARGET = r"\((?:<[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?: +(?:\"[^\"]*\"|'[^']*'))? *\)"
_IMAGE = re.compile(rf"!\[[^\[\]]*\](?:{_TARGET}|\[[^\[\]]*\])")
_LINK = re.compile(rf"\[([^\[\]]*)\](?:{_TARGET}|\[[^\[\]]*\])")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]\s]+\](?!:)")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_STARS = re.compile(r"(\*{1,3}|~~)(?=[^\s*~])([^*~]+)(?<=[^\s*~])\1")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^_]+)(?<=[^\s_])\1(?!\w)")
_KEPT = re.compile("\0(\\d+)\0")


def _reads(document: Document) -> bool:
    kind = document.media_type.partition(";")[0].strip().lower()
    name = document.location if document.url is None else urlsplit(document.url).path
    if kind in ("text/markdown", "text/x-markdown"):
        return True
    if kind not in ("", "text/plain", "application/octet-stream"):
        return False
    is_named = PurePosixPath(name).suffix.lower() in _EXTENSIONS
    return is_named or (not kind and bool(_START.match(document.content[:600])))


def _read(document: Document) -> tuple[Article, ...]:
    charset = declared_charset(document.media_type)
    text = decode(document.content, document.location, charset=charset)
    stated, start = _front_matter(text, document.location)
    lines = [line for line in _lines(_without_comments(text[start:])) if line]
    fields = {name: _first(stated, names) for name, names in _FIELD_NAMES.items()}
    if fields["title"] is None and lines and lines[0].startswith("# "):
        fields["title"] = lines[0].removeprefix("# ")
    title = fields["title"]
    article = Article(
        body=body_of(without_title(lines, title) if isinstance(title, str) else lines),
        extractor=_EXTRACTOR,
        media_type="text/markdown",
        extension="md",
        fields=fields,
    )
    return (article,)


def _front_matter(text: str, location: str) -> tuple[Mapping[str, Value], int]:
    """The fields at the top, and where the text begins; two rules around prose are no fields."""
    matter = front_matter(text)
    if matter is None:
        return {}, 0
    file = TextFile(location, text)
    document = read_yaml(file, matter.start, matter.end)
    if document.faults:
        fault = document.faults[0]
        line = file.position(fault.span.start).line
        raise CaptureError(
            f"{location}: line {line} of the front matter: {fault.message}; mend or remove the "
            "front matter and add the file again"
        )
    if isinstance(document.value, dict):
        return {name.lower(): value for name, value in document.value.items()}, matter.body
    return {}, matter.body if document.value is None else 0


def _first(stated: Mapping[str, Value], names: tuple[str, ...]) -> Value:
    return next((stated[name] for name in names if stated.get(name) is not None), None)


def _without_comments(text: str) -> str:
    parts = text.split("<!--")
    shown = [parts[0]]
    for part in parts[1:]:
        _, end, after = part.partition("-->")
        shown.append(after if end else f"<!--{part}")
    return "".join(shown)


def _lines(text: str) -> Iterator[str]:
    """Body lines: headings, and a paragraph for each paragraph, list item and table row."""
    held: list[str] = []
    fence = ""
    for line in (*text.split("\n"), ""):
        mark = _FENCE.match(line)
        if fence:
            is_end = mark is not None and mark.group(1).startswith(fence)
            fence = "" if is_end else fence
            yield "" if is_end else paragraph_line(line)
        elif mark:
            fence = mark.group(1)
            yield _paragraph(held)
            held = []
        else:
            done, held = _taken(line, held)
            yield from done


def _taken(line: str, held: list[str]) -> tuple[list[str], list[str]]:
    """What is complete once `line` is read, and the lines of the paragraph that goes on."""
    text = _QUOTE.sub("", line, count=1)
    heading = _HEADING.match(text)
    if heading:
        return [_paragraph(held), heading_line(_seen(heading.group(1) or ""))], []
    if held and _UNDERLINE.match(text):
        return [heading_line(_seen(joined(held)))], []
    if not text.strip() or any(shape.match(text) for shape in _UNSEEN):
        return [_paragraph(held)], []
    if text.lstrip().startswith("|"):
        return [_paragraph(held), _paragraph([text.strip().strip("|")])], []
    if _BULLET.match(text) or _NUMBER.match(text):
        return [_paragraph(held)], [_BULLET.sub("", text, count=1)]
    held.append(text)
    return [], held


def _paragraph(lines: list[str]) -> str:
    return paragraph_line(_seen(joined(lines)))


def _seen(text: str) -> str:
    """What a reader sees of `text`: marks, link targets, tags and images are gone."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        code, escaped, address, entity = match.group("code", "escaped", "address", "entity")
        kept.append(unescape(entity) if entity else code or escaped or address)
        return f"\0{len(kept) - 1}\0"

    text = _LITERAL.sub(keep, text)
    text = _IMAGE.sub("", _FOOTNOTE_MARK.sub("", text))
    text = _TAG.sub("", _LINK.sub(r"\1", text))
    for _ in range(3):  # emphasis within emphasis
        text = _UNDERSCORES.sub(r"\2", _STARS.sub(r"\2", text))
    return _KEPT.sub(lambda match: kept[int(match.group(1))], text)


IMPORT = Importer(order=50, reads=_reads, read=_read)
