"""Whether a sentence is a claim: whether a reader may ask who says so.

A claim gives a number or a date, reports what somebody said or did, or has a name that the desk
watches. Questions and what a desk says of itself and its sources are none. The words for it are
data, one file per language in `claim_words/`; they are chosen to be right rather than complete, so
that a plain piece of analysis is left alone.
"""

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from generator.text.characters import HAN

_NEVER = re.compile(r"(?!)")
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


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language."""

    numbers: re.Pattern[str]
    dates: re.Pattern[str]
    speech: re.Pattern[str]
    speakers: re.Pattern[str]
    acts: re.Pattern[str]
    references: re.Pattern[str]
    idioms: re.Pattern[str]
    desk: re.Pattern[str]
    relays: re.Pattern[str]


def claim_in(sentence: str, language: str, names: Collection[str] = ()) -> Claim | None:
    """What makes `sentence` a claim, None where nothing does. `language` is a BCP 47 tag.

    >>> claim_in("Shares rose 20 percent.", "en").value
    'number'
    >>> claim_in("The two numbers measure different things.", "en")
    """
    words = _words(language.split("-")[0].casefold())
    text = words.idioms.sub(" ", " ".join(sentence.split()))
    if _QUESTION.search(text) or (words.desk.search(text) and not words.relays.search(text)):
        return None
    undated = _YEAR.sub(" ", words.dates.sub(" ", text))
    if undated != text:
        return Claim.DATE if _LETTER.search(undated) else None  # a date alone opens a list item
    counted = words.references.sub(" ", _VERSION.sub(" ", _DOTTED_VERSION.sub(" ", text)))
    if _DIGIT.search(counted) or words.numbers.search(text):
        return Claim.NUMBER
    if words.speech.search(text) or words.speakers.search(text):
        return Claim.SPEECH
    if words.acts.search(text):
        return Claim.ACT
    return Claim.NAME if any(_stands_in(name, text) for name in names) else None


@cache
def _words(language: str) -> _Words:
    """Those of the language; of a language without a file, digits and names alone count."""
    file = Path(__file__).parent / "claim_words" / f"{language}.toml"
    lists: dict[str, list[str]] = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    nouns = "|".join(lists.get("uncounted", ()))
    counts = [entry.replace("UNCOUNTED", f"(?:{nouns})") for entry in lists.get("counts", ())]
    free = "".join(rf"(?<!\b{word} )" for word in lists.get("determiners", ()))
    openings = [f"^(?:{entry})" for entry in lists.get("desk_first", ())]
    return _Words(
        numbers=_pattern([*lists.get("numbers", ()), *counts]),
        dates=_pattern(lists.get("dates", ())),
        speech=_pattern(lists.get("speech", ()), before=free),
        speakers=_pattern(lists.get("speakers", ())),
        acts=_pattern(lists.get("acts", ()), before=free),
        references=_pattern([rf"(?:{one}) ?\d+" for one in lists.get("references", ())]),
        idioms=_pattern(lists.get("idioms", ())),
        desk=_pattern([*openings, *lists.get("desk", ())]),
        relays=_pattern(lists.get("relays", ())),
    )


def _pattern(entries: Iterable[str], *, before: str = "") -> re.Pattern[str]:
    """Any of the entries, as whole words where the script has words.

    An entry with a capital letter means it: `March` is a month and `march` is not.
    """
    parts = [entry if _CAPITAL.search(entry) else f"(?i:{entry})" for entry in entries]
    if not parts:
        return _NEVER
    joined = "|".join(parts)
    bounds = ("", "") if _HAN.search(joined) else (r"(?<!\w)", r"(?!\w)")
    insensitive = f"(?i:{before})" if before else ""
    return re.compile(f"{bounds[0]}{insensitive}(?:{joined}){bounds[1]}")


def _stands_in(name: str, text: str) -> bool:
    """Whether the name stands in the text, as a whole word where its script has words."""
    if _HAN.search(name):
        return name in text
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
