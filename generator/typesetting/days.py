"""Dates in words that a line does not break."""

from generator.text.dates.curated import written

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def day(text: str, language: str) -> str:
    """`9 February 2026` with spaces that hold it together; other text comes back as it is."""
    words = written(text, language)
    return words.replace(" ", _NO_BREAK_SPACE) if words != text else text
