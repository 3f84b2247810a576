"""List the library: grade, date, origin, used by."""

import argparse
import sys

from generator.commands import CLEAN, Command, workspace


def _sources(options: argparse.Namespace) -> int:
    from generator.build import compile_project
    from generator.library_table import library_table
    from generator.store import open_store

    project = workspace()
    build = compile_project(project, open_store(project.root))
    sys.stdout.write(library_table(build))
    return CLEAN


COMMAND = Command(
    "list the library: grade, date, origin, used by; what is ungraded, undated, unused",
    "standfirst sources",
    _sources,
)
