"""A date does not exist, or falls on another weekday than the one written beside it.

30 February, a thirteenth month, "Monday 10 February 2026": one part of such a date is wrong, and
nobody can tell which.

Look the date up and correct it. What stands in quotation marks is left as its author wrote it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Sentence
from generator.model.source import Note
from generator.model.span import Span
from generator.text.own_words import own_words, place_of

if TYPE_CHECKING:
    from generator.text.numbers.records import Day

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HELP = "look the date up and correct it"


def impossible_date(node: Sentence | Note, scope: Scope) -> Iterator[Finding]:
    """Find dates that the calendar does not have."""
    if isinstance(node, Note):
        for start, end, message in _wrong(node.says):
            yield Finding(_in_note(node, node.says[start:end], scope), message, _HELP)
    elif scope.page is not None and not scope.page.text.assembled:
        for start, end, message in _wrong(own_words(node, scope.page)):
            yield Finding(place_of(start, end, node, scope.page), message, _HELP)


def _in_note(note: Note, words: str, scope: Scope) -> Span:
    source = scope.source
    assert source is not None  # noqa: S101 (a note stands in its source)
    whole = note.span or source.head
    at = source.file.text.find(words, whole.start, whole.end)
    return Span(whole.path, at, at + len(words)) if at >= 0 else whole


def _wrong(text: str) -> Iterator[tuple[int, int, str]]:
    """Places of wrong dates, with what is wrong."""
    from generator.text.numbers.days import days  # 30 ms, not for pages recalled
    from generator.text.numbers.records import Day

    for mention in days(text):
        first = mention.readings[0]
        if isinstance(first, Day):
            message = _fault(first, text[mention.start : mention.end])
            if message:
                yield mention.start, mention.end, message


def _fault(day: "Day", words: str) -> str:
    if not day.exists:
        return f"there is no `{words}`"
    true = day.true_weekday
    if day.weekday is None or true is None or true == day.weekday:
        return ""
    return f"`{words}` is a {_WEEKDAYS[true]}, not a {_WEEKDAYS[day.weekday]}"


CHECK = Check(Sentence | Note, Severity.ERROR, impossible_date)

EXAMPLES = Examples(
    passes=(
        "Shares rose on Monday 9 February 2026 [@harbour-2026-02-09].\n",
        "2028 has a 29 February, which is a Tuesday.\n",
        "2026年2月9日（周一）股价上涨。\n",
    ),
    fails=(
        "The rule took effect on 30 February 2026.\n",
        "The rule took effect on 31 April.\n",
        "The rule took effect on 2026-13-01.\n",
        "Shares rose on Tuesday 9 February 2026 [@harbour-2026-02-09].\n",
        "2026年2月9日（周二）股价上涨。\n",
    ),
)
