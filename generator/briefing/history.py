"""What the editions say of one judgement or forecast, and which corrections name it."""

from collections.abc import Iterator

from generator.model.briefing import Briefing, Correction
from generator.words import words_for

_AMENDING = frozenset({"says", "likelihood", "confidence"})
"""Fields whose change amends a judgement; new reasons for the same judgement do not."""


def first_edition(briefing: Briefing, name: str) -> int | None:
    """The number of the first edition that held the judgement or forecast, or None."""
    for edition in briefing.editions:
        names = {each.id for each in edition.held.judgements}
        if name in names | {each.id for each in edition.held.forecasts}:
            return edition.number
    return None


def amended_in(briefing: Briefing, name: str) -> int | None:
    """The number of the last edition that amended the judgement, or None."""
    for edition in reversed(briefing.editions):
        for change in edition.changes:
            if change.id == name and change.field in _AMENDING:
                return edition.number
    return None


def history_label(briefing: Briefing, name: str) -> str:
    """The label of a judgement, as NICE labels its recommendations; empty before any edition."""
    words = words_for("site", briefing.language)
    first, amended = first_edition(briefing, name), amended_in(briefing, name)
    if first is None or (len(briefing.editions) < 2 and amended is None):
        return ""
    if amended is not None:
        return words.say("label_amended", first=first, number=amended)
    return words.say("label_first", number=first)


def corrections_of(briefing: Briefing, name: str) -> Iterator[Correction]:
    """The corrections that name the id, minor ones left out, the newest first."""
    for correction in reversed(briefing.corrections):
        if name in correction.ids and not correction.minor:
            yield correction
