"""Context: why it is happening, from the notes of the section `context`, and what else is known.

The notes by date and by theme, then who is who, the dates of laws, where the sources contradict
each other, and which questions are open. A part of which there is nothing is left out.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.blocks import blocks
from generator.blocks.positions import PositionsOptions
from generator.blocks.timeline import TimelineOptions
from generator.briefing.assemble import assembled, grouped, in_language
from generator.briefing.background import Disagreement, disagreements, themes
from generator.briefing.notes import Item, items, sources_of
from generator.briefing.reported import (
    conflicting_dates,
    conflicting_values,
    dates_of_laws,
    happened,
    reported,
)
from generator.library.front_matter import field_line
from generator.model.briefing import Briefing
from generator.model.page import PageKind, PageText
from generator.model.source import Library, Section
from generator.pages import PageMaker, Templates
from generator.schema import read_record
from generator.text.strict_yaml import read_yaml

TITLES = {"en": "Context", "zh": "背景"}
WORDS = {
    "en": {
        "dated": "How it came about",
        "undated": "What lies behind it",
        "actors": "Who is who",
        "laws": "What the rules say, and since when",
        "disagreements": "Where the sources disagree",
        "questions": "What is not known yet",
        "which_figure": "{metric} ({of}): which figure is right?",
        "which_date": "{event}: which date is right?",
        "comma": ", ",
        "colon": ": ",
        "empty": "No notes on the context have been taken yet.",
        "stop": ".",
    },
    "zh": {
        "dated": "来龙去脉",
        "undated": "背景因素",
        "actors": "相关各方",
        "laws": "规则及其生效时间",
        "disagreements": "来源之间的分歧",
        "questions": "尚不清楚的问题",
        "which_figure": "{metric}（{of}）：哪个数字正确？",
        "which_date": "{event}：哪个日期正确？",
        "comma": "，",
        "colon": "：",
        "empty": "尚无关于背景的笔记。",
        "stop": "。",
    },
}


def _assemble(briefing: Briefing, library: Library, templates: Templates) -> PageText:
    if not briefing.used:  # a draft is assembled before anything is cited
        sources = sources_of(briefing, library)
        briefing = replace(briefing, used=tuple(source.id for source in sources))
    notes = items(briefing, library, Section.CONTEXT)
    words = in_language(WORDS, briefing.language)
    groups = grouped(notes)
    open_ones = _open(briefing, library, words)
    text = templates.fill(
        "context.md.j2",
        words=words,
        events=groups["events"],
        dated=groups["dated"],
        themes=themes(groups["undated"], briefing, library),
        actors=bool(briefing.actors),
        laws=bool(dates_of_laws(briefing)),
        disagreements=[(each, _about(each)) for each in open_ones],
        questions=tuple(each.question for each in briefing.forecasts if each.resolution is None),
    )
    printed = (*notes, *_sides(open_ones))
    return assembled(PageKind.CONTEXT, briefing, PAGE.title(briefing.language), text, printed)


def _open(briefing: Briefing, library: Library, words: dict[str, str]) -> tuple[Disagreement, ...]:
    """What the notes contradict each other on, and no page of the authors sets out."""
    written = list(_written(briefing))
    positions = [one for one in written if isinstance(one, PositionsOptions)]
    told = {event for one in positions for event in one.events}
    entries = (each for one in written if isinstance(one, TimelineOptions) for each in one.events)
    told |= {each.event for each in entries if each.event and each.assessment}
    values = [
        each
        for each in conflicting_values(reported(briefing, library))
        if not any(one.names(each.metric, each.entity, each.date) for one in positions)
    ]
    dates = conflicting_dates(happened(briefing, library))
    untold = [each for each in dates if each.event not in told]
    return disagreements(values, untold, briefing.language, words)


def _written(briefing: Briefing) -> Iterator[object]:
    """The options of the positions and timelines on pages that are written, if they can be read."""
    for block in (block for page in briefing.pages for block in page.blocks):
        if block.name in ("positions", "timeline"):
            document = read_yaml(block.body, block.body_start, block.body_end)
            if not document.faults:
                yield read_record(blocks()[block.name].options, document)[0]


def _about(disagreement: Disagreement) -> str:
    """The lines of a block that say what the disagreement is about."""
    if disagreement.event:
        return field_line("events", [disagreement.event])
    return field_line("about", [dict(disagreement.about)])


def _sides(open_ones: tuple[Disagreement, ...]) -> tuple[Item, ...]:
    return tuple(side.item for each in open_ones for side in each.sides)


PAGE = PageMaker(order=3, titles=TITLES, assemble=_assemble)
