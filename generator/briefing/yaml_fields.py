"""The text fields of briefing.yml and of docs/glossary.yml, each as a small page of its own."""

import re
from collections.abc import Iterator

from generator.model.page import Origin, PageKind, PageText
from generator.model.span import Span, TextFile
from generator.text.strict_yaml import Place, YamlDocument

_PROSE = re.compile(
    r"standfirst|judgements/\d+/(says|because|(assumptions|alternatives"
    r"|would_change)/\d+)|forecasts/\d+/probabilities/\d+/because"
    r"|(actors|glossary)/\d+/description(/.+)?"
)
_CITE = re.compile(
    r"((judgements|forecasts)/\d+/(resolution/)?|(actors|glossary)/\d+/(dates/.+/)?)cite/\d+"
)


def field_places(document: YamlDocument) -> Iterator[tuple[Place, str, Span]]:
    """The texts that are compiled, `cite:` entries included."""
    for place, value, span in document.scalars():
        name = name_of(place)
        if _PROSE.fullmatch(name) or _CITE.fullmatch(name):
            yield place, value, span


def field_texts(
    document: YamlDocument, file: TextFile, slug: str, path: str = ""
) -> Iterator[tuple[Place, PageText]]:
    """The same as pages of the briefing; `path` is the name that they go by, else the file's."""
    for place, value, span in field_places(document):
        virtual_path = f"{path or file.path}#{name_of(_by_id(place, document))}"
        is_cite = _CITE.fullmatch(name_of(place)) is not None
        inner = _inner(file, value, span)
        yield place, _field(virtual_path, slug, value, inner, wrapped=is_cite)


def _by_id(place: Place, document: YamlDocument) -> Place:
    """The place with the id of its actor or term for the number."""
    entry = document.at((*place[:2], "id")) if place[0] in ("actors", "glossary") else None
    return (place[0], entry, *place[2:]) if isinstance(entry, str) else place


def name_of(place: Place) -> str:
    """A place in one word: `judgements/0/says`."""
    return "/".join(map(str, place))


def _field(
    virtual_path: str, slug: str, value: str, span: Span, *, wrapped: bool = False
) -> PageText:
    """A field as a page of its own; a `cite:` entry is read as if it stood in brackets."""
    text = f"[{value}]" if wrapped else value
    start = 1 if wrapped else 0
    origins = (Origin(start, start + len(value), span), Origin(0, len(text), span))
    home = f"briefings/{slug}" if slug else ""
    return PageText(PageKind.FIELD, home, TextFile(virtual_path, text), origins=origins)


def _inner(file: TextFile, value: str, span: Span) -> Span:
    """The place of the text itself where YAML wrote it unchanged, without quotation marks."""
    at = file.text.find(value, span.start, span.end)
    return file.span(at, at + len(value)) if at >= 0 else span
