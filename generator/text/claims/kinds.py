"""Whether a sentence is a claim: whether a reader may ask who says so.

A claim gives a number or a date, reports what somebody said or did, or has a name that the desk
watches. Questions and what a desk says of itself and its sources are none. The words for it are
data, one file per language in `claim_words/`; they are chosen to be right rather than complete, so
that a plain piece of analysis is left alone.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

from generator.text.characters import HAN
from generator.text.words import uncased

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<![\d.,-])(?:1[5-9]|20)\d\d(?![\d.,]*\d)")
_VERSION = re.compile(r"\b[^\W\d_]+-?\d[\w.-]*|(?<=\w )\b[A-Z]\w* \d+(?:\.\d+)*\b(?![\d,]*\d| ?%)")
"""`Wan2.2`, `Tidal 3`: a number that is part of a name. A sentence's first word is no name yet."""
_DOTTED_VERSION = re.compile(r"\b[A-Z]\w* \d\.\d+\b(?! ?(?:%|[a-z]*llion|per ?cent))")
_QUESTION = re.compile(r"[?？][\"”“»«'’)\]）」』]*\s*$")
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(f"[{HAN}]")
_CAPITAL = re.compile(r"(?<!\\)[A-ZÄÖÜ]")


class Claim(StrEnum):
    """What makes a sentence a claim."""

    NUMBER = "number"
    DATE = "date"
    SPEECH = "speech"
    ACT = "act"
    NAME = "name"


@dataclass(frozen=True)
class _Entries:
    """Regular expressions for whole words, where the script has words.

    An entry with a capital letter means it: `March` is a month and `march` is not. `behind` are
    words that must not stand right before an entry.
    """

    entries: tuple[str, ...]
    behind: tuple[str, ...] = ()

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in the text."""
        if self._small and self._small.search(uncased(text)):
            return True
        return bool(self._capital and self._capital.search(text))

    def cut_out(self, text: str) -> str:
        """The text with a space for each of them."""
        return self._all.sub(" ", text) if self.stand_in(text) else text

    @cached_property
    def _small(self) -> re.Pattern[str] | None:
        """Entries without capitals, for texts in lower case."""
        return self._pattern([one for one in self.entries if not _CAPITAL.search(one)])

    @cached_property
    def _capital(self) -> re.Pattern[str] | None:
        return self._pattern([one for one in self.entries if _CAPITAL.search(one)])

    @cached_property
    def _all(self) -> re.Pattern[str]:
        parts = [one if _CAPITAL.search(one) else f"(?i:{one})" for one in self.entries]
        return self._pattern(parts) or re.compile("(?!)")

    def _pattern(self, parts: Sequence[str]) -> re.Pattern[str] | None:
        if not parts:
            return None
        entry = f"(?:{'|'.join(parts)})"
        if not _HAN.search("".join(self.entries)):
            entry = rf"(?<!\w){entry}(?!\w)"
        behind = "".join(rf"(?<!\b{word} )" for word in self.behind)
        # What stands behind is looked at where an entry is, and not at each place of the text.
        return re.compile(f"(?={entry})(?i:{behind}){entry}" if behind else entry)


@dataclass(frozen=True, slots=True)
class _Words:
    """What is looked for in one language."""

    numbers: _Entries
    dates: _Entries
    speech: _Entries
    speakers: _Entries
    acts: _Entries
    references: _Entries
    idioms: _Entries
    desk: _Entries
    relays: _Entries


def claim_in(sentence: str, language: str, names: Collection[str] = ()) -> Claim | None:
    """What makes `sentence` a claim, None where nothing does. `language` is a BCP 47 tag.

    >>> claim_in("Shares rose 20 percent.", "en").value
    'number'
    >>> claim_in("The two numbers measure different things.", "en")
    """
    words = _words(language.split("-")[0].casefold())
    text = words.idioms.cut_out(" ".join(sentence.split()))
    if _QUESTION.search(text) or (words.desk.stand_in(text) and not words.relays.stand_in(text)):
        return None
    undated = _YEAR.sub(" ", words.dates.cut_out(text))
    if undated != text:
        return Claim.DATE if _LETTER.search(undated) else None  # a date alone opens a list item
    if _has_figure(text, words.references) or words.numbers.stand_in(text):
        return Claim.NUMBER
    if words.speech.stand_in(text) or words.speakers.stand_in(text):
        return Claim.SPEECH
    if words.acts.stand_in(text):
        return Claim.ACT
    return Claim.NAME if any(_stands_in(name, text) for name in names) else None


def _has_figure(text: str, references: _Entries) -> bool:
    """Whether there is a digit that belongs to no name and to no place in a text."""
    if not _DIGIT.search(text):
        return False
    counted = references.cut_out(_VERSION.sub(" ", _DOTTED_VERSION.sub(" ", text)))
    return _DIGIT.search(counted) is not None


@cache
def _words(language: str) -> _Words:
    """Those of the language; of a language without a file, digits and names alone count."""
    file = Path(__file__).parent / "claim_words" / f"{language}.toml"
    lists: dict[str, list[str]] = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    nouns = "|".join(lists.get("uncounted", ()))
    counts = [entry.replace("UNCOUNTED", f"(?:{nouns})") for entry in lists.get("counts", ())]
    free = tuple(lists.get("determiners", ()))
    openings = [f"^(?:{entry})" for entry in lists.get("desk_first", ())]
    return _Words(
        numbers=_entries([*lists.get("numbers", ()), *counts]),
        dates=_entries(lists.get("dates", ())),
        speech=_entries(lists.get("speech", ()), behind=free),
        speakers=_entries(lists.get("speakers", ())),
        acts=_entries(lists.get("acts", ()), behind=free),
        references=_entries(rf"(?:{one}) ?\d+" for one in lists.get("references", ())),
        idioms=_entries(lists.get("idioms", ())),
        desk=_entries([*openings, *lists.get("desk", ())]),
        relays=_entries(lists.get("relays", ())),
    )


def _entries(entries: Iterable[str], *, behind: tuple[str, ...] = ()) -> _Entries:
    return _Entries(tuple(entries), behind)


def _stands_in(name: str, text: str) -> bool:
    """Whether the name stands in the text, as a whole word where its script has words."""
    if _HAN.search(name):
        return name in text
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
