"""Numbers that can be probabilities: `70 %`, `0.7`, `seventy percent`, `seven in ten`, `七成`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_VALUE = r"\d+(?:\.\d+)?"
_FIGURES = re.compile(
    rf"(?P<low>{_VALUE})"
    rf"(?:\s*(?:%|％|per ?cent)?\s*(?:–|—|-|~|～|to|and|至|到)\s*(?P<high>{_VALUE}))?"
    r"\s*(?:%|％|per ?cent(?!age)\b)"
)
_DECIMAL = re.compile(
    r"(?:\b(?:probability|chance|likelihood|odds)\b[^.;%\d]{0,40}? (?:(?:of|is|at|=) ?)?"
    r"|\bp ?= ?|概率[为是约]{0,2} ?|[(（])"
    r"(?P<low>0?\.\d+)(?!\d| ?(?:%|per ?cent))(?:\s*(?:–|—|-|to|and)\s*(?P<high>0?\.\d+))?"
)
_SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_COUNT = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_SMALL[:9])}))?|{'|'.join(_SMALL)})"
_WORDS = re.compile(
    rf"\b(?P<low>{_COUNT})(?: (?:to|or) (?P<high>{_COUNT}))? per ?cent(?!age)\b", re.IGNORECASE
)
_OF = rf"(?:\d{{1,3}}|{_COUNT}|hundred|a hundred)"
_SHARE = re.compile(
    rf"(?<![\w.-])(?P<part>{_OF})(?: chances?)?[ -](?:in|out of)[ -](?P<whole>{_OF})(?!\w|\.\d|-\w)"
    # `one in ten firms` counts firms.
    r"(?! (?!chance|odds|probabilit|likelihood|shot|that|of |and |but |or |so |which |is |we )\w)",
    re.IGNORECASE,
)
_HAN = "".join(_HAN_DIGITS)
_TENTHS = re.compile(
    rf"(?P<low>[{_HAN}])(?:[至到](?P<high>[{_HAN}]))?成(?P<half>[半五])?(?![为立果员本功就年长熟])"
)
_HAN_SHARE = re.compile(
    rf"(?P<whole>[{_HAN}十百]+)分之(?P<part>[{_HAN}十百]+|{_VALUE})"
    rf"(?:[至到](?:百分之)?(?P<high>[{_HAN}十百]+|{_VALUE}))?"
)


@dataclass(frozen=True, slots=True)
class Percentage:
    """A number in per cent, from `low` to `high`, and where its digits begin and it ends.

    `whole` is where the phrase begins that shows that a decimal is a probability.
    """

    whole: int
    start: int
    end: int
    low: float
    high: float


def percentages(text: str) -> Iterator[Percentage]:
    """The numbers of a text that can be probabilities, kind by kind."""
    for pattern, scale in ((_FIGURES, 1), (_DECIMAL, 100)):
        for match in pattern.finditer(text):
            low, high = float(match["low"]), float(match["high"] or match["low"])
            yield _percentage(match, low * scale, high * scale)
    for match in _WORDS.finditer(text):
        yield _percentage(match, _counted(match["low"]), _counted(match["high"] or match["low"]))
    for match in _TENTHS.finditer(text):
        more = 5 if match["half"] else 0
        low, high = _HAN_DIGITS[match["low"]], _HAN_DIGITS[match["high"] or match["low"]]
        yield _percentage(match, low * 10 + more, high * 10 + more)
    yield from _shares(text)


def _shares(text: str) -> Iterator[Percentage]:
    for match in (*_SHARE.finditer(text), *_HAN_SHARE.finditer(text)):
        part, whole = _counted(match["part"]), _counted(match["whole"])
        last = match.groupdict().get("high")
        high = _counted(last) if last else part
        if 0 < part <= high <= whole:
            yield _percentage(match, 100 * part / whole, 100 * high / whole)


def _percentage(match: re.Match[str], low: float, high: float) -> Percentage:
    first = "low" if "low" in match.re.groupindex else 0
    return Percentage(match.start(), match.start(first), match.end(), low, high)


def _counted(text: str) -> float:
    """A whole number up to a hundred, or a decimal, in figures or words; 0 where it is none."""
    if text[0].isdecimal():
        return float(text)
    if text[0] in _HAN_DIGITS or text[0] in "十百":
        tens, ten, ones = text.rpartition("十")
        value = 10 * (_HAN_DIGITS.get(tens, 0) if tens else 1) if ten else 0
        return 100.0 if text in ("百", "一百") else float(value + _HAN_DIGITS.get(ones, 0))
    words = text.lower().removeprefix("a ").replace("-", " ").split()
    values = {word: 10 * tens for tens, word in enumerate(_TENS, 2)} | {"hundred": 100}
    values |= {word: one for one, word in enumerate(_SMALL, 1)}
    return float(sum(values[word] for word in words))
