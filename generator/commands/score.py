"""Score the desk's resolved forecasts."""

import argparse
import sys

from generator.commands import CLEAN, Argument, Command, workspace


def _score(options: argparse.Namespace) -> int:
    from generator.build import compile_project
    from generator.score_report import score_json, score_table
    from generator.scoring.track_record import track_record
    from generator.store import open_store

    project = workspace()
    record = track_record(compile_project(project, open_store(project.root)).briefings)
    sys.stdout.write(score_json(record) if options.format == "json" else score_table(record))
    return CLEAN


COMMAND = Command(
    "score the resolved forecasts of published briefings",
    "standfirst score --format json",
    _score,
    (
        Argument(
            "--format",
            "table (for people) or json (for programs)",
            {"choices": ("table", "json"), "default": "table"},
        ),
    ),
)
