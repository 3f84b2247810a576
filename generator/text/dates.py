"""Dates as curators write them: a year, a month or a day, kept as written, never filled in."""

import re
from calendar import monthrange
from datetime import date

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def is_written_date(text: str) -> bool:
    """Whether `text` is `2026`, `2026-02` or `2026-02-09`, and that day exists."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def written(text: str, language: str = "en") -> str:
    """The date in words: `9 February 2026`, `2026年2月9日`; other text comes back as it is."""
    match = _WRITTEN.fullmatch(text)
    if match is None or not is_written_date(text):
        return text
    year, month, day = match.groups()
    if language.startswith(("zh", "ja")):
        units = zip((year, month, day), "年月日", strict=True)
        return "".join(f"{int(part)}{unit}" for part, unit in units if part)
    parts = (str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year)
    return " ".join(part for part in parts if part)


def day_number(text: str) -> int:
    """Days since the year 1 of the earliest day the date may mean, for drawing and ordering."""
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    return date(int(year), int(month or 1), int(day or 1)).toordinal()


def last_day_number(text: str) -> int:
    """The same of the latest day the date may mean: the last of its month or year."""
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    last = monthrange(int(year), int(month or 12))[1]
    return date(int(year), int(month or 12), int(day or last)).toordinal()
