"""Whether words in a sentence are somebody else's: reported speech, a view that is passed on.

`The Board says that it may extend the rules` is the Board's word and not ours; `we expect` is ours.
The verbs and nouns are data, `reported.toml`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

_ADVERBS = r"(?:(?:\w+ly|also|now|then|still|both|only|have|has|had|would|do|did|once|again|all) )*"
_NOT_A_VERB = r"(?! (?:may|might|could|will|would|can|is|are|was|were|has|have|of|from|on|by)\b|\w)"
_BEFORE_ADJECTIVE = "the a an its their as no any is are was were be"
_FREE = "".join(rf"(?<!\b{word} )" for word in _BEFORE_ADJECTIVE.split())
"""Behind these stands an adjective or a passive: `the announced rules`, `was announced`."""
_BREAK = re.compile(
    r"[;；。]|[,，] ?(?:but|yet|so|and so|and (?=we\b)|但|因此|所以|不过)"
    r"(?! (?:may|might|could|also|not)\b)"
)
_RELATIVE = re.compile(r" (?:which|who|whom|whose|as)\b")
_TAIL = re.compile(r"[,，”\"·] ?[^,;，；]{0,60}$")


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: re.Pattern[str]
    nouns: re.Pattern[str]
    phrases: re.Pattern[str]
    ours: re.Pattern[str]


def is_reported(sentence: str, start: int) -> bool:
    """Whether what stands at `start` of the sentence is told as somebody else's word."""
    return any(begin <= start < end for begin, end in _all_stretches(sentence))


@lru_cache(maxsize=64)  # each word of a sentence is asked about
def _all_stretches(sentence: str) -> tuple[tuple[int, int], ...]:
    return tuple(_stretches(sentence))


def _stretches(sentence: str) -> Iterator[tuple[int, int]]:
    """What is passed on: from a verb to the next break, and all before a verb at the end."""
    for words in _languages():
        for match in words.phrases.finditer(sentence):
            yield _part(sentence, match.start())
        for match in (*words.verbs.finditer(sentence), *words.nouns.finditer(sentence)):
            start, end = _part(sentence, match.start())
            end = _end_of_relative(sentence, match, end)
            if words.ours.search(sentence[start : match.start()]) is None:
                yield match.end(), end
                tail = _TAIL.search(sentence, start, end)
                if tail and tail.start() <= match.start() and _is_closing(sentence, match):
                    yield start, end


def _is_closing(sentence: str, verb: re.Match[str]) -> bool:
    """Whether nothing is said after the verb, as in `…, said a lawyer`."""
    rest = sentence[verb.end() :].strip(" .。!·")
    return re.search(r"\b(?:that|may|might|could|will|is|are)\b|[:：“]", rest) is None


def _end_of_relative(sentence: str, verb: re.Match[str], end: int) -> int:
    """Where what is passed on ends: in a relative clause, with the clause."""
    before = sentence[: verb.start()]
    if _RELATIVE.match(before, before.rfind(",") + 1) is None:
        return end
    comma = sentence.find(",", verb.end(), end)
    return comma if comma >= 0 else end


def _part(sentence: str, at: int) -> tuple[int, int]:
    """The part of the sentence between breaks that `at` stands in."""
    breaks = [match.span() for match in _BREAK.finditer(sentence)]
    start = max((end for _, end in breaks if end <= at), default=0)
    end = min((begin for begin, _ in breaks if begin > at), default=len(sentence))
    return start, end


@cache
def _languages() -> tuple[_Words, ...]:
    text = Path(__file__).with_name("reported.toml").read_text("utf-8")
    return tuple(_words(name, lists) for name, lists in tomllib.loads(text).items())


def _words(language: str, lists: dict[str, list[str]]) -> _Words:
    joined = {name: "|".join(entries) for name, entries in lists.items()}
    if language == "zh":
        ours = rf"(?:{joined['ours']})[^，。；]{{0,6}}$"
        patterns = (joined["verbs"], joined["nouns"], joined["phrases"], ours)
    else:
        patterns = (
            rf"(?<![\w-])(?<!^){_FREE}(?:{joined['verbs']}){_NOT_A_VERB}",
            rf"(?<![\w-])(?:{joined['nouns']})(?:[:,]? that\b|: )",
            rf"\b(?:{joined['phrases']})\b(?! (?:us|our)\b)",
            rf"\b(?:{joined['ours']}) (?:\w+ )??{_ADVERBS}$|\bour (?:\w+ )?$",
        )
    return _Words(*(re.compile(pattern, re.IGNORECASE) for pattern in patterns))
