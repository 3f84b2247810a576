"""Words that tell which page a sentence is for, one data file per language in `cues/`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.model.source import Section

_HAN = re.compile(r"[\u3400-\u9fff]")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class CueWords:
    """Patterns for one language: cues by section, guards, and where a passage may be cut."""

    sections: dict[Section, re.Pattern[str]]
    guards: re.Pattern[str]
    """Words that change what a part of their sentence means (`not`, `if`, `may`)."""
    openers: re.Pattern[str]
    closers: re.Pattern[str]
    not_first: re.Pattern[str]
    not_last: re.Pattern[str]


def cue_words(text: str) -> CueWords:
    """The cue words for a text, by its script: what `language:` says is often the default."""
    return _cue_words("zh" if len(_HAN.findall(text)) * 4 > len(text) else "en")


@cache
def _cue_words(language: str) -> CueWords:
    file = Path(__file__).parent / "cues" / f"{language}.toml"
    words: dict[str, list[str]] = tomllib.loads(file.read_text("utf-8"))
    patterns = {name: _pattern(entries) for name, entries in words.items()}
    return CueWords(
        sections={section: patterns[section.value] for section in Section},
        guards=patterns["guards"],
        openers=patterns["openers"],
        closers=patterns["closers"],
        not_first=patterns["not_first"],
        not_last=re.compile(rf"(?:{patterns['not_last'].pattern})\Z", re.IGNORECASE),
    )


def _pattern(entries: list[str]) -> re.Pattern[str]:
    """Any of the entries, as whole words where the script has words."""
    if not entries:
        return _NEVER
    parts = [re.escape(entry).replace(r"\*", r"\w*") for entry in entries]
    joined = "|".join(parts)
    return re.compile(joined if _HAN.search(joined) else rf"\b(?:{joined})\b", re.IGNORECASE)
