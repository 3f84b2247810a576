"""Give a source another id, in its file's name and wherever it is named."""

import argparse
import sys

from generator.commands import CLEAN, Argument, Command, workspace


def _rename(options: argparse.Namespace) -> int:
    from generator.renaming import rename

    for path in rename(workspace(), options.old, options.new):
        print(path)
    print(f"{options.old} is now {options.new}", file=sys.stderr)
    return CLEAN


COMMAND = Command(
    "give a source another id, in its file's name and in every citation",
    "standfirst rename source-1f3a99b0 harbour-2026-02-09",
    _rename,
    (Argument("old", "the id that it has"), Argument("new", "the id that it is to have")),
)
