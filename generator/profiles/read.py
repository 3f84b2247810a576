"""From a TOML file to a profile, with each fault at its line."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model.profile import Profile, Wording
from generator.model.span import Span, TextFile
from generator.schema import read_record
from generator.text.strict_yaml import Place, Value, YamlDocument

_LINE = re.compile(r"^[ \t]*(?:\[\[?(?P<table>[\w.-]+)\]\]?|(?P<key>[\w-]+)[ \t]*=)[^\n]*", re.M)
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class ProfileFault:
    """What is wrong with a profile, where, and what to do."""

    message: str
    span: Span
    help: str = ""


def read_profile(file: TextFile, name: str) -> tuple[Profile | None, tuple[ProfileFault, ...]]:
    """The profile in the file; with faults there is none."""
    try:
        tables = tomllib.loads(file.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return None, (ProfileFault(f"this is not TOML: {error}", _line_of(file, str(error))),)
    document = YamlDocument(_as_text(tables), dict(_places(file)))
    profile, faults = read_record(Profile, document, reserved={"name": name})
    first = file.span(0, max(1, file.text.find("\n")))
    if profile is None:
        return None, tuple(ProfileFault(one.message, one.span or first, one.help) for one in faults)
    wrong = tuple(
        ProfileFault(message, document.span(place) or first, advice)
        for place, message, advice in _contradictions(profile)
    )
    return (None if wrong else profile), wrong


_Wrong = tuple[Place, str, str]


def _contradictions(profile: Profile) -> Iterator[_Wrong]:
    if not profile.bands:
        yield ("bands",), "there are no bands", "give each band as `{ low = 55, high = 80 }`"
    for band in profile.bands:
        if not 0 <= band.low < band.high <= 100:
            message = f"a band from {band.low} to {band.high} is none"
            yield ("bands",), message, "`low` is below `high`, both from 0 to 100"
    for before, after in pairwise(profile.bands):
        if after.low < before.high:
            message = f"the bands {before.low}–{before.high} and {after.low}–{after.high} overlap"
            yield ("bands",), message, "order them from the least likely; they may share an edge"
    if not profile.wordings:
        yield ("wordings",), "there are no words", "add a table `[[wordings]]`"
    for index, wording in enumerate(profile.wordings):
        yield from _in_wording(wording, len(profile.bands), ("wordings", index))


def _in_wording(wording: Wording, bands: int, place: Place) -> Iterator[_Wrong]:
    at = (*place, "bands")
    if len(wording.bands) != bands:
        message = f"there are words for {len(wording.bands)} bands, and there are {bands} bands"
        yield at, message, "give each band its words, in the order of `bands`"
    words = [form for rows in wording.bands for forms in rows for form in forms]
    for word in sorted({word for word in words if words.count(word) > 1}):
        yield at, f"`{word}` stands twice", "let each word stand for one band"
    if any(not word.strip() or word != word.casefold() for word in words):
        yield at, "a word is empty or has a capital letter", "write the words in small letters"
    if any(not rows or not all(rows) for rows in wording.bands):
        yield at, "a band has no word", 'give each band at least one, as `[["likely"]]`'


def _as_text(value: object) -> Value:
    """TOML as the schema reads YAML: every scalar is text."""
    if isinstance(value, dict):
        return {str(key): _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _places(file: TextFile) -> Iterator[tuple[Place, Span]]:
    """The lines of the keys. TOML's reader tells no places, so lines that look like one count."""
    table: Place = ()
    counts: dict[str, int] = {}
    for line in _LINE.finditer(file.text):
        span = file.span(line.start(), line.end())
        if name := line["table"]:
            counts[name] = counts.get(name, -1) + 1
            table = (name, counts[name])
            yield table, span
        else:
            yield (*table, line["key"]), span


def _line_of(file: TextFile, message: str) -> Span:
    found = _AT_LINE.search(message)
    lines = file.text.split("\n")
    number = min(int(found[1]), len(lines)) - 1 if found else 0
    start = sum(len(line) + 1 for line in lines[:number])
    return file.span(start, start + len(lines[number]))
