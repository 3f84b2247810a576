"""`forecasts.csv`: every probability of a briefing's forecasts, one row for each outcome and day.

For spreadsheets and for scoring elsewhere; `standfirst import-forecasts` reads it again.
`docs/handbook/forecasts.md` says what each column is. A forecast without a probability has one row,
with those cells empty. Cells that a spreadsheet would take for a formula get an apostrophe before
them.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from generator.exporters import Published
from generator.model.briefing import Briefing
from generator.model.build import Asset
from generator.model.forecast import Forecast
from generator.text.spreadsheet import cell

COLUMNS = (
    "id",
    "question",
    "criteria",
    "opened",
    "closes",
    "resolves",
    "outcomes",
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
OF_PROBABILITY = ("date", "outcome", "p", "by", "because")
"""The columns that a row has of its own; the others are the same in all rows of a forecast."""

BETWEEN_OUTCOMES, BETWEEN_SOURCES = " | ", "; "


def _export(published: Published) -> Iterator[Asset]:
    for briefing in published.build.briefings:
        yield Asset(f"{briefing.path}/forecasts.csv", _table(briefing).encode())


def _table(briefing: Briefing) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for forecast in briefing.forecasts:
        for row in _rows(forecast):
            writer.writerow({name: cell(value) for name, value in row.items()})
    return text.getvalue()


def _rows(forecast: Forecast) -> Iterator[dict[str, str]]:
    whole = question_cells(forecast)
    for held in forecast.held:
        reasons = {"date": held.date, "by": held.by or "", "because": held.because or ""}
        chances = held.chances if forecast.outcomes else {"yes": held.leading.p}
        for outcome, p in chances.items():
            yield whole | reasons | {"outcome": outcome, "p": f"{p:.6g}"}
    if not forecast.probabilities:
        yield whole


def question_cells(forecast: Forecast) -> dict[str, str]:
    """What stands in every row of a forecast, by column."""
    resolution = forecast.resolution
    return {
        "id": forecast.id,
        "question": forecast.question,
        "criteria": forecast.criteria or "",
        "opened": forecast.opened,
        "closes": forecast.closes or forecast.resolves,
        "resolves": forecast.resolves,
        "outcomes": BETWEEN_OUTCOMES.join(forecast.outcomes),
        "sources": _sources(forecast.cite),
        "resolved": resolution.date if resolution else "",
        "resolution": resolution.outcome if resolution else "",
        "resolution_sources": _sources(resolution.cite) if resolution else "",
    }


def _sources(cite: Iterable[str]) -> str:
    """Citations with their locators, without the sign before the id: `quay, ¶4; harbour`."""
    return BETWEEN_SOURCES.join(text.strip().removeprefix("@") for text in cite)


EXPORT = _export
