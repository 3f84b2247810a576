"""Inserts a record into curated YAML without touching what stands there.

Known are the layouts that people write: lists and records in block style (`- date: …`) and in flow
style (`[{date: …}]`), fields that are empty or missing. Anything else is refused. What comes out is
read again and must be exactly the old content with the new entry.
"""

import copy
import json
import re
from collections.abc import Iterable
from typing import cast

from generator.model.span import TextFile
from generator.text.strict_yaml import Place, Value, YamlDocument, read_yaml

Content = str | dict[str, "Content"] | list["Content"]
Fields = dict[str, Content]
"""A record to write: texts, lists, and records (`p: {red: 0.2}`), in their order."""

_PLAIN = re.compile(r"[A-Za-z0-9][^\n\r\t:#\[\]{},&*!|>'\"%@`\\]*", re.ASCII)
_NUMBER_OR_DATE = re.compile(r"[0-9][0-9.\-]*", re.ASCII)
_DASHED = re.compile(r"[ ]*-[ ]+")
_NOTHING = ("null", "Null", "NULL", "~")


class Refused(Exception):  # noqa: N818 (an answer, not a fault of the machine)
    """The place is written in a way that is not known. `lines` are what to paste."""

    def __init__(self, why: str, lines: str) -> None:
        super().__init__(why)
        self.lines = lines


def with_item(
    file: TextFile, document: YamlDocument, place: Place, entry: Fields
) -> tuple[str, int]:
    """The text with `entry` at the end of the list at `place`, and its line.

    Where the record has no such list, it gets one. Raises Refused.
    """
    return _checked(file, document, [_insertion(file, document, place, [entry])])


def with_field(
    file: TextFile, document: YamlDocument, place: Place, entry: Fields
) -> tuple[str, int]:
    """The text with `entry` as the field at `place`, which is empty or missing. Raises Refused."""
    return _checked(file, document, [_insertion(file, document, place, entry)])


def with_all(
    file: TextFile, document: YamlDocument, entries: Iterable[tuple[Place, list[Fields] | Fields]]
) -> str:
    """The text with all of them: the items of a list at its end, or a field; read again once.

    Of two at one place in the text the first stands first. Raises Refused.
    """
    insertions = [_insertion(file, document, place, content) for place, content in entries]
    return _checked(file, document, insertions)[0] if insertions else file.text


_Edit = tuple[int, int, str]
"""From where, to where, and what stands there then."""
_Insertion = tuple[Place, Value, _Edit]
"""A place, the items or the field that come there, and the edit that brings it about."""


def _insertion(
    file: TextFile, document: YamlDocument, place: Place, content: list[Fields] | Fields
) -> _Insertion:
    items = document.at(place)
    if isinstance(content, dict) or not isinstance(items, list):
        return place, _value(content), _field(file, document, place, content)
    if items:
        edit = _after_last(file, document, (*place, len(items) - 1), content)
    else:
        span = document.spans[place]
        edit = span.start, span.end, _flow_of(content)
    return place, _value(content), edit


def _after_last(
    file: TextFile, document: YamlDocument, last: Place, entries: list[Fields]
) -> _Edit:
    """After the last item, written as that one is."""
    span = document.spans[last]
    before = _line_before(file.text, span.start)
    opens = document.spans[last[:-1]].start
    if file.text[opens : opens + 1] == "[":
        is_first_on_line = not before.strip()
        between = f",{_newline(file)}{before}" if is_first_on_line else ", "
        return span.end, span.end, "".join(f"{between}{_flow(entry)}" for entry in entries)
    dash = _DASHED.fullmatch(before)
    if dash is None:
        lines = "\n".join(f"  - {_flow(entry)}" for entry in entries)
        raise Refused("its last entry does not stand beside its dash", lines)
    end = _content_end(file, document, last)
    start = f"{_newline(file)}{before}"
    if file.text[span.start] == "{":
        return end, end, "".join(f"{start}{_flow(entry)}" for entry in entries)
    inner = _newline(file) + " " * len(before)
    return end, end, "".join(f"{start}{inner.join(_block(entry))}" for entry in entries)


def _field(
    file: TextFile, document: YamlDocument, place: Place, content: Fields | list[Fields]
) -> _Edit:
    """As a field of the record: in place of nothing, or after the record's last field."""
    name = str(place[-1])
    if place in document.key_spans:
        colon = document.key_spans[place].end
        written = re.match(r"[ ]*:(?:[ ]*(?:null|Null|NULL|~))?", file.text[colon:])
        if written is None:
            raise Refused(f"`{name}` is not written plainly", _pasted(name, content))
        return colon, colon + written.end(), f": {_flow_of(content)}"
    record = place[:-1]
    span = document.spans[record]
    if file.text[span.start] == "{":
        last = list(document.at(record) or ())[-1]
        end = document.spans[(*record, str(last))].end
        return end, end, f", {name}: {_flow_of(content)}"
    indent = _line_before(file.text, span.start)
    if not re.fullmatch(r"[ ]*(?:-[ ]+)?", indent):
        raise Refused("the forecast does not begin beside its dash", _pasted(name, content))
    end = _content_end(file, document, record)
    inner = _newline(file) + " " * len(indent)
    return end, end, inner + inner.join(_field_lines(name, content, inner))


def _field_lines(name: str, content: Fields | list[Fields], inner: str) -> list[str]:
    deeper = f"{inner}  "
    if isinstance(content, list):
        deepest = f"{deeper}  "
        items = [f"  - {deepest.join(_block(each))}" for each in content]
        return [f"{name}:", *items]
    return [f"{name}:", f"  {deeper.join(_block(content))}"]


def _checked(
    file: TextFile, document: YamlDocument, insertions: list[_Insertion]
) -> tuple[str, int]:
    """The edited text and the line of the first edit, once it reads as what was meant."""
    expected = copy.deepcopy(document.value)
    for place, content, _ in insertions:
        _put(expected, place, content)
    edits = sorted((edit for _, _, edit in insertions), key=lambda edit: edit[:2])
    text = _edited(file.text, edits)
    read = read_yaml(TextFile(file.path, text))
    if read.faults or read.value != expected:
        pasted = "\n".join(new.strip() for _, _, new in edits)
        raise Refused("it is laid out in a way that cannot be added to safely", pasted)
    start, _, new = edits[0]
    at = start + len(new) - len(new.lstrip(", \r\n"))
    return text, TextFile(file.path, text).position(at).line


def _put(document: Value, place: Place, content: Value) -> None:
    """Put the field into the record at its place, or add the items to the list there."""
    *steps, last = place
    holder = document
    for step in steps:
        holder = holder[step]  # type: ignore[index] # the place was found by its steps
    held = holder.get(str(last)) if isinstance(holder, dict) else None
    if isinstance(held, list) and isinstance(content, list):
        content = [*held, *content]
    holder[last] = content  # type: ignore[index] # a record, as above


def _edited(text: str, edits: list[_Edit]) -> str:
    """The text with edits that follow each other."""
    parts, before = [], 0
    for start, end, new in edits:
        parts += [text[before:start], new]
        before = end
    return "".join([*parts, text[before:]])


def _value(entry: object) -> Value:
    """The entry as YAML gives it back."""
    return cast(Value, copy.deepcopy(entry))


def _content_end(file: TextFile, document: YamlDocument, place: Place) -> int:
    """Where the last line of what stands at `place` ends, with the comment on it.

    The parser counts the blank lines and comments that follow as part of it.
    """
    ends = [
        span.end
        for one, span in document.spans.items()
        if one[: len(place)] == place
        and (file.text[span.start] in "{[" or not isinstance(document.at(one), dict | list))
    ]
    end = len(file.text[: max(ends)].rstrip())
    rest = re.compile(r"[^\r\n]*").match(file.text, end)
    return rest.end() if rest else end


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _newline(file: TextFile) -> str:
    return "\r\n" if "\r\n" in file.text else "\n"


def _block(entry: Fields) -> list[str]:
    """The lines of a record; a list of records stands below its name."""
    lines: list[str] = []
    for key, value in entry.items():
        records = value if isinstance(value, list) else []
        if records and all(isinstance(each, dict) for each in records):
            lines.append(f"{key}:")
            for each in records:
                first, *rest = _block(cast(Fields, each))
                lines += [f"  - {first}", *(f"    {line}" for line in rest)]
        else:
            lines.append(f"{key}: {_scalar(value)}")
    return lines


def _flow(entry: Fields) -> str:
    return "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in entry.items()) + "}"


def _flow_of(content: Fields | list[Fields]) -> str:
    if isinstance(content, list):
        return f"[{', '.join(map(_flow, content))}]"
    return _flow(content)


def _pasted(name: str, content: Fields | list[Fields]) -> str:
    return f"{name}: {_flow_of(content)}"


def _scalar(value: Content) -> str:
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{_scalar(key)}: {_scalar(part)}" for key, part in value.items()) + "}"
        )
    if isinstance(value, list):
        return f"[{', '.join(map(_scalar, value))}]"
    is_plain = _PLAIN.fullmatch(value) and value == value.strip() and value not in _NOTHING
    if is_plain or _NUMBER_OR_DATE.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
