"""A correction in words, for feeds and metadata."""

from generator.model.briefing import Briefing, Correction
from generator.text.plain import one_line
from generator.words import words_for


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
