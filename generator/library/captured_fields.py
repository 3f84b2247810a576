"""What a document says of itself, made fit for a source's front matter.

Documents are hostile until shown otherwise: text goes on one line without control characters, and
a date, address or language that is none is dropped rather than written.
"""

import re
from collections.abc import Iterator, Mapping

from generator.text.dates.curated import is_written_date
from generator.text.dates.printed import read_date
from generator.text.plain import one_line
from generator.text.strict_yaml import Value
from generator.text.urls import is_web_url

_LONGEST_TEXT = 500
_LONGEST_URL = 2000
_MOST_ENTRIES = 50
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)
_TYPE = re.compile(r"[a-z]{3,20}(?:[-_][a-z]{3,20}){0,3}")
_TEXTS = ("title", "publisher", "licence")
_DATES = ("published", "accessed")
_URLS = ("url", "archive_url")


def captured_fields(stated: Mapping[str, object]) -> dict[str, Value]:
    """The fields of `stated` that are what they should be; others are left out."""
    fields: dict[str, Value] = {}
    for name in _TEXTS:
        fields[name] = _text(stated.get(name))
    for name in _DATES:
        fields[name] = _date(_text(stated.get(name)))
    for name in _URLS:
        fields[name] = _url(_text(stated.get(name), longest=_LONGEST_URL))
    for name, divided in (("authors", _names), ("tags", _words)):
        value = stated.get(name)
        entries = divided(value) if isinstance(value, str) else value
        found: list[Value] = [*dict.fromkeys(_entries(entries))]
        fields[name] = found[:_MOST_ENTRIES]
    language = _text(stated.get("language")).replace("_", "-")
    fields["language"] = language if _LANGUAGE.fullmatch(language) else None
    kind = _text(stated.get("type"))
    fields["type"] = kind if _TYPE.fullmatch(kind) else None
    fields["text"] = "abstract" if stated.get("text") == "abstract" else None
    return {name: value for name, value in fields.items() if value}


def _text(value: object, *, longest: int = _LONGEST_TEXT) -> str:
    line = one_line(value) if isinstance(value, str) else ""
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _date(text: str) -> str | None:
    return text if is_written_date(text) else read_date(text)


def _url(text: str) -> str | None:
    return text if is_web_url(text) else None


def _names(text: str) -> list[str]:
    """The names in a byline; a comma divides whole names, but not `Example, Lin`."""
    names = re.split(r"[;；、，]", text)
    parts = text.split(",")
    are_whole = len(names) == 1 and all(" " in part.strip() for part in parts)
    return parts if are_whole else names


def _words(text: str) -> list[str]:
    return re.split(r"[;,；、，]", text)


def _entries(value: object) -> Iterator[str]:
    """The texts of a list; of records, their `name`."""
    if isinstance(value, Mapping):
        value = [value]
    for entry in value if isinstance(value, list) else []:
        name = entry.get("name") if isinstance(entry, Mapping) else entry
        text = _text(name).removeprefix("[[").removesuffix("]]")  # how note-taking tools link
        if text and not is_web_url(text):
            yield text
