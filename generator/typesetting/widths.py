"""How much room text takes, counted in letters: a Chinese one is as wide as two Latin ones, and
between the two stands half the space of a letter.
"""

import re

_WIDE = "[\u2e80-\uffef\U00020000-\U0003ffff]"
_WIDE_LETTER = re.compile(_WIDE)
_SEAM = re.compile(f"(?<={_WIDE})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?={_WIDE})")


def letters(text: str) -> int:
    """The width of a text on one line."""
    if text.isascii():
        return len(text)
    return len(text) + len(_WIDE_LETTER.findall(text)) + (len(_SEAM.findall(text)) + 1) // 2


def longest_word(text: str) -> int:
    """The width of the widest part that no line break may cut: Chinese breaks at each character."""
    parts = text if text.isascii() else _WIDE_LETTER.sub(r" \g<0> ", text)
    return max(map(letters, parts.split()), default=0)
