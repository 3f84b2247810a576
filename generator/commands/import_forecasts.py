"""Take a list of forecasts from a CSV file into a briefing.

Its columns are those of the `forecasts.csv` that each briefing publishes. New questions and new
probabilities are added; what contradicts the briefing is refused, and then nothing is written.
"""

import argparse

from generator.commands import CLEAN, SLUG, Argument, Command, workspace


def _import(options: argparse.Namespace) -> int:
    from generator.forecast_lists import import_forecasts

    taken = import_forecasts(workspace(), options.slug, options.file)
    print(taken.path)
    for forecast_id, news in taken.news:
        print(f"  {forecast_id}: {news}")
    return CLEAN


COMMAND = Command(
    "take a list of forecasts from a CSV file into a briefing",
    "standfirst import-forecasts video-clips forecasts.csv",
    _import,
    (
        SLUG,
        Argument("file", "the CSV file; its columns are those of the published forecasts.csv"),
    ),
)
