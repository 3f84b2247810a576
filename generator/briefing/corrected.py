"""A correction in words: for feeds, for metadata, and where the error stood."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.briefing.history import corrections_of
from generator.model.briefing import Briefing, Correction
from generator.model.page import PageKind
from generator.text.cited import without_citations
from generator.text.dates.curated import written
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
    """What it said, what it says now, and why, as far as they are given.

    Without what it said there is nothing to set `Is:` against.
    """
    words = words_for("pdf", briefing.language)
    was, now = one_line(correction.wrong or ""), one_line(correction.right or "")
    parts = [f"{words['wrong']} {was}", f"{words['right']} {now}" if now else ""] if was else [now]
    return " ".join(part for part in (*parts, one_line(correction.why or "")) if part)


def corrected_place(briefing: Briefing, correction: Correction) -> str:
    """The first place that it names, in words; empty where its ids lead to none."""
    words = words_for("site", briefing.language)
    says = {each.id: each.says for each in briefing.judgements}
    says |= {each.id: each.question for each in briefing.forecasts}
    for name in correction.ids:
        if name in says:
            return without_citations(says[name])
        for page in briefing.pages:
            title = words.get(f"page_{page.kind}", page.text.title)
            if name == page.kind:
                return title
            for heading in page.headings:
                if heading.id == name:
                    return words.say("corrected_place", page=title, heading=heading.text)
    return ""


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
