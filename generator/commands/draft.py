"""Write a briefing, or its missing pages, from the library for editing."""

import argparse

from generator.commands import CLEAN, SLUG, Argument, Command, workspace


def _draft(options: argparse.Namespace) -> int:
    from generator.draft import draft

    for path in draft(workspace(), options.slug, tuple(options.sources or ())):
        print(path)
    return CLEAN


COMMAND = Command(
    "write a briefing, or its missing pages, from the library for editing",
    "standfirst draft video-clips --from harbour-2026-02-09",
    _draft,
    (
        SLUG,
        Argument(
            "--from",
            "the sources to use; without it, those that no briefing uses",
            {"nargs": "+", "metavar": "ID", "dest": "sources"},
        ),
    ),
)
