"""All numbers of a text, in order, each read once: the entry to this package's grammar.

Every pass is linear in the text, whatever stands in it, and left out where a text cannot have what
it looks for.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from generator.text.numbers.days import days
from generator.text.numbers.numerals import FIGURE, writes_commas
from generator.text.numbers.quantities import names, quantities
from generator.text.numbers.records import BARE, Day, Mention, Quantity, Reading
from generator.text.numbers.shapes_of_days import DATE_WORDS
from generator.text.numbers.wording import (
    PHRASE_WORDS,
    fractions,
    han_fractions,
    han_words,
    unasked,
    words,
)
from generator.text.words import said

_WIDE = {ord(char): ord(char) - 0xFEE0 for char in "０１２３４５６７８９．％＋－＄／：～"}
_WIDE |= {code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_PLAIN = str.maketrans(
    _WIDE
    | {0x3000: " ", 0x2010: "-", 0x2011: "-", 0x2012: "–", 0x2212: "-"}
    # The expressions take these for the letters i and s; only the last is one of them.
    | {0x130: "Í", 0x131: "í", 0x17F: "s"}
    | dict(
        zip(
            map(ord, "萬億兩週點貳參鐘個條這後過餘約將"),
            "万亿两周点二三钟个条这后过余约将",
            strict=True,
        )
    )
)
"""One character for one, so that places stay where they are."""
_ODD = re.compile(f"[{''.join(map(chr, _PLAIN))}]")

_DIGIT = re.compile("[0-9]")
_ADDRESS = re.compile(r"https?://|www\.")
_WORDS = PHRASE_WORDS | DATE_WORDS | {"http", "https", "www"}
_NO_NUMBER = re.compile(
    r"https?://[^\s]+|www\.[^\s]+|(?<![0-9.])10\.[0-9]{4,9}/[^\s]+"
    r"|(?<![0-9:])[0-9]{1,3}(?::[0-9]{1,3}){1,3}(?:\.[0-9]+)?(?![0-9:])"
    r"|(?<!\w)\([0-9]{1,2}\)"
    r"|(?<![0-9A-Za-z.,])(?:[1-9][0-9]{0,2}0s|[248]K|[2-6]G|[23]D)(?![0-9A-Za-z])"
)
"""Addresses, times of day and ratios, numbers of a list, decades, `4K`, `5G`, `3D`."""
_SEASON = re.compile(
    r"(?<![0-9A-Za-z./-])(?P<year>1[5-9][0-9]{2}|20[0-9]{2})[/–-](?P<end>[0-9]{2})(?![0-9–/-])"
)
_RANGE = re.compile(
    r" ?(?:–|—|-|~|至|到|to|bis(?: zu)?)(?: (?:about|around|nearly|etwa|rund))? ?|约?"
)
_BETWEEN = re.compile(r" and | und |和|与")
_LIST = re.compile(r",? (?:and|or|und|oder) |, |、|和|或|与|及")
_GAP = 16
"""Characters between two numbers that belong together, at most."""
_SENTENCE_END = re.compile(r"[。！？\n]|[.!?](?=\s)")


def read_numbers(text: str, language: str = "en") -> tuple[Mention, ...]:
    """The numbers of `text`, which is written in `language`, ordered by place."""
    plain = text.translate(_PLAIN) if _ODD.search(text) else text
    mentions = sorted(_apart(plain, language), key=lambda mention: mention.start)
    return tuple(_with_percentages(plain, _with_units(plain, mentions))) if mentions else ()


def _apart(text: str, language: str) -> Iterator[Mention]:
    """The mentions of every pass; what one pass has taken no later pass reads."""
    taken = bytearray(len(text))
    for mention in chain.from_iterable(_passes(text, language)):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            yield mention


def _passes(text: str, language: str) -> Iterator[Iterator[Mention]]:
    known, is_german = said(text), language.lower().startswith("de")
    if not FIGURE.search(text) and _WORDS.isdisjoint(known) and not is_german:
        return
    has_digits, has_han = _DIGIT.search(text) is not None, not text.isascii()
    if has_digits or _ADDRESS.search(text):
        yield (Mention(*found.span(), (), is_sure=False) for found in _NO_NUMBER.finditer(text))
    yield days(text)
    if has_digits:
        yield _seasons(text)
        yield names(text)
    yield fractions(text, known)
    if has_han:
        yield han_fractions(text)
    if has_digits:
        yield quantities(text, commas=writes_commas(language))
    yield words(text, known, german=is_german)
    if has_han:
        yield han_words(text)
    yield unasked(text, known)


def _seasons(text: str) -> Iterator[Mention]:
    """`2024/25` and `2024–25`, both years."""
    for found in _SEASON.finditer(text):
        year, end = int(found["year"]), int(found["end"])
        if end > year % 100:
            yield Mention(*found.span("year"), (Day(year=year),))
            yield Mention(*found.span("end"), (Day(year=year - year % 100 + end),))


def _with_units(text: str, mentions: list[Mention]) -> list[Mention]:
    """Ranges and lists share what is written at their last number: `12 to 15 per cent`."""
    shared = list(mentions)
    for index in range(len(shared) - 2, -1, -1):
        here, after = shared[index], shared[index + 1]
        if after.start - here.end > _GAP or not _has_something_to_share(after):
            continue
        is_range, is_between, is_list = _joint(text[here.end : after.start])
        if is_between:
            before = text[max(0, here.start - 24) : here.start]
            is_range = bool(re.search("between|zwischen|介于|在", before))
        if is_range or is_list:
            readings = _sharing_with(here.readings, _first_amount(after), only=is_range)
            if readings:
                shared[index] = replace(here, readings=readings)
    return shared


@lru_cache(maxsize=1_000)
def _joint(gap: str) -> tuple[bool, bool, bool]:
    """Whether the words between two numbers are those of a range, of `between`, of a list."""
    patterns = (_RANGE, _BETWEEN, _LIST)
    first, second, third = (pattern.fullmatch(gap) is not None for pattern in patterns)
    return first, second, third


def _has_something_to_share(mention: Mention) -> bool:
    """Whether something is written at the number, a unit or a multiplier."""
    last = _first_amount(mention)
    return last is not None and (last.unit is not BARE or last.multiplier != 1)


def _first_amount(mention: Mention) -> Quantity | None:
    for reading in mention.readings:
        if isinstance(reading, Quantity):
            return reading
    return None


@lru_cache(maxsize=1_000)
def _sharing_with(
    readings: tuple[Reading, ...], last: Quantity | None, *, only: bool
) -> tuple[Reading, ...]:
    """The readings of a number with what is written at the next; none where nothing is new."""
    shared = chain.from_iterable(_shared(reading, last, only=only) for reading in readings)
    distinct = tuple(dict.fromkeys(shared))
    return () if distinct == readings else distinct


def _shared(reading: Reading, last: Quantity | None, *, only: bool) -> Iterator[Reading]:
    if last is None or not isinstance(reading, Quantity) or reading.unit is not BARE:
        yield reading
        return
    alike = reading.of(last.unit)
    if not only or last.unit is BARE or last.unit.dimension == "name":
        yield reading
    if last.unit is not BARE:
        yield alike
    if reading.multiplier == 1 and last.multiplier != 1:
        yield alike.times(last.multiplier)


def _with_percentages(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Bare numbers in a sentence with a percentage may be percentages too."""
    is_row = " | " in text
    if not is_row and not any(map(_is_percentage, mentions)):
        yield from mentions
        return
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    places = [bisect_right(ends, mention.start) for mention in mentions]
    with_percent = {
        place for place, mention in zip(places, mentions, strict=True) if _is_percentage(mention)
    }
    for place, mention in zip(places, mentions, strict=True):
        if is_row or place in with_percent:
            readings = _sharing(mention.readings)
            yield replace(mention, readings=readings) if readings else mention
        else:
            yield mention


def _is_percentage(mention: Mention) -> bool:
    for reading in mention.readings:
        if isinstance(reading, Quantity) and reading.unit.dimension == "percent":
            return True
    return False


@lru_cache(maxsize=1_000)
def _sharing(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings, bare ones as what may share a sign; none where none is bare."""
    shared = tuple(
        replace(it, shares_percent=True) if isinstance(it, Quantity) and it.unit is BARE else it
        for it in readings
    )
    return () if shared == readings else shared
