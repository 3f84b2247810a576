"""How much room text takes, counted in letters: a Chinese one is as wide as two Latin ones."""

import re

_WIDE = re.compile("[\u2e80-\uffef\U00020000-\U0003ffff]")


def letters(text: str) -> int:
    """The width of a text on one line."""
    return len(text) + len(_WIDE.findall(text))


def longest_word(text: str) -> int:
    """The width of the widest part that no line break may cut: Chinese breaks at each character."""
    return max(map(letters, _WIDE.sub(r" \g<0> ", text).split()), default=0)
