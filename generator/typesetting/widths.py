"""How much room text takes, counted in letters: a Chinese one is as wide as two Latin ones, and
between the two stands half the space of a letter.
"""

import re

from generator.typesetting.legible import Json

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


def letters_in(value: Json) -> int:
    """The letters in a list or a frame, its marks among them."""
    if isinstance(value, str):
        return letters(value)
    if isinstance(value, dict):
        return sum(map(letters_in, value.values()))
    return sum(map(letters_in, value)) if isinstance(value, list) else 0
