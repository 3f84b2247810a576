"""Print the manual page of a diagnostic."""

import argparse
import sys

from generator.commands import CLEAN, Argument, Command


def _explain(options: argparse.Namespace) -> int:
    from generator.manual import explain

    sys.stdout.write(explain(options.code))
    return CLEAN


COMMAND = Command(
    "print the manual page of a diagnostic",
    "standfirst explain quote-not-found",
    _explain,
    (Argument("code", "the code, as printed in brackets"),),
)
