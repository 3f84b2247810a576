"""Check a site against its manifest: every file, the signature, and whether it builds again.

It ends with 1 where something is not as the manifest says. With `--rebuild` the project in the
present folder is built again, beside, and compared byte for byte.
"""

import argparse
import sys
from pathlib import Path

from generator.commands import CLEAN, ERRORS, Argument, Command, workspace


def _verify(options: argparse.Namespace) -> int:
    from generator.report import errors_text
    from generator.verifying import verify, verify_rebuilt

    folder = Path(options.folder)
    verdict = verify(folder, Path(options.signers) if options.signers else None)
    if options.rebuild:
        build, again = verify_rebuilt(folder, workspace())
        verdict += again
        if build.has_errors:
            sys.stderr.write(errors_text(build, color=sys.stderr.isatty()))
    for line in (*verdict.wrong, *verdict.right):
        print(line)
    return ERRORS if verdict.wrong else CLEAN


COMMAND = Command(
    "check a site against its manifest: files, signature, and with --rebuild the project",
    "standfirst verify site --rebuild",
    _verify,
    (
        Argument("folder", "the folder of the site", {"metavar": "DIR"}),
        Argument("--rebuild", "build again and compare", {"action": "store_true"}),
        Argument(
            "--signers",
            "a file of allowed signers, as ssh-keygen takes it; then it must be signed",
            {"metavar": "FILE"},
        ),
    ),
)
