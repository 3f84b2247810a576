"""`sources.csl.json`: the sources of a briefing for Zotero, Pandoc and other readers of CSL-JSON.

After the schema of citationstyles.org for CSL data: dates are objects with `date-parts`, names have
`family` and `given` or are `literal`. It has no field for the address of an archived copy
(its issues 387 and 462), so those stand in `custom.archive`; the first is repeated in `archive` and
`archive_location`, which styles know how to print.
"""

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.exporters import Published
from generator.model.build import Asset
from generator.model.source import Source
from generator.text.dates.curated import is_written_date
from generator.text.names import Name, author_names
from generator.text.plain import one_line
from generator.text.urls import linkable

Json = str | int | None | list["Json"] | dict[str, "Json"]

_TYPES = """\
article article-journal article-magazine article-newspaper bill book broadcast chapter classic
collection dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing
interview legal_case legislation manuscript map motion_picture musical_score pamphlet
paper-conference patent performance periodical personal_communication post post-weblog regulation
report review review-book software song speech standard thesis treaty webpage
"""
TYPES = frozenset(_TYPES.split())
_IN_CONTAINERS = frozenset(
    {
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "broadcast",
        "post",
        "post-weblog",
        "webpage",
    }
)
"""Kinds whose outlet styles print as the container."""


def _export(published: Published) -> Iterator[Asset]:
    library = published.build.library
    for briefing in published.build.briefings:
        sources = (source for source in map(library.get, briefing.used) if source)
        items = [csl_item(source) for source in sources]
        text = json.dumps(items, ensure_ascii=False, indent=1) + "\n"
        yield Asset(f"{briefing.path}/sources.csl.json", text.encode())


def csl_item(source: Source) -> dict[str, Json]:
    """A source as an item of CSL-JSON; what is unknown is left out."""
    kind = source.type if source.type in TYPES else "document"
    outlet = one_line(source.publisher or "")
    archive = linkable(source.archive_url)
    item: dict[str, Json] = {
        "id": source.id,
        "type": kind,
        "title": one_line(source.title),
        "author": [_name(name) for name in author_names(source)],
        "container-title" if kind in _IN_CONTAINERS else "publisher": outlet,
        "issued": _date(source.published),
        "accessed": _date(source.accessed),
        "URL": linkable(source.url),
        "language": source.language,
        "keyword": ", ".join(one_line(tag) for tag in source.tags),
        "archive": urlsplit(archive).hostname if archive else "",
        "archive_location": archive,
        "note": f"Archived: {archive}" if archive else "",
        "custom": _custom(source, archive),
    }
    return {key: value for key, value in item.items() if value}


def _name(name: Name) -> Json:
    if name.literal:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
    }
    return {key: part for key, part in parts.items() if part}


def _date(written: str | None) -> Json:
    """The date as far as it is known: `2026-02` has two parts."""
    if not written or not is_written_date(written):
        return None
    parts: list[Json] = [int(part) for part in written.split("-")]
    return {"date-parts": [parts]}


def _custom(source: Source, archive: str) -> dict[str, Json]:
    custom: dict[str, Json] = {"grade": source.grade, "origin": source.origin}
    snapshot = source.snapshot
    if snapshot or archive:
        copy: dict[str, Json] = {
            "url": archive,
            "datetime": snapshot.retrieved if snapshot else "",
            "sha256": snapshot.sha256 if snapshot else "",
            "format": snapshot.media_type if snapshot else "",
        }
        custom["archive"] = [{key: value for key, value in copy.items() if value}]
    return custom


EXPORT = _export
