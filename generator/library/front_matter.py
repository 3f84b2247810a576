"""Writes a source file: fields in a fixed order as curated YAML, then the body.

Whatever text a field holds, `generator.text.strict_yaml` reads it back letter for letter: text
that is not plainly harmless is a double-quoted scalar on one line.
"""

import re
from collections.abc import Mapping

from generator.text.strict_yaml import Value

ORDER = (
    *("title", "type", "authors", "publisher", "published", "accessed", "url", "archive_url"),
    *("language", "text", "origin", "reliability", "credibility", "grade_reason", "confirmed_by"),
    *("rights", "licence", "descriptor", "data", "tags", "notes", "snapshot"),
)
_PLAIN = re.compile(r"[^\W_](?:[\w ./&+'’“”()%-]|:(?=\S)|,(?= ))*")
_PLAIN_IN_FLOW = re.compile(r"[^\W_](?:[\w ./&+'’“”()%-]|:(?=\d))*")
_ESCAPED = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]'
)
# What other YAML readers take for a number, a boolean or nothing.
_NO_TEXT = re.compile(
    r"y|yes|n|no|on|off|true|false|null|\d[\d_.:]*(?:e[+-]?\d+)?|0x[\da-f_]+|0[ob][0-7_]+",
    re.ASCII | re.IGNORECASE,
)


class Numeral(str):
    """A number, which is written without quotation marks."""

    __slots__ = ()


def write_source(fields: Mapping[str, Value], body: str) -> str:
    """The text of a source file; fields that are None are left out.

    Keys are field names of at most 128 characters, of records within lists and mappings too.
    """
    known = [name for name in ORDER if name in fields]
    names = known + [name for name in fields if name not in ORDER]
    lines = [field_line(name, fields[name]) for name in names if fields[name] is not None]
    return f"---\n{''.join(lines)}---\n\n{body}\n"


def field_line(name: str, value: Value) -> str:
    """The line of a field, or lines where it holds records."""
    key = _scalar(name, _PLAIN_IN_FLOW)
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return f"{key}:\n" + "".join(_item(item) for item in value)
    return f"{key}: {_scalar(value, _PLAIN) if isinstance(value, str) else _flow(value)}\n"


def _item(value: Value) -> str:
    """One entry of a list of records, a line for each of its fields."""
    if not isinstance(value, dict) or not value:
        return f"  - {_flow(value)}\n"
    lines = (f"{_scalar(name, _PLAIN_IN_FLOW)}: {_flow(item)}\n" for name, item in value.items())
    return "  - " + "    ".join(lines)


def _flow(value: Value) -> str:
    """A value on one line."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return _scalar(value, _PLAIN_IN_FLOW)
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    pairs = (f"{_scalar(name, _PLAIN_IN_FLOW)}: {_flow(item)}" for name, item in value.items())
    return "{" + ", ".join(pairs) + "}"


def _scalar(text: str, plain: re.Pattern[str]) -> str:
    if isinstance(text, Numeral):
        return str(text)
    if plain.fullmatch(text) and not text.endswith(" ") and not _NO_TEXT.fullmatch(text):
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in '"\\':
        return f"\\{character}"
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"  # half a character can be written in neither YAML nor UTF-8
    return f"\\u{ord(character):04x}"
