"""`forecasts.csv`: every probability of a briefing's forecasts, one row for each outcome and day.

For spreadsheets and for scoring elsewhere. `docs/handbook/forecasts.md` says what each column is.
A forecast without a probability has one row, with those cells empty. Cells that a spreadsheet would
take for a formula get an apostrophe before them.
"""

import csv
import io
from collections.abc import Iterator

from generator.exporters import Published
from generator.model.briefing import Briefing
from generator.model.build import Asset
from generator.model.forecast import Forecast
from generator.text.cited import cited_ids
from generator.text.plain import one_line

COLUMNS = (
    "id",
    "question",
    "criteria",
    "opened",
    "closes",
    "resolves",
    "date",
    "outcome",
    "p",
    "by",
    "because",
    "sources",
    "resolved",
    "resolution",
    "resolution_sources",
)
_FORMULA = ("=", "+", "-", "@")


def _export(published: Published) -> Iterator[Asset]:
    for briefing in published.build.briefings:
        yield Asset(f"{briefing.path}/forecasts.csv", _table(briefing).encode())


def _table(briefing: Briefing) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for forecast in briefing.forecasts:
        for row in _rows(forecast):
            writer.writerow({name: _cell(value) for name, value in row.items()})
    return text.getvalue()


def _rows(forecast: Forecast) -> Iterator[dict[str, str]]:
    whole = _of_question(forecast)
    for held in forecast.held:
        reasons = {"date": held.date, "by": held.by or "", "because": held.because or ""}
        chances = held.chances if forecast.outcomes else {"yes": held.leading.p}
        for outcome, p in chances.items():
            yield whole | reasons | {"outcome": outcome, "p": f"{p:.6g}"}
    if not forecast.probabilities:
        yield whole


def _of_question(forecast: Forecast) -> dict[str, str]:
    resolution = forecast.resolution
    return {
        "id": forecast.id,
        "question": forecast.question,
        "criteria": forecast.criteria or "",
        "opened": forecast.opened,
        "closes": forecast.closes or forecast.resolves,
        "resolves": forecast.resolves,
        "sources": " ".join(cited_ids(forecast.cite)),
        "resolved": resolution.date if resolution else "",
        "resolution": resolution.outcome if resolution else "",
        "resolution_sources": " ".join(cited_ids(resolution.cite)) if resolution else "",
    }


def _cell(value: str) -> str:
    line = one_line(value)
    return f"'{line}" if line.startswith(_FORMULA) else line


EXPORT = _export
