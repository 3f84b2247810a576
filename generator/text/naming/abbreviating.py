"""Abbreviations: whether one name is the short form of another, and what a text spells out."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.text.characters import HAN, LETTER

_CAPITALS = re.compile(r"[A-Z][A-Z0-9&]{1,5}")
_WORD = re.compile(
    rf"(?<!{LETTER})(?<![_&.@#/-])(?P<word>[A-Z](?:[A-Z]|&(?=[A-Z])){{1,5}})"
    rf"(?=s?(?!{LETTER}|[_&@/]|\.\w| \d))"
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_AFTER = re.compile(r"[（(]\s?(?P<word>[A-Z][A-Z&]{1,5})s?\s?[)）,，;；]")
_BEFORE = re.compile(
    rf"(?<!{LETTER})(?P<word>[A-Z][A-Z&]{{1,5}})s?\s?[（(](?P<long>[^()（）]{{2,120}})[)）]"
)
_REACH = 120
"""Characters before a bracket in which the long form may stand."""
_ALL_HAN = re.compile(f"[{HAN}]+")


def abbreviates(one: str, other: str) -> bool:
    """Whether one of the two is an abbreviation of the other, either way.

    >>> abbreviates("Cyberspace Administration of China", "CAC"), abbreviates("ABC", "ABD")
    (True, False)
    >>> abbreviates("工信部", "工业和信息化部"), abbreviates("豆包", "豆包App")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return False
    if _CAPITALS.fullmatch(short):
        return _in_order(short.casefold(), long.casefold()) and short[0] == long[:1].upper()
    both_han = _ALL_HAN.fullmatch(short) and _ALL_HAN.fullmatch(long)
    return both_han is not None and _in_order(short, long)


def _in_order(letters: str, text: str) -> bool:
    """Whether the letters stand in the text in this order."""
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True


def abbreviations_in(text: str) -> Iterator[re.Match[str]]:
    """Words of two to six capitals, but for known ones, Roman numerals, names with a number
    (`GB 45438`), and lines that are all in capitals.
    """
    if text.isupper() and text.isascii():
        return
    for match in _WORD.finditer(text):
        if match["word"] not in known_abbreviations() and not _ROMAN.fullmatch(match["word"]):
            yield match


def expansions(text: str) -> Iterator[str]:
    """What the text spells out: `Long Name (LN)`, `LN (Long Name)`, `长名（LN）`."""
    for match in _AFTER.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].rstrip()
        if _spells(before, match["word"]):
            yield match["word"]
    for match in _BEFORE.finditer(text):
        if _spells(match["long"], match["word"]):
            yield match["word"]


@cache
def known_abbreviations() -> frozenset[str]:
    """Those that need no explanation."""
    lines = (Path(__file__).parent / "known_abbreviations.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _spells(long: str, short: str) -> bool:
    """Whether words end or begin with what the letters may stand for."""
    if re.search(f"[{HAN}]", long[-2:] + long[:2]):
        return True
    words = re.findall(r"[^\W_]+", long)
    letters = "".join(word[0] for word in words).casefold()
    return _in_order(re.sub(r"[^a-z]", "", short.casefold()), letters) or (
        bool(words) and _in_order(short.casefold(), "".join(words[-len(short) :]).casefold())
    )
