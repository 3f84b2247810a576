"""The briefing's forecasts: the question, what we hold now and held before, and the outcome.

Keys, all optional: `ids` picks some and orders them; `state` is `open`, `resolved` or `all`
(open ones first). Rings mark earlier probabilities, the dot the current one, a square how a
question came out. Criteria, the course over time and the reasons for each probability stand behind
a summary. A resolved question shows its score. Questions whose probabilities are all somebody
else's (`by`) stand last, under a heading of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.briefing.corrected import Told, told_corrections
from generator.charts.scene import Scene
from generator.charts.strip import Forecasted, forecast_strip
from generator.charts.svg import PLOT, STRIP, figure_svg, inline_svg
from generator.model.briefing import Briefing
from generator.model.forecast import Forecast, Outcome, Probability
from generator.plotting.forecast_drawing import history
from generator.scoring.track_record import Listed, Scored, scored
from generator.text.amounts import chances, points
from generator.text.dates.short import short_date
from generator.words import Words, words_for


@dataclass(frozen=True, slots=True)
class ForecastsOptions:
    """The keys of the block."""

    ids: tuple[str, ...] = ()
    state: Literal["all", "open", "resolved"] = "all"


@dataclass(frozen=True, slots=True)
class _Step:
    """A probability of the history."""

    date: str
    shown: str
    p: str
    because: Markup
    by: str


@dataclass(frozen=True, slots=True)
class _Plot:
    """The picture over time, and its gutters in pixels."""

    left: int
    right: int
    svg: Markup


@dataclass(frozen=True, slots=True)
class _Item:
    """A forecast as written.

    `change` is its direction and `since` the rest of that phrase; `proof` marks the sources of
    the outcome, `marks` those of the question.
    """

    id: str
    question: Markup
    strip: Markup
    headline: str
    change: str
    since: str
    said: str
    date_line: str
    is_void: bool
    proof: Markup
    marks: Markup
    criteria: Markup
    history: tuple[_Step, ...]
    score: str
    plot: _Plot | None
    corrected: tuple[Told, ...]
    """Corrections that name it: their words, and where they stand in the log."""
    who_said: str
    """The head over the probabilities: `We said`, or `They said`."""
    is_others: bool


def write_forecasts(options: ForecastsOptions, surroundings: Surroundings) -> BlockHtml:
    """The list, what others expected at its end; its scenes are the strips, in order."""
    forecasts = _chosen(options, surroundings)
    forecasts.sort(key=lambda each: _who_said(each, surroundings.briefing) == "history_they_said")
    language = surroundings.language
    scenes = tuple(_scene(forecast, language) for forecast in forecasts)
    items = [
        _item(forecast, inline_svg(scene, STRIP, index), surroundings)
        for index, (forecast, scene) in enumerate(zip(forecasts, scenes, strict=True))
    ]
    nothing = words_for("site", language)[f"no_forecasts_{options.state}"]
    parts = [[each for each in items if each.is_others is others] for others in (False, True)]
    html = surroundings.writer.template("forecasts.html", parts=parts, nothing=nothing)
    return BlockHtml(html, scenes)


def forecasts_faults(options: ForecastsOptions, surroundings: Surroundings) -> Iterator[BlockFault]:
    """A page outside the briefings, or an id that no forecast has."""
    if surroundings.briefing is None:
        yield BlockFault("forecasts belong to a briefing", "Move the block to its pages.")
        return
    known = [forecast.id for forecast in surroundings.briefing.forecasts]
    for index, forecast_id in enumerate(options.ids):
        if forecast_id not in known:
            message = f"no forecast is called `{forecast_id}`"
            names = ", ".join(f"`{name}`" for name in known)
            advice = f"The briefing has {names}." if known else "Add it to briefing.yml."
            yield BlockFault(message, advice, ("ids", index))


def _chosen(options: ForecastsOptions, surroundings: Surroundings) -> list[Forecast]:
    forecasts = surroundings.briefing.forecasts if surroundings.briefing else ()
    by_id = {forecast.id: forecast for forecast in forecasts}
    wanted = [by_id[forecast_id] for forecast_id in options.ids or by_id]
    if options.state != "all":
        resolved = options.state == "resolved"
        return [each for each in wanted if (each.resolution is not None) == resolved]
    return wanted if options.ids else sorted(wanted, key=lambda each: each.resolution is not None)


def _others(forecast: Forecast, briefing: Briefing | None) -> int:
    """How many of its probabilities somebody else held, not the desk or one of the authors."""
    own = (None, *(briefing.authors if briefing else ()))
    return sum(each.by not in own for each in forecast.held)


def _who_said(forecast: Forecast, briefing: Briefing | None) -> str:
    """The key of the word for those who held its probabilities."""
    others = _others(forecast, briefing)
    if not others:
        return "history_we_said"
    return "history_they_said" if others == len(forecast.held) else "history_said"


def _outcome(forecast: Forecast, words: Words) -> str:
    """How the question came out, in words; empty while it is open."""
    if forecast.resolution is None:
        return ""
    outcome = str(forecast.resolution.outcome)
    return words.get(f"outcome_{outcome}", outcome)


def _scene(forecast: Forecast, language: str) -> Scene:
    words = words_for("site", language)
    sentence = _sentence(forecast, words)
    drawn = Forecasted(forecast.course, forecast.came_out)
    return forecast_strip(drawn, forecast.question, sentence, language)


def _sentence(forecast: Forecast, words: Words) -> str:
    """The strip in words."""
    course, result = forecast.course, _outcome(forecast, words).lower()
    if not course:
        return words.say("strip_resolved", outcome=result) if result else words["strip_empty"]
    now, by = points(course[-1]), forecast.held[-1].by
    if result and by:
        resolved = words.say("strip_resolved", outcome=result)
        said = words.say("they_said_p", name=by, p=words.say("per_cent", n=now))
        return f"{resolved} {said}{words['stop']}"
    if result:
        return words.say("strip_resolved_said", outcome=result, p=now)
    before = words["list_comma"].join(points(p) for p in course[:-1])
    return words.say("strip_now_before" if before else "strip_now", p=now, before=before)


def _item(forecast: Forecast, strip: Markup, surroundings: Surroundings) -> _Item:
    writer, resolution = surroundings.writer, forecast.resolution
    held, language = forecast.held, surroundings.language
    words = words_for("site", language)
    outcome, who = _outcome(forecast, words), _who_said(forecast, surroundings.briefing)
    now = chances(held[-1], language) if held else ""
    change, since = ("", "") if outcome else _change(forecast, words, language)
    proof = resolution.cite if resolution else ()
    day = resolution.date if resolution else forecast.resolves
    return _Item(
        id=forecast.id,
        question=writer.prose(forecast.question),
        strip=strip,
        headline=outcome or now or "\N{EN DASH}",
        change=change,
        since=since,
        said=_said(held[-1], now, words) if outcome and now else "",
        date_line=words.say(
            "resolved_on" if resolution else "resolves_on",
            date=short_date(day, language),
        ),
        is_void=resolution is not None and resolution.outcome == Outcome.VOID,
        proof=writer.cite(proof) if proof else Markup(""),
        marks=writer.cite(forecast.cite) if forecast.cite else Markup(""),
        criteria=writer.prose(forecast.criteria) if forecast.criteria else Markup(""),
        history=tuple(_step(each, surroundings) for each in held),
        score=_score(forecast, surroundings.briefing, words),
        plot=_plot(forecast, surroundings),
        corrected=told_corrections(surroundings.briefing, forecast.id, writer.link),
        who_said=words[who],
        is_others=who == "history_they_said",
    )


def _said(last: Probability, now: str, words: Words) -> str:
    """What was held at last, and by whom where it was not the desk."""
    return (
        words.say("they_said_p", name=last.by, p=now) if last.by else words.say("we_said_p", p=now)
    )


def _score(forecast: Forecast, briefing: Briefing | None, words: Words) -> str:
    """The Brier score of a resolved question: the desk's own where it has one."""
    found: tuple[Scored, ...] = scored(Listed(briefing, forecast)) if briefing else ()
    if not found:
        return ""
    key = "brier_is" if found[0].is_binary else "brier_of_two_is"
    return words.say(key, score=f"{found[0].score:.3f}")


def _plot(forecast: Forecast, surroundings: Surroundings) -> _Plot | None:
    scene = history(forecast, surroundings.language)
    if scene is None:
        return None
    ids = surroundings.writer.next_id("course-title"), surroundings.writer.next_id("course-text")
    return _Plot(int(scene.left), int(scene.right), figure_svg(scene, PLOT, *ids))


def _change(forecast: Forecast, words: Words, language: str) -> tuple[str, str]:
    """How the last probability differs from the one before: `down 10`, `since 22 Feb`."""
    held, course = forecast.held, forecast.course
    if not held:
        return "", words["no_probability"]
    if len(held) == 1:
        return "", words.say("held_since", date=short_date(held[0].date, language))
    before, now = held[-2:]
    same_year = before.date[:4] == now.date[:4]
    date = short_date(before.date, language, year=not same_year)
    moved = round(course[-1] - course[-2], 3)
    if moved == 0:
        return "", words.say("unchanged_since", date=date)
    change = words.say("moved_up" if moved > 0 else "moved_down", n=points(abs(moved)))
    return change, words.say("moved_since", date=date)


def _step(held: Probability, surroundings: Surroundings) -> _Step:
    return _Step(
        date=held.date,
        shown=short_date(held.date, surroundings.language),
        p=chances(held, surroundings.language),
        because=surroundings.writer.prose(held.because) if held.because else Markup(""),
        by=held.by or "",
    )


BLOCK = BlockKind(ForecastsOptions, write_forecasts, forecasts_faults)

EXAMPLE = """\
state: open
"""
