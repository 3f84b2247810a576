"""How good the desk's forecasts were: scores with their references, and every forecast that counts.

It has no keys. Published briefings count, translations of another do not. The desk's own
probabilities make the means; expectations that `by` attributes to others are scored apart. Void
questions are counted and shown, not scored. From ten resolved questions of yes or no on, a
calibration plot compares what was said with what came out. Open forecasts stand on one plot by the
day they are due.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.blocks import BlockHtml, BlockKind, Surroundings
from generator.briefing.shown import page_showing
from generator.charts.scene import Scene
from generator.charts.svg import PLOT, figure_svg
from generator.plotting.forecast_drawing import calibration_plot, open_forecasts
from generator.scoring.track_record import (
    CURVE_FROM,
    Against,
    Listed,
    Means,
    Scored,
    TrackRecord,
    means,
    track_record,
)
from generator.text.amounts import chances, per_cent
from generator.text.dates.short import short_date
from generator.words import Words, words_for


@dataclass(frozen=True, slots=True)
class TrackRecordOptions:
    """It has no keys."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A forecast in one of the tables."""

    question: Markup
    href: str
    said: str
    outcome: str
    date: str
    shown_date: str
    score: str
    daily: str
    log: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class _Value:
    """A score with its name and what it is measured against."""

    name: str
    value: str
    scale: str


@dataclass(frozen=True, slots=True)
class _Picture:
    """A drawing as written; `says` describes it."""

    index: int
    left: int
    right: int
    svg: Markup
    title: str
    says: str


def write_track_record(_options: TrackRecordOptions, surroundings: Surroundings) -> BlockHtml:
    """The record; its scenes are the plots that it has."""
    record = track_record(surroundings.briefings)
    language = surroundings.language
    words = words_for("site", language)
    drawn = _drawn(record, words, language)
    pictures = {
        name: _picture(scene, index, words[f"{name}_says"], surroundings)
        for index, (name, scene) in enumerate(drawn.items())
    }
    html = surroundings.writer.template(
        "track-record.html",
        counts=_counts(record, words),
        scores=tuple(_scores(record, words, language)),
        resolved=tuple(_row(each, surroundings) for each in record.own),
        others=tuple(_row(each, surroundings) for each in record.others),
        open=tuple(_listed(each, surroundings) for each in record.open),
        void=tuple(_listed(each, surroundings) for each in record.void),
        unscored=tuple(_listed(each, surroundings) for each in record.unscored),
        open_plot=pictures.get("record_open"),
        calibration=pictures.get("calibration"),
        bins=tuple(_bins(record, language)),
        later=_later(record, words),
    )
    return BlockHtml(html, tuple(drawn.values()))


def _drawn(record: TrackRecord, words: Words, language: str) -> dict[str, Scene]:
    scenes = {
        "record_open": open_forecasts(record.open, words["record_open_title"], language),
        "calibration": calibration_plot(record.bins, words["calibration_title"], language),
    }
    return {
        name: replace(scene, description=words[f"{name}_says"])
        for name, scene in scenes.items()
        if scene
    }


def _picture(scene: Scene, index: int, says: str, surroundings: Surroundings) -> _Picture:
    ids = surroundings.writer.next_id("record-title"), surroundings.writer.next_id("record-text")
    svg = figure_svg(scene, PLOT, *ids)
    return _Picture(index, int(scene.left), int(scene.right), svg, scene.title, says)


def _counts(record: TrackRecord, words: Words) -> str:
    """The counts; of what is void or came too late to be scored, only where there is any."""
    parts = [words.say("record_counts_open", n=len(record.open))]
    further = (("void", len(record.void)), ("unscored", len(record.unscored)))
    parts += [words.say(f"record_counts_{name}", n=count) for name, count in further if count]
    return words.say("record_counts", n=len(record.own), rest=words["comma"].join(parts))


def _scores(
    record: TrackRecord, words: Words, language: str
) -> Iterator[tuple[str, tuple[_Value, ...]]]:
    """The means of each kind of question, under a heading that counts them."""
    if found := means(record.binary):
        values = [*_means(found, 1, words), *_against(record.against, words, language)]
        yield words.say("record_yes_or_no", n=found.count), tuple(values)
    if found := means(record.several):
        yield words.say("record_several", n=found.count), tuple(_means(found, 2, words))


def _means(found: Means, worst: int, words: Words) -> Iterator[_Value]:
    scale = words[f"brier_scale_{worst}"]
    yield _Value(words["brier_last"], _three(found.score), scale)
    yield _Value(words["brier_daily"], _three(found.daily), scale)
    yield _Value(words["log_mean"], _number(found.log, words), words["log_scale"])


def _against(against: Against | None, words: Words, language: str) -> Iterator[_Value]:
    if against is None:
        return
    rate = per_cent(against.base_rate, language)
    yield _Value(
        words["skill_base"],
        _number(against.over_base_rate, words),
        words.say("skill_base_scale", p=rate),
    )
    over_even = _number(against.over_even_odds, words)
    yield _Value(words["skill_even"], over_even, words["skill_even_scale"])
    for name, found in (("edition", against.over_edition), ("first", against.over_first)):
        if found:
            value = _number(found.skill, words)
            yield _Value(
                words[f"skill_{name}"], value, words.say(f"skill_{name}_scale", n=found.count)
            )
    parts = against.parts
    numbers = map(_three, (parts.reliability, parts.resolution, parts.uncertainty))
    yield _Value(words["murphy"], "{} − {} + {}".format(*numbers), words["murphy_scale"])


def _row(scored: Scored, surroundings: Surroundings) -> _Row:
    language = surroundings.language
    words = words_for("site", language)
    first, last = chances(scored.first, language), chances(scored.last, language)
    said = first if first == last else words.say("record_first_last", first=first, last=last)
    resolution = scored.listed.forecast.resolution
    date = resolution.date if resolution else ""
    return _Row(
        question=surroundings.writer.uncited(scored.listed.forecast.question),
        href=_href(scored.listed, surroundings),
        said=said,
        outcome=words.get(f"outcome_{scored.happened}", scored.happened),
        date=date,
        shown_date=short_date(date, language),
        score=_three(scored.score),
        daily=_three(scored.daily),
        log=_number(scored.log, words),
        by=scored.by,
    )


def _listed(listed: Listed, surroundings: Surroundings) -> _Row:
    forecast, language = listed.forecast, surroundings.language
    date = forecast.resolution.date if forecast.resolution else forecast.resolves
    return _Row(
        question=surroundings.writer.uncited(forecast.question),
        href=_href(listed, surroundings),
        said=chances(forecast.held[-1], language) if forecast.probabilities else "\N{EN DASH}",
        outcome="",
        date=date,
        shown_date=short_date(date, language),
        score="",
        daily="",
        log="",
    )


def _href(listed: Listed, surroundings: Surroundings) -> str:
    """Where the forecast stands; the briefing where none of its pages shows it."""
    name = listed.forecast.id
    page = page_showing(listed.briefing, name)
    link = surroundings.writer.link
    return f"{link(page.path)}#{name}" if page else link(listed.briefing.path)


def _bins(record: TrackRecord, language: str) -> Iterator[tuple[str, str, str, int]]:
    for found in record.bins:
        ends = f"{found.low * 100:.0f}–{per_cent(found.high, language)}"
        yield ends, per_cent(found.p, language), per_cent(found.share, language), found.count


def _later(record: TrackRecord, words: Words) -> str:
    count = len(record.binary)
    return words.say("calibration_later", n=count) if 0 < count < CURVE_FROM else ""


def _number(value: float | None, words: Words) -> str:
    return words["no_value"] if value is None else _three(value)


def _three(value: float) -> str:
    return f"{value:.3f}".replace("-", "\N{MINUS SIGN}")


BLOCK = BlockKind(TrackRecordOptions, write_track_record)

EXAMPLE = ""
