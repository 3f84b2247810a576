"""Which numbers of a sentence no source bears out, and what they may have been meant to be."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.text.numbers.evidence import Evidence, Found
from generator.text.numbers.reading import read_numbers
from generator.text.numbers.records import Day, Mention, Name, Quantity

_POWERS = (1, 2, 3, 4, 6, 8)
"""Slips of a decimal point, of thousand, 万, million and 亿, as powers of ten."""
_TIMES = {
    1: "ten times",
    2: "a hundred times",
    3: "a thousand times",
    4: "ten thousand times",
    6: "a million times",
    8: "a hundred million times",
    -1: "a tenth of",
    -2: "a hundredth of",
    -3: "a thousandth of",
    -4: "a ten-thousandth of",
    -6: "a millionth of",
    -8: "a hundred-millionth of",
}
_MYRIADS = frozenset("万亿萬億兆")
_SCALES = tuple(
    (name, Decimal(10**power))
    for name, power in (("trillion", 12), ("billion", 9), ("million", 6), ("thousand", 3))
)


@dataclass(frozen=True, slots=True)
class Nearest:
    """What a source has that comes nearest, in the words of the source."""

    source_id: str
    words: str
    english: str = ""
    """What Chinese words come to in English: `160 billion` for `1600亿元`."""


@dataclass(frozen=True, slots=True)
class Slip:
    """The number is `times` what the source has: `ten times`."""

    nearest: Nearest
    times: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A number at `start:end` of the sentence that no source bears out."""

    start: int
    end: int
    nearest: tuple[Nearest, ...]
    slip: Slip | None
    names: tuple[Name, ...] = ()
    """The names that it may be part of."""


def asked_numbers(text: str, language: str) -> tuple[Mention, ...]:
    """The numbers of `text` that want a source; no day that the calendar does not have, for of
    that is told as it is.
    """
    return tuple(
        one
        for one in read_numbers(text, language)
        if one.is_sure and one.readings and not _is_no_day(one)
    )


def _is_no_day(mention: Mention) -> bool:
    first = mention.readings[0]
    return isinstance(first, Day) and not first.exists


def missing_numbers(asked: Iterable[Mention], sources: Sequence[Evidence]) -> Iterator[Missing]:
    """Those of the numbers that none of `sources` bears out."""
    for mention in asked:
        if not _is_background(mention, sources) and not any(
            one.bears_out(mention) for one in sources
        ):
            names = tuple(it for it in mention.readings if isinstance(it, Name))
            nearest, slip = _in_other_units(mention, sources), None
            if not nearest:
                nearest, slip = _nearest(mention, sources), _slip(mention, sources)
            yield Missing(mention.start, mention.end, nearest, slip, names)


def _is_background(mention: Mention, sources: Sequence[Evidence]) -> bool:
    """Whether it is a name that the sources never use; with another figure it is a mistake."""
    names = [reading for reading in mention.readings if isinstance(reading, Name)]
    if not names or not all(_is_named(reading) for reading in mention.readings):
        return False
    return not any(name.word in source.words for name in names for source in sources)


def _is_named(reading: object) -> bool:
    return not isinstance(reading, Quantity) or reading.unit.dimension == "name"


def _in_other_units(mention: Mention, sources: Sequence[Evidence]) -> tuple[Nearest, ...]:
    found = (
        (source, one)
        for source in sources
        for amount in mention.readings
        if isinstance(amount, Quantity) and amount.unit.dimension not in ("", "name")
        if (one := source.in_other_unit(amount, mention))
    )
    return tuple(dict.fromkeys(Nearest(source.source_id, one.words) for source, one in found))[:3]


def _nearest(mention: Mention, sources: Sequence[Evidence]) -> tuple[Nearest, ...]:
    found = [
        Nearest(source.source_id, words) for source in sources if (words := _near(mention, source))
    ]
    return tuple(found[:3])


def _near(mention: Mention, source: Evidence) -> str:
    day = next((reading for reading in mention.readings if isinstance(reading, Day)), None)
    if day and (day.year or isinstance(mention.readings[0], Day)):
        return source.calendar.nearest(day)
    amount = next((reading for reading in mention.readings if isinstance(reading, Quantity)), None)
    found = source.nearest(amount) if amount else None
    return found.words if found else ""


def _slip(mention: Mention, sources: Sequence[Evidence]) -> Slip | None:
    amounts = [reading for reading in mention.readings if isinstance(reading, Quantity)]
    for source in sources:
        for amount in amounts:
            if amount.unit.dimension != "name" and amount.value >= 1:
                slip = _slipped(amount, mention, source)
                if slip:
                    return slip
    return None


def _slipped(amount: Quantity, mention: Mention, source: Evidence) -> Slip | None:
    for power in (*_POWERS, *(-power for power in _POWERS)):
        moved = _moved(amount, -power)
        found = next(source.equals(moved, mention), None)
        if found and _is_large(found, amount):
            english = _in_english(found.quantity.value) if _MYRIADS & set(found.words) else ""
            return Slip(Nearest(source.source_id, found.words, english), _TIMES[power])
    return None


def _in_english(value: Decimal) -> str:
    name, scale = next((pair for pair in _SCALES if value >= pair[1]), ("", 1))
    return f"{(value / scale).normalize():f} {name}".strip()


def _moved(amount: Quantity, power: int) -> Quantity:
    return replace(
        amount,
        value=amount.value.scaleb(power),
        ulp=amount.ulp.scaleb(power),
        reach=amount.reach.scaleb(power),
    )


def _is_large(found: Found, amount: Quantity) -> bool:
    """Single figures and tens are ten times each other by chance."""
    return max(found.quantity.value, amount.value) >= Decimal(1000) or len(_digits(amount)) > 1


def _digits(amount: Quantity) -> tuple[int, ...]:
    return amount.value.normalize().as_tuple().digits
