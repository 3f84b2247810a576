"""Where a quotation may begin and end: never inside a word, a number, a sign or a currency mark."""

import re

from generator.text.characters import (
    APOSTROPHES,
    CURRENCY,
    DASHES,
    HYPHENS,
    INVISIBLE,
    LETTER,
    MARKS,
    NUMERALS,
    SIGNS,
)

_MONEY = rf"[{CURRENCY}＄￥￡]"
_UNIT = "[%‰°℃℉％+×]"
_GAP = "[ \u00a0\u202f]"
_NUMBER_MARK = "[.,:/'’．]"
_THIN_SPACE = "[\u00a0\u202f\u2009]"

# Each rule is a place of no width: what stands before it, and what after.
_RULES = (
    # Between letters, also of anti-malware, and where it is broken at the end of a line; en and em
    # dashes part words, hyphens do not. `LETTER` as seldom as can be: it is slow to compile.
    rf"(?<={LETTER})(?=(?:[{INVISIBLE}]*|[{HYPHENS}]\n?){LETTER})",
    rf"(?:(?<={LETTER}[{INVISIBLE}{HYPHENS}])|(?<={LETTER}[{HYPHENS}]\n))(?={LETTER})",
    rf"(?<={LETTER}[{HYPHENS}])(?=\n{LETTER})",
    rf"(?=[{MARKS}\ufe0e\ufe0f\u200d])(?!\A)",
    # 1.5 cut to 5 or 1, 1 000 to 1, .5 to 5, 12–15 to either
    rf"(?<=\d)(?={_NUMBER_MARK}\d)",
    rf"(?<=\d{_NUMBER_MARK})(?=\d)",
    rf"(?<=\d)(?={_THIN_SPACE}\d{{3}}(?!\d))",
    rf"(?<=\d{_THIN_SPACE})(?=\d{{3}}(?!\d))",
    r"(?<=[.．])(?<![\w.…][.．])(?=\d)",
    rf"(?<=\d)(?=[{DASHES}]\d)",
    rf"(?<=\d[{DASHES}])(?=\d)",
    # -5 cut to 5, -$5 to $5
    rf"(?<=[{SIGNS}])(?<![\w%)\]][{SIGNS}])(?=[.．]?(?:\d|{_MONEY}))",
    # $5 cut to 5, US$5 to $5, 5% and 5 € to 5
    rf"(?<={_MONEY})(?=\d)",
    rf"(?<={_MONEY}{_GAP})(?<!\d{_MONEY}.)(?<!\d{_GAP}{_MONEY}.)(?=\d)",
    rf"(?<=[A-Za-z])(?={_MONEY}\d)",
    rf"(?<=\d)(?={_GAP}?(?:{_UNIT}|{_MONEY}(?!{_GAP}?\d)))",
    # 3亿 cut to 3, 三百万 to 三, 百分之五 to 五
    rf"(?<=[\d{NUMERALS}])(?=[十百千万萬亿億兆])",
    rf"(?<=[{NUMERALS}])(?=[{NUMERALS}])",
    rf"(?<=分之)(?=[\d{NUMERALS}])",
    # U.S. cut to U or S
    r"(?<=\b[A-Za-z])(?=\.[A-Za-z]\b)",
    r"(?<=\b[A-Za-z]\.)(?=[A-Za-z]\b)",
    # can’t cut to can; a possessive ’s and a French l’ may stay outside
    rf"(?<={LETTER})(?=[{APOSTROPHES}](?![sS]\b)[^\W\d_])",
    rf"(?<={LETTER}[{APOSTROPHES}])(?<!\b[ldcjmstLDCJMST].)(?<!\b[qQ]u.)(?=[^\W\d_])",
)
_CUT = re.compile("|".join(_RULES), re.DOTALL)

_CARRIES_ON = re.compile(
    r"(?<=\d)[\s\u00a0]?(?:thousand|million|billion|trillion|percent|per cent|bn|mn|[mk]|tn"
    r"|Tausend|Mio\.?|Mrd\.?|Million(?:en)?|Milliarden?|Billionen|Prozent|millions|milliards"
    r"|pour cent|millones|por ciento)\b"
)


def cuts(text: str, offset: int) -> bool:
    """Whether a quotation that begins or ends at `offset` would cut something in two."""
    return 0 < offset < len(text) and _CUT.match(text, offset) is not None


def carried_on(text: str, end: int) -> str:
    """The word after `end` that the number before it needs (“million”), or nothing."""
    if end >= len(text) or not text[end - 1 : end].isdigit():
        return ""
    found = _CARRIES_ON.match(text, end)
    return found[0].strip() if found else ""


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved outwards, at most 40 characters, until nothing is cut."""
    for _ in range(40):
        if not cuts(text, start):
            break
        start -= 1
    for _ in range(40):
        if not cuts(text, end):
            break
        end += 1
    return start, end
