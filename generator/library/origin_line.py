"""Writes `origin:` into the front matter of a source, and changes nothing else in the file."""

from generator.library.front_matter import ORDER, field_line
from generator.model.span import TextFile
from generator.text.front_matter import front_matter
from generator.text.strict_yaml import Value, YamlDocument, read_yaml

_NAME = "origin"


def with_origin(text: str, origin: str) -> str | None:
    """The text of a source file with this origin; None where one line of it cannot say so, as in
    front matter that is one `{…}` or an origin that stands on several lines.
    """
    matter = front_matter(text)
    if matter is None or not origin.strip():
        return None
    document = read_yaml(TextFile("", text), matter.start, matter.end)
    if not isinstance(document.value, dict):
        return None
    changed = _changed(text, document, matter.end, field_line(_NAME, origin).rstrip("\n"))
    read = _read(changed)
    wanted = ({**document.value, _NAME: origin}, text[matter.body :])
    return changed if read == wanted else None


def _changed(text: str, document: YamlDocument, end: int, line: str) -> str:
    """The text with the origin in the place of the old one, or before the first field that goes
    after it in a source file.
    """
    old = document.spans.get((_NAME,))
    if old:
        start = document.key_spans[(_NAME,)].start
        return text[:start] + line + text[old.end :]
    later = ORDER[ORDER.index(_NAME) + 1 :]
    places = [document.key_spans[(name,)].start for name in later if (name,) in document.key_spans]
    at = text.rfind("\n", 0, min(places, default=end)) + 1
    ending = "\r\n" if text[:at].endswith("\r\n") else "\n"
    return text[:at] + line + ending + text[at:]


def _read(text: str) -> tuple[Value, str] | None:
    matter = front_matter(text)
    if matter is None:
        return None
    value = read_yaml(TextFile("", text), matter.start, matter.end).value
    return value, text[matter.body :]
