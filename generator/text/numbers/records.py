"""What a number in a text is: an amount with its unit, a day, or part of a name."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

ONE = Decimal(1)


class Hedge(Enum):
    """What the words around a number leave open."""

    NONE = "none"
    ABOUT = "about"
    NEARLY = "nearly"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted. `dimension` is empty for bare counts; units of one dimension convert.

    `currencies` are those that the sign or word may mean: `$` is that of several countries.
    """

    dimension: str = ""
    factor: Decimal = ONE
    currencies: frozenset[str] = frozenset()


BARE = Unit()
PERCENT = Unit("percent")
NAMED = Unit("name")
"""The figure in a name, such as the 2.2 of `Wan2.2`."""
CELL = Unit("cell")
"""A cell of a table, whose header says its unit in words of its own."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """`value` includes any multiplier, not the factor of the unit. `ulp` is one of its last digit.

    `sign` is -1 or 1 where one is written. `shares_percent`: a percentage stands in the same
    sentence, whose sign this number may share ("from 3 per cent to 5").
    """

    value: Decimal
    ulp: Decimal = ONE
    unit: Unit = BARE
    sign: int = 0
    multiplier: Decimal = ONE
    slack: Decimal = Decimal(0)
    """How far a fraction in words may be from the figure: `a fifth` is roughly 20 %."""
    reach: Decimal = Decimal(0)
    """One of the last digit that is not a closing zero: how far `more than 500` reaches."""
    shares_percent: bool = False

    def __hash__(self) -> int:
        """By the value alone: few that differ in all else have the same one."""
        return hash(self.value)

    def of(self, unit: Unit) -> "Quantity":
        """The same amount of something else."""
        return self._as(unit, self.sign)

    def signed(self, sign: int, unit: Unit) -> "Quantity":
        """The amount with the sign that is written before it, and that unit if it has none yet."""
        return self._as(unit if self.unit is BARE else self.unit, sign)

    def _as(self, unit: Unit, sign: int) -> "Quantity":
        """Written out, for it is far quicker than `replace`."""
        return Quantity(
            self.value,
            self.ulp,
            unit,
            sign,
            self.multiplier,
            self.slack,
            self.reach,
            self.shares_percent,
        )

    def times(self, multiplier: Decimal) -> "Quantity":
        """The amount as it is with the multiplier that is written further on."""
        return replace(
            self,
            value=self.value * multiplier,
            ulp=self.ulp * multiplier,
            reach=self.reach * multiplier,
            multiplier=multiplier,
        )


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is written; `quarter` stands instead of month and day."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    weekday: int | None = None
    """0 is Monday."""

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day; 29 February is one where the year is open."""
        try:
            date(self.year or 2000, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True

    @property
    def true_weekday(self) -> int | None:
        """The weekday by the calendar, 0 for Monday; None where the date is not whole."""
        if self.year is None or self.month is None or self.day is None or not self.exists:
            return None
        return date(self.year, self.month, self.day).weekday()


@dataclass(frozen=True, slots=True)
class Name:
    """A number that belongs to a word: `Sora 2`, `GB 45438-2025`, `720p` (whose word is `#p`)."""

    word: str
    """Letters and digits of the word alone, in lower case."""
    figure: str

    @property
    def part(self) -> "Name":
        """The name without what follows a hyphen: `GB 45438`."""
        return Name(self.word, self.figure.partition("-")[0])


Reading = Quantity | Day | Name


@dataclass(frozen=True, slots=True)
class Mention:
    """A number at `start:end` of a text, with every reading that it may have.

    A sure one is asked for. Others only bear out: `one`, `a second`, `half`, a time of day.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    is_sure: bool = True
    hedge: Hedge = Hedge.NONE
