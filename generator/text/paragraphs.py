"""The paragraphs of a source's body, and passages cut out of it as W3C selectors."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from generator.model.passage import Passage

CONTEXT = 32
"""Code points of context on either side of a passage, at most."""

_BLOCK = re.compile(r"^(?:# [^\n]*|(?:(?!# )[^\S\n]*+\S[^\n]*(?:\n|\Z))+)", re.MULTILINE)
_JOINERS = "\u200d\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or heading, `start` inclusive, `end` exclusive; headings have number 0."""

    number: int
    start: int
    end: int
    is_heading: bool


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    """The paragraphs and headings of `body` in order; paragraphs count from 1."""
    found: list[Paragraph] = []
    number = 0
    for block in _BLOCK.finditer(body):
        is_heading = block[0].startswith("# ")
        number += not is_heading
        end = block.start() + len(block[0].rstrip())
        found.append(Paragraph(0 if is_heading else number, block.start(), end, is_heading))
    return tuple(found)


def passage(
    source_id: str,
    body: str,
    start: int,
    end: int,
    among: tuple[Paragraph, ...] | None = None,
) -> Passage:
    """The passage `body[start:end]`; `among` are the body's paragraphs where they are at hand."""
    before, after = max(0, start - CONTEXT), min(len(body), end + CONTEXT)
    while before < start and _is_inside_character(body, before):
        before += 1
    while after > end and _is_inside_character(body, after):
        after -= 1
    return Passage(
        source_id=source_id,
        exact=body[start:end],
        prefix=body[before:start],
        suffix=body[end:after],
        start=start,
        end=end,
        paragraph=_number_at(paragraphs(body) if among is None else among, start),
    )


def _number_at(among: tuple[Paragraph, ...], offset: int) -> int:
    place = bisect_right(among, offset, key=lambda paragraph: paragraph.start) - 1
    return among[place].number if place >= 0 else 0


def _is_inside_character(text: str, offset: int) -> bool:
    """Whether a cut at `offset` parts what a reader sees as one character (UAX 29, in short)."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if after.isascii():
        return before == "\r" and after == "\n"
    if after in _JOINERS or before == "\u200d" or "\u1160" <= after <= "\u11ff":
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff" or unicodedata.category(after).startswith("M"):
        return True
    return _is_flag_half(after) and _flags_before(text, offset) % 2 == 1


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flags_before(text: str, offset: int) -> int:
    start = offset
    while start > 0 and _is_flag_half(text[start - 1]):
        start -= 1
    return offset - start
