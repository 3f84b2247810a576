"""The published briefings for the front page, the newest first; drafts are left out.

A briefing and its translations are listed once, in the language of the page where there is one.

Keys, optional: `lead: false` lists them all alike, otherwise the newest leads with its first
judgement; `most` is how many are listed.
"""

from dataclasses import dataclass

from markupsafe import Markup

from generator.blocks import BlockHtml, BlockKind, Surroundings
from generator.briefing.state_date import recency, state_date
from generator.briefing.translations import in_the_language, versions
from generator.charts.scene import Scene
from generator.charts.strip import likelihood_scale
from generator.charts.svg import SCALE, inline_svg
from generator.model.briefing import Briefing, Judgement
from generator.profiles import profile_of
from generator.text.cited import sources_and_origins
from generator.text.dates.curated import written
from generator.text.likelihood.bands import band_index, interval_in, shown
from generator.words import own_name, words_for


@dataclass(frozen=True, slots=True)
class BriefingsOptions:
    """The keys of the block."""

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
    others: tuple[tuple[str, str, str], ...]
    """Its translations: tag, own name and address of each language."""


@dataclass(frozen=True, slots=True)
class _First:
    """The first judgement of the leading briefing, with its scale."""

    says: Markup
    word: str
    interval: str
    scale: Markup


def write_briefings(options: BriefingsOptions, surroundings: Surroundings) -> BlockHtml:
    """The list; its scene is the scale of the leading judgement, where it has one."""
    published = [each for each in surroundings.briefings if not each.is_draft]
    chosen = (in_the_language(each, published, surroundings.language) for each in published)
    listed = {each.slug: each for each in chosen}
    newest = [listed[slug] for slug in sorted(listed)]
    newest = sorted(newest, key=recency, reverse=True)[: options.most]
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


def _item(briefing: Briefing, surroundings: Surroundings) -> _Item:
    writer = surroundings.writer
    language = surroundings.language
    words = words_for("site", language)
    is_open = sum(forecast.resolution is None for forecast in briefing.forecasts)
    forecasts = words.say("n_open_forecasts", n=is_open) if is_open else ""
    topics = words_for("site", briefing.language)["list_comma"].join(briefing.topics)
    counts = (sources_and_origins(briefing.used, surroundings.library, language), forecasts)
    others = [
        each for each in versions(briefing, surroundings.briefings) if each.slug != briefing.slug
    ]
    return _Item(
        title=briefing.title,
        language=briefing.language if briefing.language != language else "",
        link=writer.link(briefing.path),
        standfirst=writer.uncited(briefing.standfirst) if briefing.standfirst else Markup(""),
        date=state_date(briefing),
        shown_date=written(state_date(briefing), language),
        topics=topics[:1].upper() + topics[1:],
        counts=" · ".join(filter(None, counts)),
        others=tuple(
            (each.language, own_name(each.language), writer.link(each.path)) for each in others
        ),
    )


def _first(
    briefing: Briefing, judgement: Judgement, surroundings: Surroundings
) -> tuple[_First, tuple[Scene, ...]]:
    says = surroundings.writer.uncited(judgement.says)
    language, profile = surroundings.language, profile_of(briefing)
    likelihood = shown(judgement.likelihood or "", profile, language)
    word = likelihood[:1].upper() + likelihood[1:]
    index = band_index(likelihood, profile)
    if index is None:
        return _First(says, word, "", Markup("")), ()
    band = profile.bands[index]
    scene = likelihood_scale(
        [(each.low, each.high) for each in profile.bands],
        index,
        word,
        words_for("site", language).say("likely_scale", word=word, low=band.low, high=band.high),
        language,
    )
    interval = interval_in(language, profile, index)
    return _First(says, word, interval, inline_svg(scene, SCALE, 0)), (scene,)


BLOCK = BlockKind(BriefingsOptions, write_briefings)

EXAMPLE = """\
lead: true
"""
