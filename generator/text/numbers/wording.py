"""Numbers in words: `twenty-one`, `a fifth`, `one in four`, `三分之一`, `两成`, `十七艘`.

`said` are the words of a text in lower case.
"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from decimal import Decimal

from generator.text.numbers.numerals import (
    GERMAN,
    HAN_DIGITS,
    HAN_NUMERAL,
    SCALES,
    WORDS,
    german_numeral,
    han_numeral,
    word_numeral,
)
from generator.text.numbers.quantities import hedge, suffixed
from generator.text.numbers.records import BARE, PERCENT, Mention, Quantity
from generator.text.numbers.vocabulary import (
    DENOMINATORS,
    GERMAN_WORDS,
    ORDINALS,
    SMALL_WORDS,
    UNITS,
    alternatives,
)

LEAST_WORD = 11
"""Smaller numbers in words are too often the author's own count to be asked for."""
_SLACK = Decimal("1.5")
"""Percentage points by which a fraction in words may miss the figure."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A pattern, and words of which a text must have one: most texts have none of them."""

    pattern: re.Pattern[str]
    words: frozenset[str]

    @classmethod
    def of(cls, pattern: str, words: Iterable[str], flags: int = 0) -> "_Phrase":
        return cls(re.compile(pattern, flags), frozenset(words))

    def find(self, text: str, said: Set[str]) -> Iterable[re.Match[str]]:
        return self.pattern.finditer(text) if said & self.words else ()


_HUNDRED = Decimal(100)
_COUNTS = {"a": 1, "an": 1, "ein": 1, "einem": 1, "das": 1} | SMALL_WORDS | GERMAN_WORDS
_PARTS = alternatives(DENOMINATORS)
_FRACTION = _Phrase.of(
    rf"(?<![\w-])(?P<count>an?|ein|einem|das|{alternatives([*SMALL_WORDS, *GERMAN_WORDS])})[- ]"
    rf"(?P<part>{_PARTS})s?(?![\w-])",
    [*DENOMINATORS, *(f"{word}s" for word in DENOMINATORS)],
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?: of (?![12][0-9]{3})| more| less| higher| lower| fewer| larger| smaller| der)"
)
_BY = re.compile(r"\b(?:by|um|than|nearly|almost|about|over|roughly|just under|about) \Z")
_HALF = _Phrase.of(
    r"(?<![\w-])(?<!first )(?<!second )(?<!latter )(?<!other )(?<!and a )(?:half|Hälfte)(?![\w-])"
    r"(?! (?:an?|year|hour|dozen|time)\b)",
    ["half", "hälfte"],
)
_ONE_IN = _Phrase.of(
    rf"\bone in (?:an? )?(?P<of>{alternatives(SMALL_WORDS)}|[0-9]{{1,3}})(?!\w)", ["one"], re.I
)
_SLASH = re.compile(r"(?<![0-9/.,])(?P<n>[0-9]{1,3})/(?P<d>[0-9]{1,3})(?![0-9/])")
_HAN_FIGURE = (
    r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
    "|[〇零一二两三四五六七八九十百千]{1,8}(?:点[〇零一二三四五六七八九]{1,6})?"
)
_HAN_PARTS = re.compile(rf"(?P<d>{_HAN_FIGURE})分之(?P<n>{_HAN_FIGURE})")
_HAN_TENTHS = re.compile(
    r"(?<![〇零一二三四五六七八九十百千万亿第])(?P<n>[一二两三四五六七八九])成(?P<more>半|[一二三四五六七八九])?"
    r"(?![功立为员本果年长绩都分熟交品型效就家])"
)
_HAN_HALF = re.compile("一半|半数|过半")


def fractions(text: str, said: Set[str]) -> Iterator[Mention]:
    """Parts of a whole, as percentages."""
    for found in _FRACTION.find(text, said):
        count, part = found["count"].lower(), DENOMINATORS[found["part"].lower()]
        if 0 < _COUNTS[count] < part:
            sure = _COUNTS[count] > 1 or count == "one" or _is_part(text, found)
            yield _share(text, found, Decimal(_COUNTS[count]) / part, sure=sure)
    for found in _HALF.find(text, said):
        yield _share(text, found, Decimal("0.5"), sure=False)
    for found in _ONE_IN.find(text, said):
        of = int(found["of"]) if found["of"].isdigit() else SMALL_WORDS[found["of"].lower()]
        if of > 1:
            yield _share(text, found, 1 / Decimal(of), sure=True)
    for found in _SLASH.finditer(text):
        upper, lower = int(found["n"]), int(found["d"])
        share = _share(text, found, Decimal(upper) / lower, sure=False) if lower else None
        readings = share.readings if share else ()
        counts = (Quantity(Decimal(upper)), Quantity(Decimal(lower)))
        yield Mention(found.start(), found.end(), (*readings, *counts), is_sure=False)


def _is_part(text: str, found: re.Match[str]) -> bool:
    """Whether `a third` is a part and not one more: `a third of them`, `by a third`."""
    before = text[max(0, found.start() - 16) : found.start()]
    return bool(_OF.match(text, found.end()) or _BY.search(before))


def _share(text: str, found: re.Match[str], share: Decimal, *, sure: bool) -> Mention:
    reading = Quantity(share * _HUNDRED, unit=PERCENT, slack=_SLACK)
    start, end = found.span()
    return Mention(start, end, (reading,), is_sure=sure, hedge=hedge(text, start, end))


def han_fractions(text: str) -> Iterator[Mention]:
    """Chinese parts of a whole: `百分之三十五`, `三分之一`, `两成`, `一半`."""
    for found in _HAN_PARTS.finditer(text):
        upper, lower = _han_figure(found["n"]), _han_figure(found["d"])
        if upper is not None and lower:
            yield _han_share(text, found, upper, lower)
    for found in _HAN_TENTHS.finditer(text):
        more = found["more"] or "〇"
        tenths = HAN_DIGITS[found["n"]] * 10 + (5 if more == "半" else HAN_DIGITS[more])
        yield _han_share(text, found, Decimal(tenths), _HUNDRED)
    for found in _HAN_HALF.finditer(text):
        yield _share(text, found, Decimal("0.5"), sure=False)


def _han_share(text: str, found: re.Match[str], upper: Decimal, lower: Decimal) -> Mention:
    mention = _share(text, found, upper / lower, sure=True)
    if lower != _HUNDRED:
        return mention
    exponent = min(0, int(upper.as_tuple().exponent))
    exact = Quantity(upper, Decimal(1).scaleb(exponent), PERCENT)
    return Mention(mention.start, mention.end, (exact,), hedge=mention.hedge)


def _han_figure(text: str) -> Decimal | None:
    if text.isascii():
        return Decimal(text)
    whole, _, decimals = text.partition("点")
    number = Quantity(_HUNDRED) if whole == "百" else han_numeral(whole)
    if number is None:
        return None
    digits = "".join(str(HAN_DIGITS[char]) for char in decimals)
    return number.value + (Decimal(f"0.{digits}") if digits else 0)


_ENGLISH = _Phrase(WORDS, frozenset((*SMALL_WORDS, *SCALES, "dozen", "half")))


def words(text: str, said: Set[str], *, german: bool) -> Iterator[Mention]:
    """Number words of English, and of German in German texts, with their units."""
    for found in _ENGLISH.find(text, said):
        is_vague = found[0].lower().startswith(("a ", "an ", "half "))
        amount = word_numeral(found[0])
        if found[0].lower() == "half an hour":
            yield Mention(*found.span(), (amount.of(UNITS["minutes"]),), is_sure=False)
        else:
            yield _worded(text, found.span(), amount, sure=not is_vague)
    for found in GERMAN.finditer(text) if german else ():
        yield _worded(text, found.span(), german_numeral(found), sure=True)


def _worded(text: str, span: tuple[int, int], amount: Quantity, *, sure: bool) -> Mention:
    end, amounts, unit = suffixed(text, span[1], (amount,))
    sure = sure and (amounts[0].value >= LEAST_WORD or unit.dimension in ("percent", "money"))
    return Mention(span[0], end, amounts, is_sure=sure, hedge=hedge(text, span[0], end))


_MEASURE = re.compile(
    "[余多]?[个名家人位条款部项次艘倍岁件起场座辆张只台种类份期届轮集套间所批股票头只米层章]"
)
_NO_ORDINAL = re.compile("[方者]|次元|产业|世界|人称")


def han_words(text: str) -> Iterator[Mention]:
    """Chinese numerals with their units; those in words and names (`四川`) are never sure."""
    for found in HAN_NUMERAL.finditer(text):
        amount = han_numeral(found[0])
        if amount is None:
            continue
        start, end = found.span()
        end, amounts, unit = suffixed(text, end, (amount,))
        is_nth = text[start - 1 : start] == "第"
        counted = unit is not BARE or bool(_MEASURE.match(text, end))
        sure = amount.value >= LEAST_WORD and (counted or len(found[0]) > 2)
        if is_nth:
            start -= 1
            sure = amount.value >= LEAST_WORD and not _NO_ORDINAL.match(text, end)
        yield Mention(start, end, amounts, is_sure=sure, hedge=hedge(text, start, end))


_ORDINAL = _Phrase.of(rf"\b(?:{alternatives(ORDINALS)})\b", ORDINALS, re.IGNORECASE)
_SPANS = ("second", "minute", "hour", "day", "week", "month", "year")
_SINGLE = _Phrase.of(rf"\b(?:an?|per|each|every|the) (?P<unit>{'|'.join(_SPANS)})\b", _SPANS)
PHRASE_WORDS = frozenset().union(
    *(one.words for one in (_FRACTION, _HALF, _ONE_IN, _ENGLISH, _ORDINAL, _SINGLE))
)
"""Words of which a text has one, or no number in English words."""


def unasked(text: str, said: Set[str]) -> Iterator[Mention]:
    """What only bears out: ordinals in words, and `a week` for one week."""
    for found in _ORDINAL.find(text, said):
        yield Mention(
            *found.span(), (Quantity(Decimal(ORDINALS[found[0].lower()])),), is_sure=False
        )
    for found in _SINGLE.find(text, said):
        one = Quantity(Decimal(1), unit=UNITS[found["unit"]])
        yield Mention(*found.span(), (one,), is_sure=False)
