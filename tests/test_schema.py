from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import pytest

from generator.model.span import Span, TextFile
from generator.schema import SchemaFault, read_record
from generator.text.strict_yaml import read_yaml


class Grade(StrEnum):
    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    slug: str
    title: str
    grade: Grade = Grade.LOW
    mark: Literal["step", "line"] = "step"
    share: float = 0.0
    count: int | None = None
    is_open: bool = False
    names: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def read(text: str) -> tuple[Sample | None, tuple[SchemaFault, ...], TextFile]:
    file = TextFile("sample.yml", text)
    spans = {"parts": {"span": ""}}
    made, faults = read_record(
        Sample, read_yaml(file), reserved={"slug": "sample"}, list_spans=spans
    )
    return made, faults, file


def test_fields_mean_what_their_types_say() -> None:
    made, faults, file = read(
        "title: 1.10\ngrade: high\nmark: line\nshare: 1e-1\ncount: '7'\nis_open: Yes\n"
        "names: [no, 12:30]\nparts: [{name: one}]\n"
    )
    assert faults == ()
    assert made is not None
    assert made.parts[0].span is not None
    assert file.text[made.parts[0].span.start : made.parts[0].span.end] == "{name: one}"
    part = Part("one", made.parts[0].span)
    assert made == Sample(
        "sample",
        "1.10",
        Grade.HIGH,
        "line",
        0.1,
        7,
        is_open=True,
        names=("no", "12:30"),
        parts=(part,),
    )


def test_a_field_left_empty_counts_as_not_written() -> None:
    made, faults, _ = read("title: One\ngrade:\nnames: ~\n")
    assert faults == ()
    assert made == Sample("sample", "One")


FAULTS = (
    ("{}", "the field `title` is missing", "add `title:`", "{}"),
    ("title: [a]", "`title`: text is expected here", "", "[a]"),
    ("{title: a, names: b}", "`names`: a list is expected here, as `[one, two]`", "", "b"),
    ("{title: a, names: [[b]]}", "`names`: text is expected here", "", "[b]"),
    ("{title: a, share: b}", "`share`: `b` is no number", "", "b"),
    ("{title: a, share: nan}", "`share`: `nan` is no number", "", "nan"),
    ("{title: a, count: 1.5}", "`count`: `1.5` is no whole number", "", "1.5"),
    ("{title: a, is_open: 2}", "`is_open`: `2` is neither true nor false", "", "2"),
    (
        "{title: a, grade: big}",
        "`grade` is `big`, which is none of `high` or `low`",
        "write one of those",
        "big",
    ),
    (
        "{title: a, mark: dot}",
        "`mark` is `dot`, which is none of `step` or `line`",
        "write one of those",
        "dot",
    ),
    ("{title: a, titel: b}", "there is no field `titel` here", "did you mean `title`?", "titel"),
    ("{title: a, slug: b}", "there is no field `slug` here", "remove it", "slug"),
    (
        "{title: a, parts: [b]}",
        "`parts`: fields are expected here, as `{name: value}`",
        "",
        "b",
    ),
    ("{title: a, parts: [{}]}", "the field `name` is missing", "add `name:`", "{}"),
    (
        "{title: a, parts: [{name: b, nme: c}]}",
        "there is no field `nme` here",
        "did you mean `name`?",
        "nme",
    ),
)


@pytest.mark.parametrize(("text", "message", "advice", "place"), FAULTS, ids=lambda part: part)
def test_a_fault_is_said_at_its_place(text: str, message: str, advice: str, place: str) -> None:
    made, faults, file = read(text)
    assert made is None
    (fault,) = faults
    assert (fault.message, fault.help) == (message, advice)
    assert fault.span is not None
    assert file.text[fault.span.start : fault.span.end] == place


def test_all_faults_are_said_at_once() -> None:
    _, faults, _ = read("{share: a, count: b}")
    assert [fault.message for fault in faults] == [
        "`share`: `a` is no number",
        "`count`: `b` is no whole number",
        "the field `title` is missing",
    ]


def test_an_author_cannot_write_a_place() -> None:
    _, faults, _ = read("{title: a, parts: [{name: b, span: {path: x, start: 0, end: 1}}]}")
    assert faults == ()  # the place of the entry has taken its place


def test_a_list_is_no_record() -> None:
    _, (fault,), _ = read("- a")
    assert fault.message == "fields are expected here, as `name: value`"


@dataclass(frozen=True, slots=True)
class Shelf:
    parts: tuple[Part, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Shop:
    shelves: tuple[Shelf, ...] = ()


def test_records_in_lists_of_records_get_their_places_too() -> None:
    file = TextFile("shop.yml", "shelves:\n- parts: [{name: one}, {name: two}]\n- {}\n")
    spans = {"shelves": {"span": ""}, "shelves/parts": {"span": ""}}
    made, faults = read_record(Shop, read_yaml(file), list_spans=spans)
    assert faults == ()
    assert made is not None
    first, second = made.shelves
    assert [file.text[one.span.start : one.span.end] for one in first.parts if one.span] == [
        "{name: one}",
        "{name: two}",
    ]
    assert first.span
    assert second.span
    assert second.parts == ()


def test_a_list_that_is_none_is_left_to_the_reader() -> None:
    file = TextFile("shop.yml", "shelves:\n- parts: many\n- nothing\n")
    _, faults = read_record(Shop, read_yaml(file), list_spans={"shelves/parts": {"span": ""}})
    assert len(faults) == 2
