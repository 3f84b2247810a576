"""Release an edition: number it, write it to editions.lock, commit and tag it.

It needs `status: published` and inputs that are committed. Nothing of the project but
`editions.lock` is changed, and no hook of the repository runs.
"""

import argparse
import sys

from generator.commands import CLEAN, ERRORS, SLUG, Argument, Command, workspace


def _release(options: argparse.Namespace) -> int:
    from generator.releasing import Wanted, release
    from generator.report import errors_text

    wanted = Wanted(options.slug, options.message, not options.no_commit, not options.no_tag)
    released = release(workspace(), wanted)
    if released.edition is None:
        sys.stderr.write(errors_text(released.build, color=sys.stderr.isatty()))
        return ERRORS
    print(released.edition.tag)
    return CLEAN


COMMAND = Command(
    "number an edition, write it to editions.lock, commit and tag it",
    'standfirst release video-clips -m "Adds the ruling of 3 March"',
    _release,
    (
        SLUG,
        Argument(
            "-m",
            "what readers should know of it",
            {"dest": "message", "metavar": "MESSAGE", "default": ""},
        ),
        Argument("--no-commit", "write editions.lock only", {"action": "store_true"}),
        Argument("--no-tag", "commit without a tag", {"action": "store_true"}),
    ),
)
