"""Sources: every source of the briefing with its number, grade and origin."""

from generator.briefing.assemble import assembled, in_language
from generator.model.briefing import Briefing
from generator.model.page import PageKind, PageText
from generator.model.source import Library
from generator.pages import PageMaker, Templates

TITLES = {"en": "Sources", "zh": "来源"}
WORDS = {
    "en": {
        "grading": "The letter grades the source, from A (reliable) to E (unreliable); F means that"
        " it cannot be judged. The figure grades the information, from 1 (confirmed by independent"
        " sources) to 5 (improbable); 6 means that it cannot be judged."
    },
    "zh": {
        "grading": "字母表示来源的可靠程度：A 为可靠，E 为不可靠，F 为无法判断。"
        "数字表示信息的可信程度：1 为已获独立来源证实，5 为不太可能，6 为无法判断。"
    },
}


def _assemble(briefing: Briefing, _library: Library, templates: Templates) -> PageText:
    text = templates.fill(
        "sources.md.j2",
        words=in_language(WORDS, briefing.language),
        source_summary=briefing.source_summary or "",
    )
    return assembled(PageKind.SOURCES, briefing, PAGE.title(briefing.language), text)


PAGE = PageMaker(order=5, titles=TITLES, assemble=_assemble, authored=False)
