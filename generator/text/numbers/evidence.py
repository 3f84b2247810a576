"""The numbers of one source, prepared once, and whether they bear out a number of a page."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.text.numbers.calendar import Calendar
from generator.text.numbers.records import NAMED, Day, Mention, Name, Quantity, Reading
from generator.text.numbers.tolerance import interval

_STRICT = frozenset(("percent", "points", "name"))
"""Units that a bare number is not taken to have."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity of the source, and the words it is written in."""

    quantity: Quantity
    words: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Quantities of one dimension in order of `values`, which may have the factor of the unit."""

    values: list[Decimal]
    found: list[Found]

    def between(self, low: Decimal, high: Decimal) -> Iterator[Found]:
        """Those from `low` to `high`, both included."""
        for index in range(bisect_left(self.values, low), len(self.values)):
            if self.values[index] > high:
                return
            yield self.found[index]

    def around(self, value: Decimal) -> Iterator[Found]:
        """The four next to `value`."""
        index = bisect_left(self.values, value)
        yield from self.found[max(0, index - 2) : index + 2]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All numbers of a source, by what they count."""

    source_id: str
    calendar: Calendar
    names: frozenset[Name]
    name_parts: frozenset[Name]
    words: frozenset[str]
    """The words of the names."""
    scaled: dict[str, Shelf]
    raw: dict[str, Shelf]

    def bears_out(self, mention: Mention) -> bool:
        """Whether any reading of the number stands in the source, within its tolerance."""
        return any(self._has(reading, mention) for reading in asked_readings(mention))

    def _has(self, reading: Reading, mention: Mention) -> bool:
        if isinstance(reading, Name):
            return reading in self.names or reading in self.name_parts or reading.part in self.names
        if isinstance(reading, Day):
            return self.calendar.has(reading)
        return next(self.equals(reading, mention), None) is not None

    def equals(self, claim: Quantity, mention: Mention) -> Iterator[Found]:
        """The quantities that bear out this reading of a mention."""
        low, high = interval(claim, mention.hedge)
        for shelf, factor in self._shelves(claim):
            for found in shelf.between(low * factor, high * factor):
                if _agree(claim, found.quantity):
                    yield found

    def in_other_unit(self, claim: Quantity, mention: Mention) -> Found | None:
        """The same figure of something else: dollars for euros, points for per cent."""
        low, high = interval(claim, mention.hedge)
        for name, shelf in self.raw.items():
            if name not in ("", "cell", "name"):
                for found in shelf.between(low, high):
                    return found
        return None

    def nearest(self, claim: Quantity) -> Found | None:
        """The quantity of the same kind that is nearest by proportion."""
        near = [
            found
            for shelf, factor in self._shelves(claim)
            for found in shelf.around(claim.value * factor)
            if _agree(claim, found.quantity)
        ]
        return min(near, key=lambda found: _distance(claim, found.quantity), default=None)

    def _shelves(self, claim: Quantity) -> Iterator[tuple[Shelf, Decimal]]:
        """Where to look, with the factor that the claim's value has there."""
        dimension = claim.unit.dimension
        if dimension in self.scaled:
            yield self.scaled[dimension], claim.unit.factor
        for name, shelf in self.raw.items():
            if name != dimension and _comparable(claim, name):
                yield shelf, Decimal(1)


def asked_readings(mention: Mention) -> tuple[Reading, ...]:
    """The readings that count for a number of a page: a version is no amount."""
    if any(_is_version(reading) for reading in mention.readings):
        return tuple(it for it in mention.readings if not _is_amount(it) or _is_version(it))
    return mention.readings


def _is_amount(reading: Reading) -> bool:
    return isinstance(reading, Quantity)


def _is_version(reading: Reading) -> bool:
    return isinstance(reading, Quantity) and reading.unit == NAMED


def _comparable(claim: Quantity, dimension: str) -> bool:
    """Whether a quantity of the page may be one of another dimension in the source."""
    if dimension in ("", "cell"):
        return True
    if claim.unit.dimension:
        return False
    return dimension not in _STRICT or (claim.shares_percent and dimension != "name")


def _agree(claim: Quantity, found: Quantity) -> bool:
    if claim.sign * found.sign < 0:
        return False
    ours, theirs = claim.unit, found.unit
    if ours == NAMED and claim.ulp != found.ulp:
        return False
    if ours.dimension in ("percent", "points") and not theirs.dimension:
        return found.shares_percent
    if ours.currencies and theirs.currencies:
        return not ours.currencies.isdisjoint(theirs.currencies)
    return True


def _distance(claim: Quantity, found: Quantity) -> tuple[float, Decimal]:
    """The larger of both by the smaller; of equals the one in figures."""
    ours = float(claim.value * claim.unit.factor)
    theirs = float(found.value * found.unit.factor)
    small, large = sorted((ours, theirs))
    return (large / small if small > 0 else large + 1), found.slack
