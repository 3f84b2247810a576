"""Which sentences state what the desk itself judges: its outlook, and its judgements' fields."""

import re

from generator.model.page import Page, PageKind, Sentence
from generator.text.own_words import is_heading, own_words

_LONGEST = 5_000
"""Characters of a sentence that are looked at: a longer one is no prose."""
_FIELD = re.compile(r"#judgements/\d+/(says|because)$")


def judged_words(sentence: Sentence, page: Page | None, *, says_only: bool = False) -> str:
    """The desk's own words in a sentence that judges, quoted ones as dots; empty for others.

    `says_only` leaves out `because`, which gives the reason of a judgement.
    """
    if page is None or not _judges(page, says_only=says_only) or is_heading(sentence, page):
        return ""
    return own_words(sentence, page)[:_LONGEST]


def _judges(page: Page, *, says_only: bool) -> bool:
    if page.kind is PageKind.OUTLOOK:
        return not page.text.assembled
    field = _FIELD.search(page.text.file.path) if page.kind is PageKind.FIELD else None
    return field is not None and (field[1] == "says" or not says_only)
