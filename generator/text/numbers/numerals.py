"""Numerals to numbers: digits with their separators, Chinese numerals, number words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from generator.text.characters import HAN
from generator.text.numbers.records import Quantity
from generator.text.numbers.vocabulary import GERMAN_WORDS, MULTIPLIERS, SMALL_WORDS, alternatives

FIGURE = re.compile(f"[0-9{HAN}]")
"""A digit or a Chinese character, which may be one."""
DIGITS = re.compile(
    r"(?<![0-9A-Za-z_])(?<![0-9][.,])"
    r"(?:[0-9]{1,3}(?P<sep>[,.'’ \u00a0\u2009\u202f])[0-9]{3}(?:(?P=sep)[0-9]{3})*(?![0-9])"
    r"(?:(?<=[0-9])[.,](?!(?P=sep))[0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)?)"
)
"""A number in digits, whole."""
_LONGEST = 18
"""Digits of the longest number; more are an identifier."""

_COMMAS = "de fr es it pt nl da sv nb nn no fi pl cs sk hu ro bg hr sl sr ru uk el tr id vi ca"
_COMMA_LANGUAGES = frozenset(_COMMAS.split())
"""Languages that write 1.234,5 or 1 234,5 (Unicode CLDR, number symbols)."""


def writes_commas(language: str) -> bool:
    """Whether decimals have a comma in the language."""
    return language.split("-")[0].lower() in _COMMA_LANGUAGES


@lru_cache(maxsize=5_000)  # a text has the same few numbers again and again
def numerals(text: str, *, commas: bool) -> tuple[Quantity, ...]:
    """What the digits may mean; nothing where they are too many to be a number.

    `1.234` is read both ways in languages with decimal commas: their texts quote English ones.
    """
    if len(text) > 2 * _LONGEST:
        return ()
    marks = [char for char in text if not char.isdigit()]
    if len(text) - len(marks) > _LONGEST:
        return ()
    if not marks:
        return (_quantity(text, ""),)
    last = text.rfind(marks[-1])
    whole, decimals = re.sub(r"[^0-9]", "", text[:last]), text[last + 1 :]
    grouped = whole + decimals
    if len(set(marks)) == 2:
        return (_quantity(whole, decimals),)
    if len(marks) > 1 or marks[0] not in ".,":
        return (_quantity(grouped, ""),)
    if len(decimals) != 3 or whole.startswith("0") or len(whole) > 3:
        return (_quantity(whole, decimals),)
    if commas:
        return _quantity(grouped, ""), _quantity(whole, decimals)
    return (_quantity(grouped, "") if marks[0] == "," else _quantity(whole, decimals),)


def _quantity(whole: str, decimals: str) -> Quantity:
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    ulp = Decimal(1).scaleb(-len(decimals))
    zeros = 0 if decimals else len(whole) - len(whole.rstrip("0"))
    return Quantity(value, ulp, reach=ulp.scaleb(min(zeros, max(0, len(whole) - 1))))


HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}
HAN_DIGITS |= {"零": 0, "两": 2}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "亿": 10**8}
HAN_NUMERAL = re.compile("[〇零一二两三四五六七八九十百千万亿]+")
_HAN_LONGEST = 18


def han_numeral(text: str) -> Quantity | None:
    """The number in Chinese numerals, `一千二百` or `二〇二六`; None for `万` and its like."""
    if len(text) > _HAN_LONGEST or text[0] in "百千万亿":
        return None
    if all(char in HAN_DIGITS for char in text):
        if len(text) in (2, 3) and "〇" not in text:
            return None
        return Quantity(Decimal("".join(str(HAN_DIGITS[char]) for char in text)))
    value = _han_value(text)
    ulp = Decimal(_HAN_MYRIADS.get(text[-1], 1))
    return Quantity(Decimal(value), ulp, reach=ulp)


def _han_value(text: str) -> int:
    total = section = digit = 0
    for char in text:
        if char in HAN_DIGITS:
            digit = HAN_DIGITS[char]
        elif char in _HAN_TENS:
            section += (digit or 1) * _HAN_TENS[char]
            digit = 0
        else:
            # 一万二千亿 multiplies all that came before, 一亿二千万 only its own section.
            here = section + digit
            bigger = _HAN_MYRIADS[char] > total > 0
            total = (total + here) * 10**8 if bigger else total + here * _HAN_MYRIADS[char]
            section = digit = 0
    return total + section + digit


SCALES = frozenset(("hundred", "thousand", "million", "billion", "trillion"))
_JOINED = alternatives([*SMALL_WORDS, *SCALES])
WORDS = re.compile(
    rf"(?<![\w-])(?:(?:{alternatives(SMALL_WORDS)})(?:[ -](?:and )?(?:{_JOINED})){{0,12}}"
    r"(?P<half> and a half)?|an? (?:hundred|thousand|million|billion|trillion|dozen)"
    r"|half an? (?:million|billion|trillion|dozen|hour))(?![\w])",
    re.IGNORECASE,
)
_GERMAN_TEENS = alternatives(GERMAN_WORDS)
GERMAN = re.compile(
    rf"(?<!\w)(?:(?P<ones>ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und"
    rf"(?P<tens>zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)"
    rf"|(?P<word>{_GERMAN_TEENS}))(?P<scale>hundert|tausend| tausend)?(?!\w)",
    re.IGNORECASE,
)


def word_numeral(text: str) -> Quantity:
    """The number in English words, as `WORDS` finds them."""
    words = re.split("[ -]", text.lower())
    if words[0] == "half":
        return _scaled(Decimal("0.5"), words[2]) if words[2] != "hour" else Quantity(Decimal(30))
    total, current, last = Decimal(0), Decimal(0), Decimal(1)
    for word in _counted(words):
        if word in SMALL_WORDS:
            current += SMALL_WORDS[word]
        elif word == "hundred":
            current = (current or Decimal(1)) * 100
        elif word == "half":
            total += Decimal("0.5") * last
        else:
            last = MULTIPLIERS[word]
            total, current = total + (current or Decimal(1)) * last, Decimal(0)
    ulp = last if not current else Decimal(1)
    return Quantity(total + current, ulp, reach=_reach(total + current, ulp))


def _counted(words: list[str]) -> Iterator[str]:
    """The words that count. "A half" closes: with no scale before it, it is half of one."""
    for word in words:
        if word not in ("and", "a", "an"):
            yield word


def _scaled(value: Decimal, scale: str) -> Quantity:
    return Quantity(value * MULTIPLIERS[scale], MULTIPLIERS[scale] / 10)


def _reach(value: Decimal, ulp: Decimal) -> Decimal:
    """One of the last digit that is not a closing zero."""
    digits = f"{int(value)}"
    zeros = min(len(digits) - len(digits.rstrip("0")), len(digits) - 1)
    return max(ulp, Decimal(10) ** zeros)


def german_numeral(found: re.Match[str]) -> Quantity:
    """The number in German words, as `GERMAN` finds them."""
    if found["word"]:
        value = GERMAN_WORDS[found["word"].lower()]
    else:
        ones = 1 if found["ones"].lower() == "ein" else GERMAN_WORDS[found["ones"].lower()]
        value = ones + GERMAN_WORDS[found["tens"].lower()]
    scale = {"hundert": 100, "tausend": 1000}.get((found["scale"] or "").strip().lower(), 1)
    return Quantity(Decimal(value * scale), reach=_reach(Decimal(value * scale), Decimal(1)))
