"""The briefing's judgements: how likely, how sure, why, and from how many origins.

Keys, all optional: `ids` picks some and orders them; `layout` is `rows` (each with its
alternatives and what would change it) or `cards`, three across. The word is shown on the scale of
the briefing's `likelihood_words`; a word that is no term of it stands without a scale.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.charts.scene import Scene
from generator.charts.strip import likelihood_scale
from generator.charts.svg import SCALE, inline_svg
from generator.model.briefing import Confidence, Judgement, LikelihoodWords
from generator.text.cited import cited_ids, sources_and_origins
from generator.text.likelihood import BANDS, band

_STRICT = {"extra": "forbid"}
_STEPS = {Confidence.LOW: 1, Confidence.MODERATE: 2, Confidence.HIGH: 3}


@dataclass(frozen=True, slots=True)
class JudgementsOptions:
    """The keys of the block."""

    __pydantic_config__ = _STRICT

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


def write_judgements(options: JudgementsOptions, surroundings: Surroundings) -> BlockHtml:
    """The list; its scenes are the scales, in order."""
    briefing = surroundings.briefing
    standard = briefing.likelihood_words if briefing else LikelihoodWords.ICD_203
    numbered = _chosen(options, surroundings)
    scenes: list[Scene] = []
    items = []
    before = 0
    for number, judgement in numbered:
        scene = _scale(judgement, standard)
        scale = inline_svg(scene, SCALE, len(scenes)) if scene else Markup("")
        scenes += [scene] if scene else []
        items.append(_item(judgement, (before, number), scale, surroundings))
        before = number
    html = surroundings.writer.template("judgements.html", items=items, layout=options.layout)
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


def _scale(judgement: Judgement, standard: LikelihoodWords) -> Scene | None:
    found = band(judgement.likelihood or "", standard)
    if found is None:
        return None
    bands = BANDS[standard]
    word = _sentence_case(judgement.likelihood or "")
    description = f"{word}: {found.low} to {found.high} per cent, on a scale from 0 to 100"
    pairs = [(each.low, each.high) for each in bands]
    return likelihood_scale(pairs, bands.index(found), word, description)


def _item(
    judgement: Judgement, numbers: tuple[int, int], scale: Markup, surroundings: Surroundings
) -> _Item:
    writer, briefing = surroundings.writer, surroundings.briefing
    before, number = numbers
    found = band(judgement.likelihood or "", briefing.likelihood_words) if briefing else None
    sure = judgement.confidence
    shown = cited_ids((judgement.says, judgement.because or ""))
    further = [text for text in judgement.cite if not set(cited_ids((text,))) & set(shown)]
    return _Item(
        id=judgement.id,
        number=number,
        reset=number != before + 1,
        says=writer.prose(judgement.says),
        word=_sentence_case(judgement.likelihood or ""),
        interval=found.interval if found else "",
        scale=scale,
        confidence=f"{_sentence_case(sure)} confidence" if sure else "",
        steps=_STEPS[sure] if sure else 0,
        because=writer.prose(judgement.because) if judgement.because else Markup(""),
        marks=writer.cite(further) if further else Markup(""),
        counts=sources_and_origins(cited_ids(judgement.cite), surroundings.library),
        lists=tuple(_lists(judgement, surroundings)),
    )


def _lists(
    judgement: Judgement, surroundings: Surroundings
) -> Iterator[tuple[str, tuple[Markup, ...]]]:
    """What stands behind the summary of a row, each list with its heading."""
    prose = surroundings.writer.prose
    for heading, texts in (
        ("Assumptions", judgement.assumptions),
        ("Alternatives", judgement.alternatives),
        ("What would change this", judgement.would_change),
        ("Affects", judgement.affects),
    ):
        if texts:
            yield heading, tuple(prose(text) for text in texts)


def _sentence_case(word: str) -> str:
    return word[:1].upper() + word[1:]


BLOCK = BlockKind(JudgementsOptions, write_judgements, judgements_faults)

EXAMPLE = """\
layout: rows
"""
