"""How many words a text has, for the quotation budget."""

import re

from generator.text.characters import HAN, KANA

_WORD = re.compile(rf"[{HAN}{KANA}]|[^\W{HAN}{KANA}]+(?:[-'’.,][^\W{HAN}{KANA}]+)*")


def word_count(text: str) -> int:
    """Words of `text`; every Han character and kana counts as one.

    >>> word_count("Shares rose 1.5 percent")
    4
    """
    return sum(1 for _ in _WORD.finditer(text))
