"""The published briefings for the front page, the newest first; drafts are left out.

Keys, optional: `lead: false` lists them all alike, otherwise the newest leads with its first
judgement; `most` is how many are listed.
"""

from dataclasses import dataclass

from markupsafe import Markup

from generator.blocks import BlockHtml, BlockKind, Surroundings
from generator.charts.scene import Scene
from generator.charts.strip import likelihood_scale
from generator.charts.svg import SCALE, inline_svg
from generator.model.briefing import Briefing, Judgement
from generator.text.amounts import amount
from generator.text.cited import sources_and_origins
from generator.text.dates import written
from generator.text.likelihood import BANDS, band

_STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class BriefingsOptions:
    """The keys of the block."""

    __pydantic_config__ = _STRICT

    lead: bool = True
    most: int = 50


@dataclass(frozen=True, slots=True)
class _Item:
    """A briefing as listed."""

    title: str
    language: str
    link: str
    standfirst: Markup
    date: str
    shown_date: str
    topics: str
    counts: str


@dataclass(frozen=True, slots=True)
class _First:
    """The first judgement of the leading briefing, with its scale."""

    says: Markup
    word: str
    interval: str
    scale: Markup


def write_briefings(options: BriefingsOptions, surroundings: Surroundings) -> BlockHtml:
    """The list; its scene is the scale of the leading judgement, where it has one."""
    listed = [each for each in surroundings.briefings if not each.is_draft]
    newest = sorted(listed, key=lambda each: each.slug)
    newest = sorted(newest, key=_day, reverse=True)[: options.most]
    first, scenes = None, tuple[Scene, ...]()
    if options.lead and newest and newest[0].judgements:
        first, scenes = _first(newest[0], newest[0].judgements[0], surroundings)
    html = surroundings.writer.template(
        "briefings.html",
        items=[_item(briefing, surroundings) for briefing in newest],
        lead=options.lead,
        first=first,
    )
    return BlockHtml(html, scenes)


def _day(briefing: Briefing) -> str:
    return briefing.updated or briefing.published or ""


def _item(briefing: Briefing, surroundings: Surroundings) -> _Item:
    writer = surroundings.writer
    is_open = sum(forecast.resolution is None for forecast in briefing.forecasts)
    forecasts = amount(is_open, "open forecast") if is_open else ""
    topics = ", ".join(briefing.topics)
    counts = (sources_and_origins(briefing.used, surroundings.library), forecasts)
    return _Item(
        title=briefing.title,
        language=briefing.language if briefing.language != surroundings.language else "",
        link=writer.link(briefing.path),
        standfirst=writer.uncited(briefing.standfirst) if briefing.standfirst else Markup(""),
        date=_day(briefing),
        shown_date=written(_day(briefing), surroundings.language),
        topics=topics[:1].upper() + topics[1:],
        counts=" · ".join(filter(None, counts)),
    )


def _first(
    briefing: Briefing, judgement: Judgement, surroundings: Surroundings
) -> tuple[_First, tuple[Scene, ...]]:
    says = surroundings.writer.uncited(judgement.says)
    likelihood = judgement.likelihood or ""
    word = likelihood[:1].upper() + likelihood[1:]
    bands = BANDS[briefing.likelihood_words]
    found = band(likelihood, briefing.likelihood_words)
    if found is None:
        return _First(says, word, "", Markup("")), ()
    scene = likelihood_scale(
        [(each.low, each.high) for each in bands],
        bands.index(found),
        word,
        f"{word}: {found.low} to {found.high} per cent, on a scale from 0 to 100",
    )
    return _First(says, word, found.interval, inline_svg(scene, SCALE, 0)), (scene,)


BLOCK = BlockKind(BriefingsOptions, write_briefings)

EXAMPLE = """\
lead: true
"""
