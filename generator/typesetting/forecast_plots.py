"""The pictures of all forecasts: the open ones by date and probability, and the calibration."""

from collections.abc import Iterator
from dataclasses import replace

from generator.charts.scene import Scene
from generator.model.briefing import Status
from generator.plotting.forecast_drawing import calibration_plot, open_forecasts
from generator.scoring.track_record import Listed, track_record
from generator.text.amounts import chances
from generator.typesetting.days import day
from generator.typesetting.desk import Desk
from generator.typesetting.figures import drawing
from generator.typesetting.inline import plain
from generator.typesetting.legible import Json, Node

_PLOT_FROM = 2
"""A plot of one dot says no more than its row in the table."""


def forecast_plots(desk: Desk) -> Iterator[Node]:
    """The charts that there is enough for."""
    briefing, words = desk.briefing, desk.words
    # A draft or a translation has the pictures too, of its own forecasts.
    own = replace(briefing, status=Status.PUBLISHED, translation_of=None)
    record = track_record([own])
    numbered = [(number, each) for number, each in enumerate(record.open, 1)]
    shown = [(number, each) for number, each in numbered if each.forecast.probabilities]
    scene = open_forecasts(record.open, words["open_plot"], briefing.language)
    if scene and len(shown) >= _PLOT_FROM:
        key = [_key(number, each, desk) for number, each in shown]
        yield _chart(scene, words["open_plot_says"], key)
    scene = calibration_plot(record.bins, words["calibration_plot"], briefing.language)
    if scene:
        said = [
            words["calibration_bin"].format(
                n=each.count, said=f"{each.p * 100:.0f}", came=f"{each.share * 100:.0f}"
            )
            for each in record.bins
        ]
        yield _chart(scene, words["calibration_plot_says"], said)


def _key(number: int, listed: Listed, desk: Desk) -> str:
    forecast, language = listed.forecast, listed.briefing.language
    place = desk.briefing.forecasts.index(forecast)
    run = desk.fields.run(f"forecasts/{place}/question", forecast.question)
    question, date = plain(run).strip(), day(forecast.resolves, language)
    is_dated = " ".join(date.split()) in " ".join(question.split())
    return desk.words["open_plot_item"].format(
        n=number,
        question=question,
        p=chances(forecast.held[-1], language),
        by="" if is_dated else desk.words["open_plot_by"].format(date=date),
    )


def _chart(scene: Scene, says: str, lines: list[str]) -> Node:
    source: list[Json] = []
    for line in lines:
        source += [{"k": "br"}, line] if source else [line]
    return drawing(replace(scene, description=" ".join([says, *lines])), says, source)
