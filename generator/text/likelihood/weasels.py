"""Weasel words: a main clause that says that something is open, and not how likely it is.

`A fine may follow` is true of everything. In a relative clause or behind `whether` and `if` the
same word judges nothing, and what somebody else said is theirs.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.text.likelihood.abilities import tells_of_right_or_ability
from generator.text.likelihood.reported import is_reported
from generator.text.likelihood.terms import Phrases, Vocabulary

_CLAUSE = re.compile(r"[,;:，；：—–()（）]")
_SUBORDINATE = re.compile(
    r"\b(?:which|who|whom|whose|whether|if|unless|until|although|though|while|whereas|because"
    r"|since|when|where|how|what|why|lest|so that|in case|once|nothing)\b|\bthan (?:\w+ )?$",
    re.IGNORECASE,
)

_THAT = re.compile(r"\bthat\b", re.IGNORECASE)
_CONTENT = re.compile(
    r"\b(?:we|i)\b[^,;]*\b(?:judge|assess|expect|believe|think|estimate|conclude|see|find|hold|say)"
    r"|\b(?:judgement|assessment|possible|means?|chance|risk|seems?|appears?|is|are)\b",
    re.IGNORECASE,
)
_ADVERBS = frozenset({"possibly", "perhaps", "maybe", "conceivably", "potentially", "或许", "也许"})
_CHINESE_OPEN = re.compile(r"是否|如果|若|假如|即使|即便|虽然|尽管|哪怕|无论|不论|一旦|除非")
_QUESTION = re.compile(r"[?？]\W*$")


def weasels(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where the sentence leaves its main judgement open with a weasel word of our own."""
    if _QUESTION.search(text):
        return
    has_term = any(term.is_own for term in vocabulary.terms(text))
    plain = vocabulary.without_idioms(text)
    for match in _phrases(vocabulary).find(plain):
        word = match[0].casefold()
        if word in _ADVERBS and has_term:
            continue
        if match[0] != "May" and _is_main(plain, match) and not is_reported(text, match.start()):
            yield match.span()


@lru_cache(maxsize=32)
def _phrases(vocabulary: Vocabulary) -> Phrases:
    words = (word for each in vocabulary.profile.wordings for word in each.weasel_words)
    return Phrases.of(words)


def _is_main(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    clause = before[max((at.end() for at in _CLAUSE.finditer(before)), default=0) :]
    if _CHINESE_OPEN.search(clause) or text[match.end() :].startswith("的"):
        return False
    if tells_of_right_or_ability(text, match, clause):
        return False
    return not _SUBORDINATE.search(clause) and not _is_relative(clause)


def _is_relative(clause: str) -> bool:
    """Whether the word stands in a relative clause: `rules that may bind`."""
    that = _THAT.search(clause)
    if that is None or not clause[: that.start()].strip():
        return False
    return _CONTENT.search(clause[: that.start()]) is None
