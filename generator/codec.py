"""Our records as JSON and back: what lets a result be remembered between runs.

A record is the list of its fields in their order, an enum its value, a tuple a list. What is read
back is made of the record types alone, never of classes that the JSON names. What a record is made
from (its file, the text of a page) is not written: whoever reads it back has it at hand.

>>> codec, home = codec_of(Span), Home(TextFile("a.md", "text"))
>>> codec.read(codec.write(Span("a.md", 1, 4), home), home)
Span(path='a.md', start=1, end=4)
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from generator.model.page import PageText
from generator.model.span import Span, TextFile

Record = TypeVar("Record")
Json = Any  # what json.loads gives: its shape follows the record type


@dataclass(frozen=True, slots=True)
class Home:
    """What a record is made from: spans without a path lie in `file`."""

    file: TextFile
    text: PageText | None = None


@dataclass(frozen=True, slots=True)
class Codec(Generic[Record]):
    """`write` makes JSON of a record and `read` an equal record of it.

    `read` raises ValueError, TypeError, KeyError or IndexError for JSON of another shape.
    """

    write: Callable[[Record, Home], Json]
    read: Callable[[Json, Home], Record]


def codec_of(kind: type[Record]) -> Codec[Record]:
    """The codec of a record type; its fields are records, enums, plain values, tuples of them."""
    plain: type = kind
    return _codec(plain)


@cache
def _codec(kind: object) -> Codec[Any]:
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if get_origin(kind) in (Union, UnionType):
        return _optional(kind)
    if get_origin(kind) is tuple:
        return _tuple(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return Codec(lambda member, _: member.value, lambda value, _: members[value])
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind)
    raise TypeError(f"{kind} cannot be written as JSON")


def _plain(kind: type) -> Codec[Any]:
    def read(value: Json, _: Home) -> Json:
        if type(value) is not kind:
            raise TypeError(f"{kind.__name__} expected")
        return value

    return Codec(lambda value, _: value, read)


def _write_span(span: Span, home: Home) -> Json:
    place = [span.start, span.end]
    return place if span.path == home.file.path else [*place, span.path]


def _read_span(value: Json, home: Home) -> Span:
    start, end, *path = value
    if type(start) is not int or type(end) is not int:
        raise TypeError("offsets expected")
    return Span(path[0] if path else home.file.path, start, end)


def _given(given: Callable[[Home], object]) -> Codec[Any]:
    """For what whoever reads has at hand."""

    def write(value: object, home: Home) -> Json:
        if value != given(home):
            raise ValueError("the record is not made from what it is written relative to")
        return 0

    return Codec(write, lambda _, home: given(home))


def _empty() -> Codec[Any]:
    """For a field of any type, which is only written while it holds nothing."""

    def write(value: object, _: Home) -> Json:
        if value is not None:
            raise ValueError("a value of any type cannot be written as JSON")

    return Codec(write, lambda _value, _: None)


_SIMPLE: dict[object, Codec[Any]] = {
    **{kind: _plain(kind) for kind in (str, int, float, bool)},
    Span: Codec(_write_span, _read_span),
    TextFile: _given(lambda home: home.file),
    PageText: _given(lambda home: home.text),
    Any: _empty(),
}


def _optional(kind: object) -> Codec[Any]:
    (inner,) = (_codec(part) for part in get_args(kind) if part is not NoneType)
    write, read = inner.write, inner.read
    return Codec(
        lambda value, home: None if value is None else write(value, home),
        lambda value, home: None if value is None else read(value, home),
    )


def _tuple(kind: object) -> Codec[Any]:
    each = _codec(get_args(kind)[0])
    write, read = each.write, each.read
    if get_args(kind)[1:] != (...,):
        raise TypeError(f"{kind} cannot be written as JSON")
    return Codec(
        lambda values, home: [write(value, home) for value in values],
        lambda values, home: tuple([read(value, home) for value in values]),
    )


def _record(kind: type) -> Codec[Any]:
    hints = get_type_hints(kind)
    names = [item.name for item in fields(kind) if item.init]
    writers = [(name, _codec(hints[name]).write) for name in names]
    readers = [_codec(hints[name]).read for name in names]

    def write(record: object, home: Home) -> Json:
        return [write(getattr(record, name), home) for name, write in writers]

    def read(values: Json, home: Home) -> object:
        return kind(*[read(value, home) for read, value in zip(readers, values, strict=True)])

    return Codec(write, read)
