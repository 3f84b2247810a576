"""Figures of notes as data: what they come to, whether two agree, and what may have slipped.

A value is written as a number and its unit (`60`, `million users`). A unit without a multiplier
takes that of the metric's name, if there is one: `users_m`, `capex_cny_bn`. A metric whose name
ends in `date` has dates for values.
"""

from dataclasses import dataclass
from decimal import Decimal

from generator.model.source import Value
from generator.text.dates.curated import day_number, is_period, last_day_number, overlap
from generator.text.figures import is_figure

_NEIGHBOURS = 92
"""Days between two dates that stand beside each other: no more than a quarter."""
_SHARE = Decimal("0.1")
"""How far apart the two may be beside the power of ten: they need not be of one day."""
_POWERS = range(1, 13)
_KEPT_DIGITS = 2
"""As many digits tell something, even where the second is a zero: 60 is no rounded 64."""
_SUFFIXES = {"k": 3, "m": 6, "mn": 6, "bn": 9, "tn": 12, "thousand": 3}
_SUFFIXES |= {"million": 6, "billion": 9, "trillion": 12, "万": 4, "亿": 8}
_ENGLISH = {10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with its multiplier. `ulp` is one of its last digit that tells something.

    `counted` is what the unit counts, `currencies` what money it may be.
    """

    number: Decimal
    ulp: Decimal
    counted: str = ""
    currencies: frozenset[str] = frozenset()

    def is_comparable(self, other: "Amount") -> bool:
        """Whether both count the same, as far as they say what they count."""
        if self.currencies and other.currencies:
            return not self.currencies.isdisjoint(other.currencies)
        return not self.counted or not other.counted or self.counted == other.counted

    def agrees(self, other: "Amount") -> bool:
        """Whether the one is the other rounded; closing zeros after two digits are rounding."""
        return abs(self.number - other.number) <= max(self.ulp, other.ulp) / 2

    def slip(self, other: "Amount") -> int:
        """The power of ten between them where one is about ten, a hundred … times the other."""
        small, large = sorted((abs(self.number), abs(other.number)))
        if not small or self.number * other.number < 0:
            return 0
        off = ((power, large / small.scaleb(power)) for power in _POWERS)
        return next((power for power, ratio in off if abs(ratio - 1) <= _SHARE), 0)


def holds_dates(metric: str) -> bool:
    """Whether the values of the metric are dates, as its name says: `launch_date`."""
    return metric.lower().endswith("date")


def is_value(value: Value) -> bool:
    """Whether it is written as its metric wants it, a number or a date."""
    return is_period(value.value) if holds_dates(value.metric) else is_figure(value.value)


def is_dated(value: Value) -> bool:
    """Whether it has a date that is one."""
    return value.date is not None and is_period(value.date)


def amount_of(value: Value) -> Amount | None:
    """What the value comes to; None for a date, and for what is no number."""
    if holds_dates(value.metric) or not is_figure(value.value):
        return None
    from generator.text.numbers.vocabulary import CURRENCIES  # only where there are values

    scale, _, counted = _unit_of(value)
    number = Decimal(value.value.replace("\N{MINUS SIGN}", "-"))
    money = CURRENCIES.get(counted)
    return Amount(number * scale, _ulp(number) * scale, counted, money.currencies if money else _NO)


_NO: frozenset[str] = frozenset()


def agree(one: Value, other: Value) -> bool:
    """Whether two values of one metric, entity and date say the same, rounding allowed for.

    What cannot be compared, dollars with yuan, is no disagreement.
    """
    if holds_dates(one.metric):
        return not (is_value(one) and is_value(other)) or overlap(one.value, other.value)
    ours, theirs = amount_of(one), amount_of(other)
    return not ours or not theirs or not ours.is_comparable(theirs) or ours.agrees(theirs)


def are_neighbours(one: Value, other: Value) -> bool:
    """Whether the dates are the same, or no more than a quarter of a year apart."""
    if one.date is None or other.date is None:
        return one.date == other.date
    if not is_dated(one) or not is_dated(other):
        return False
    first = min(last_day_number(one.date), last_day_number(other.date))
    return max(day_number(one.date), day_number(other.date)) - first <= _NEIGHBOURS


def phrase(value: Value) -> str:
    """The value as a text would give it, `60 million users`, `1600亿 元`."""
    scale, word, counted = _unit_of(value)
    space = " " if word.isascii() else ""
    number = f"{value.value}{space}{word}" if scale != 1 else value.value
    return f"{number} {counted}".strip()


def shown(value: Value) -> str:
    """The value with its unit as written: `60 million users`."""
    return f"{value.value} {value.unit}" if value.unit else value.value


def same_name(name: str) -> str:
    """A metric or an entity as it is compared: case and spaces do not count."""
    return " ".join(name.split()).casefold()


def _ulp(number: Decimal) -> Decimal:
    """One of the last digit: as written behind the point, else the last before closing zeros."""
    _, digits, written = number.as_tuple()
    assert isinstance(written, int)  # noqa: S101 (a figure is finite)
    if written < 0:
        return Decimal(1).scaleb(written)
    figures = "".join(map(str, digits))
    closing = len(figures) - len(figures.rstrip("0"))
    return Decimal(1).scaleb(max(0, min(closing, len(figures) - _KEPT_DIGITS)))


def _unit_of(value: Value) -> tuple[Decimal, str, str]:
    """Multiplier, its word, and what is counted."""
    scale, word, counted = _split(value.unit or "")
    parts = value.metric.lower().split("_")
    if scale == 1:
        named = next((part for part in parts[1:] if part in _SUFFIXES), "")
        scale = Decimal(10 ** _SUFFIXES[named]) if named else scale
        word = _ENGLISH.get(int(scale), named) if named else word
    return scale, word, counted or _counted_by(parts)


def _split(unit: str) -> tuple[Decimal, str, str]:
    from generator.text.numbers.vocabulary import MULTIPLIERS  # only where there are values

    words = " ".join(unit.lower().split())
    han = next((one for one in _HAN if words.startswith(one)), "")
    if han:
        return MULTIPLIERS[han], _ENGLISH.get(int(MULTIPLIERS[han]), han), words[len(han) :].strip()
    parts = words.split(" ")
    named = next((part for part in parts if part.isascii() and part in MULTIPLIERS), "")
    if not named:
        return Decimal(1), "", words
    parts.remove(named)
    scale = MULTIPLIERS[named]
    return scale, _ENGLISH.get(int(scale), named), " ".join(parts)


_HAN = ("万亿", "千亿", "百亿", "十亿", "千万", "百万", "十万", "亿", "万", "千")


def _counted_by(parts: list[str]) -> str:
    """What the name of a metric says of its unit: a currency, per cent."""
    from generator.text.numbers.vocabulary import CURRENCIES  # only where there are values

    if "pct" in parts or "percent" in parts:
        return "%"
    return next((part for part in parts if len(part) == 3 and part in CURRENCIES), "")
