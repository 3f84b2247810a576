"""The briefing's judgements: how likely, how sure, why, and from how many origins.

Keys, all optional: `ids` picks some and orders them; `layout` is `rows` (each with its
alternatives and what would change it) or `cards`, three across. The word is shown on the scale of
the briefing's `likelihood_words`; a word that is no term of it stands without a scale. Rows end
with what the words mean.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.briefing.corrected import Told, told_corrections
from generator.briefing.history import history_label
from generator.charts.scene import Scene
from generator.charts.strip import likelihood_scale
from generator.charts.svg import SCALE, inline_svg
from generator.model.briefing import Confidence, Judgement
from generator.model.profile import Profile
from generator.profiles import profile_of
from generator.text.cited import cited_ids, sources_and_origins
from generator.text.likelihood.bands import band_index, interval_in, legend_rows, shown
from generator.text.urls import is_web_url
from generator.words import Words, words_for

_STEPS = {Confidence.LOW: 1, Confidence.MODERATE: 2, Confidence.HIGH: 3}


@dataclass(frozen=True, slots=True)
class JudgementsOptions:
    """The keys of the block."""

    ids: tuple[str, ...] = ()
    layout: Literal["rows", "cards"] = "rows"


@dataclass(frozen=True, slots=True)
class _Item:
    """A judgement as written. `reset` is set where it does not follow the one before it."""

    id: str
    number: int
    reset: bool
    says: Markup
    word: str
    interval: str
    scale: Markup
    confidence: str
    steps: int
    because: Markup
    marks: Markup
    counts: str
    lists: tuple[tuple[str, tuple[Markup, ...]], ...]
    label: str
    """In which edition it was first published and amended."""
    corrected: tuple[Told, ...]
    """Corrections that name it: their words, and where they stand in the log."""


@dataclass(frozen=True, slots=True)
class _Legend:
    """What the words mean; of each band its usual word, further ones, and the interval."""

    title: str
    rows: tuple[tuple[str, str, str], ...]
    source: str
    url: str


def write_judgements(options: JudgementsOptions, surroundings: Surroundings) -> BlockHtml:
    """The list; its scenes are the scales, in order."""
    briefing = surroundings.briefing
    profile = profile_of(briefing)
    numbered = _chosen(options, surroundings)
    scenes: list[Scene] = []
    items = []
    before = 0
    for number, judgement in numbered:
        scene = _scale(judgement, profile, surroundings.language)
        scale = inline_svg(scene, SCALE, len(scenes)) if scene else Markup("")
        scenes += [scene] if scene else []
        items.append(_item(judgement, (before, number), scale, surroundings))
        before = number
    html = surroundings.writer.template(
        "judgements.html",
        items=items,
        layout=options.layout,
        legend=_legend(profile, surroundings) if any(item.interval for item in items) else None,
    )
    return BlockHtml(html, tuple(scenes))


def judgements_faults(
    options: JudgementsOptions, surroundings: Surroundings
) -> Iterator[BlockFault]:
    """A page outside the briefings, or an id that no judgement has."""
    if surroundings.briefing is None:
        yield BlockFault("judgements belong to a briefing", "Move the block to its pages.")
        return
    known = [judgement.id for judgement in surroundings.briefing.judgements]
    for index, judgement_id in enumerate(options.ids):
        if judgement_id not in known:
            message = f"no judgement is called `{judgement_id}`"
            names = ", ".join(f"`{name}`" for name in known)
            advice = f"The briefing has {names}." if known else "Add it to briefing.yml."
            yield BlockFault(message, advice, ("ids", index))


def _chosen(
    options: JudgementsOptions, surroundings: Surroundings
) -> tuple[tuple[int, Judgement], ...]:
    """The judgements wanted, each with its number in the briefing."""
    judgements = surroundings.briefing.judgements if surroundings.briefing else ()
    by_id = {each.id: (number, each) for number, each in enumerate(judgements, 1)}
    return tuple(by_id[wanted] for wanted in options.ids or by_id)


def _scale(judgement: Judgement, profile: Profile, language: str) -> Scene | None:
    index = band_index(judgement.likelihood or "", profile)
    if index is None:
        return None
    band = profile.bands[index]
    word = _sentence_case(shown(judgement.likelihood or "", profile, language))
    description = words_for("site", language).say(
        "likely_scale", word=word, low=band.low, high=band.high
    )
    pairs = [(each.low, each.high) for each in profile.bands]
    return likelihood_scale(pairs, index, word, description, language)


def _item(
    judgement: Judgement, numbers: tuple[int, int], scale: Markup, surroundings: Surroundings
) -> _Item:
    writer, language = surroundings.writer, surroundings.language
    before, number = numbers
    profile = profile_of(surroundings.briefing)
    likelihood = judgement.likelihood or ""
    found = band_index(likelihood, profile)
    words = words_for("site", language)
    sure = judgement.confidence
    in_text = cited_ids((judgement.says, judgement.because or ""))
    further = [text for text in judgement.cite if not set(cited_ids((text,))) & set(in_text)]
    return _Item(
        id=judgement.id,
        number=number,
        reset=number != before + 1,
        says=writer.prose(judgement.says),
        word=_sentence_case(shown(likelihood, profile, language)),
        interval=interval_in(language, profile, found) if found is not None else "",
        scale=scale,
        confidence=words[f"confidence_{sure}"] if sure else "",
        steps=_STEPS[sure] if sure else 0,
        because=writer.prose(judgement.because) if judgement.because else Markup(""),
        marks=writer.cite(further) if further else Markup(""),
        counts=sources_and_origins(cited_ids(judgement.cite), surroundings.library, language),
        lists=tuple(_lists(judgement, words, surroundings)),
        label=history_label(surroundings.briefing, judgement.id) if surroundings.briefing else "",
        corrected=told_corrections(surroundings.briefing, judgement.id, writer.link),
    )


def _lists(
    judgement: Judgement, words: Words, surroundings: Surroundings
) -> Iterator[tuple[str, tuple[Markup, ...]]]:
    """What stands behind the summary of a row, each list with its heading."""
    prose = surroundings.writer.prose
    for name, texts in (
        ("assumptions", judgement.assumptions),
        ("alternatives", judgement.alternatives),
        ("would_change", judgement.would_change),
        ("affects", judgement.affects),
    ):
        if texts:
            yield words[name], tuple(prose(text) for text in texts)


def _legend(profile: Profile, surroundings: Surroundings) -> _Legend:
    words = words_for("site", surroundings.language)
    return _Legend(
        title=words.say("legend_title", standard=profile.title),
        rows=legend_rows(profile, surroundings.language),
        source=profile.source,
        url=profile.url if is_web_url(profile.url) else "",
    )


def _sentence_case(word: str) -> str:
    return word[:1].upper() + word[1:]


BLOCK = BlockKind(JudgementsOptions, write_judgements, judgements_faults)

EXAMPLE = """\
layout: rows
"""
