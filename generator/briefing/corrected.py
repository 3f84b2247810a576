"""A correction in words: for feeds, for metadata, and where the error stood."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.briefing.history import corrections_of
from generator.model.briefing import Briefing, Correction
from generator.model.page import PageKind
from generator.text.dates import written
from generator.text.plain import one_line
from generator.words import words_for


@dataclass(frozen=True, slots=True)
class Told:
    """A correction where the error stood: its kind and day, its words, its entry in the log."""

    name: str
    text: str
    address: str


def correction_title(briefing: Briefing, correction: Correction) -> str:
    """Its kind and the title of its briefing: `Correction · Video clips go viral`."""
    return f"{words_for('pdf', briefing.language)[correction.kind]} · {one_line(briefing.title)}"


def correction_text(briefing: Briefing, correction: Correction) -> str:
    """What it said, what it says now, and why, as far as they are given."""
    words = words_for("pdf", briefing.language)
    parts = (
        f"{words[name]} {one_line(text)}"
        for name, text in (("wrong", correction.wrong), ("right", correction.right))
        if text
    )
    return " ".join([*parts, one_line(correction.why or "")]).strip()


def told_corrections(
    briefing: Briefing | None, name: str, link: Callable[[str], str]
) -> tuple[Told, ...]:
    """The corrections that name the id `name`, the newest first. `link` gives a page's address."""
    if briefing is None:
        return ()
    words = words_for("site", briefing.language)
    log = f"{briefing.path}/{PageKind.CHANGES}"
    return tuple(
        Told(
            f"{words[f'kind_of_{each.kind}']} · {written(each.date, briefing.language)}",
            correction_text(briefing, each),
            f"{link(log)}#correction-{one_line(each.id)}",
        )
        for each in corrections_of(briefing, name)
    )
