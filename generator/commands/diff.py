"""Show what changed between editions, commits or the working tree.

Each side is an edition (`video-clips/v2`), a tag, a branch or a commit. Without the second it is
the folder as it stands; without both, what changed since the last edition of each briefing.
"""

import argparse
import sys

from generator.commands import CLEAN, Argument, Command, workspace


def _diff(options: argparse.Namespace) -> int:
    from generator.differences import differences
    from generator.differences.as_json import as_json
    from generator.differences.html import html
    from generator.differences.terminal import terminal

    found = differences(workspace(), options.before, options.after)
    if options.format == "json":
        sys.stdout.write(as_json(found))
    elif options.format == "html":
        sys.stdout.write(html(found))
    else:
        sys.stdout.write(terminal(found, color=sys.stdout.isatty()))
    return CLEAN


COMMAND = Command(
    "show what changed between editions, commits or the working tree",
    "standfirst diff video-clips/v1 video-clips/v2 --format html > changes.html",
    _diff,
    (
        Argument("before", "an edition, tag or commit", {"nargs": "?", "metavar": "A"}),
        Argument("after", "the state to compare it with", {"nargs": "?", "metavar": "B"}),
        Argument(
            "--format",
            "how to print it",
            {"default": "terminal", "choices": ("terminal", "json", "html")},
        ),
    ),
)
