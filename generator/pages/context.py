"""Context: what lies behind it, from the notes of the section `context`."""

from generator.briefing.assemble import assembled, grouped, in_language
from generator.briefing.notes import items
from generator.model.briefing import Briefing
from generator.model.page import PageKind, PageText
from generator.model.source import Library, Section
from generator.pages import PageMaker, Templates

TITLES = {"en": "Context", "zh": "背景"}
WORDS = {
    "en": {
        "dated": "How it came about",
        "undated": "What lies behind it",
        "empty": "No notes on the context have been taken yet.",
        "stop": ".",
    },
    "zh": {
        "dated": "来龙去脉",
        "undated": "背景因素",
        "empty": "尚无关于背景的笔记。",
        "stop": "。",
    },
}


def _assemble(briefing: Briefing, library: Library, templates: Templates) -> PageText:
    notes = items(briefing, library, Section.CONTEXT)
    words = in_language(WORDS, briefing.language)
    text = templates.fill(
        "section.md.j2", words=words, judgements=False, forecasts=False, **grouped(notes)
    )
    return assembled(PageKind.CONTEXT, briefing, PAGE.title(briefing.language), text, notes)


PAGE = PageMaker(order=3, titles=TITLES, assemble=_assemble)
