"""Dates as articles print them, read only where they cannot be mistaken.

`09/02/2026` is February in London and September in New York, so it is no date here.
"""

import re

from generator.text.dates.curated import is_written_date

_MONTHS = "january february march april may june july august september october november december"
_NUMBERS = {name: number for number, name in enumerate(_MONTHS.split(), 1)} | {"sept": 9}
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_SHAPES = tuple(
    re.compile(shape, re.ASCII)
    for shape in (
        r"(?P<year>\d{4})-(?P<digits>\d{2})-(?P<day>\d{2})",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)? " + _MONTH + r",? (?P<year>\d{4})",
        _MONTH + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
        r"(?P<year>\d{4}) ?年 ?(?P<digits>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日",
    )
)
_LEAD = re.compile(
    r"(?:(?:published|posted|date|publication date|发布时间|发布日期|日期)(?: on)?\s?[:：]?\s*)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"[T,]? ?(?:at )?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?"
    r"(?: ?(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?$",
    re.IGNORECASE,
)


def read_date(text: str) -> str | None:
    """`text` as `2026-02-09` where it is one date and nothing else but a label and a time."""
    line = " ".join(text.split())
    rest = line[_match_end(line) :]
    for part in (rest, _TIME.sub("", rest).strip()):
        for shape in _SHAPES:
            match = shape.fullmatch(part)
            if match:
                return _written(match)
    return None


def _match_end(line: str) -> int:
    lead = _LEAD.match(line)
    return lead.end() if lead else 0


def _written(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    month = int(groups["digits"]) if "digits" in groups else _month(groups["month"])
    date = f"{groups['year']}-{month:02d}-{int(groups['day']):02d}"
    return date if is_written_date(date) else None


def _month(name: str) -> int:
    """The month's number by its name or its first three letters, 0 where it is none."""
    small = name.lower()
    short = {full[:3]: number for full, number in _NUMBERS.items()}
    return _NUMBERS.get(small) or (short.get(small, 0) if len(small) == 3 else 0)
