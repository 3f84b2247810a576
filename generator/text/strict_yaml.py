"""Curated YAML: a strict subset, every scalar as written, every value with its place.

YAML decides too much: `no` becomes false, `1.10` a number, `12:30` sexagesimal. Here a plain
scalar is text or, when empty, `~` or `null`, nothing at all; the field's type decides the rest.
Anchors, aliases, tags, duplicate keys and nesting beyond 50 are faults. The events are scanned
before a tree is built, because building one from hostile nesting overflows the C stack.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from generator.model.span import Span, TextFile

MAX_DEPTH = 50

Value = str | None | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]
"""A way into the document: `("judgements", 0, "says")`."""

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Opening = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_Closing = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@dataclass(frozen=True, slots=True)
class YamlFault:
    """What is wrong with the YAML itself."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """The value, the place of each part of it, and the faults; with faults there is no value."""

    value: Value
    spans: dict[Place, Span] = field(default_factory=dict)
    key_spans: dict[Place, Span] = field(default_factory=dict)
    faults: tuple[YamlFault, ...] = ()

    def span(self, place: Place) -> Span | None:
        """The place of the value at `place`, or of the nearest part that holds it."""
        while place and place not in self.spans:
            place = place[:-1]
        return self.spans.get(place)

    def scalars(self) -> Iterator[tuple[Place, str, Span]]:
        """Every text in the document, with its place, in order of appearance."""
        for place, span in sorted(self.spans.items(), key=lambda item: item[1]):
            value = self.at(place)
            if isinstance(value, str):
                yield place, value, span

    def at(self, place: Place) -> Value:
        """The value at `place`; None where there is nothing."""
        value: Value = self.value
        for step in place:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value


def read_yaml(file: TextFile, start: int = 0, end: int | None = None) -> YamlDocument:
    """Read the YAML that stands at `file.text[start:end]`."""
    reader = _Reader(file, start, file.text[start:end])
    return reader.read()


class _Reader:
    """Walks the events once for faults and once for values."""

    def __init__(self, file: TextFile, start: int, text: str) -> None:
        self.file = file
        self.start = start
        self.text = text
        self.spans: dict[Place, Span] = {}
        self.key_spans: dict[Place, Span] = {}
        self.faults: list[YamlFault] = []

    def read(self) -> YamlDocument:
        try:
            self._scan()
            if self.faults:
                return YamlDocument(None, faults=tuple(self.faults))
            node = yaml.compose(self.text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            self._fault_of(error)
            return YamlDocument(None, faults=tuple(self.faults))
        except yaml.reader.ReaderError as error:
            self._fault(f"the character U+{_code_point(error):04X} is not allowed", 0, 1)
            return YamlDocument(None, faults=tuple(self.faults))
        value = None if node is None else self._value(node, ())
        if self.faults:
            return YamlDocument(None, faults=tuple(self.faults))
        return YamlDocument(value, self.spans, self.key_spans)

    def _scan(self) -> None:
        depth = 0
        for event in yaml.parse(self.text, Loader=_Loader):
            depth += isinstance(event, _Opening) - isinstance(event, _Closing)
            if depth > MAX_DEPTH:
                self._fault_at(event, f"nested more than {MAX_DEPTH} levels deep")
                return
            if isinstance(event, yaml.AliasEvent):
                self._fault_at(event, "aliases (`*name`) are not allowed here")
            elif getattr(event, "anchor", None):
                self._fault_at(event, "anchors (`&name`) are not allowed here")
            elif getattr(event, "tag", None):
                self._fault_at(event, "tags (`!name`) are not allowed here")

    def _value(self, node: yaml.Node, place: Place) -> Value:
        self.spans[place] = self._span(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*place, index)) for index, item in enumerate(node.value)]
        text = str(node.value)
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        return None if plain and text in ("", "~", "null", "Null", "NULL") else text

    def _mapping(self, node: yaml.MappingNode, place: Place) -> Value:
        values: dict[str, Value] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._fault_at(key, "a key must be a plain word")
                continue
            if key.value in values:
                self._fault_at(key, f"the key `{key.value[:40]}` stands twice")
            self.key_spans[(*place, key.value)] = self._span(key)
            values[key.value] = self._value(item, (*place, key.value))
        return values

    def _span(self, item: yaml.Node | yaml.Event) -> Span:
        first = item.start_mark.index if item.start_mark else 0
        last = item.end_mark.index if item.end_mark else first
        return self.file.span(self.start + first, self.start + max(first, last))

    def _fault_at(self, item: yaml.Node | yaml.Event, message: str) -> None:
        self.faults.append(YamlFault(message, self._span(item)))

    def _fault_of(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        offset = mark.index if mark else 0
        message = " ".join(part for part in (error.context, error.problem) if part)
        self._fault(f"this is not YAML: {message}", offset, offset + 1)

    def _fault(self, message: str, first: int, last: int) -> None:
        last = min(last, len(self.text))
        span = self.file.span(self.start + min(first, last), self.start + last)
        self.faults.append(YamlFault(message, span))


def _code_point(error: yaml.reader.ReaderError) -> int:
    """The offending character; the C reader gives a number, the Python one a character."""
    character = error.character
    return character if isinstance(character, int) else ord(character)
