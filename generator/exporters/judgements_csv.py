"""`judgements.csv`: a briefing's judgements, one row each.

For spreadsheets and for comparing outlooks. `docs/handbook/judgements.md` says what each column is.
Cells that a spreadsheet would take for a formula get an apostrophe before them.
"""

import csv
import io
from collections.abc import Iterator

from generator.exporters import Published
from generator.model.briefing import Briefing, Judgement
from generator.model.build import Asset
from generator.model.profile import Profile
from generator.profiles import profile_of
from generator.text.likelihood.bands import band_index
from generator.text.spreadsheet import cell

COLUMNS = (
    "id",
    "says",
    "profile",
    "likelihood",
    "low",
    "high",
    "confidence",
    "because",
    "sources",
    "assumptions",
    "alternatives",
    "would_change",
    "affects",
)
_BETWEEN = "; "


def _export(published: Published) -> Iterator[Asset]:
    for briefing in published.build.briefings:
        yield Asset(f"{briefing.path}/judgements.csv", _table(briefing).encode())


def _table(briefing: Briefing) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    profile = profile_of(briefing)
    for judgement in briefing.judgements:
        row = _row(judgement, profile)
        writer.writerow({name: cell(value) for name, value in row.items()})
    return text.getvalue()


def _row(judgement: Judgement, profile: Profile) -> dict[str, str]:
    index = band_index(judgement.likelihood or "", profile)
    band = profile.bands[index] if index is not None else None
    return {
        "id": judgement.id,
        "says": judgement.says,
        "profile": profile.name,
        "likelihood": judgement.likelihood or "",
        "low": f"{band.low / 100:g}" if band else "",
        "high": f"{band.high / 100:g}" if band else "",
        "confidence": judgement.confidence or "",
        "because": judgement.because or "",
        "sources": _BETWEEN.join(text.strip().removeprefix("@") for text in judgement.cite),
        "assumptions": _BETWEEN.join(judgement.assumptions),
        "alternatives": _BETWEEN.join(judgement.alternatives),
        "would_change": _BETWEEN.join(judgement.would_change),
        "affects": _BETWEEN.join(judgement.affects),
    }


EXPORT = _export
