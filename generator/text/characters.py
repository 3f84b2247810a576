"""Classes of characters that quotation checking tells apart, as parts of regular expressions.

Each constant is the inside of a `[…]`. They are written out, not asked of `unicodedata` for every
character, because a class inside a compiled expression is a hundred times quicker.
"""

import unicodedata
from collections.abc import Iterable

HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30ff\u31f0-\u31ff"
HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer, which do not put spaces between words."""

INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufe00-\ufe0f\ufeff"
)
"""Soft hyphen, zero-width characters, direction marks, variation selectors."""

QUOTE_MARKS = "\"'“”„‟«»‘’‚‛‹›`´′″〝〞「」『』《》〈〉＂＇"
APOSTROPHES = "'’‘´`′＇"
HYPHENS = "\\-‐‑"
DASHES = "\\-‐‑‒–—―−﹘﹣－"
SIGNS = "\\-‐‑–−+±~≈<>≤≥"
CURRENCY = "$¢£¤¥฿₠-₿"
SYMBOLS = "%‰°℃℉+<=>~±×÷≈≠≤≥" + CURRENCY
"""Symbols that change what is said, and so are compared like letters."""

NUMERALS = "〇零一二三四五六七八九十百千万萬亿億兆两"


def _ranges(code_points: Iterable[int]) -> str:
    found: list[list[int]] = []
    for code_point in code_points:
        if found and found[-1][1] == code_point - 1:
            found[-1][1] = code_point
        else:
            found.append([code_point, code_point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in found)


def _marks() -> Iterable[int]:
    # Only the blocks that have marks: a look at all of Unicode costs 150 ms at import.
    blocks = (
        (0x300, 0x1E00),
        (0x20D0, 0x2100),
        (0x302A, 0x309B),
        (0xA660, 0xAC00),
        (0xFE20, 0xFE30),
    )
    for first, last in blocks:
        for code_point in range(first, last):
            is_mark = unicodedata.category(chr(code_point)).startswith("M")
            if is_mark and code_point not in (0x34F, 0x180E):
                yield code_point


MARKS = _ranges(_marks())
"""Combining marks: they belong to the letter before them."""

LETTER = rf"(?:[^\W_{HAN}{KANA}{HANGUL}{UNSPACED}]|[{MARKS}])"
"""A letter or digit of a script that puts spaces between words: a whole expression, one wide."""
