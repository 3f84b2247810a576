"""Words for likelihood and confidence in running text, and numbers that stand beside them.

Of overlapping words the longest counts: `highly likely` is not `likely`, and `more likely than
not` is no term of anybody.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.model.profile import Profile
from generator.text.characters import HAN
from generator.text.words import said

_HAN = re.compile(f"[{HAN}]")
_COMMON_HAN = "\u3005-\u3007\u3400-\u9fff"
"""Two ranges, and no cases to fold: a class is compiled for each phrase that has it."""
_COMPARED = re.compile(
    r"\b(?:more|less|most|least|as|so|too|how|not|no more|equally|increasingly|quite|rather|fairly"
    r"|somewhat|extremely|hardly|however|than|n[o']t) $",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word for likelihood in a text. `band` is its place in its profile.

    `is_compared` where another word changes what it says: `less likely`, `as likely as`.
    """

    start: int
    end: int
    word: str
    band: int
    is_own: bool
    is_compared: bool = False
    is_shy: bool = False
    """Whether running text uses the word for other things, so that it counts beside a number."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a text is read with: the words of its profile, and those of the others."""

    profile: Profile
    others: tuple[Profile, ...] = ()

    def terms(self, text: str) -> tuple[Term, ...]:
        """The words for likelihood in the text, in order of place, shy ones too."""
        return _terms(self, text)

    def other_terms(self, text: str) -> Iterator[tuple[Term, Profile]]:
        """Words in the text that belong to another profile only."""
        for term in self.terms(text):
            if not term.is_own and not term.is_shy:
                yield term, next(one for one in self.others if _has(one, term.word))

    def without_idioms(self, text: str) -> str:
        """The text with dots for the words of the profiles and for turns of phrase."""
        return _phrases(self).dotted(text)


def confidence_cues(text: str, profile: Profile) -> tuple[tuple[int, int], ...]:
    """Where the text speaks of the confidence of a judgement."""
    found = list(_cues(profile).find(text))
    idioms = {idiom for each in profile.wordings for idiom in each.idioms} if found else ()
    return tuple(match.span() for match in found if _folded(match[0]) not in idioms)


@lru_cache(maxsize=64)  # one check after another asks for the terms of the same sentence
def _terms(vocabulary: Vocabulary, text: str) -> tuple[Term, ...]:
    entries = _entries(vocabulary)
    return tuple(
        _term(match, *entries[folded])
        for match in _phrases(vocabulary).find(text)
        if (folded := _folded(match[0])) in entries
    )


def _term(match: re.Match[str], band: int, is_own: bool, is_shy: bool) -> Term:  # noqa: FBT001
    before = match.string[max(0, match.start() - 16) : match.start()]
    is_compared = _COMPARED.search(before) is not None
    return Term(match.start(), match.end(), _folded(match[0]), band, is_own, is_compared, is_shy)


@lru_cache(maxsize=32)
def _entries(vocabulary: Vocabulary) -> dict[str, tuple[int, bool, bool]]:
    entries: dict[str, tuple[int, bool, bool]] = {}
    for profile in (*vocabulary.others, vocabulary.profile):
        for wording in profile.wordings:
            for index, rows in enumerate(wording.bands):
                for word in (form for forms in rows for form in forms):
                    own = profile == vocabulary.profile
                    entries[word] = (index, own, word in wording.not_in_prose)
    return entries


@lru_cache(maxsize=32)
def _phrases(vocabulary: Vocabulary) -> "Phrases":
    idioms = (idiom for each in vocabulary.profile.wordings for idiom in each.idioms)
    return Phrases.of({*_entries(vocabulary), *idioms})


@lru_cache(maxsize=32)
def _cues(profile: Profile) -> "Phrases":
    cues = {
        cue.replace("LEVEL", level)
        for each in profile.wordings
        for cue in each.confidence_cues
        for level in each.confidence
    }
    idioms = (idiom for each in profile.wordings for idiom in each.idioms)
    return Phrases.of({*cues, *idioms})


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to look for. A text must have one of `words`, or Chinese characters."""

    phrases: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> "Phrases":
        """Any of the phrases, the longest first, whole words where the script has words."""
        phrases = frozenset(phrases)
        return cls(phrases, frozenset(map(_longest_word, phrases)))

    def find(self, text: str) -> Iterable[re.Match[str]]:
        """The places of phrases in the text, in order, none within another."""
        pattern = self._pattern_for(text)
        return pattern.finditer(text) if pattern else ()

    def dotted(self, text: str) -> str:
        """The text with a dot for each character of a phrase."""
        pattern = self._pattern_for(text)
        return pattern.sub(lambda match: "·" * len(match[0]), text) if pattern else text

    def _pattern_for(self, text: str) -> re.Pattern[str] | None:
        """Most sentences have none of the words, which is found out in a moment, and most
        languages none of the Chinese phrases, which take a while to compile.
        """
        if _HAN.search(text):
            return phrase_pattern(self.phrases)
        may_stand = "" in self.words or not self.words.isdisjoint(said(text))
        return phrase_pattern(_without_han(self.phrases)) if may_stand else None


@lru_cache(maxsize=64)
def _without_han(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase for phrase in phrases if not _HAN.search(phrase))


def _longest_word(phrase: str) -> str:
    return max(said(phrase), key=lambda word: (len(word), word), default="")


@lru_cache(maxsize=64)
def phrase_pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    """Any of the phrases, the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = [phrase for phrase in ordered if phrase[:1].isalnum() and not _HAN.search(phrase)]
    others = [phrase for phrase in ordered if phrase not in words]
    parts = [_phrase(phrase) for phrase in others]
    if words:
        # One look at a letter spares trying all phrases there: ten times faster.
        firsts = "".join(sorted({re.escape(phrase[0]) for phrase in words}))
        parts.append(rf"(?<![\w-])(?=[{firsts}])(?:{'|'.join(map(_phrase, words))})")
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    """A phrase as a pattern; `…` stands for up to three words, none of them an article, or for up
    to six Chinese characters.
    """
    if _HAN.search(phrase):
        return rf"(?-i:[{_COMMON_HAN}]{{0,6}}?)".join(map(re.escape, phrase.split("…")))
    parts = [r"\s+".join(map(re.escape, part.split())) for part in phrase.split("…")]
    return r"(?:\s+(?!(?:the|an?)\b)[\w'’-]+){0,3}?\s+".join(parts) + r"(?!\w)"


def _has(profile: Profile, word: str) -> bool:
    return any(word in forms for each in profile.wordings for rows in each.bands for forms in rows)


def _folded(word: str) -> str:
    return " ".join(word.casefold().split())
