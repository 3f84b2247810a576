"""Axes: round numbers and calendar dates to mark, and where a value stands between the ends."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_LAST_DAY = date.max.toordinal()
_GROUPED = 10_000
_LEAST = 1e-12  # figures have nine decimals at most: what is nearer than this is one value
_WEIGHTS = {"year": 0, "month": 1, "day": 2}
_STEPS = (
    *(("day", count) for count in (1, 2, 7, 14)),
    ("month", 1),
    ("day", 28),
    *(("month", count) for count in (2, 3, 6)),
    *(("year", count) for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of numbers and the ones to mark on it, from `low` to `high`."""

    low: float
    high: float
    ticks: tuple[float, ...]
    decimals: int = 0
    """How many decimals tell the ticks apart."""

    def share(self, value: float) -> float:
        """Where `value` stands between `low` (0) and `high` (1)."""
        return (value - self.low) / (self.high - self.low)

    def written(self, value: float) -> str:
        """`value` as the axis prints it: `1450`, `−0.5`; in groups where a tick has five digits."""
        comma = "," if max(abs(self.low), abs(self.high)) >= _GROUPED else ""
        text = f"{value:{comma}.{self.decimals}f}"
        if text.startswith("-"):
            return text[1:] if float(text.replace(",", "")) == 0 else f"\N{MINUS SIGN}{text[1:]}"
        return text


@dataclass(frozen=True, slots=True)
class DateTick:
    """A date to mark: its day number, and itself as written (`2026`, `2026-02`, `2026-02-09`)."""

    day: int
    written: str


def number_axis(low: float, high: float, at_most: int = 5) -> Axis:
    """An axis that holds `low` to `high` and ends on its first and last tick.

    Steps are 1, 2 or 5 times a power of ten, the smallest that needs no more than `at_most`.
    """
    # A spread below a millionth of the value is beneath what a float can step through.
    spread = max(high - low, abs(high) * 1e-6, abs(low) * 1e-6)
    if high - low < _LEAST:
        spread = abs(high) * 0.1 if abs(high) > _LEAST else 1.0
        low, high = low - spread / 2, high + spread / 2
    magnitude = math.floor(math.log10(spread / at_most))
    for exponent, lead in ((magnitude + up, lead) for up in range(3) for lead in (1, 2, 5)):
        step = lead * 10.0**exponent
        first, last = _floor(low / step), _ceil(high / step)
        if last - first <= at_most:
            break
    decimals = max(0, -exponent)
    ticks = tuple(round(index * step, decimals) for index in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks, decimals)


def date_ticks(low: int, high: int, finest: str, at_most: int = 4) -> tuple[DateTick, ...]:
    """Two to `at_most` calendar dates between two day numbers, evenly apart.

    `finest` is `year`, `month` or `day`: dates are not marked more finely than they are known.
    Where the calendar offers none, only `low` is marked.
    """
    for unit, count in _STEPS:
        if _WEIGHTS[unit] > _WEIGHTS[finest] or (high - low) / _length(unit, count) > at_most + 2:
            continue
        ticks = tuple(_calendar(low, high, unit, count))
        if 2 <= len(ticks) <= at_most:
            return ticks
    return (DateTick(low, _iso(low, finest)),)


def _floor(value: float) -> int:
    return math.floor(value + 1e-9 * max(1.0, abs(value)))


def _ceil(value: float) -> int:
    return math.ceil(value - 1e-9 * max(1.0, abs(value)))


def _length(unit: str, count: int) -> float:
    return count * {"day": 1.0, "month": 30.4, "year": 365.2}[unit]


def _calendar(low: int, high: int, unit: str, count: int) -> Iterator[DateTick]:
    """Days run from `low`; months and years stand where the calendar has them."""
    if unit == "day":
        yield from (DateTick(day, _iso(day, "day")) for day in range(low, high + 1, count))
        return
    months = count if unit == "month" else 12 * count
    start, end = date.fromordinal(low), date.fromordinal(min(high, _LAST_DAY))
    first = -(-(start.year * 12 + start.month - 1) // months) * months
    for month in range(first, end.year * 12 + end.month, months):
        if not 12 <= month < 120_000:  # the calendar's own years, 1 to 9999
            continue
        day = date(month // 12, month % 12 + 1, 1).toordinal()
        if low <= day <= high:
            yield DateTick(day, _iso(day, unit))


def _iso(day: int, unit: str) -> str:
    return date.fromordinal(day).isoformat()[: {"year": 4, "month": 7, "day": 10}[unit]]
