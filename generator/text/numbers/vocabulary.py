"""The words of numbers: multipliers, currencies, units, hedges, in English, German and Chinese.

All languages are read at once, because a Chinese article is often kept as an English abstract.
Only what means something else in another language is asked for by language (`Billion`).
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from generator.text.numbers.records import PERCENT, Hedge, Unit

SPACE = "[ \u00a0\u2009\u202f\u2007]"
WORD_ENDS = "(?![0-9A-Za-zÀ-ɏ])"
r"""Unlike `\b` it lets a Chinese character follow."""

_THOUSAND, _MILLION, _BILLION, _TRILLION = (Decimal(10**power) for power in (3, 6, 9, 12))
MULTIPLIERS = {
    **dict.fromkeys(("k", "thousand", "tausend", "tsd", "千"), _THOUSAND),
    **dict.fromkeys(("m", "mn", "mln", "million", "millions"), _MILLION),
    **dict.fromkeys(("mio", "millionen", "百万"), _MILLION),
    **dict.fromkeys(("b", "bn", "bln", "billion", "billions"), _BILLION),
    **dict.fromkeys(("mrd", "milliarde", "milliarden", "十亿"), _BILLION),
    **dict.fromkeys(("t", "tn", "trn", "trillion", "trillions"), _TRILLION),
    **dict.fromkeys(("billionen", "万亿", "兆"), _TRILLION),
    **dict.fromkeys(("dozen", "dutzend"), Decimal(12)),
    **dict.fromkeys(("hundred", "百"), Decimal(100)),
    **dict.fromkeys(("lakh", "十万"), Decimal(10**5)),
    **dict.fromkeys(("crore", "千万"), Decimal(10**7)),
    "万": Decimal(10**4),
    "亿": Decimal(10**8),
    "百亿": Decimal(10**10),
    "千亿": Decimal(10**11),
}
"""By word in lower case; single letters count only where they stand close to a figure."""

LOOSE = frozenset("mtb")
"""Letters that also mean something else: metres, tonnes, bytes."""


def _currency(codes: str, *words: str) -> dict[str, Unit]:
    return dict.fromkeys(words, Unit("money", currencies=frozenset(codes.split())))


CURRENCIES = {
    **_currency("USD HKD AUD CAD SGD TWD NZD", "$", "dollar", "dollars"),
    **_currency(
        "USD", "us$", "usd", "us dollar", "us dollars", "u.s. dollars", "us-dollar", "美元"
    ),
    **_currency("HKD", "hk$", "hkd", "港元", "港币"),
    **_currency("TWD", "nt$", "twd", "新台币", "台币"),
    **_currency("AUD", "a$", "aud", "澳元"),
    **_currency("CAD", "c$", "cad", "加元"),
    **_currency("SGD", "s$", "sgd", "新元"),
    **_currency("EUR", "€", "eur", "euro", "euros", "欧元"),
    **_currency("GBP", "£", "gbp", "pound", "pounds", "pfund", "英镑"),
    **_currency("CNY JPY", "¥"),
    **_currency("CNY", "cny", "rmb", "yuan", "renminbi", "人民币", "人民币元"),
    **_currency("CNY HKD TWD", "元"),
    **_currency("JPY", "jpy", "yen", "日元", "円"),
    **_currency("KRW", "₩", "krw", "won", "韩元"),
    **_currency("INR", "₹", "inr", "rupee", "rupees"),
    **_currency("CHF", "chf", "francs", "franken"),
}


def _units(dimension: str, factor: str, *words: str) -> dict[str, Unit]:
    return dict.fromkeys(words, Unit(dimension, Decimal(factor)))


UNITS = {
    **dict.fromkeys(("%", "per cent", "percent", "pct", "prozent"), PERCENT),
    **_units("per mille", "1", "‰"),
    **_units("points", "1", "percentage point", "percentage points", "percentage-point", "pp"),
    **_units("points", "1", "prozentpunkt", "prozentpunkte", "prozentpunkten"),
    **_units("points", "1", "个百分点", "百分点"),
    **_units("points", "0.01", "basis point", "basis points", "bps", "基点", "basispunkte"),
    **_units("times", "1", "times", "fold", "x", "倍", "-mal", "mal", "fach"),
    **_units("time", "1", "second", "seconds", "sec", "s", "sekunde", "sekunden", "秒", "秒钟"),
    **_units("time", "60", "minute", "minutes", "min", "minuten", "分钟"),
    **_units("time", "3600", "hour", "hours", "h", "stunde", "stunden", "小时", "个小时"),
    **_units("time", "86400", "day", "days", "tag", "tage", "tagen", "天"),
    **_units("time", "604800", "week", "weeks", "woche", "wochen", "周", "个星期", "星期"),
    **_units("months", "1", "month", "months", "monat", "monate", "monaten", "个月"),
    **_units("months", "12", "year", "years", "jahr", "jahre", "jahren", "年"),
    **_units("length", "0.001", "mm", "millimetres", "毫米"),
    **_units("length", "0.01", "cm", "centimetres", "zentimeter", "厘米"),
    **_units("length", "1", "metre", "metres", "meter", "meters", "米"),
    **_units("length", "1000", "km", "kilometre", "kilometres", "kilometer", "kilometers", "公里"),
    **_units("length", "1609.344", "mile", "miles"),
    **_units("mass", "1", "g", "gram", "grams", "gramm", "克"),
    **_units("mass", "1000", "kg", "kilo", "kilos", "kilogram", "kilograms", "公斤", "千克"),
    **_units("mass", "1000000", "tonne", "tonnes", "ton", "tons", "tonnen", "吨"),
    **_units("power", "1", "w", "watt", "watts"),
    **_units("power", "1000", "kw", "kilowatt", "kilowatts", "千瓦"),
    **_units("power", "1000000", "mw", "megawatt", "megawatts", "兆瓦"),
    **_units("power", "1000000000", "gw", "gigawatt", "gigawatts", "吉瓦"),
    **_units("energy", "1", "kwh", "kilowatt hours", "千瓦时", "度电"),
    **_units("energy", "1000", "mwh"),
    **_units("energy", "1000000", "gwh"),
    **_units("energy", "1000000000", "twh"),
    **_units("data", "1", "kb"),
    **_units("data", "1000", "mb"),
    **_units("data", "1000000", "gb"),
    **_units("data", "1000000000", "tb"),
}

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_GERMAN_SMALL = (
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn zwanzig"
)
_GERMAN_TENS = "dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)


def _counted(names: str, first: int, step: int = 1) -> dict[str, int]:
    return {name: first + step * index for index, name in enumerate(names.split())}


SMALL_WORDS = _counted(_SMALL, 0) | _counted(_TENS, 20, 10)
GERMAN_WORDS = _counted(_GERMAN_SMALL, 2) | _counted(_GERMAN_TENS, 30, 10)
ORDINALS = _counted(_ORDINALS, 1)

_PARTS = "third fourth fifth sixth seventh eighth ninth tenth"
_GERMAN_PARTS = "drittel viertel fünftel sechstel siebtel achtel neuntel zehntel"
DENOMINATORS = _counted(_PARTS, 3) | _counted(_GERMAN_PARTS, 3) | {"quarter": 4}


def _hedges(hedge: Hedge, words: str) -> dict[str, Hedge]:
    return dict.fromkeys(words.split("|"), hedge)


HEDGES = {
    **_hedges(Hedge.ABOVE, "more than|over|above|exceeding|at least|no fewer than|no less than"),
    **_hedges(Hedge.ABOVE, "upwards of|beyond|topped|passed|exceeded|surpassed|greater than"),
    **_hedges(Hedge.ABOVE, "mehr als|über|mindestens|just over|well over"),
    **_hedges(Hedge.BELOW, "less than|fewer than|under|below|at most|up to|no more than|within"),
    **_hedges(Hedge.BELOW, "as much as|as many as|weniger als|unter|höchstens|bis zu|maximal"),
    **_hedges(Hedge.ABOUT, "about|around|roughly|some|approximately|circa|ca.|c.|estimated|rund"),
    **_hedges(Hedge.ABOUT, "etwa|ungefähr"),
    **_hedges(Hedge.NEARLY, "nearly|almost|close to|just under|fast|knapp|nahezu|beinahe"),
}
"""The words before a number that leave it room, in lower case; the longest phrase counts."""
HEDGE_WORDS = max(len(phrase.split()) for phrase in HEDGES)
HAN_HEDGES = {
    **_hedges(Hedge.ABOVE, "超过|多于|高于|不少于|不低于|至少|突破|超|逾|>|≥"),
    **_hedges(Hedge.BELOW, "不到|不足|低于|少于|不超过|至多|最多|最高|<|≤"),
    **_hedges(Hedge.NEARLY, "将近|接近|近"),
    **_hedges(Hedge.ABOUT, "大约|约为|约|大概|~|≈"),
}
HEDGE_FILLERS = frozenset(("a", "an", "the", "of", "von", "ein", "einer", "einem", "eine", "|"))
HEDGES_AFTER = re.compile(
    rf"{SPACE}?(?:(?P<above>or more|or above|oder mehr|\+|余|多)"
    r"|(?P<about>or so)|(?P<below>or less|or fewer))"
    r"|[\u4e00-\u9fff]{0,3}?(?:(?P<about_zh>左右|上下)|(?P<above_zh>以上)|(?P<below_zh>以下|以内))",
    re.IGNORECASE,
)


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
