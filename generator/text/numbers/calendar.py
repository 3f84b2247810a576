"""The dates of one source, and whether a date of a page is among them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.text.numbers.records import Day

_QUARTER = 3
"""Months of a quarter."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Dates by their parts. The years of a part are None where the source leaves them out.

    A part that a date leaves out may stand elsewhere in the source: "on 9 February" in an article
    of 2026 is 9 February 2026.
    """

    written: Mapping[Day, str]
    years: frozenset[int]
    months: Mapping[int, frozenset[int | None]]
    days: Mapping[tuple[int, int], frozenset[int | None]]
    quarters: Mapping[int, frozenset[int | None]]
    loose: frozenset[int]
    """Days of the month whose month is left out: 12日, the 12th."""

    @classmethod
    def of(cls, written: Mapping[Day, str]) -> "Calendar":
        """The calendar of these dates, each with the words it is written in."""
        months: dict[int, set[int | None]] = {}
        days: dict[tuple[int, int], set[int | None]] = {}
        quarters: dict[int, set[int | None]] = {}
        for date in written:
            if date.month:
                months.setdefault(date.month, set()).add(date.year)
                quarters.setdefault((date.month + 2) // _QUARTER, set()).add(date.year)
            if date.month and date.day:
                days.setdefault((date.month, date.day), set()).add(date.year)
            if date.quarter:
                quarters.setdefault(date.quarter, set()).add(date.year)
        return cls(
            written,
            frozenset(date.year for date in written if date.year),
            {month: frozenset(years) for month, years in months.items()},
            {day: frozenset(years) for day, years in days.items()},
            {quarter: frozenset(years) for quarter, years in quarters.items()},
            frozenset(date.day for date in written if date.day and not date.month),
        )

    def has(self, claim: Day) -> bool:
        """Whether the source has this date, or one that is more precise."""
        if claim.quarter:
            return self._in_year(claim, self.quarters.get(claim.quarter))
        if claim.month and claim.day:
            same_day = self._in_year(claim, self.days.get((claim.month, claim.day)))
            return same_day or (claim.day in self.loose and self.has(Day(claim.year, claim.month)))
        if claim.month:
            return self._in_year(claim, self.months.get(claim.month))
        if claim.day:
            return claim.day in self.loose or any(day == claim.day for _, day in self.days)
        return claim.year in self.years

    def _in_year(self, claim: Day, years: frozenset[int | None] | None) -> bool:
        if years is None:
            return False
        if claim.year is None or claim.year in years:
            return True
        return None in years and (not self.years or claim.year in self.years)

    def nearest(self, claim: Day) -> str:
        """The date that shares most with the claim, as written; empty where none shares any."""
        return max(
            self.written.items(), key=lambda item: _likeness(claim, item[0]), default=(None, "")
        )[1]


def _likeness(claim: Day, date: Day) -> tuple[int, int]:
    parts = ((claim.year, date.year), (claim.month, date.month), (claim.day, date.day))
    same = sum(1 for ours, theirs in parts if ours is not None and ours == theirs)
    whole = sum(1 for _, theirs in parts if theirs is not None)
    return same, whole
