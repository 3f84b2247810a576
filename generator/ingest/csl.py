"""CSL-JSON, as Zotero and other reference managers export a library: one source for each item.

An item tells of an article and does not hold it. Its abstract and its note become the body, and
the source says `text: abstract`, so that nothing can be quoted from it; an item that has neither
is a source with an empty body. Capture the article itself to quote from it.
"""

import json
import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import TypeAlias, cast

from generator.errors import CaptureError
from generator.ingest import Article, Document, Importer
from generator.text.characters import HAN, HANGUL, KANA
from generator.text.dates.curated import is_written_date
from generator.text.dates.printed import read_date
from generator.text.decoding import declared_charset, decode
from generator.text.plain import body_of, one_line, paragraph_line

Json: TypeAlias = "str | int | float | Sequence[Json] | Mapping[str, Json] | None"
Item: TypeAlias = Mapping[str, Json]

_EXTRACTOR = "csl 1"  # counts up when the rules of this file change
_MEDIA_TYPE = "application/vnd.citationstyles.csl+json"
_OTHER_TYPES = ("", "application/json", "text/json", "text/plain", "application/octet-stream")
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_MOST_ITEMS = 10_000
# csl-data.json of CSL 1.0.2
_TYPE_NAMES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
    pamphlet paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty
    webpage
"""
_TYPES = frozenset(_TYPE_NAMES.split())
_FAMILY_FIRST = re.compile(f"[{HAN}{KANA}{HANGUL}]+")
_NAME_PARTS = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
_GAP = re.compile(r"\n\s*\n|</(?:jats:)?p>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][\w:-]{0,30}(?:\s[^<>]{0,200})?/?>")
_EXTRA = re.compile(r"([A-Za-z][A-Za-z -]{1,30}):\s+(\S.*)")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}(?=[T/]|$)", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)", re.ASCII)


def _reads(document: Document) -> bool:
    kind = document.media_type.partition(";")[0].strip().lower()
    if kind == _MEDIA_TYPE:
        return True
    return (
        kind in _OTHER_TYPES
        and bool(_START.match(document.content[:1024]))
        and bool(_items(document))
    )


def _read(document: Document) -> tuple[Article, ...]:
    items = _items(document)
    if not items:
        raise CaptureError(f"{document.location}: has no CSL items; export the library again")
    if len(items) > _MOST_ITEMS:
        raise CaptureError(
            f"{document.location}: has more than {_MOST_ITEMS} items; export them in parts"
        )
    return tuple(map(_article, items))


def _items(document: Document) -> list[Item]:
    """The items of the document; none where it is something else."""
    charset = declared_charset(document.media_type)
    try:
        value = json.loads(decode(document.content, document.location, charset=charset))
    except (ValueError, RecursionError, CaptureError):
        return []
    if isinstance(value, dict):
        value = value["items"] if isinstance(value.get("items"), list) else [value]
    is_csl = isinstance(value, list) and all(map(_is_item, value))
    return cast("list[Item]", value) if is_csl else []


def _is_item(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.get("type") in _TYPES
        and ("title" in value or "id" in value)
    )


def _article(item: Item) -> Article:
    extra, note = _extra(_text(item, "note"))
    item = {**extra, **item}
    whole = json.dumps(item, ensure_ascii=False, sort_keys=True, indent=1)
    abstract = _GAP.split(_text(item, "abstract"))
    return Article(
        body=body_of(paragraph_line(_plain(text)) for text in (*abstract, *note)),
        extractor=_EXTRACTOR,
        media_type=_MEDIA_TYPE,
        extension="json",
        fields={
            "title": _plain(_text(item, "title")),
            "type": item["type"],
            "authors": _names(item.get("author")) or _names(item.get("editor")),
            "publisher": _plain(_text(item, "container-title") or _text(item, "publisher")),
            "published": _date(item.get("issued")),
            "accessed": _date(item.get("accessed")),
            "url": _text(item, "URL") or _doi(_text(item, "DOI")),
            "archive_url": _archived(item),
            "language": _text(item, "language"),
            "text": "abstract",
            "tags": _text(item, "keyword"),
        },
        key=_key(item),
        content=f"{whole}\n".encode("utf-8", "backslashreplace"),
    )


def _text(item: Item, name: str) -> str:
    """A variable as text; of a list, as Crossref gives titles, the first."""
    value = item.get(name)
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value) if isinstance(value, str | int) else ""


def _plain(text: str) -> str:
    """Titles and abstracts may have tags for italics and the like."""
    return one_line(unescape(_TAG.sub("", text)))


def _extra(note: str) -> tuple[Item, list[str]]:
    """Variables that Zotero has no field for stand in its note as lines `DOI: 10.1234/5`; what else
    the note says is text.
    """
    variables: dict[str, Json] = {}
    rest: list[str] = []
    for line in note.splitlines():
        match = _EXTRA.fullmatch(line.strip())
        name = match[1].strip().lower().replace(" ", "-") if match else ""
        if match and name in ("doi", "url", "citation-key"):
            variables[name.upper() if len(name) == 3 else name] = match[2].strip()
        else:
            rest.append(line)
    return variables, _GAP.split("\n".join(rest))


def _names(value: Json) -> list[str]:
    return [
        name for person in _list(value) if isinstance(person, Mapping) and (name := _name(person))
    ]


def _name(person: Item) -> str:
    """A name in the order of its script: `Lin Example`, `林一`."""
    if literal := _plain(_text(person, "literal")):
        return literal
    family, given = _plain(_text(person, "family")), _plain(_text(person, "given"))
    if _FAMILY_FIRST.fullmatch(family) and _FAMILY_FIRST.fullmatch(given):
        return family + given
    name = ""
    for part in filter(None, (_plain(_text(person, part)) for part in _NAME_PARTS)):
        name += part if not name or name.endswith(("'", "’")) else f" {part}"
    return name


def _date(value: Json) -> str | None:
    """A date as written in a source, no more exact than what is given; None for `circa`."""
    if isinstance(value, str):
        return _of_text(value)
    if not isinstance(value, Mapping) or value.get("circa"):
        return None
    parts = _list(value.get("date-parts"))
    first = _list(parts[0]) if parts else []
    return _of_parts(first) or _of_text(_text(value, "raw") or _text(value, "literal"))


def _of_parts(parts: Sequence[Json]) -> str | None:
    """Of `[2026, 2, 9]`, the date as far as it is one: a month of 21 is a season."""
    numbers = [str(part) for part in parts if isinstance(part, str | int)]
    widths = (4, 2, 2)
    written = [number.zfill(width) for number, width in zip(numbers, widths, strict=False)]
    dates = ("-".join(written[:count]) for count in range(len(written), 0, -1))
    return next(filter(is_written_date, dates), None)


def _of_text(text: str) -> str | None:
    line = one_line(text)
    if "~" in line or "?" in line:
        return None
    day, years = _DAY.match(line), set(_YEAR.findall(line))
    written = day[0] if day and is_written_date(day[0]) else read_date(line)
    return written or (years.pop() if len(years) == 1 else None)


def _doi(text: str) -> str:
    match = _DOI.fullmatch(one_line(text))
    return f"https://doi.org/{match[1]}" if match else ""


def _archived(item: Item) -> str:
    """CSL has no variable for an archived copy: ours is in `custom`, others' in its location."""
    custom = item.get("custom")
    copies = _list(custom.get("archive")) if isinstance(custom, Mapping) else []
    found = [_text(copy, "url") for copy in copies if isinstance(copy, Mapping)]
    return next(filter(None, found), _text(item, "archive_location"))


def _key(item: Item) -> str | None:
    """The citation key; else the id, where it is no mere number of a database."""
    key = _text(item, "citation-key") or _text(item, "id")
    return None if key.isdigit() else key


def _list(value: Json) -> list[Json]:
    return list(value) if isinstance(value, list) else []


IMPORT = Importer(order=30, reads=_reads, read=_read)
