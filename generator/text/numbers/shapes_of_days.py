"""How dates are written in English, German and Chinese, as patterns.

Groups: `year`, `month` (figures), `name` (a month), `day`, `quarter`, `short` (a year of two
figures).
"""

import re

_ENGLISH = "january february march april may june july august september october november december"
_GERMAN = "januar februar märz april mai juni juli august september oktober november dezember"
_IN_FULL = {
    name: number for names in (_ENGLISH, _GERMAN) for number, name in enumerate(names.split(), 1)
}
MONTHS = {name[:3]: number for name, number in _IN_FULL.items()} | _IN_FULL | {"sept": 9}
"""Number of a month by its name or its first three letters, in lower case."""
WEEKDAYS = {
    name: number
    for names in (
        "mon tue wed thu fri sat sun",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "一 二 三 四 五 六 日",
    )
    for number, name in enumerate(names.split())
} | {"天": 6}
"""Number of a weekday, 0 for Monday, by its name or its first three English letters."""
DATE_WORDS = frozenset(MONTHS) | {"q", "quarter"}
"""Words in lower case of which a date has one, unless it has a figure."""
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "一": 1, "二": 2, "三": 3, "四": 4}


def _names(names: dict[str, int]) -> str:
    return "|".join(name.capitalize() for name in sorted(names, key=lambda it: (-len(it), it)))


_MONTH = _names(MONTHS)
_YEAR = r"(?P<year>(?:1[5-9]|20|21)[0-9]{2})"
_ALONE = r"(?<![0-9A-Za-z_.,/$€£¥-])"
_DAY = r"(?P<day>[12][0-9]|3[01]|0?[1-9])"
_NTH = r"(?:st|nd|rd|th)?"
_NO_DAY = (
    r"(?![0-9A-Za-z]|[.,:][0-9]| ?[%°]| (?:per|percent|million|billion|thousand|people|times)\b)"
)
_HAN_YEAR = r"(?P<year>[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})"
_HAN_FIGURE = r"0?[1-9]|[1-9][0-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_SPACE = "[ \u00a0\u202f]"
_NO_FIGURE = r"(?<![0-9.,万亿千百十一二三四五六七八九第])"

_NUMERIC = (
    rf"{_ALONE}{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?![0-9-])",
    rf"{_ALONE}{_YEAR}(?P<mark>[/.])(?P<month>0?[1-9]|1[0-2])(?P=mark){_DAY}(?![0-9])",
    rf"{_ALONE}{_DAY}\.{_SPACE}?(?P<month>0?[1-9]|1[0-2])\.{_SPACE}?{_YEAR}(?![0-9])",
    rf"{_ALONE}{_YEAR}-(?P<month>0[1-9]|1[0-2])(?![0-9-])",
)
_NAMED = (
    rf"{_ALONE}{_DAY}{_NTH}\.?(?: of)?[ -](?P<name>{_MONTH})\b(?:\.?,?[ -]{_YEAR}(?![0-9]))?",
    rf"\b(?P<name>{_MONTH})\b\.? {_DAY}{_NTH}{_NO_DAY}(?:,? {_YEAR}(?![0-9]))?",
    rf"\b(?P<name>{_MONTH})\b\.?,?(?: of)? {_YEAR}(?![0-9])",
)
_QUARTER = (
    rf"\bQ(?P<quarter>[1-4])(?:[ -]?(?:of )?{_YEAR})?(?![0-9])",
    rf"{_ALONE}{_YEAR}[ -]?Q(?P<quarter>[1-4])(?![0-9])",
    rf"\b(?P<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[ -]quarter\b(?:(?: of|,)? {_YEAR})?",
    rf"(?:{_HAN_YEAR}年{_SPACE}?)?第?(?P<quarter>[一二三四1-4])季度",
)
_HAN = (
    rf"(?:(?<![0-9.])(?:{_HAN_YEAR}|(?P<short>[0-9]{{2}})){_SPACE}?年{_SPACE}?)?{_NO_FIGURE}"
    rf"(?P<month>{_HAN_FIGURE}){_SPACE}?月(?![光球亮饼薪])"
    rf"(?:份|{_SPACE}?(?P<day>{_HAN_FIGURE}){_SPACE}?[日号])?",
    rf"{_NO_FIGURE}{_HAN_YEAR}{_SPACE}?年(?!代)",
    rf"{_NO_FIGURE}(?P<day>{_HAN_FIGURE}){_SPACE}?日(?![元均活本报])",
)
_MONTH_ALONE = (
    r"\b(?:(?i:in|of|since|by|until|till|from|during|before|after|late|early|im|seit|bis|ende|anfang"
    rf"|mitte|mid)|(?:and|to|through|between)(?= (?!May)))[ -](?P<name>{_names(_IN_FULL)})\b"
)
_SLASHED = rf"{_ALONE}(?P<a>[0-9]{{1,2}})/(?P<b>[0-9]{{1,2}})/{_YEAR}(?![0-9])"
_MONTH_BEGINNINGS = "|".join(sorted({name[:3].capitalize() for name in MONTHS}))


def _shapes(sign: str, *patterns: str) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    return re.compile(sign), tuple(map(re.compile, patterns))


SHAPES = (
    _shapes("[0-9][-/.]", *_NUMERIC),
    _shapes(_MONTH_BEGINNINGS, *_NAMED),
    _shapes("Q|quarter|季", *_QUARTER),
    _shapes("[年月日]", *_HAN),
    _shapes(_MONTH_BEGINNINGS, _MONTH_ALONE),
    _shapes("[0-9]/", _SLASHED),
)
"""In the order in which they are tried, the fullest first; with a sign that a text must have, for
most texts have no date at all.
"""

DAY_BEFORE = re.compile(
    rf"{_ALONE}{_DAY}{_NTH}\.?(?: ?[–-] ?|,? and |,? or | to | und | bis |, )\Z"
)
DAY_AFTER = re.compile(
    rf"(?: ?[–-] ?|,? and |,? or | to | through |, ){_DAY}{_NTH}{_NO_DAY}(?! ?(?:{_MONTH})\b)"
    rf"(?:,? {_YEAR}(?![0-9]))?"
)
WEEKDAY_BEFORE = re.compile(
    r"(?:\b(?:(?P<en>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:days?|sday|nesday|rsday|urday|s|rs|r)?\.?"
    r"|(?P<de>Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag))"
    r",?(?: the| de[nmr])?,? |(?:周|星期|礼拜)(?P<zh>[一二三四五六日天])[ ，,]?[(（]?)\Z"
)
WEEKDAY_AFTER = re.compile(r"[ ,，]?[(（]?(?:周|星期|礼拜)(?P<zh>[一二三四五六日天])")
WEEKDAY = re.compile(
    r"\b(?P<en>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    r"|\b(?P<de>Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)\b"
    r"|(?:周|星期|礼拜)(?P<zh>[一二三四五六日天])"
)
