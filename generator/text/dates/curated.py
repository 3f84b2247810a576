"""Dates as curators write them: a year, a month or a day, kept as written, never filled in.

Figures may also be those of a quarter, `2025-Q3`.
"""

import re
from calendar import monthrange
from datetime import date

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_QUARTER = re.compile(r"(?!0000)(\d{4})-Q([1-4])", re.ASCII)
_HAN_QUARTERS = "一二三四"
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


def is_period(text: str) -> bool:
    """Whether `text` is a written date or a quarter, `2025-Q3`."""
    return is_written_date(text) or _QUARTER.fullmatch(text) is not None


def written(text: str, language: str = "en") -> str:
    """The date in words: `9 February 2026`, `2026年2月9日`; other text comes back as it is."""
    quarter = _QUARTER.fullmatch(text)
    if quarter is not None:
        year, number = quarter.groups()
        if language.startswith(("zh", "ja")):
            return f"{int(year)}年第{_HAN_QUARTERS[int(number) - 1]}季度"
        return f"Q{number} {year}"
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
    year, month, day = _parts(text, last_of_quarter=False)
    return date(year, month or 1, day or 1).toordinal()


def last_day_number(text: str) -> int:
    """The same of the latest day the date may mean: the last of its month, quarter or year."""
    year, month, day = _parts(text, last_of_quarter=True)
    last = monthrange(year, month or 12)[1]
    return date(year, month or 12, day or last).toordinal()


def drawn_day(text: str) -> int:
    """Where a chart draws the date: a quarter at its middle month, for what is counted over it."""
    month = _QUARTER.fullmatch(text)
    return day_number(f"{month[1]}-{3 * int(month[2]) - 1:02d}") if month else day_number(text)


def overlap(one: str, other: str) -> bool:
    """Whether two dates may mean the same day: `2026-02` and `2026-02-09` may."""
    first = max(day_number(one), day_number(other))
    return first <= min(last_day_number(one), last_day_number(other))


def _parts(text: str, *, last_of_quarter: bool) -> tuple[int, int, int]:
    """Year, month and day, 0 for what is not written; a quarter's first or last month."""
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    if month.startswith("Q"):
        return int(year), 3 * int(month[1:]) - (0 if last_of_quarter else 2), 0
    return int(year), int(month or 0), int(day or 0)
