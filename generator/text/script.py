"""The language that a curator's words are in, where nobody says it."""

import re

from generator.text.characters import HAN

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z]")
_LETTERS_OF_A_CHARACTER = 3
"""About as many letters say in English what one character says in Chinese."""


def language_of(text: str, language: str) -> str:
    """The language of a text on a desk that writes `language`; empty where that cannot be told.

    Chinese is told by its characters. Names in the other script do not decide.
    """
    is_chinese = len(_HAN.findall(text)) * _LETTERS_OF_A_CHARACTER > len(_LATIN.findall(text))
    if language.startswith("zh"):
        return language if is_chinese else ""
    return "zh" if is_chinese else language
