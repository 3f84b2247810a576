"""Outlook: what may come: judgements, forecasts, and the notes of the section `outlook`."""

from generator.briefing.assemble import assembled, grouped, in_language
from generator.briefing.notes import items
from generator.model.briefing import Briefing
from generator.model.page import PageKind, PageText
from generator.model.source import Library, Section
from generator.pages import PageMaker, Templates

TITLES = {"en": "Outlook", "zh": "展望"}
WORDS = {
    "en": {
        "judgements": "What we judge",
        "forecasts": "What we forecast",
        "dated": "Dates to watch",
        "undated": "What the sources expect",
        "empty": "No notes on the outlook have been taken yet.",
        "stop": ".",
    },
    "zh": {
        "judgements": "我们的判断",
        "forecasts": "我们的预测",
        "dated": "值得关注的日期",
        "undated": "来源的预期",
        "empty": "尚无关于展望的笔记。",
        "stop": "。",
    },
}


def _assemble(briefing: Briefing, library: Library, templates: Templates) -> PageText:
    notes = items(briefing, library, Section.OUTLOOK)
    text = templates.fill(
        "section.md.j2",
        words=in_language(WORDS, briefing.language),
        judgements=bool(briefing.judgements),
        forecasts=bool(briefing.forecasts),
        **grouped(notes),
    )
    return assembled(PageKind.OUTLOOK, briefing, PAGE.title(briefing.language), text, notes)


PAGE = PageMaker(order=4, titles=TITLES, assemble=_assemble)
