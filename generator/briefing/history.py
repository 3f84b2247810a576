"""What the editions say of one judgement or forecast, and which corrections name it."""

from collections.abc import Iterator

from generator.model.briefing import Briefing, Correction, CorrectionKind
from generator.model.edition import Change, Edition
from generator.words import words_for

_AMENDING = frozenset({"says", "likelihood", "confidence"})
"""Fields whose change amends a judgement; new reasons for the same judgement do not."""
_GRAVE = frozenset({CorrectionKind.CORRECTION, CorrectionKind.RETRACTION})
"""What readers are told of at the head of a page."""


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
        if any(_amends(change, name) for change in edition.changes):
            return edition.number
    return None


def reviewed_in(briefing: Briefing, name: str) -> int | None:
    """The number of the last edition for which only the evidence of the judgement was gone over.

    Its citations changed, or a file of a source that it cites, and its own words did not.
    """
    editions = briefing.editions
    for before, after in zip(reversed(editions[:-1]), reversed(editions[1:]), strict=True):
        is_amended = any(_amends(change, name) for change in after.changes)
        one, other = _evidence(before, name), _evidence(after, name)
        if one and other and one != other and not is_amended:
            return after.number
    return None


def history_label(briefing: Briefing, name: str) -> str:
    """How old a judgement is, and what became of it since; empty before any edition.

    `First judged in edition 1, 2025; amended in edition 3; evidence reviewed in edition 4`.
    """
    words = words_for("site", briefing.language)
    first = first_edition(briefing, name)
    if first is None:
        return ""
    year = next(each.date[:4] for each in briefing.editions if each.number == first)
    parts = [words.say("label_first", number=first, year=year)]
    amended, reviewed = amended_in(briefing, name), reviewed_in(briefing, name)
    if amended is not None:
        parts.append(words.say("label_amended", number=amended))
    if reviewed is not None and reviewed > (amended or 0):
        parts.append(words.say("label_reviewed", number=reviewed))
    return words["semicolon"].join(parts)


def _amends(change: Change, name: str) -> bool:
    return change.id == name and change.field in _AMENDING


def _evidence(edition: Edition, name: str) -> tuple[tuple[str, str], ...]:
    """The sources that the judgement cited in an edition, with the hashes of their files."""
    files = dict(edition.inputs)
    cited = (each.sources for each in edition.held.judgements if each.id == name)
    return tuple((one, files.get(f"sources/{one}.md", "")) for one in next(cited, ()))


def corrections_of(briefing: Briefing, name: str) -> Iterator[Correction]:
    """The corrections that name the id, minor ones left out, the newest first."""
    for correction in reversed(briefing.corrections):
        if name in correction.ids and not correction.minor:
            yield correction


def corrected_lately(briefing: Briefing) -> tuple[Correction, ...]:
    """Corrections and retractions that came with the newest edition or after it, newest first.

    Before the first edition, all of them.
    """
    known = briefing.editions[-2].held.corrections if len(briefing.editions) > 1 else ()
    found = (each for each in briefing.corrections if each.id not in known and not each.minor)
    grave = [each for each in found if each.kind in _GRAVE]
    return tuple(sorted(grave, key=lambda each: each.date, reverse=True))


def corrected_since(briefing: Briefing, edition: Edition) -> tuple[Correction, ...]:
    """What was corrected in the text of an edition after it, as `briefing` stands now."""
    return tuple(
        each
        for each in briefing.corrections
        if each.kind in _GRAVE
        and not each.minor
        and each.id not in edition.held.corrections
        and (each.edition or 0) <= edition.number
    )
