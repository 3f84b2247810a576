"""Make a project with an example briefing on invented articles."""

import argparse
import sys
from pathlib import Path

from generator.commands import CLEAN, Argument, Command


def _new(options: argparse.Namespace) -> int:
    from generator.starter import new_project

    for path in new_project(Path(options.path)):
        print(path)
    print(f"\nnow: cd {options.path} && standfirst build", file=sys.stderr)
    return CLEAN


COMMAND = Command(
    "make a project with an example briefing on invented articles",
    "standfirst new desk",
    _new,
    (Argument("path", "the folder to make; it must be new or empty"),),
)
