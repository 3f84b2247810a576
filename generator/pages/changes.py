"""Changes: the editions of the briefing with what changed in each, and its corrections."""

from generator.briefing.assemble import assembled, in_language
from generator.model.briefing import Briefing
from generator.model.page import PageKind, PageText
from generator.model.source import Library
from generator.pages import PageMaker, Templates

TITLES = {"en": "Changes", "zh": "更新记录"}
WORDS = {
    "en": {"editions": "Editions", "corrections": "Corrections"},
    "zh": {"editions": "版次", "corrections": "更正"},
}


def _assemble(briefing: Briefing, _library: Library, templates: Templates) -> PageText:
    text = templates.fill(
        "changes.md.j2",
        words=in_language(WORDS, briefing.language),
        editions=bool(briefing.editions),
        corrections=_is_corrected(briefing),
    )
    return assembled(PageKind.CHANGES, briefing, PAGE.title(briefing.language), text)


def _wanted(briefing: Briefing) -> bool:
    return bool(briefing.editions) or _is_corrected(briefing)


def _is_corrected(briefing: Briefing) -> bool:
    return any(not correction.minor for correction in briefing.corrections)


PAGE = PageMaker(order=6, titles=TITLES, assemble=_assemble, authored=False, wanted=_wanted)
