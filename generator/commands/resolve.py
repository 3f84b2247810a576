"""Write down how a forecast came out, and its evidence."""

import argparse
import sys

from generator.commands import CLEAN, SLUG, Argument, Command, workspace


def _resolve(options: argparse.Namespace) -> int:
    from generator.insertion import Fields
    from generator.ledger import add_resolution

    project = workspace()
    day: Fields = {"date": options.date} if options.date else {}
    cite = [each if each.startswith("@") else f"@{each}" for each in options.cite]
    resolution: Fields = {**day, "outcome": options.outcome, "cite": cite}
    entry = add_resolution(project, options.slug, options.id, resolution, project.today())
    print(f"{entry.path}:{entry.line}")
    print(entry.lines, file=sys.stderr)
    return CLEAN


COMMAND = Command(
    "write down how a forecast came out, with its evidence",
    "standfirst resolve video-clips fc-lawsuit yes --cite harbour-2026-02-09",
    _resolve,
    (
        SLUG,
        Argument("id", "the forecast's id"),
        Argument("outcome", "yes, no, one of its outcomes, or void"),
        Argument(
            "--cite",
            "the sources that show it",
            {"nargs": "+", "metavar": "ID", "required": True},
        ),
        Argument("--date", "the day it came out; without it, today", {"metavar": "DATE"}),
    ),
)
