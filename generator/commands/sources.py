"""List the library: grade, date, origin, used by."""

import argparse
import sys

from generator.commands import CLEAN, Command, workspace


def _sources(options: argparse.Namespace) -> int:
    from generator.build import compile_project
    from generator.library_table import library_table

    sys.stdout.write(library_table(compile_project(workspace())))
    return CLEAN


COMMAND = Command(
    "list the library: grade, date, origin, used by; what is ungraded, undated, unused",
    "standfirst sources",
    _sources,
)
