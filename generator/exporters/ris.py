"""`sources.ris`: the sources of a briefing for EndNote, Citavi, Zotero and other readers of RIS.

One tag a line, `TY` first and `ER` last, lines end in CR LF. A value is one line, so no text can
begin a tag of its own.
"""

from collections.abc import Iterator

from generator.exporters import Published
from generator.model.build import Asset
from generator.model.source import Source
from generator.text.dates.curated import is_written_date
from generator.text.names import Name, author_names
from generator.text.plain import one_line
from generator.text.urls import linkable

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "regulation": "GOVDOC",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
_IN_OUTLETS = frozenset({"JOUR", "MGZN", "NEWS", "BLOG", "ELEC", "VIDEO"})
"""Types whose publisher is an outlet, which stands in T2."""


def _export(published: Published) -> Iterator[Asset]:
    library = published.build.library
    for briefing in published.build.briefings:
        sources = (source for source in map(library.get, briefing.used) if source)
        text = "".join(reference(source) for source in sources)
        yield Asset(f"{briefing.path}/sources.ris", text.encode())


def reference(source: Source) -> str:
    """A source as one reference; what is unknown is left out."""
    tags = ((tag, one_line(value)) for tag, value in _tags(source))
    lines = [f"{tag}  - {value}\r\n" for tag, value in tags if value]
    return "".join([*lines, "ER  - \r\n\r\n"])


def _tags(source: Source) -> Iterator[tuple[str, str]]:
    kind = _TYPES.get(source.type) or ("ELEC" if linkable(source.url) else "GEN")
    yield "TY", kind
    yield "ID", source.id
    yield "TI", source.title
    yield from (("AU", _name(name)) for name in author_names(source))
    yield "T2" if kind in _IN_OUTLETS else "PB", source.publisher or ""
    published = _date(source.published)
    yield "PY", published[:4]
    yield "DA", published
    yield "Y2", _date(source.accessed)
    yield "UR", linkable(source.url)
    yield "LA", source.language
    yield from (("KW", tag) for tag in source.tags)
    archive = linkable(source.archive_url)
    yield "N1", f"Archived: {archive}" if archive else ""


def _name(name: Name) -> str:
    """`van Dam, Jan`."""
    family = f"{name.particle} {name.family}".strip()
    return name.literal or f"{family}, {name.given}"


def _date(written: str | None) -> str:
    """`2026/02/09`; of a month or a year, as much as is known."""
    return written.replace("-", "/") if written and is_written_date(written) else ""


EXPORT = _export
