"""The briefing's forecasts: the question, what we hold now and held before, and the outcome.

Keys, all optional: `ids` picks some and orders them; `state` is `open`, `resolved` or `all`
(open ones first). Rings mark earlier probabilities, the dot the current one, a square how a
question came out. Criteria and the reasons for each probability stand behind a summary.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.charts.scene import Scene
from generator.charts.strip import Forecasted, forecast_strip
from generator.charts.svg import STRIP, inline_svg
from generator.model.forecast import Forecast, Outcome, Probability
from generator.text.amounts import per_cent, points
from generator.text.short_dates import short_date

_STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class ForecastsOptions:
    """The keys of the block."""

    __pydantic_config__ = _STRICT

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


def write_forecasts(options: ForecastsOptions, surroundings: Surroundings) -> BlockHtml:
    """The list; its scenes are the strips, in order."""
    forecasts = _chosen(options, surroundings)
    scenes = tuple(_scene(forecast) for forecast in forecasts)
    items = [
        _item(forecast, inline_svg(scene, STRIP, index), surroundings)
        for index, (forecast, scene) in enumerate(zip(forecasts, scenes, strict=True))
    ]
    state = "" if options.state == "all" else f"{options.state} "
    html = surroundings.writer.template("forecasts.html", items=items, state=state)
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


def _held(forecast: Forecast) -> tuple[Probability, ...]:
    """Its probabilities in order of their dates."""
    return tuple(sorted(forecast.probabilities, key=lambda held: held.date))


def _outcome(forecast: Forecast) -> str:
    """`yes`, `no`, `void`, or empty while the question is open."""
    return str(forecast.resolution.outcome) if forecast.resolution else ""


def _scene(forecast: Forecast) -> Scene:
    held = tuple(each.p for each in _held(forecast))
    outcome = _outcome(forecast)
    return forecast_strip(Forecasted(held, outcome), forecast.question, _sentence(held, outcome))


def _sentence(held: tuple[float, ...], outcome: str) -> str:
    """The strip in words."""
    if not held:
        return f"Resolved: {outcome}." if outcome else "No probability yet."
    said = f"{points(held[-1])} per cent"
    if outcome:
        return f"Resolved: {outcome}. We said {said}."
    before = ", ".join(points(p) for p in held[:-1])
    return f"Now {said}; before: {before}." if before else f"Now {said}."


def _item(forecast: Forecast, strip: Markup, surroundings: Surroundings) -> _Item:
    writer, resolution = surroundings.writer, forecast.resolution
    held, outcome = _held(forecast), _outcome(forecast)
    now = per_cent(held[-1].p) if held else ""
    change, since = ("", "") if outcome else _change(held, surroundings.language)
    proof = resolution.cite if resolution else ()
    verb, day = ("Resolved", resolution.date) if resolution else ("Resolves", forecast.resolves)
    return _Item(
        id=forecast.id,
        question=writer.prose(forecast.question),
        strip=strip,
        headline=outcome.capitalize() if outcome else now or "\N{EN DASH}",
        change=change,
        since=since,
        said=f"we said {now}" if outcome and now else "",
        date_line=f"{verb} {short_date(day, surroundings.language)}",
        is_void=outcome == Outcome.VOID,
        proof=writer.cite(proof) if proof else Markup(""),
        marks=writer.cite(forecast.cite) if forecast.cite else Markup(""),
        criteria=writer.prose(forecast.criteria) if forecast.criteria else Markup(""),
        history=tuple(_step(each, surroundings) for each in held),
    )


def _change(held: tuple[Probability, ...], language: str) -> tuple[str, str]:
    """How the last probability differs from the one before: `down 10`, `since 22 Feb`."""
    if not held:
        return "", "no probability yet"
    if len(held) == 1:
        return "", f"since {short_date(held[0].date, language)}"
    before, now = held[-2:]
    same_year = before.date[:4] == now.date[:4]
    since = f"since {short_date(before.date, language, year=not same_year)}"
    moved = round(now.p - before.p, 3)
    if moved == 0:
        return "", f"unchanged {since}"
    return f"{'up' if moved > 0 else 'down'} {points(abs(moved))}", since


def _step(held: Probability, surroundings: Surroundings) -> _Step:
    return _Step(
        date=held.date,
        shown=short_date(held.date, surroundings.language),
        p=per_cent(held.p),
        because=surroundings.writer.prose(held.because) if held.because else Markup(""),
        by=held.by or "",
    )


BLOCK = BlockKind(ForecastsOptions, write_forecasts, forecasts_faults)

EXAMPLE = """\
state: open
"""
