"""From curated YAML to our records, with each fault at its place.

Records are plain dataclasses; pydantic checks what comes from outside against them once, here.
What it finds is said again in the words of the handbook.
"""

from dataclasses import dataclass, fields
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from generator.model.span import Span
from generator.text.strict_yaml import Place, Value, YamlDocument

Record = TypeVar("Record")

_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}  # Any: one adapter per record type


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """What is wrong with a field, where, and what to do."""

    message: str
    span: Span | None
    help: str = ""


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
    taken = reserved or {}
    faults = [_unknown(name, document, record) for name in value if name in taken]
    content: dict[str, Any] = {  # Any: values still to be validated
        **{key: _without_nothing(item) for key, item in value.items() if item is not None},
        **taken,
    }
    _add_spans(content, document, list_spans or {})
    try:
        made: Record = _adapter(record).validate_python(content)
    except ValidationError as error:
        faults += [_fault(detail, document, record) for detail in error.errors(include_url=False)]
        return None, tuple(faults)
    return (None if faults else made), tuple(faults)


def _adapter(record: type[Any]) -> TypeAdapter[Any]:  # Any: one adapter per record type
    if record not in _ADAPTERS:
        _ADAPTERS[record] = TypeAdapter(record)
    return _ADAPTERS[record]


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


def _fault(detail: ErrorDetails, document: YamlDocument, record: type[Any]) -> SchemaFault:
    place = tuple(step for step in detail["loc"] if isinstance(step, str | int))
    name = str(place[-1]) if place else ""
    kind = detail["type"]
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return _unknown(place, document, record)
    if kind in ("missing", "missing_argument"):
        return SchemaFault(f"the field `{name}` is missing", document.span(place), f"add `{name}:`")
    if kind in ("enum", "literal_error"):
        expected = detail.get("ctx", {}).get("expected", "")
        return SchemaFault(
            f"`{name}` is {_shown(detail['input'])}, which is none of {expected}",
            document.span(place),
            "write one of those",
        )
    return SchemaFault(f"`{name}`: {_plain(detail)}", document.span(place))


def _plain(detail: ErrorDetails) -> str:
    words = {
        "tuple_type": "a list is expected here, as `[one, two]`",
        "string_type": "text is expected here",
        "dataclass_type": "fields are expected here, as `{name: value}`",
        "float_parsing": f"{_shown(detail['input'])} is no number",
        "int_parsing": f"{_shown(detail['input'])} is no whole number",
        "bool_parsing": f"{_shown(detail['input'])} is neither true nor false",
    }
    return words.get(detail["type"], detail["msg"][:1].lower() + detail["msg"][1:])


def _shown(value: object) -> str:
    return f"`{str(value)[:60]}`"


def _unknown(
    place: str | tuple[str | int, ...], document: YamlDocument, record: type[Any]
) -> SchemaFault:
    place = (place,) if isinstance(place, str) else place
    name = str(place[-1])
    span = document.key_spans.get(place) or document.span(place)
    known = [item.name for item in fields(record)] if len(place) == 1 else []
    near = process.extractOne(name, known, score_cutoff=75) if known else None
    advice = f"did you mean `{near[0]}`?" if near and near[0] != name else "remove it"
    return SchemaFault(f"there is no field `{name[:60]}` here", span, advice)
