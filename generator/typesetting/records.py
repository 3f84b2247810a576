"""Judgements, forecasts and corrections of a briefing as the templates read them."""

from collections.abc import Iterator

from generator.charts.strip import Forecasted, forecast_strip, likelihood_scale
from generator.model.briefing import Briefing, Confidence, Correction, Judgement, LikelihoodWords
from generator.model.forecast import Forecast, Outcome
from generator.text.likelihood import BANDS, band
from generator.typesetting.days import day
from generator.typesetting.fields import Fields
from generator.typesetting.figures import scene_node
from generator.typesetting.inline import plain
from generator.typesetting.legible import Json, Node

STANDARDS = {LikelihoodWords.ICD_203: "ICD 203", LikelihoodWords.PHIA: "PHIA"}
_LEVELS = (Confidence.LOW, Confidence.MODERATE, Confidence.HIGH)
_FURTHER = ("assumptions", "alternatives", "would_change", "affects")


def judgements(briefing: Briefing, fields: Fields, words: dict[str, str]) -> list[Node]:
    """All judgements, numbered in their order."""
    return [
        _judgement(judgement, number, briefing, fields, words)
        for number, judgement in enumerate(briefing.judgements)
    ]


def _judgement(
    judgement: Judgement, index: int, briefing: Briefing, fields: Fields, words: dict[str, str]
) -> Node:
    place = f"judgements/{index}"
    confidence = judgement.confidence
    found = band(judgement.likelihood or "", briefing.likelihood_words)
    because = fields.run(f"{place}/because", judgement.because)
    cite = fields.cite(f"{place}/cite", judgement.cite)
    says = fields.run(f"{place}/says", judgement.says)
    return {
        "n": index + 1,
        "id": judgement.id,
        "says": says if because else [*says, *cite],
        "because": because,
        "cite": cite,
        "likelihood": judgement.likelihood,
        "interval": found.interval if found else "",
        "scale": _scale(judgement, briefing.likelihood_words) if found else None,
        "confidence": words[confidence] if confidence else None,
        "level": _LEVELS.index(confidence) + 1 if confidence else 0,
        "more": list(_further(judgement, place, fields, words)),
    }


def _scale(judgement: Judgement, standard: LikelihoodWords) -> Node | None:
    found = band(judgement.likelihood or "", standard)
    if found is None:
        return None
    bounds = [(each.low, each.high) for each in BANDS[standard]]
    scene = likelihood_scale(bounds, BANDS[standard].index(found), "", found.interval)
    return scene_node(scene)


def _further(
    judgement: Judgement, place: str, fields: Fields, words: dict[str, str]
) -> Iterator[Json]:
    for name in _FURTHER:
        texts: tuple[str, ...] = getattr(judgement, name)
        runs = [fields.run(f"{place}/{name}/{i}", text) for i, text in enumerate(texts)]
        joined: list[Json] = []
        for run in runs:
            joined += ["; " if plain(joined[-1:])[-1:] not in ".。" else " "] if joined else []
            joined += run
        if joined:
            yield {"name": words[name], "c": joined}


def legend(briefing: Briefing, words: dict[str, str]) -> Node | None:
    """The words for likelihood, where a judgement uses one."""
    if not any(judgement.likelihood for judgement in briefing.judgements):
        return None
    standard = briefing.likelihood_words
    bands: list[Json] = [
        {
            "word": each.words[0],
            "also": ", ".join(each.words[1:2]),
            "interval": each.interval,
        }
        for each in BANDS[standard]
    ]
    return {"title": words["legend"].format(standard=STANDARDS[standard]), "bands": bands}


def said(judgement: Node, words: dict[str, str]) -> str:
    """Likelihood and confidence in one line."""
    parts = [
        f"{judgement['likelihood']} ({judgement['interval']})" if judgement["interval"] else "",
        words["confidence_line"].format(level=judgement["confidence"])
        if judgement["confidence"]
        else "",
    ]
    return " · ".join(part for part in parts if part)


def forecasts(briefing: Briefing, fields: Fields, words: dict[str, str]) -> list[Node]:
    """All forecasts with their history."""
    return [
        _forecast(forecast, f"forecasts/{number}", briefing.language, fields, words)
        for number, forecast in enumerate(briefing.forecasts)
    ]


def _forecast(
    forecast: Forecast, place: str, language: str, fields: Fields, words: dict[str, str]
) -> Node:
    dates = {
        "opened": day(forecast.opened, language),
        "resolves": day(forecast.resolves, language),
    }
    resolution = forecast.resolution
    settled = day(resolution.date, language) if resolution else ""
    last = forecast.probabilities[-1:]
    return {
        "id": forecast.id,
        "question": fields.run(f"{place}/question", forecast.question),
        "cite": fields.cite(f"{place}/cite", forecast.cite),
        "criteria": fields.run(f"{place}/criteria", forecast.criteria),
        "dates": words["opened"].format(**dates),
        "history": [
            {
                "date": day(held.date, language),
                "p": percent(held.p),
                "because": fields.run(f"{place}/probabilities/{number}/because", held.because),
            }
            for number, held in enumerate(forecast.probabilities)
        ],
        "now": percent(last[0].p) if last else "–",
        "strip": _strip(forecast),
        "outcome": words[resolution.outcome] if resolution else "",
        "settled": words["resolved"].format(date=settled) if resolution else "",
        "evidence": fields.cite(f"{place}/resolution/cite", resolution.cite) if resolution else [],
    }


def _strip(forecast: Forecast) -> Node | None:
    if not forecast.probabilities:
        return None
    resolution = forecast.resolution
    is_scored = resolution is not None and resolution.outcome is not Outcome.VOID
    held = tuple(probability.p for probability in forecast.probabilities)
    outcome = str(resolution.outcome) if resolution and is_scored else ""
    return scene_node(forecast_strip(Forecasted(held, outcome), "", ""))


def percent(p: float) -> str:
    """A probability in per cent, with a decimal only where it says something: `45 %`."""
    return f"{round(p * 100, 1):g}\u202f%"


def corrections(briefing: Briefing, words: dict[str, str]) -> list[Node]:
    """All corrections in their order."""
    return [_correction(each, briefing.language, words) for each in briefing.corrections]


def _correction(correction: Correction, language: str, words: dict[str, str]) -> Node:
    by = correction.reported_by
    why = [correction.why or "", words["reported"].format(name=by) if by else ""]
    edition = correction.edition
    return {
        "id": correction.id,
        "kind": str(correction.kind),
        "name": words[correction.kind],
        "date": day(correction.date, language),
        "edition": words["edition"].format(number=edition) if edition is not None else "",
        "wrong": correction.wrong or "",
        "right": correction.right or "",
        "why": " ".join(part for part in why if part),
    }
