"""Units in the words of a page: 249 `million people` are 2.49 `亿人` on a Chinese one.

A unit is known where it is a multiplier, something counted, or both, in one of our languages.
What is counted and how numbers are grouped stand under `units` in the words. Other units stay as
written.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from generator.text.figures import figure
from generator.text.readable import readable
from generator.words import LANGUAGES, words_for

_SETTINGS = frozenset({"multipliers", "grouped_by", "unit"})
_IN_BRACKETS = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]")


@dataclass(frozen=True, slots=True)
class Unit:
    """Ten to the power of `exponent` of what is `counted`, a key of the words; empty for none."""

    exponent: int
    counted: str


def read_unit(text: str) -> Unit | None:
    """The unit that a curator wrote; None where we do not know all of its parts."""
    words = " ".join(text.casefold().split())
    exponent = 0
    for word, power in _multipliers():
        rest = words.removeprefix(word)
        if rest != words and (not word.isascii() or rest[:1] in ("", " ")):
            words, exponent = rest.strip(), power
            break
    counted = _counted().get(words, "")
    return Unit(exponent, counted) if counted or (exponent and not words) else None


def regrouped(text: str, largest: Decimal, language: str) -> tuple[Decimal, str]:
    """What figures of this unit are to be multiplied by on a page, and their unit there.

    `largest` is the largest of the figures that stand together. A unit that is in the page's
    language and grouping, or that we do not know, stays.
    """
    unit, powers = read_unit(text), _grouped_by(language)
    if unit is None or (_is_written_in(text, language) and unit.exponent in (0, *powers)):
        return Decimal(1), text
    size = abs(largest).scaleb(unit.exponent)
    power = max((each for each in powers if Decimal(1).scaleb(each) <= size), default=0)
    return Decimal(1).scaleb(unit.exponent - power), _named(Unit(power, unit.counted), language)


def scaled(cell: str, factor: Decimal) -> str:
    """A figure in another unit; as written where the factor is one."""
    if factor == 1 or not cell:
        return cell
    return f"{(Decimal(cell.replace(chr(0x2212), '-')) * factor).normalize():f}"


def measured(cell: str, unit: str, language: str) -> str:
    """A figure that stands alone, with its unit in the page's words: `3亿元`."""
    if not unit:
        return figure(cell)
    factor, shown = regrouped(unit, Decimal(cell.replace(chr(0x2212), "-")), language)
    return with_unit(scaled(cell, factor), shown, language)


def with_unit(cell: str, unit: str, language: str) -> str:
    """A figure and its unit, kept together: `60 million users`, `6000万用户`."""
    if not unit or not unit[0].isascii():
        return f"{figure(cell)}{unit}"
    if unit[0].isalpha():
        return f"{figure(cell)}\N{NO-BREAK SPACE}{unit}"
    return words_for("site", language).say("figure_with_unit", n=figure(cell), unit=unit)


def column_head(name: str, unit: str, language: str) -> str:
    """The name of a column with the unit of its figures: `revenue_cny_million` is `Revenue, million
    yuan`. A unit that is given goes before the one in the name.
    """
    plain, own = _parted(name)
    shown = unit or (_named(own, language) if own else "")
    if not shown:
        return readable(name)
    return words_for("site", language).say("with_unit", name=readable(plain), unit=shown)


def _parted(name: str) -> tuple[str, Unit | None]:
    """A name without its unit, and the unit: in brackets, or multiplier and currency at its end."""
    found = _IN_BRACKETS.fullmatch(name)
    if found and (unit := read_unit(found[2])):
        return found[1], unit
    parts, exponent, counted = name.split("_"), 0, ""
    while len(parts) > 1 and (unit := read_unit(parts[-1])):
        if unit.counted and unit.counted not in ("yuan", "us_dollars", "euros"):
            break
        exponent, counted = exponent or unit.exponent, counted or unit.counted
        parts.pop()
    has_unit = exponent or counted
    return "_".join(parts), Unit(exponent, counted) if has_unit else None


def _named(unit: Unit, language: str) -> str:
    words = words_for("units", language)
    multiplier = {power: word for word, power in _pairs(words["multipliers"])}.get(unit.exponent)
    counted = words[unit.counted].split("|")[0] if unit.counted else ""
    if not multiplier or not counted:
        return multiplier or counted
    return words.say("unit", multiplier=multiplier, counted=counted)


def _is_written_in(text: str, language: str) -> bool:
    return text.isascii() == words_for("units", language)["multipliers"].isascii()


def _grouped_by(language: str) -> tuple[int, ...]:
    return tuple(int(power) for power in words_for("units", language)["grouped_by"].split())


def _pairs(text: str) -> list[tuple[str, int]]:
    """`6 million bn, …` as words and their powers of ten, the one to use last of each power."""
    lines = (line.split() for line in text.split(","))
    return [(word, int(power)) for power, *words in lines for word in reversed(words)]


@cache
def _multipliers() -> tuple[tuple[str, int], ...]:
    """All words for powers of ten, the longest first."""
    pairs = [each for name in LANGUAGES for each in _pairs(words_for("units", name)["multipliers"])]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _counted() -> dict[str, str]:
    """What may be counted, in every language, and its key."""
    return {
        name.casefold(): key
        for language in LANGUAGES
        for key, names in words_for("units", language).items()
        if key not in _SETTINGS
        for name in names.split("|")
    }
