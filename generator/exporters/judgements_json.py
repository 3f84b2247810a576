"""`judgements.json`: a briefing's judgements, with the bands that its words stand for.

For programs that follow or compare outlooks. `docs/handbook/judgements.md` describes the fields.
"""

import json
from collections.abc import Iterator

from generator.exporters import Published
from generator.model.briefing import Briefing, Judgement
from generator.model.build import Asset
from generator.model.profile import Band, Profile
from generator.profiles import profile_of
from generator.text.cited import cited_ids
from generator.text.likelihood.bands import band_index, terms_in

Json = str | float | bool | None | list["Json"] | dict[str, "Json"]


def _export(published: Published) -> Iterator[Asset]:
    for briefing in published.build.briefings:
        profile = profile_of(briefing)
        whole: Json = {
            "briefing": briefing.slug,
            "title": briefing.title,
            "language": briefing.language,
            "profile": _profile(profile, briefing),
            "judgements": [_judgement(each, profile) for each in briefing.judgements],
        }
        text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        yield Asset(f"{briefing.path}/judgements.json", text.encode())


def _profile(profile: Profile, briefing: Briefing) -> Json:
    words = terms_in(briefing.language, profile)
    return {
        "name": profile.name,
        "title": profile.title,
        "source": profile.source,
        "edges": profile.edges,
        "bands": [
            {"words": list(of_band), **_interval(band)}
            for of_band, band in zip(words, profile.bands, strict=True)
        ],
    }


def _judgement(judgement: Judgement, profile: Profile) -> Json:
    index = band_index(judgement.likelihood or "", profile)
    return {
        "id": judgement.id,
        "says": judgement.says,
        "likelihood": judgement.likelihood,
        "probability": _interval(profile.bands[index]) if index is not None else None,
        "confidence": judgement.confidence,
        "because": judgement.because,
        "sources": list(cited_ids(judgement.cite)),
        "assumptions": list(judgement.assumptions),
        "alternatives": list(judgement.alternatives),
        "would_change": list(judgement.would_change),
        "affects": list(judgement.affects),
    }


def _interval(band: Band) -> dict[str, Json]:
    return {"low": band.low / 100, "high": band.high / 100, "open": band.open}


EXPORT = _export
