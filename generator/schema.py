"""From curated YAML to our records, with each fault at its place.

Records are plain dataclasses, and what may stand in a field is its type: text, numbers, true or
false, one of a few words, lists and records of these. YAML gives text for every scalar; the type
of the field decides what it means. Fields that hold spans, files or pages are ours to fill in.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from generator.model.span import Span, TextFile
from generator.text.strict_yaml import Place, Value, YamlDocument

Record = TypeVar("Record")

_OURS = (Span, TextFile)
_WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """What is wrong with a field, where, and what to do."""

    message: str
    span: Span | None
    help: str = ""


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What is wrong at a place of the document; `at_key` puts it on the key, not on the value."""

    place: Place
    message: str
    help: str = ""
    at_key: bool = False


_Reader = Callable[[Any, Place, list[_Wrong]], Any]
"""Makes what a field holds of a value, and adds what is wrong with it to the list."""


def read_record(
    record: type[Record],
    document: YamlDocument,
    *,
    reserved: dict[str, Any] | None = None,  # Any: fields of any type that the loader fills in
    list_spans: dict[str, dict[str, str]] | None = None,
) -> tuple[Record | None, tuple[SchemaFault, ...]]:
    """Make a record of the document's mapping.

    `reserved` are fields that the author cannot write. `list_spans` names, for lists of records,
    the fields that take the place of another: `{"notes": {"span": "", "quote_span": "quote"}}`.
    """
    value = document.value if document.value is not None else {}
    if not isinstance(value, dict):
        return None, (SchemaFault("fields are expected here, as `name: value`", document.span(())),)
    content: dict[str, Any] = {  # Any: values still to be read, spans among them
        key: _without_nothing(item) for key, item in value.items() if item is not None
    }
    _add_spans(content, document, list_spans or {})
    wrong: list[_Wrong] = []
    made = _made(record, content, (), wrong, reserved or {})
    if wrong:
        return None, tuple(_fault(one, document) for one in wrong)
    return made, ()


def _fault(wrong: _Wrong, document: YamlDocument) -> SchemaFault:
    at_key = document.key_spans.get(wrong.place) if wrong.at_key else None
    return SchemaFault(wrong.message, at_key or document.span(wrong.place), wrong.help)


def _without_nothing(value: Value) -> Value:
    """The value without fields that were left empty: they count as not written."""
    if isinstance(value, dict):
        return {key: _without_nothing(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_nothing(item) for item in value]
    return value


def _add_spans(
    content: dict[str, Any], document: YamlDocument, wanted: dict[str, dict[str, str]]
) -> None:
    for name, targets in wanted.items():
        items = content.get(name)
        if not isinstance(items, list):
            continue
        content[name] = [
            item if not isinstance(item, dict) else {**item, **_spans_of(document, place, targets)}
            for item, place in ((item, (name, index)) for index, item in enumerate(items))
        ]


def _spans_of(
    document: YamlDocument, place: Place, targets: dict[str, str]
) -> dict[str, Span | None]:
    return {
        target: document.span((*place, key) if key else place)
        for target, key in targets.items()
        if not key or (*place, key) in document.spans
    }


def _made(
    record: type[Record],
    content: Mapping[str, Any],
    place: Place,
    wrong: list[_Wrong],
    ready: Mapping[str, Any],
) -> Record | None:
    """The record, None where something is wrong. `ready` are fields that need no reading."""
    before = len(wrong)
    kind: type = record
    readers, needed = _fields_of(kind)
    values = dict(ready)
    for name, value in content.items():
        if value is None or isinstance(value, _OURS):
            values[name] = value
        elif name in ready or name not in readers:
            wrong.append(_unknown(name, place, record, ready))
        else:
            values[name] = readers[name](value, (*place, name), wrong)
    wrong += [
        _Wrong((*place, name), f"the field `{name}` is missing", f"add `{name}:`")
        for name in needed
        if name not in values
    ]
    return record(**values) if len(wrong) == before else None


@cache
def _fields_of(record: type) -> tuple[dict[str, _Reader], tuple[str, ...]]:
    """How each field that an author may write is read, and which fields must be there."""
    hints = get_type_hints(record)
    own = [item for item in fields(record) if item.init]
    readers = {item.name: _reader(hints[item.name]) for item in own}
    return {name: read for name, read in readers.items() if read}, tuple(
        item.name for item in own if _is_needed(item)
    )


def _is_needed(item: "Field[Any]") -> bool:  # Any: a field of any type
    return item.default is MISSING and item.default_factory is MISSING


@cache
def _reader(kind: object) -> _Reader | None:
    """How a field of this type is read; None where it is ours to fill in."""
    if get_origin(kind) in (Union, UnionType):
        first, *others = (part for part in get_args(kind) if part is not NoneType)
        return _number_or_shares(*others) if others else _reader(first)
    if get_origin(kind) is tuple:
        inner_reader = _reader(get_args(kind)[0])
        return _list(inner_reader) if inner_reader else None
    if get_origin(kind) is Literal:
        return _word({word: word for word in get_args(kind)})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _word({member.value: member for member in kind})
    if kind in _OURS:
        return None
    return _nested(kind) if isinstance(kind, type) and is_dataclass(kind) else _SCALARS[kind]


def _text(value: object, place: Place, wrong: list[_Wrong]) -> str:
    if isinstance(value, str):
        return value
    wrong.append(_Wrong(place, f"{_named(place)}text is expected here"))
    return ""


def _scalar(meaning: Callable[[str], object], what: str) -> _Reader:
    """A reader of text that means something else; `meaning` gives None where it does not."""

    def read(value: object, place: Place, wrong: list[_Wrong]) -> object:
        found = meaning(value.strip()) if isinstance(value, str) else None
        if found is None:
            wrong.append(_Wrong(place, f"{_named(place)}{_shown(value)} is {what}"))
        return found

    return read


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _whole_number(text: str) -> int | None:
    return int(text) if _WHOLE.fullmatch(text) else None


def _truth(text: str) -> bool | None:
    word = text.lower()
    return word in _TRUE if word in _TRUE | _FALSE else None


_SCALARS: dict[object, _Reader] = {
    str: _text,
    float: _scalar(_number, "no number"),
    int: _scalar(_whole_number, "no whole number"),
    bool: _scalar(_truth, "neither true nor false"),
}


def _word(words: Mapping[str, object]) -> _Reader:
    """A reader of one of a few words."""
    *others, last = (f"`{word}`" for word in words)
    expected = f"{', '.join(others)} or {last}" if others else last

    def read(value: object, place: Place, wrong: list[_Wrong]) -> object:
        if isinstance(value, str) and value in words:
            return words[value]
        message = f"`{place[-1]}` is {_shown(value)}, which is none of {expected}"
        wrong.append(_Wrong(place, message, "write one of those"))
        return None

    return read


def _list(each: _Reader) -> _Reader:
    def read(value: object, place: Place, wrong: list[_Wrong]) -> object:
        if not isinstance(value, list):
            message = "a list is expected here, as `[one, two]`"
            wrong.append(_Wrong(place, f"{_named(place)}{message}"))
            return ()
        return tuple([each(item, (*place, index), wrong) for index, item in enumerate(value)])

    return read


def _nested(record: type) -> _Reader:
    def read(value: object, place: Place, wrong: list[_Wrong]) -> object:
        if isinstance(value, dict):
            return _made(record, value, place, wrong, {})
        message = "fields are expected here, as `{name: value}`"
        wrong.append(_Wrong(place, f"{_named(place)}{message}"))
        return None

    return read


def _number_or_shares(shares: object) -> _Reader:
    """A reader of a number, or of `{name: number}` as records of a name and a number."""
    (record, _) = get_args(shares)
    number = _SCALARS[float]

    def read(value: object, place: Place, wrong: list[_Wrong]) -> object:
        if not isinstance(value, dict):
            return number(value, place, wrong)
        pairs = [(name, number(part, (*place, name), wrong)) for name, part in value.items()]
        return tuple(record(name, part) for name, part in pairs)

    return read


def _named(place: Place) -> str:
    names = [step for step in place if isinstance(step, str)]
    return f"`{names[-1]}`: " if names else ""


def _shown(value: object) -> str:
    return f"`{str(value)[:60]}`"


def _unknown(name: str, place: Place, record: type, ready: Mapping[str, Any]) -> _Wrong:
    from rapidfuzz import process  # 10 ms, and only needed for a fault

    known = [field for field in _fields_of(record)[0] if field not in ready]
    near = process.extractOne(name, known, score_cutoff=75)
    advice = f"did you mean `{near[0]}`?" if near else "remove it"
    return _Wrong((*place, name), f"there is no field `{name[:60]}` here", advice, at_key=True)
