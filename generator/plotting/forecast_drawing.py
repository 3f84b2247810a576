"""The pictures of forecasts: which dates and numbers of the record stand where."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from generator.charts.course import CourseData, Extent, Point, Series
from generator.charts.forecasting import (
    Placed,
    Settled,
    calibration_scene,
    history_scene,
    open_scene,
)
from generator.charts.scene import Scene
from generator.model.forecast import Forecast, Outcome
from generator.scoring.measures import Bin
from generator.scoring.track_record import Listed
from generator.text.amounts import per_cent
from generator.text.dates.curated import day_number, is_written_date, last_day_number, written
from generator.text.dates.short import short_date
from generator.words import words_for

_LABEL = 7.0
"""How many per cent of the plot's height a label takes."""
_ENDS = {"yes": 100.0, "no": 0.0}


def history(forecast: Forecast, language: str) -> Scene | None:
    """Probability over time with the day it came out; None with fewer than two probabilities."""
    held = [each for each in forecast.held if is_written_date(each.date)]
    days = [day_number(each.date) for each in held]
    if len(held) < 2 or days[0] == days[-1]:
        return None
    points = tuple(
        Point(
            day,
            100 * each.chances.get(forecast.followed, 0.0),
            written(each.date, language),
            per_cent(each.chances.get(forecast.followed, 0.0), language),
            per_cent(each.chances.get(forecast.followed, 0.0), language),
        )
        for day, each in zip(days, held, strict=True)
    )
    name = forecast.followed if forecast.outcomes else ""
    data = _days(forecast.question, language, (days[0], days[-1]), (Series(name, points),))
    return history_scene(data, _settled(forecast, language))


def open_forecasts(listed: Sequence[Listed], title: str, language: str) -> Scene | None:
    """All open forecasts, numbered from 1 in their order, by day and probability."""
    placed = [
        Placed(
            last_day_number(each.forecast.resolves),
            100 * each.forecast.course[-1],
            str(number),
        )
        for number, each in enumerate(listed, 1)
        if each.forecast.probabilities and is_written_date(each.forecast.resolves)
    ]
    if not placed:
        return None
    days = [int(each.x) for each in placed]
    margin = max(7, (max(days) - min(days)) // 20)
    data = _days(title, language, (min(days) - margin, max(days)))
    return open_scene(data, _labelled_once(placed, margin, language))


def calibration_plot(bins: Sequence[Bin], title: str, language: str) -> Scene | None:
    """Each bin with its count; None without bins."""
    words = words_for("charts", language)
    placed = [
        Placed(100 * each.p, 100 * each.share, words.say("count", n=each.count)) for each in bins
    ]
    data = CourseData(title, (), language=language, extent=Extent(0.0, 100.0, 0.0, 100.0))
    return calibration_scene(data, placed) if placed else None


def _labelled_once(placed: Sequence[Placed], near: float, language: str) -> list[Placed]:
    """Dots whose labels would lie on each other share one, at the first of them: `1, 2`."""
    comma = words_for("charts", language)["list_comma"]
    groups: list[list[Placed]] = []
    for each in sorted(placed, key=lambda one: (one.x, one.y)):
        last = groups[-1][-1] if groups else None
        if last and each.x - last.x <= near and abs(each.y - last.y) < _LABEL:
            groups[-1].append(each)
        else:
            groups.append([each])
    return [
        replace(
            each, label="" if index else comma.join(sorted((one.label for one in group), key=int))
        )
        for group in groups
        for index, each in enumerate(group)
    ]


def _settled(forecast: Forecast, language: str) -> Settled | None:
    resolution = forecast.resolution
    if resolution is None or not is_written_date(resolution.date):
        return None
    words = words_for("site", language)
    is_named = bool(forecast.outcomes) and resolution.outcome != Outcome.VOID
    word = resolution.outcome if is_named else words.get(f"outcome_{resolution.outcome}", "")
    return Settled(day_number(resolution.date), _ENDS.get(forecast.came_out), word)


def _days(
    title: str, language: str, ends: tuple[int, int], series: tuple[Series, ...] = ()
) -> CourseData:
    return CourseData(
        title,
        series,
        finest="day",
        date_label=lambda text, year: partial(short_date, language=language)(text, year=year),
        language=language,
        extent=Extent(ends[0], ends[1], 0.0, 100.0),
    )
