"""List what speaks for sources going back to another's reporting, for the curator to confirm.

Looked at are stated attributions ("the Financial Times reports") and wording that sources have in
common. Nothing is written without `--accept`.
"""

import argparse
import sys

from generator.commands import CLEAN, Argument, Command, workspace


def _origins(options: argparse.Namespace) -> int:
    from generator.library.load import load_library
    from generator.origins_report import accept, origins_report
    from generator.project import load_project

    project = load_project(workspace())
    for source_id, origin in options.accept:
        print(accept(workspace(), source_id, origin))
    if not options.accept:
        library = load_library(workspace(), language=project.language).library
        sys.stdout.write(origins_report(library))
    return CLEAN


def _decision(text: str) -> tuple[str, str]:
    source_id, sign, origin = text.partition("=")
    if not sign or not source_id or not origin:
        raise argparse.ArgumentTypeError(f"{text}: write it as ID=ORIGIN")
    return source_id, origin


COMMAND = Command(
    "list stated attributions and similar texts, for the curator to confirm",
    "standfirst origins --accept quay-2026-02-10=harbour-2026-02-09",
    _origins,
    (
        Argument(
            "--accept",
            "write this origin into the source, and list nothing",
            {"metavar": "ID=ORIGIN", "type": _decision, "action": "append", "default": []},
        ),
    ),
)
