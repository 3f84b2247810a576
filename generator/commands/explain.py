"""Print the manual page of a diagnostic, or the list of all."""

import argparse
import sys

from generator.commands import CLEAN, Argument, Command


def _explain(options: argparse.Namespace) -> int:
    from generator.manual import codes, explain

    sys.stdout.write(explain(options.code) if options.code else codes())
    return CLEAN


COMMAND = Command(
    "print the manual page of a diagnostic, or the list of all",
    "standfirst explain quote-not-found",
    _explain,
    (
        Argument(
            "code",
            "the code, as printed in brackets; without it, all are listed",
            {"nargs": "?"},
        ),
    ),
)
