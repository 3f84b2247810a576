"""Judgements, forecasts and corrections of a briefing as the templates read them."""

from collections.abc import Iterator

from generator.briefing.history import history_label
from generator.charts.strip import Forecasted, forecast_strip, likelihood_scale
from generator.model.briefing import Briefing, Confidence, Correction, Judgement
from generator.model.forecast import Forecast, Outcome, Probability
from generator.profiles import profile_of
from generator.scoring.track_record import Listed, scored
from generator.text.likelihood.bands import band_index, interval_in, legend_rows, shown
from generator.typesetting.days import day
from generator.typesetting.fields import Fields
from generator.typesetting.figures import scene_node
from generator.typesetting.inline import plain
from generator.typesetting.legible import Json, Node

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
    profile = profile_of(briefing)
    found = band_index(judgement.likelihood or "", profile)
    # In the order in which they are read: a name is explained where it comes first.
    says = fields.run(f"{place}/says", judgement.says, explained=True)
    because = fields.run(f"{place}/because", judgement.because, explained=True)
    cite = fields.cite(f"{place}/cite", judgement.cite)
    rest = _further_marks(cite, [*says, *because])
    return {
        "n": index + 1,
        "id": judgement.id,
        "says": says if because else [*says, *rest],
        "because": because,
        "cite": rest,
        "likelihood": _word(judgement, briefing),
        "interval": interval_in(briefing.language, profile, found) if found is not None else "",
        "scale": _scale(judgement, briefing),
        "confidence": words[confidence] if confidence else None,
        "level": _LEVELS.index(confidence) + 1 if confidence else 0,
        "edition": history_label(briefing, judgement.id),
        "more": list(_further(judgement, place, fields, words)),
    }


def _further_marks(cite: list[Json], text: list[Json]) -> list[Json]:
    """The marks of a `cite:` list for the sources that the text beside it does not cite."""
    cited = {item["to"] for item in _marked(text)}
    if not cited:
        return cite
    items: list[Json] = [item for item in _marked(cite) if item["to"] not in cited]
    return [{"k": "cite", "items": items}] if items else []


def _marked(run: list[Json]) -> Iterator[Node]:
    """What the citation marks of a run hold, those within other marks too."""
    for node in run:
        if isinstance(node, dict):
            items, inside = node.get("items"), node.get("c")
            listed = items if isinstance(items, list) else []
            yield from (item for item in listed if isinstance(item, dict))
            yield from _marked(inside if isinstance(inside, list) else [])


def _word(judgement: Judgement, briefing: Briefing) -> str | None:
    word = judgement.likelihood
    return shown(word, profile_of(briefing), briefing.language) if word else None


def _scale(judgement: Judgement, briefing: Briefing) -> Node | None:
    profile = profile_of(briefing)
    active = band_index(judgement.likelihood or "", profile)
    if active is None:
        return None
    bounds = [(each.low, each.high) for each in profile.bands]
    interval = interval_in("en", profile, active)
    return scene_node(likelihood_scale(bounds, active, "", interval, briefing.language))


def _further(
    judgement: Judgement, place: str, fields: Fields, words: dict[str, str]
) -> Iterator[Json]:
    for name in _FURTHER:
        texts: tuple[str, ...] = getattr(judgement, name)
        runs = [
            fields.run(f"{place}/{name}/{i}", text, explained=True) for i, text in enumerate(texts)
        ]
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
    profile = profile_of(briefing)
    bands: list[Json] = [
        {"word": word, "also": also, "interval": interval}
        for word, also, interval in legend_rows(profile, briefing.language)
    ]
    title = words["legend"].format(standard=profile.title)
    return {"title": title, "bands": bands, "source": profile.source}


def said(judgement: Node, words: dict[str, str]) -> str:
    """Likelihood and confidence in one line."""
    parts = [
        words["with_interval"].format(word=judgement["likelihood"], interval=judgement["interval"])
        if judgement["interval"]
        else "",
        words["confidence_line"].format(level=judgement["confidence"])
        if judgement["confidence"]
        else "",
    ]
    return " · ".join(part for part in parts if part)


def forecasts(briefing: Briefing, fields: Fields, words: dict[str, str]) -> list[Node]:
    """All forecasts with their history."""
    items = [
        _forecast(forecast, f"forecasts/{number}", briefing.language, fields, words)
        for number, forecast in enumerate(briefing.forecasts)
    ]
    for item, forecast in zip(items, briefing.forecasts, strict=True):
        found = scored(Listed(briefing, forecast))
        if found:
            key = "brier" if found[0].is_binary else "brier_of_two"
            score = words[key].format(score=f"{found[0].score:.3f}")
            item["settled"] = f"{item['settled']}{words['between']}{score}"
    return items


def _forecast(
    forecast: Forecast, place: str, language: str, fields: Fields, words: dict[str, str]
) -> Node:
    dates = {
        "opened": day(forecast.opened, language),
        "resolves": day(forecast.resolves, language),
    }
    resolution = forecast.resolution
    settled = day(resolution.date, language) if resolution else ""
    return {
        "id": forecast.id,
        "question": fields.run(f"{place}/question", forecast.question),
        "cite": fields.cite(f"{place}/cite", forecast.cite),
        "criteria": fields.run(f"{place}/criteria", forecast.criteria),
        "dates": words["opened"].format(**dates),
        "history": [
            {
                "date": day(held.date, language),
                "p": _chances(held, words),
                "because": fields.run(f"{place}/probabilities/{number}/because", held.because),
            }
            for number, held in enumerate(forecast.probabilities)
        ],
        "now": _standing(forecast, words),
        "strip": _strip(forecast, language),
        "settled": words["resolved"].format(date=settled) if resolution else "",
        "evidence": fields.cite(f"{place}/resolution/cite", resolution.cite) if resolution else [],
    }


def _standing(forecast: Forecast, words: dict[str, str]) -> dict[str, Json]:
    """What came out, and what was held before it did; of an open forecast what is held now."""
    held = [_chances(each, words) for each in forecast.probabilities[-1:]]
    if forecast.resolution is None:
        return {"came": "", "p": held[0] if held else "–"}
    outcome = forecast.resolution.outcome
    until = words["until_then"].format(p=held[0]) if held else ""
    return {"came": words.get(outcome, outcome), "p": until}


def _strip(forecast: Forecast, language: str) -> Node | None:
    if not forecast.probabilities:
        return None
    resolution = forecast.resolution
    is_scored = resolution is not None and resolution.outcome != Outcome.VOID
    outcome = forecast.came_out if is_scored else ""
    return scene_node(forecast_strip(Forecasted(forecast.course, outcome), "", "", language))


def _chances(held: Probability, words: dict[str, str]) -> str:
    """`45 %`, or of several outcomes `red 20 %, blue 80 %`."""
    if not isinstance(held.p, tuple):
        return percent(held.p, words)
    return words["join"].join(f"{one.outcome} {percent(one.p, words)}" for one in held.p)


def percent(p: float, words: dict[str, str]) -> str:
    """A probability in per cent, with a decimal only where it says something: `45 %`."""
    return words["per_cent"].format(n=f"{round(p * 100, 1):g}")


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
