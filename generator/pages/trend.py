"""Trend: what is happening, from the notes of the section `trend`."""

from generator.briefing.assemble import assembled, grouped, in_language
from generator.briefing.notes import items
from generator.model.briefing import Briefing
from generator.model.page import PageKind, PageText
from generator.model.source import Library, Section
from generator.pages import PageMaker, Templates

TITLES = {"en": "Trend", "zh": "趋势"}
WORDS = {
    "en": {
        "dated": "What happened",
        "undated": "What the sources report",
        "empty": "No notes on the trend have been taken yet.",
        "stop": ".",
    },
    "zh": {
        "dated": "发生了什么",
        "undated": "来源所述",
        "empty": "尚无关于趋势的笔记。",
        "stop": "。",
    },
}


def _assemble(briefing: Briefing, library: Library, templates: Templates) -> PageText:
    notes = items(briefing, library, Section.TREND)
    words = in_language(WORDS, briefing.language)
    text = templates.fill(
        "section.md.j2", words=words, judgements=False, forecasts=False, **grouped(notes)
    )
    return assembled(PageKind.TREND, briefing, PAGE.title(briefing.language), text, notes)


PAGE = PageMaker(order=2, titles=TITLES, assemble=_assemble)
