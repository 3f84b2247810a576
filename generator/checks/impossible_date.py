"""A date does not exist, falls on another weekday than the one written beside it, or cannot be.

30 February, a thirteenth month, "Monday 10 February 2026": one part of such a date is wrong, and
nobody can tell which. A law cannot be in force before it is issued.

Look the date up and correct it. What stands in quotation marks is left as its author wrote it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.checks import Check, Examples, Finding, Scope, field_span
from generator.model.actor import ActorKind
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity
from generator.model.page import Sentence
from generator.model.source import Note
from generator.model.span import Span
from generator.text.dates.curated import day_number, is_written_date, last_day_number
from generator.text.own_words import own_words, place_of

if TYPE_CHECKING:
    from generator.text.numbers.records import Day

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HELP = "look the date up and correct it"


def impossible_date(node: Sentence | Note | Briefing, scope: Scope) -> Iterator[Finding]:
    """Find dates that the calendar does not have, and laws in force before they are issued."""
    if isinstance(node, Briefing):
        yield from _laws(node)
    elif isinstance(node, Note):
        for start, end, message in _wrong(node.says):
            yield Finding(_in_note(node, node.says[start:end], scope), message, _HELP)
    elif scope.page is not None and not scope.page.text.assembled:
        for start, end, message in _wrong(own_words(node, scope.page)):
            yield Finding(place_of(start, end, node, scope.page), message, _HELP)


def _laws(briefing: Briefing) -> Iterator[Finding]:
    for actor in briefing.actors:
        if actor.kind is ActorKind.LAW:
            dates = {each.kind: each.date for each in actor.dates if is_written_date(each.date)}
            issued, in_force = dates.get("issued"), dates.get("in force")
            if issued and in_force and last_day_number(in_force) < day_number(issued):
                message = f"`{actor.id}` is in force from {in_force} and issued on {issued}"
                yield Finding(actor.span or field_span(briefing, "actors"), message, _HELP)


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


CHECK = Check(Sentence | Note | Briefing, Severity.ERROR, impossible_date)


def _law(issued: str, in_force: str) -> str:
    return f""">>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09, quay-2026-02-10, ministry-2026-01]
actors:
  - id: order-12
    kind: law
    names: {{en: Order 12}}
    dates: {{issued: {issued}, in force: {in_force}}}
"""


EXAMPLES = Examples(
    passes=(
        _law("2022-11-25", "2023-01-10"),
        _law("2023-01", "2023-01-10"),
        "Shares rose on Monday 9 February 2026 [@harbour-2026-02-09].\n",
        "2028 has a 29 February, which is a Tuesday.\n",
        "2026年2月9日（周一）股价上涨。\n",
    ),
    fails=(
        _law("2023-01-10", "2022-11-25"),
        "The rule took effect on 30 February 2026.\n",
        "The rule took effect on 31 April.\n",
        "The rule took effect on 2026-13-01.\n",
        "Shares rose on Tuesday 9 February 2026 [@harbour-2026-02-09].\n",
        "2026年2月9日（周二）股价上涨。\n",
    ),
)
