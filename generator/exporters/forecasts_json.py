"""`forecasts.json`: a briefing's forecasts with their history, outcomes and scores.

For programs that follow or compare forecasts. `docs/handbook/forecasts.md` describes the fields.
"""

import json
from collections.abc import Iterator

from generator.exporters import Published
from generator.model.briefing import Briefing
from generator.model.build import Asset
from generator.model.forecast import Forecast
from generator.scoring.track_record import Listed, Scored, scored
from generator.text.cited import cited_ids

Json = str | float | bool | None | list["Json"] | dict[str, "Json"]


def _export(published: Published) -> Iterator[Asset]:
    for briefing in published.build.briefings:
        whole: Json = {
            "briefing": briefing.slug,
            "title": briefing.title,
            "language": briefing.language,
            "forecasts": [_forecast(briefing, each) for each in briefing.forecasts],
        }
        text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        yield Asset(f"{briefing.path}/forecasts.json", text.encode())


def _forecast(briefing: Briefing, forecast: Forecast) -> Json:
    resolution = forecast.resolution
    return {
        "id": forecast.id,
        "question": forecast.question,
        "outcomes": list(forecast.choices),
        "criteria": forecast.criteria,
        "opened": forecast.opened,
        "closes": forecast.closes or forecast.resolves,
        "resolves": forecast.resolves,
        "sources": list(cited_ids(forecast.cite)),
        "probabilities": [
            {
                "date": held.date,
                "p": dict(held.chances),
                "by": held.by,
                "because": held.because,
            }
            for held in forecast.probabilities
        ],
        "resolution": {
            "date": resolution.date,
            "outcome": resolution.outcome,
            "sources": list(cited_ids(resolution.cite)),
        }
        if resolution
        else None,
        "scores": [_score(each) for each in scored(Listed(briefing, forecast))],
    }


def _score(found: Scored) -> Json:
    return {
        "by": found.by or None,
        "scale": "0 to 1" if found.is_binary else "0 to 2",
        "brier": found.score,
        "brier_daily_mean": found.daily,
        "log_score": found.log,
    }


EXPORT = _export
