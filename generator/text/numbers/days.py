"""Dates in running text, whole or in part: `9 February 2026`, `Feb 9`, `in March`, `2026年2月9日`.

Days that do not exist are read too: the calendar is asked later.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from generator.text.numbers.numerals import FIGURE, HAN_DIGITS, han_numeral
from generator.text.numbers.records import Day, Mention, Quantity
from generator.text.numbers.shapes_of_days import (
    DATE_WORDS,
    DAY_AFTER,
    DAY_BEFORE,
    MONTHS,
    QUARTERS,
    SHAPES,
    WEEKDAY_AFTER,
    WEEKDAY_BEFORE,
    WEEKDAYS,
)
from generator.text.words import said

_LISTED = 4
"""Days that may share the month of one date, on either side."""
_CENTURY = 2000


def days(text: str) -> Iterator[Mention]:
    """All dates but bare years, in no order; none overlaps another."""
    if not FIGURE.search(text) and DATE_WORDS.isdisjoint(said(text)):
        return
    taken = bytearray(len(text))
    possible = (shapes for sign, shapes in SHAPES if sign.search(text))
    for shape in chain.from_iterable(possible):
        for found in shape.finditer(text):
            if not any(taken[found.start() : found.end()]):
                for mention in _mentions(text, found):
                    if not any(taken[mention.start : mention.end]):
                        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                        yield mention


def _mentions(text: str, found: re.Match[str]) -> Iterator[Mention]:
    groups = found.groupdict()
    if "a" in groups:
        yield from _slashed(found)
        return
    day = _day(groups)
    start = found.start("name") if groups.get("name") and day.day is None else found.start()
    if not (groups.get("name") and day.day):
        yield Mention(start, found.end(), (_with_weekday(day, text, start, found.end()),))
    elif found.start("day") < found.start("name"):
        yield Mention(start, found.end(), (_with_weekday(day, text, start, found.end()),))
        yield from _before(text, start, day)
    else:
        later = list(_after(text, found.end(), day))
        closing = later[-1].readings[0] if later else day
        if day.year is None and isinstance(closing, Day):
            day = replace(day, year=closing.year)
        yield Mention(start, found.end(), (_with_weekday(day, text, start, found.end()),))
        yield from later


def _after(text: str, end: int, day: Day) -> Iterator[Mention]:
    """The days of `May 13 and 14` after the first."""
    for _ in range(_LISTED):
        more = DAY_AFTER.match(text, end)
        if more is None:
            return
        year = int(more["year"]) if more["year"] else day.year
        yield _listed(more.start("day"), more["day"], replace(day, year=year))
        end = more.end()


def _before(text: str, start: int, day: Day) -> Iterator[Mention]:
    """The days of `13 and 14 May` before the last."""
    for _ in range(_LISTED):
        offset = max(0, start - 12)
        before = DAY_BEFORE.search(text[offset:start])
        if before is None:
            return
        start = offset + before.start("day")
        yield _listed(start, before["day"], day)


def _listed(start: int, digits: str, day: Day) -> Mention:
    """A day that may as well be a count: `on May 13 and 14 boats`."""
    readings = (replace(day, day=int(digits)), Quantity(Decimal(digits)))
    return Mention(start, start + len(digits), readings)


def _slashed(found: re.Match[str]) -> Iterator[Mention]:
    """09/02/2026 is February in London and September in New York: both."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["year"])
    both = (Day(year, second, first), Day(year, first, second))
    readings = tuple(day for day in both if day.exists)
    if readings:
        yield Mention(found.start(), found.end(), readings)


def _day(groups: dict[str, str | None]) -> Day:
    quarter, name, short = groups.get("quarter"), groups.get("name"), groups.get("short")
    month = MONTHS[name.lower()] if name else _figure(groups.get("month"))
    return Day(
        _figure(groups.get("year")) or (_CENTURY + int(short) if short else None),
        month,
        _figure(groups.get("day")),
        (QUARTERS.get(quarter.lower()) or int(quarter)) if quarter else None,
    )


def _figure(text: str | None) -> int | None:
    if not text:
        return None
    if text.isascii():
        return int(text)
    if all(char in HAN_DIGITS for char in text):
        return int("".join(str(HAN_DIGITS[char]) for char in text))
    number = han_numeral(text)
    return int(number.value) if number else None


def _with_weekday(day: Day, text: str, start: int, end: int) -> Day:
    """The date with the weekday that is written at it."""
    if day.day is None:
        return day
    found = WEEKDAY_AFTER.match(text, end)
    found = found or WEEKDAY_BEFORE.search(text[max(0, start - 20) : start])
    if found is None:
        return day
    name = next(name for name in found.groupdict().values() if name)
    return replace(day, weekday=WEEKDAYS[name.lower()])
