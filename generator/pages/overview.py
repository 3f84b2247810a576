"""Overview: the briefing in one view: judgements, the dated notes as a timeline, open forecasts."""

from generator.briefing.assemble import EVENTS, assembled, in_language
from generator.briefing.notes import best_by_day, timeline
from generator.model.briefing import Briefing
from generator.model.page import PageKind, PageText
from generator.model.source import Library
from generator.pages import PageMaker, Templates

TITLES = {"en": "Overview", "zh": "概览"}
WORDS = {
    "en": {
        "judgements": "Key judgements",
        "timeline": "What happened when",
        "forecasts": "Open forecasts",
    },
    "zh": {"judgements": "关键判断", "timeline": "时间线", "forecasts": "待定预测"},
}


def _assemble(briefing: Briefing, library: Library, templates: Templates) -> PageText:
    events = timeline(best_by_day(briefing, library), EVENTS)
    text = templates.fill(
        "overview.md.j2",
        words=in_language(WORDS, briefing.language),
        judgements=bool(briefing.judgements),
        forecasts=any(forecast.resolution is None for forecast in briefing.forecasts),
        events=events,
    )
    return assembled(PageKind.OVERVIEW, briefing, PAGE.title(briefing.language), text, events)


PAGE = PageMaker(order=1, titles=TITLES, assemble=_assemble, authored=False)
