"""Amounts in running text, each with its multiplier, its unit, its sign and its hedge."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from generator.text.numbers.numerals import DIGITS, numerals
from generator.text.numbers.records import (
    BARE,
    NAMED,
    Day,
    Hedge,
    Mention,
    Name,
    Quantity,
    Reading,
    Unit,
)
from generator.text.numbers.vocabulary import (
    CURRENCIES,
    HAN_HEDGES,
    HEDGE_FILLERS,
    HEDGE_WORDS,
    HEDGES,
    HEDGES_AFTER,
    LOOSE,
    MULTIPLIERS,
    SPACE,
    UNITS,
    WORD_ENDS,
    alternatives,
)

_ASCII_MULTIPLIERS = [word for word in MULTIPLIERS if word.isascii()]
_HAN_MULTIPLIERS = [word for word in MULTIPLIERS if not word.isascii()]
_MULTIPLIER = re.compile(
    rf"(?:{SPACE}|-)?(?P<word>{alternatives(_ASCII_MULTIPLIERS)}){WORD_ENDS}(?:(?<=mio|mrd|tsd)\.)?"
    rf"|{SPACE}?[余多]?(?P<han>{alternatives(_HAN_MULTIPLIERS)})",
    re.IGNORECASE,
)
_BETWEEN = rf"(?:{SPACE}|-)?(?:[余多来]|{SPACE}?\+)?"
_UNITS = {**UNITS, **{word: unit for word, unit in CURRENCIES.items() if not word.endswith("$")}}
_ASCII_UNITS = [word for word in _UNITS if word.isascii() and word[-1].isalpha()]
_OTHER_UNITS = [word for word in _UNITS if word not in _ASCII_UNITS]
_UNIT = re.compile(
    rf"{_BETWEEN}(?:(?P<word>{alternatives(_ASCII_UNITS)}){WORD_ENDS}"
    rf"|(?P<han>{alternatives(_OTHER_UNITS)}))",
    re.IGNORECASE,
)
_SIGNS = alternatives([word for word in CURRENCIES if len(word) <= 3 and not word.isalpha()])
_CODES = alternatives(
    [word.upper() for word in CURRENCIES if len(word) == 3 and word.isascii() and word.isalpha()]
)
_PREFIX = re.compile(
    r"(?P<sign>(?<![0-9A-Za-z])[+−±-]|(?<![A-Za-z])(?:minus|plus) )?"
    rf"(?:(?P<currency>(?:(?<![A-Za-z])[A-Z]{{1,2}})?[$€£¥₩₹]|(?<![A-Za-z])(?:{_CODES})|人民币)"
    rf"{SPACE}?)?(?P<late>[+−-])?\Z",
    re.IGNORECASE,
)
_SPACES = " \u00a0\u2009\u202f\u2007"
_NO_PREFIX = frozenset(("", *"0123456789,;.()\n"))
"""What no sign and no currency ends with: most numbers have none before them."""
_CAPITALISED = re.compile(r"(?<![0-9A-Za-z])([A-Z][0-9A-Za-z&+.’']{0,24})[ \u00a0-]\Z")
_HAN_NAME = re.compile("[\u4e00-\u9fff]{2}\\Z")
_PLAIN = (
    "in on by at about over under from to of the a an some nearly almost more than only since "
    "after before between until up around all its their and or for with but as is was were "
    "fewer less exactly just another these those early late mid"
)
_PLAIN_WORDS = frozenset(_PLAIN.split())
_GLUED = re.compile(r"[A-Za-z]{1,12}")
_CODE = re.compile(r"-[0-9]{2,6}(?![0-9])")
_ALONE_AFTER = re.compile(r"[,;\n)]| [0-9]|\Z")
"""What follows a number that has nothing of its own after it: no unit, no letters, no hedge."""
_ORDINAL = re.compile("(?:st|nd|rd|th)(?![A-Za-z])")
_BEFORE = 36
_AFTER = 60
_LONGEST_AFTER = 24
"""Characters of the longest unit or hedge: that close to an edge, more has to be looked at."""
_LOOSE_ENDS = " \u00a0\u2009\u202f$€£¥"
_YEARS = range(1500, 2200)


def quantities(text: str, *, commas: bool) -> Iterator[Mention]:
    """The amounts written in digits, in order."""
    done = 0
    for found in DIGITS.finditer(text):
        if found.start() >= done:
            mention = _found(text, found, commas=commas)
            if mention is not None:
                yield mention
                done = mention.end


def _found(text: str, found: re.Match[str], *, commas: bool) -> Mention | None:
    start, end = found.span()
    before = text[max(0, start - _BEFORE) : start]
    after = "" if _ALONE_AFTER.match(text, end) else text[end : end + _AFTER]
    mention = _among(before, found[0], after, commas=commas)
    if mention is None:
        return None
    shift = start - len(before)
    if len(after) == _AFTER and mention.end + shift + _LONGEST_AFTER > end + _AFTER:
        return _mention(text, start, found[0], commas=commas)
    return Mention(
        mention.start + shift, mention.end + shift, mention.readings, hedge=mention.hedge
    )


@lru_cache(maxsize=2_000)  # the same few words, again and again, in a long table of numbers
def _among(before: str, digits: str, after: str, *, commas: bool) -> Mention | None:
    """The number of these digits in the text `before + digits + after`."""
    return _mention(f"{before}{digits}{after}", len(before), digits, commas=commas)


def _mention(text: str, start: int, digits: str, *, commas: bool) -> Mention | None:
    amounts = numerals(digits, commas=commas)
    if not amounts:
        return None
    end = start + len(digits)
    if not _ALONE_AFTER.match(text, end):
        if _ORDINAL.match(text, end):
            day = (Day(day=int(amounts[0].value)),) if amounts[0].value < 32 else ()
            return Mention(start, end + 2, (*amounts, *day))
        end, amounts, unit = suffixed(text, end, amounts)
        if unit is BARE and _GLUED.match(text, end) and end == start + len(digits):
            return _glued(text, start, end, amounts)
    before = text[max(0, start - _BEFORE) : start]
    start, amounts = _prefixed(text, start, amounts)
    readings: tuple[Reading, ...] = (*amounts, *_other_readings(before, digits, amounts))
    code = _CODE.match(text, end)
    names = [reading for reading in readings if isinstance(reading, Name)]
    if code and names and len(digits) >= 3:
        return Mention(start, code.end(), (Name(names[0].word, f"{digits}{code[0]}"),))
    if names and "." in digits:
        readings = (*readings, *(amount.of(NAMED) for amount in amounts))
    return Mention(start, end, readings, hedge=hedge(text, start, end))


def suffixed(
    text: str, end: int, amounts: tuple[Quantity, ...]
) -> tuple[int, tuple[Quantity, ...], Unit]:
    """The amounts with the multiplier and unit after them; where those end; the unit."""
    plain = amounts
    multiplier = _MULTIPLIER.match(text, end)
    loose = False
    if multiplier:
        word = (multiplier["word"] or multiplier["han"]).lower()
        loose = word in LOOSE
        amounts = tuple(amount.times(MULTIPLIERS[word]) for amount in amounts)
        end, amounts = _composed(text, multiplier.end(), amounts)
    found = _UNIT.match(text, end)
    unit = BARE
    if found:
        unit = _UNITS[(found["word"] or found["han"]).lower()]
        end = found.end()
        amounts = tuple(amount.of(unit) for amount in amounts)
    return end, (*amounts, *(plain if loose else ())), unit


_SMALLER = re.compile(r"([0-9]{1,4}(?:\.[0-9]+)?)([亿万千]?)")


def _composed(
    text: str, end: int, amounts: tuple[Quantity, ...]
) -> tuple[int, tuple[Quantity, ...]]:
    """`1亿2000万`: parts of one number, each smaller than the one before."""
    for _ in range(3):
        part = _SMALLER.match(text, end) if text[end - 1] in "亿万千" else None
        if part is None or amounts[0].ulp != amounts[0].multiplier:
            break
        scale = MULTIPLIERS.get(part[2], Decimal(1))
        more = Decimal(part[1]) * scale
        if more >= amounts[0].multiplier:
            break
        amounts = tuple(
            replace(amount, value=amount.value + more, ulp=scale, reach=scale, multiplier=scale)
            for amount in amounts
        )
        end = part.end()
    return end, amounts


def _prefixed(
    text: str, start: int, amounts: tuple[Quantity, ...]
) -> tuple[int, tuple[Quantity, ...]]:
    """The amounts with the sign and currency before them."""
    offset = max(0, start - 12)
    before = text[offset:start]
    if before.rstrip(_SPACES)[-1:] in _NO_PREFIX:
        return start, amounts
    found = _PREFIX.search(before)
    if found is None or found.start() == found.end():
        return start, amounts
    signs = (found["sign"] or found["late"] or "").strip().lower()
    sign = {"+": 1, "-": -1, "−": -1, "minus": -1, "plus": 1}.get(signs, 0)
    currency = (found["currency"] or "").strip().lower()
    unit = CURRENCIES.get(currency) or CURRENCIES.get(currency[-1:], BARE)
    return offset + found.start(), tuple(amount.signed(sign, unit) for amount in amounts)


def _other_readings(
    before: str, digits: str, amounts: tuple[Quantity, ...]
) -> Iterator[Day | Name]:
    """A year; or a figure that belongs to the word before it: `Sora 2`."""
    amount = amounts[0]
    if amount.unit is not BARE or amount.multiplier != 1:
        return
    if digits.isdigit() and len(digits) == 4 and int(digits) in _YEARS:
        yield Day(year=int(digits))
    before = before[-30:]
    word = _CAPITALISED.search(before) if before != before.lower() else None
    if word and word[1].lower() not in _PLAIN_WORDS:
        yield Name(_squeezed(word[1]), digits)
    elif "." in digits and (han := _HAN_NAME.search(before)):
        yield Name(han[0], digits)


def _glued(text: str, start: int, end: int, amounts: tuple[Quantity, ...]) -> Mention:
    """A figure with letters at its end that are no unit: `720p`, `4090Ti`."""
    letters = _GLUED.match(text, end)
    word = letters[0].lower() if letters else ""
    figure = f"{amounts[0].value}"
    readings = (Name(f"#{word}", figure), amounts[0].of(NAMED))
    return Mention(start, end + len(word), readings)


_NAMES = re.compile(
    r"(?<![0-9A-Za-z_])(?:(?P<word>[A-Za-z]{1,24})(?P<figure>[0-9]{1,12}"
    r"(?:\.[0-9]{1,6}){0,3})[A-Za-z]{0,8}|(?P<hyphened>[A-Za-z]{0,24}[A-Z][A-Za-z]{0,24})-"
    r"(?P<version>[0-9]{1,12}(?:\.[0-9]{1,6}){0,3})[A-Za-z]{0,8})(?P<more>(?:-[0-9]{2,6})?)"
    r"(?![0-9A-Za-z])"
)
_LED = frozenset(_PLAIN_WORDS | {"post", "pre", "non", "anti", "sub"})


def names(text: str) -> Iterator[Mention]:
    """Words with a figure in them, in order: `Wan2.2`, `GPT-4`, `GB45438-2025`."""
    for found in _NAMES.finditer(text):
        word, figure = found["word"] or found["hyphened"], found["figure"] or found["version"]
        if word.upper() in _CURRENCY_CODES or word.lower() in _LED:
            continue
        name = Name(_squeezed(word), f"{figure}{found['more']}")
        is_number = figure.count(".") < 2 and not found["more"]
        amounts = numerals(figure, commas=False) if is_number else ()
        readings: tuple[Reading, ...] = (name, *(amount.of(NAMED) for amount in amounts))
        yield Mention(found.start(), found.end(), readings)


_CURRENCY_CODES = frozenset(_CODES.split("|")) | {"US", "HK"}


def _squeezed(word: str) -> str:
    return re.sub(r"[^0-9a-z]", "", word.lower())


def hedge(text: str, start: int, end: int) -> Hedge:
    """What the words before and after a number leave open."""
    if "余" in text[start:end] or "多" in text[start:end]:
        return Hedge.ABOVE
    after = None if _ALONE_AFTER.match(text, end) else HEDGES_AFTER.match(text, end)
    if after:
        name = next(name for name, words in after.groupdict().items() if words)
        return Hedge(name.removesuffix("_zh"))
    return _hedge_before(text[max(0, start - _BEFORE) : start])


_HEDGES_END = frozenset(phrase.split()[-1] for phrase in HEDGES)


def _hedge_before(text: str) -> Hedge:
    text = text.rstrip(_LOOSE_ENDS)
    if not text or text[-1].isdigit():
        return Hedge.NONE
    text = text.lower()
    if not text[-1].isascii() or text[-1] in "<>~":
        for size in (3, 2, 1):
            if text[-size:] in HAN_HEDGES:
                return HAN_HEDGES[text[-size:]]
    return _hedge_in_words(text.split())


def _hedge_in_words(words: list[str]) -> Hedge:
    while words and words[-1] in HEDGE_FILLERS:
        words.pop()
    if not words or words[-1].lstrip("(—–") not in _HEDGES_END:
        return Hedge.NONE
    for count in range(HEDGE_WORDS, 0, -1):
        found = HEDGES.get(" ".join(words[-count:]).lstrip("(—–"))
        if found:
            return found
    return Hedge.NONE
