"""Passages that may be cut out of a source without changing what it says.

A passage stands in one sentence, begins and ends where a clause does, and leaves nothing behind
that would turn its meaning: no *not*, no *if*, no *may*.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.library.cue_words import CueWords
from generator.text.paragraphs import Paragraph, paragraphs
from generator.text.words import word_count

SHORTEST, LONGEST = 4, 25
SHORTEST_HAN = 8
"""Chinese characters, each of which counts as a word; fewer make no clause."""

_SENTENCE = re.compile(r"[^\n]*?(?:[.!?…](?=\s)|[。！？]|(?=\n)|\Z)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_DOUBLE_MARKS = re.compile(r'["“”„«»「」『』]')
_UNFIT = re.compile(r"[\[\]()（）<>{}@|]|://")
_PUNCTUATION = re.compile(r"[,;:](?=\s)|[，；：、]|\s[–-](?=\s)|—|[()\[\]（）]")
_EDGES = " \t\u3000,.;:，。；：、–—-"
_UNMARKED_HEADING = 12
_LONGEST_STRETCH = 500
"""Code points; keeps the pairs few in a sentence with thousands of commas."""
_STOPS = tuple(".!?…:;,。！？：；，\"”’')")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source: its place in the body, its paragraph, and the heading above."""

    start: int
    end: int
    paragraph: int
    heading: str


def sentences(body: str) -> Iterator[Sentence]:
    """The sentences of the body that may be quoted from, in order."""
    heading = ""
    for paragraph in paragraphs(body):
        text = body[paragraph.start : paragraph.end]
        if paragraph.is_heading or _looks_like_heading(text):
            heading = text.removeprefix("# ").strip()
        else:
            yield from _sentences_of(body, paragraph, heading)


def passages(body: str, sentence: Sentence, words: CueWords) -> Iterator[tuple[int, int]]:
    """The stretches of the sentence that may stand alone as a quotation, as offsets of the body."""
    text = body[sentence.start : sentence.end]
    guards = [match.span() for match in words.guards.finditer(text)]
    starts = _starts(text, words)
    ends = _ends(text, words)
    for start in starts:
        near = slice(bisect_right(ends, start), bisect_right(ends, start + _LONGEST_STRETCH))
        for end in ends[near]:
            first, last = _stripped(text, start, end)
            whole = all(first <= a and b <= last for a, b in guards)
            opens = first == 0 or not words.not_first.match(text, first)
            if whole and opens and _may_stand_alone(body, text[first:last], words):
                yield sentence.start + first, sentence.start + last


def _may_stand_alone(body: str, part: str, words: CueWords) -> bool:
    shortest = SHORTEST_HAN if _HAN.search(part) else SHORTEST
    return (
        shortest <= word_count(part) <= LONGEST
        and not words.not_last.search(part)
        and not _UNFIT.search(part)
        and body.count(part) == 1
    )


def _looks_like_heading(text: str) -> bool:
    """Plain text has no marks for headings: a short line without a stop is one."""
    return "\n" not in text and word_count(text) <= _UNMARKED_HEADING and not text.endswith(_STOPS)


def _sentences_of(body: str, paragraph: Paragraph, heading: str) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(body, paragraph.start, paragraph.end):
        text = match.group().strip()
        is_question = text.endswith(("?", "!", "？", "！"))
        if text and not is_question and not _DOUBLE_MARKS.search(text):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield Sentence(start, start + len(text), paragraph.number, heading)


def _starts(text: str, words: CueWords) -> list[int]:
    found = {0}
    found.update(match.end() for match in _PUNCTUATION.finditer(text))
    found.update(match.end() for match in words.openers.finditer(text))
    return sorted(found)


def _ends(text: str, words: CueWords) -> list[int]:
    """Before a closer only where no number ends: `20 to 30`, `5 in 10` are not parted."""
    found = {len(text)}
    found.update(match.start() for match in _PUNCTUATION.finditer(text))
    found.update(
        match.start()
        for match in words.closers.finditer(text)
        if not text[: match.start()].rstrip()[-1:].isdigit()
    )
    return sorted(found)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end
