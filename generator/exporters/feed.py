"""`feed.xml` (Atom, RFC 4287) and `feed.json` (JSON Feed 1.1): briefings, corrections, editions.

Drafts, undated briefings and minor corrections are left out. Dates come from the metadata, at
midnight UTC; of a month, its first day. Both formats want absolute addresses, so without `site_url`
in mkdocs.yml there is no feed.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree import ElementTree

from generator.briefing.corrected import correction_text, correction_title
from generator.briefing.field_text import field_text
from generator.exporters import Published
from generator.model.briefing import Briefing, Correction
from generator.model.build import Asset, Build
from generator.model.card import CARD
from generator.model.edition import Edition
from generator.text.dates.curated import is_written_date
from generator.text.plain import one_line
from generator.text.urls import absolute_url
from generator.words import words_for

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1980-01-01T00:00:00Z"
"""The date of a feed without entries; also that of a build without dates."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, the same in both formats. `id` is its address, which never changes."""

    id: str
    url: str
    title: str
    summary: str
    language: str
    published: str
    updated: str
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    pdf: str = ""
    evidence: str = ""
    picture: str = ""


def _export(published: Published) -> Iterator[Asset]:
    build = published.build
    if absolute_url(build.site_url, ""):
        entries = feed_entries(build)
        yield Asset("feed.xml", atom(build, entries).encode())
        yield Asset("feed.json", json_feed(build, entries).encode())


def feed_entries(build: Build) -> tuple[Entry, ...]:
    """The entries, the last changed first."""
    entries = [entry for briefing in build.briefings for entry in _entries(build, briefing)]
    return tuple(sorted(sorted(entries, key=_id), key=_updated, reverse=True))


def _id(entry: Entry) -> str:
    return entry.id


def _updated(entry: Entry) -> str:
    return entry.updated


def _entries(build: Build, briefing: Briefing) -> Iterator[Entry]:
    first, last = _time(briefing.published), _time(briefing.updated)
    if briefing.is_draft or not (first or last):
        return
    url = absolute_url(build.site_url, f"{briefing.path}/")
    changes = absolute_url(build.site_url, build.addresses.of(f"{briefing.path}/changes"))
    yield Entry(
        id=url,
        url=absolute_url(build.site_url, build.addresses.of(briefing.path)),
        title=one_line(briefing.title),
        summary=field_text(briefing, "standfirst"),
        language=briefing.language,
        published=first or last,
        updated=last or first,
        authors=tuple(map(one_line, briefing.authors)),
        topics=tuple(map(one_line, briefing.topics)),
        pdf=f"{url}{briefing.slug}.pdf",
        evidence=f"{url}evidence.json",
        picture=f"{url}{CARD}",
    )
    for correction in briefing.corrections:
        if not correction.minor and _time(correction.date):
            yield _correction(briefing, correction, url, changes)
    for edition in briefing.editions[1:]:
        yield _edition(briefing, edition, url, changes)


def _correction(briefing: Briefing, correction: Correction, url: str, changes: str) -> Entry:
    time = _time(correction.date)
    return Entry(
        id=f"{url}#correction-{quote(one_line(correction.id), safe='')}",
        url=changes,
        title=correction_title(briefing, correction),
        summary=correction_text(briefing, correction),
        language=briefing.language,
        published=time,
        updated=time,
        authors=tuple(map(one_line, briefing.authors)),
    )


def _edition(briefing: Briefing, edition: Edition, url: str, changes: str) -> Entry:
    """An entry for each edition after the first, which is the briefing's own."""
    name = words_for("site", briefing.language).say("edition_n", n=edition.number)
    return Entry(
        id=f"{url}#edition-{edition.number}",
        url=f"{changes}#edition-{edition.number}",
        title=f"{name} · {one_line(briefing.title)}",
        summary=one_line(edition.message),
        language=briefing.language,
        published=_time(edition.date),
        updated=_time(edition.date),
        authors=tuple(map(one_line, briefing.authors)),
    )


def _time(written: str | None) -> str:
    """RFC 3339 for a date as written; empty where there is none."""
    if not written or not is_written_date(written):
        return ""
    return f"{written}{'-01-01'[: len('2026-02-09') - len(written)]}T00:00:00Z"


def atom(build: Build, entries: tuple[Entry, ...]) -> str:
    """The Atom feed."""
    home = absolute_url(build.site_url, "")
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": build.language})
    _add(feed, "id", home)
    _add(feed, "title", one_line(build.site_name))
    _add(feed, "updated", entries[0].updated if entries else _NEVER)
    _add(feed, "link", rel="self", type="application/atom+xml", href=_feed(build, "feed.xml"))
    _add(feed, "link", rel="alternate", type="text/html", href=home)
    _add(_add(feed, "author"), "name", one_line(build.site_name))
    for entry in entries:
        _add_entry(feed, entry)
    ElementTree.indent(feed, " ")
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _add_entry(feed: ElementTree.Element, entry: Entry) -> None:
    node = _add(feed, "entry", **{"xml:lang": entry.language})
    _add(node, "id", entry.id)
    _add(node, "title", entry.title)
    _add(node, "updated", entry.updated)
    _add(node, "published", entry.published)
    for author in entry.authors:
        _add(_add(node, "author"), "name", author)
    _add(node, "link", rel="alternate", type="text/html", href=entry.url)
    if entry.pdf:
        _add(node, "link", rel="enclosure", type="application/pdf", href=entry.pdf)
        _add(node, "link", rel="related", type="application/json", href=entry.evidence)
    for topic in entry.topics:
        _add(node, "category", term=topic)
    if entry.summary:
        _add(node, "summary", entry.summary)


def _add(
    parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    node = ElementTree.SubElement(parent, name, attributes)
    node.text = text
    return node


def json_feed(build: Build, entries: tuple[Entry, ...]) -> str:
    """The JSON feed."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(build.site_name),
        "home_page_url": absolute_url(build.site_url, ""),
        "feed_url": _feed(build, "feed.json"),
        "language": build.language,
        "items": [_item(entry) for entry in entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.summary or entry.title,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "language": entry.language,
    }
    if entry.authors:
        item["authors"] = [{"name": author} for author in entry.authors]
    if entry.topics:
        item["tags"] = list(entry.topics)
    if entry.picture:
        item["image"] = entry.picture
    if entry.pdf:
        item["attachments"] = [{"url": entry.pdf, "mime_type": "application/pdf"}]
    return item


def _feed(build: Build, name: str) -> str:
    return absolute_url(build.site_url, name)


EXPORT = _export
