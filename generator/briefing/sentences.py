"""Where the sentences of a block end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.briefing.marks import Pair, brackets
from generator.briefing.prose import Prose

_STOP = re.compile("([.!?…。！？]+)([\"”“»«'’)\\]）】〕」』›]*)")
_CJK_STOPS = frozenset("。！？")
_OPENING = frozenset("\"“„«»‹›‘‚'([{（【〔「『《〈¿¡")
_TOKEN = re.compile(r"[^\s(\[{（【〔「『《〈\"“„«»‹›‘‚'—–/]+$")
_INITIAL = re.compile(r"(?:^|[^\w])[^\W\d_]$")
_TOKEN_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words whose full stop ends no sentence; some only before a digit. Months follow a day."""

    always: frozenset[str]
    before_digit: frozenset[str]
    months: frozenset[str]


@cache
def abbreviations(language: str) -> Abbreviations:
    """Those of the language, from its file in `abbreviations/`; none where there is no file."""
    path = files("generator.briefing") / "abbreviations" / f"{language}.txt"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    words = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return Abbreviations(
        frozenset(word for word in words if word.endswith(".")),
        frozenset(word.removesuffix(" 1") for word in words if word.endswith(" 1")),
        frozenset(word for word in words if not word.endswith((".", " 1"))),
    )


def sentence_ranges(prose: Prose, quoted: list[Pair], language: str) -> list[Pair]:
    """The first and the last index + 1 of each sentence, white space around them left out."""
    ranges: list[Pair] = []
    start = 0
    for end in (*_ends(prose, quoted, abbreviations(language)), len(prose.text)):
        text = prose.text[start:end]
        first = start + len(text) - len(text.lstrip())
        last = end - (len(text) - len(text.rstrip()))
        if first < last:
            ranges.append((first, last))
        start = end
    return _with_trailing_marks(prose, ranges)


def _with_trailing_marks(prose: Prose, ranges: list[Pair]) -> list[Pair]:
    """A stretch of nothing but citations belongs to the sentence before it."""
    kept: list[Pair] = []
    for first, last in ranges:
        if kept and not any(char.isalnum() for char in prose.seen(first, last)):
            kept[-1] = (kept[-1][0], last)
        else:
            kept.append((first, last))
    return kept


@dataclass(frozen=True, slots=True)
class _Stop:
    """Full stops at `start`; `closed` is after the closing marks, `end` after the citations."""

    start: int
    text: str
    bare: int
    closed: int
    end: int


def _ends(prose: Prose, quoted: list[Pair], words: Abbreviations) -> Iterator[int]:
    enclosed = _enclosed(len(prose.text), [*quoted, *brackets(prose)])
    openings = {start for start, _ in quoted}
    done = 0
    for match in _STOP.finditer(prose.text):
        if match.start() < done or match.start() in prose.masked:
            continue
        bare, closed = match.span(2)
        closed = next((at for at in range(bare, closed) if at in openings), closed)
        stop = _Stop(match.start(), match[1], bare, closed, _after_marks(prose, closed))
        if not enclosed[closed] and _ends_here(prose, stop, words):
            yield stop.end
            done = stop.end


def _enclosed(size: int, pairs: list[Pair]) -> bytearray:
    """For each place between characters, whether it is inside one of the pairs."""
    enclosed = bytearray(size + 1)
    for start, end in pairs:
        enclosed[start + 1 : end + 1] = b"\1" * (end - start)
    return enclosed


def _after_marks(prose: Prose, index: int) -> int:
    """The index after the citation groups and footnote marks that follow a full stop."""
    after = index
    while index < len(prose.text):
        if index in prose.notes or (index in prose.groups and not prose.groups[index].narrative):
            after = index + 1
        elif not prose.text[index].isspace():
            break
        index += 1
    return after


def _ends_here(prose: Prose, stop: _Stop, words: Abbreviations) -> bool:
    following = _following(prose, stop.end)
    if following == len(prose.text):
        return True
    if _CJK_STOPS.intersection(stop.text):
        # In “涨了。”他说 the sentence goes on after the closing mark.
        return stop.closed == stop.bare or stop.end != stop.closed or following != stop.end
    if following == stop.end or not _may_begin(prose, following):
        return False
    return stop.text != "." or not _is_abbreviated(prose, stop.start, following, words)


def _following(prose: Prose, index: int) -> int:
    while index < len(prose.text) and prose.text[index].isspace():
        index += 1
    return index


def _may_begin(prose: Prose, index: int) -> bool:
    """Whether a sentence may begin here: capital, digit, opening mark, a letter without case."""
    char = prose.text[index]
    if index in prose.groups or char in _OPENING:
        return True
    return char.isupper() or char.isdigit() or (char.isalpha() and char.lower() == char.upper())


def _is_abbreviated(prose: Prose, stop: int, following: int, words: Abbreviations) -> bool:
    token_match = _TOKEN.search(prose.text[max(0, stop - _TOKEN_LENGTH) : stop])
    token = token_match[0] if token_match else ""
    after = prose.text[following]
    if token.isdigit():
        return _word_at(prose.text, following) in words.months
    if _INITIAL.search(token) and token[-1].isupper():
        return True
    dotted = f"{token}."
    if after.isdigit() and dotted in words.before_digit:
        return True
    return dotted in words.always


def _word_at(text: str, index: int) -> str:
    end = index
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[index:end]
