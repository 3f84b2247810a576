import json
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.codec import Codec, Home, codec_of
from generator.model.page import Block, Page, PageKind, PageText
from generator.model.passage import Match, MatchKind
from generator.model.source import Source
from generator.model.span import Span, TextFile

FILE = TextFile("docs/a.md", "A page.\n")
TEXT = PageText(PageKind.TREND, "briefings/a/trend", FILE)
HOME = Home(FILE, TEXT)

SIMPLE: dict[object, st.SearchStrategy[Any]] = {
    str: st.text(max_size=8),
    int: st.integers(),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    TextFile: st.just(FILE),
    PageText: st.just(TEXT),
    Any: st.none(),
    Span: st.builds(
        Span, st.sampled_from([FILE.path, "sources/b.md"]), st.integers(0), st.integers(0)
    ),
}


def values(kind: object) -> st.SearchStrategy[Any]:
    """Whatever may stand in a field of this type."""
    if kind in SIMPLE:
        return SIMPLE[kind]
    if isinstance(kind, UnionType):
        (inner,) = (part for part in get_args(kind) if part is not NoneType)
        return st.none() | values(inner)
    if get_origin(kind) is tuple:
        return st.lists(values(get_args(kind)[0]), max_size=2).map(tuple)
    assert isinstance(kind, type)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    assert is_dataclass(kind)
    hints = get_type_hints(kind)
    own = {item.name: values(hints[item.name]) for item in fields(kind) if item.init}
    return st.builds(kind, **own)


@pytest.mark.parametrize("kind", [Source, Page, Match], ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_what_is_read_is_what_was_written(kind: type, data: st.DataObject) -> None:
    record = data.draw(values(kind))
    codec: Codec[Any] = codec_of(kind)
    text = json.dumps(codec.write(record, HOME))
    again = codec.read(json.loads(text), HOME)
    assert again == record
    assert repr(again) == repr(record)


def test_a_value_of_another_type_is_refused() -> None:
    codec = codec_of(Match)
    written = codec.write(Match(MatchKind.WEAK, "harbour"), HOME)
    for broken in (["found", *written[1:]], [written[0], 7, *written[2:]], written[:-1], 7):
        with pytest.raises((ValueError, TypeError, KeyError)):
            codec.read(broken, HOME)


def test_a_record_of_another_file_is_not_written() -> None:
    other = Home(TextFile("docs/b.md", "Another page.\n"))
    block = Block("chart", FILE.span(0, 3), FILE, 0, 3)
    with pytest.raises(ValueError, match="not made from"):
        codec_of(Block).write(block, other)


def test_options_of_a_block_are_not_written() -> None:
    block = Block("chart", FILE.span(0, 3), FILE, 0, 3, options=("read",))
    with pytest.raises(ValueError, match="any type"):
        codec_of(Block).write(block, HOME)


def test_a_type_that_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot be written"):
        codec_of(set)
