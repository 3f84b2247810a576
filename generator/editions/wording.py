"""A change in words, for diagnostics and the terminal."""

from generator.model.edition import Change, Subject
from generator.text.redline import redline

_LONG = frozenset(
    {"says", "because", "question", "criteria", "text", "title", "standfirst", "source_summary"}
)
_NAMES = {
    "says": "the wording",
    "because": "the reasons",
    "text": "the wording",
    "resolves": "the day of resolution",
    "source_summary": "the summary of the sources",
}


def change_words(change: Change) -> str:
    """The change as a clause: `likelihood of judgement `kj-rules` was likely and is unlikely`."""
    thing = f"{change.subject} `{change.id}`"
    if change.is_added or change.is_dropped:
        return f"{thing} was {'added' if change.is_added else 'dropped'}"
    if change.subject in (Subject.NUMBER, Subject.QUOTATION):
        where = f"under `{change.id}`" if change.id != change.page else f"on {change.page}"
        return f"a {change.subject} {where} was “{change.before}” and is “{change.after}”"
    if change.field in _LONG:
        return f"{_NAMES.get(change.field, change.field)} of {thing} has changed"
    name = _field(change.field)
    return f"{name} of {thing} was {change.before or 'none'} and is {change.after or 'none'}"


def change_line(change: Change) -> str:
    """What became of the thing, without its name: `likelihood: likely → unlikely`."""
    if change.count:
        return f"{change.count} passage{'' if change.count == 1 else 's'} changed"
    if change.is_added or change.is_dropped:
        return "added" if change.is_added else "dropped"
    if change.field in _LONG:
        text = redline(_one_line(change.before), _one_line(change.after))
        return f"{_field(change.field)}: {text}"
    return f"{_field(change.field)}: {change.before or 'none'} → {change.after or 'none'}"


def _field(field: str) -> str:
    if field.startswith("p "):
        return f"probability of {field.removeprefix('p ')}"
    return _NAMES.get(field, field).removeprefix("the ")


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())
