"""What may stand in a field of a record: its type says it, and here values are read by it.

Text, numbers, true or false, one of a few words, lists and records of these. YAML gives text for
every scalar; the type of the field decides what it means. JSON has numbers and booleans of its own.
Fields that hold spans or files are ours to fill in.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from generator.model.actor import ActorDate, ActorLink, Wording
from generator.model.label import Label
from generator.model.span import Span, TextFile
from generator.text.strict_yaml import Place

Record = TypeVar("Record")

_OURS = (Span, TextFile)
_KEYED = (Wording, ActorLink, ActorDate, Label)
"""Lists of these are written as `{name: value}`, the name being their first field."""
_WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong at a place of the document; `at_key` puts it on the key, not on the value."""

    place: Place
    message: str
    help: str = ""
    at_key: bool = False


Reader = Callable[[Any, Place, list[Wrong]], Any]
"""Makes what a field holds of a value, and adds what is wrong with it to the list."""


def made_record(
    record: type[Record],
    content: Mapping[str, Any],
    place: Place,
    wrong: list[Wrong],
    ready: Mapping[str, Any],
) -> Record | None:
    """The record, None where something is wrong. `ready` are fields that need no reading."""
    before = len(wrong)
    kind: type = record
    readers, needed = _fields_of(kind)
    values = dict(ready)
    for name, value in content.items():
        if value is None:
            continue
        if isinstance(value, _OURS):
            values[name] = value
        elif name in ready or name not in readers:
            wrong.append(_unknown(name, place, record, ready))
        else:
            values[name] = readers[name](value, (*place, name), wrong)
    wrong += [
        Wrong((*place, name), f"the field `{name}` is missing", f"add `{name}:`")
        for name in needed
        if name not in values
    ]
    return record(**values) if len(wrong) == before else None


@cache
def _fields_of(record: type) -> tuple[dict[str, Reader], tuple[str, ...]]:
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
def _reader(kind: object) -> Reader | None:
    """How a field of this type is read; None where it is ours to fill in."""
    if get_origin(kind) in (Union, UnionType):
        first, *others = (part for part in get_args(kind) if part is not NoneType)
        return _number_or_shares(*others) if others else _reader(first)
    if get_origin(kind) is tuple:
        if get_args(kind)[0] in _KEYED:
            return _by_name(get_args(kind)[0])
        each = [_reader(part) for part in get_args(kind) if part is not ...]
        known = [reader for reader in each if reader]
        return (_list(known[0]) if ... in get_args(kind) else _row(known)) if known else None
    if get_origin(kind) is Literal:
        return _word({word: word for word in get_args(kind)})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _word({member.value: member for member in kind})
    if kind in _OURS:
        return None
    return record_reader(kind) if isinstance(kind, type) and is_dataclass(kind) else _SCALARS[kind]


def _text(value: object, place: Place, wrong: list[Wrong]) -> str:
    if isinstance(value, str):
        return value
    wrong.append(Wrong(place, f"{_named(place)}text is expected here"))
    return ""


def _scalar(meaning: Callable[[str], object], what: str, *own: type) -> Reader:
    """A reader of text that means something else; `meaning` gives None where it does not.

    Values of the types `own`, which JSON has, mean themselves.
    """

    def read(value: object, place: Place, wrong: list[Wrong]) -> object:
        if type(value) in own:
            return value
        found = meaning(value.strip()) if isinstance(value, str) else None
        if found is None:
            wrong.append(Wrong(place, f"{_named(place)}{_shown(value)} is {what}"))
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


_SCALARS: dict[object, Reader] = {
    str: _text,
    float: _scalar(_number, "no number", float, int),
    int: _scalar(_whole_number, "no whole number", int),
    bool: _scalar(_truth, "neither true nor false", bool),
}


def _word(words: Mapping[str, object]) -> Reader:
    """A reader of one of a few words."""
    *others, last = (f"`{word}`" for word in words)
    expected = f"{', '.join(others)} or {last}" if others else last

    def read(value: object, place: Place, wrong: list[Wrong]) -> object:
        if isinstance(value, str) and value in words:
            return words[value]
        message = f"`{place[-1]}` is {_shown(value)}, which is none of {expected}"
        wrong.append(Wrong(place, message, "write one of those"))
        return None

    return read


def _list(each: Reader) -> Reader:
    def read(value: object, place: Place, wrong: list[Wrong]) -> object:
        if not isinstance(value, list):
            message = "a list is expected here, as `[one, two]`"
            wrong.append(Wrong(place, f"{_named(place)}{message}"))
            return ()
        return tuple([each(item, (*place, index), wrong) for index, item in enumerate(value)])

    return read


def _by_name(record: type) -> Reader:
    """A reader of `{name: value}` as records: a value is their second field, or all others.

    Several values may stand in a list. A value alone has no name.
    """
    name, main, *_ = (item.name for item in fields(record))

    def one(key: str, value: object, place: Place, wrong: list[Wrong]) -> object:
        content = value if isinstance(value, dict) else {main: value}
        return made_record(record, content, place, wrong, {name: key})

    def read(value: object, place: Place, wrong: list[Wrong]) -> object:
        if isinstance(value, str):
            return (one("", value, place, wrong),)
        if not isinstance(value, dict):
            advice = f"write it as `{{{name}: {main}}}`"
            wrong.append(Wrong(place, f"{_named(place)}fields are expected here", advice))
            return ()
        made: list[object] = []
        for key, item in value.items():
            parts = enumerate(item) if isinstance(item, list) else ((None, item),)
            for index, part in parts:
                below = (*place, key) if index is None else (*place, key, index)
                made.append(one(key, part, below, wrong))
        return tuple(made)

    return read


def _row(each: list[Reader]) -> Reader:
    """A reader of a list with as many parts as there are readers."""

    def read(value: object, place: Place, wrong: list[Wrong]) -> object:
        if not isinstance(value, list | tuple) or len(value) != len(each):
            wrong.append(Wrong(place, f"{_named(place)}a list of {len(each)} is expected here"))
            return ()
        parts = enumerate(zip(each, value, strict=True))
        return tuple([reader(item, (*place, index), wrong) for index, (reader, item) in parts])

    return read


def record_reader(record: type) -> Reader:
    """A reader of a mapping that makes the record of it."""

    def read(value: object, place: Place, wrong: list[Wrong]) -> object:
        if isinstance(value, dict):
            return made_record(record, value, place, wrong, {})
        message = "fields are expected here, as `{name: value}`"
        wrong.append(Wrong(place, f"{_named(place)}{message}"))
        return None

    return read


def _number_or_shares(shares: object) -> Reader:
    """A reader of a number, or of `{name: number}` as records of a name and a number."""
    (record, _) = get_args(shares)
    number = _SCALARS[float]

    def read(value: object, place: Place, wrong: list[Wrong]) -> object:
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


def _unknown(name: str, place: Place, record: type, ready: Mapping[str, Any]) -> Wrong:
    from rapidfuzz import process  # 10 ms, and only needed for a fault

    known = [field for field in _fields_of(record)[0] if field not in ready]
    near = process.extractOne(name, known, score_cutoff=75)
    advice = f"did you mean `{near[0]}`?" if near else "remove it"
    return Wrong((*place, name), f"there is no field `{name[:60]}` here", advice, at_key=True)
