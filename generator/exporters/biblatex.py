r"""`sources.bib`: the sources of a briefing for LaTeX, as BibLaTeX with Biber reads them.

Every text is data: what TeX would obey is written as a command that prints it. Braces become
`\textbraceleft{}` because BibTeX counts them even behind a backslash. Titles stand in two pairs of
braces, so that styles leave their capitals alone.
"""

import re
from collections.abc import Iterator

from generator.exporters import Published
from generator.model.build import Asset
from generator.model.source import Source
from generator.text.dates.curated import is_written_date
from generator.text.names import Name, author_names
from generator.text.plain import one_line
from generator.text.urls import linkable

_ENTRIES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "misc",
    "book": "book",
    "broadcast": "online",
    "chapter": "incollection",
    "dataset": "dataset",
    "hearing": "misc",
    "legislation": "misc",
    "paper-conference": "inproceedings",
    "post": "online",
    "post-weblog": "online",
    "regulation": "misc",
    "report": "report",
    "software": "software",
    "thesis": "thesis",
    "treaty": "misc",
    "webpage": "online",
}
_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_OUTLETS = {"article": "journaltitle", "report": "institution", "thesis": "institution"}
"""The field that names the publisher, where it is not `publisher` or, of pages, `organization`."""
_LANGUAGES = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pt": "portuguese",
    "ru": "russian",
    "zh": "chinese",
}
_COMMANDS = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    **{active: f"\\{active}" for active in "#$%&_"},
}
_ACTIVE = re.compile(r"[\\{}^~#$%&_]")


def _export(published: Published) -> Iterator[Asset]:
    library = published.build.library
    for briefing in published.build.briefings:
        sources = (source for source in map(library.get, briefing.used) if source)
        text = "\n".join(entry(source) for source in sources)
        yield Asset(f"{briefing.path}/sources.bib", text.encode())


def entry(source: Source) -> str:
    """A source as an entry of a .bib file; what is unknown is left out."""
    kind = _ENTRIES.get(source.type) or ("online" if linkable(source.url) else "misc")
    outlet = _OUTLETS.get(kind, "organization" if kind in ("online", "misc") else "publisher")
    fields = {
        "title": f"{{{escaped(source.title)}}}",
        "author": " and ".join(_name(name) for name in author_names(source)),
        outlet: escaped(source.publisher or ""),
        "entrysubtype": _SUBTYPES.get(source.type, ""),
        "type": "report" if kind == "report" else "",
        "date": _date(source.published),
        "url": linkable(source.url),
        "urldate": _date(source.accessed),
        "langid": _LANGUAGES.get(source.language.split("-")[0].lower(), ""),
        "keywords": ",".join(escaped(tag.replace(",", " ")) for tag in source.tags),
        "note": escaped(f"Archived: {linkable(source.archive_url)}")
        if linkable(source.archive_url)
        else "",
    }
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{source.id},\n{''.join(lines)}}}\n"


def escaped(text: str) -> str:
    """`text` on one line, as TeX prints it letter for letter."""
    return _ACTIVE.sub(lambda match: _COMMANDS[match.group()], one_line(text))


def _name(name: Name) -> str:
    """`van Dam, Jan`. An institution is in braces, or BibLaTeX would take it apart."""
    if name.literal:
        return f"{{{escaped(name.literal)}}}"
    family = f"{name.particle} {name.family}".strip()
    return ", ".join(_part(part) for part in (family, name.given))


def _part(text: str) -> str:
    """Braces hold together what looks like the end of a name."""
    has_divider = re.search(r"\band\b|,", text, re.IGNORECASE)
    return f"{{{escaped(text)}}}" if has_divider else escaped(text)


def _date(written: str | None) -> str:
    return written if written and is_written_date(written) else ""


EXPORT = _export
