"""From curated YAML to our records, with each fault at its place.

Records are plain dataclasses; `field_types` says what may stand in a field of each type.
"""

from dataclasses import dataclass
from typing import Any

from generator.field_types import Record, Wrong, made_record, record_reader
from generator.model.span import Span
from generator.text.strict_yaml import Place, Value, YamlDocument


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
    the fields that take the place of another: `{"notes": {"span": "", "quote_span": "quote"}}`;
    `notes/values` are the lists in those records.
    """
    value = document.value if document.value is not None else {}
    if not isinstance(value, dict):
        return None, (SchemaFault("fields are expected here, as `name: value`", document.span(())),)
    content: dict[str, Any] = {  # Any: values still to be read, spans among them
        key: _without_nothing(item) for key, item in value.items() if item is not None
    }
    _add_spans(content, document, list_spans or {})
    wrong: list[Wrong] = []
    made = made_record(record, content, (), wrong, reserved or {})
    if wrong:
        return None, tuple(_fault(one, document) for one in wrong)
    return made, ()


def read_plain(record: type[Record], value: object) -> Record:
    """Make a record of what JSON gives. Raises ValueError that says the first fault and its place.

    For files of our own, which no author writes by hand.
    """
    wrong: list[Wrong] = []
    read = record_reader(record)
    made: Record | None = read(value, (), wrong)
    if made is None:
        place = "".join(f".{step}" for step in wrong[0].place)
        raise ValueError(f"{wrong[0].message} (at {place or 'the beginning'})")
    return made


def _fault(wrong: Wrong, document: YamlDocument) -> SchemaFault:
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
    for path, targets in wanted.items():
        name, *below = path.split("/")
        content[name] = _spanned(content.get(name), (name,), below, targets, document)


def _spanned(  # a list, its place, the lists below it, what they get, the document
    items: object, place: Place, below: list[str], targets: dict[str, str], document: YamlDocument
) -> object:
    """The list with the places of its records added, or of those in the list `below` them."""
    if not isinstance(items, list):
        return items
    spanned: list[object] = []
    for index, item in enumerate(items):
        here: Place = (*place, index)
        if isinstance(item, dict) and below:
            name, *rest = below
            inner = _spanned(item.get(name), (*here, name), rest, targets, document)
            spanned.append({**item, name: inner})
        else:
            is_record = isinstance(item, dict)
            spanned.append({**item, **_spans_of(document, here, targets)} if is_record else item)
    return spanned


def _spans_of(
    document: YamlDocument, place: Place, targets: dict[str, str]
) -> dict[str, Span | None]:
    return {
        target: document.span((*place, key) if key else place)
        for target, key in targets.items()
        if not key or (*place, key) in document.spans
    }
