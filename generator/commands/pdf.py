"""Write one briefing as PDF."""

import argparse
import sys
from pathlib import Path

from generator.commands import CLEAN, ERRORS, SLUG, Argument, Command, workspace
from generator.errors import UsageError


def _pdf(options: argparse.Namespace) -> int:
    from generator.build import compile_project
    from generator.publishing import write_pdf
    from generator.report import errors_text
    from generator.store import open_store

    project = workspace()
    build = compile_project(project, open_store(project.root))
    known = [briefing.slug for briefing in build.briefings]
    if options.slug not in known:
        raise UsageError(f"there is no briefing `{options.slug}`; there are: {', '.join(known)}")
    sys.stderr.write(errors_text(build, color=sys.stderr.isatty()))
    if build.has_errors:
        return ERRORS
    target = Path(options.output or f"{options.slug}.pdf")
    target.write_bytes(write_pdf(project.root, options.slug, build))
    print(target)
    return CLEAN


COMMAND = Command(
    "write one briefing as PDF",
    "standfirst pdf video-clips --output clips.pdf",
    _pdf,
    (SLUG, Argument("--output", "the file to write", {"metavar": "FILE"})),
)
