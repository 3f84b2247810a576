"""Say what the sources do not bear out; nothing is written."""

import argparse
import gc
import sys
from datetime import date
from pathlib import Path

from generator.commands import CLEAN, ERRORS, Argument, Command
from generator.workspace import LocalWorkspace


def _check(options: argparse.Namespace) -> int:
    from generator.build import compile_project, without_collector
    from generator.report import report_text
    from generator.store import open_store

    project = LocalWorkspace(Path.cwd(), options.as_of)
    is_plain = options.format != "terminal" or not sys.stdout.isatty()
    with without_collector():
        build = compile_project(project, open_store(project.root))
        sys.stdout.write(report_text(build, options.format, color=not is_plain))
        gc.freeze()  # none of it is garbage before the process ends
    fails = build.has_errors or (options.fail_on == "warning" and bool(build.diagnostics))
    return ERRORS if fails else CLEAN


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-03-09") from error


COMMAND = Command(
    "say what the sources do not bear out; nothing is written",
    "standfirst check --fail-on warning",
    _check,
    (
        Argument(
            "--format",
            "how to print it: terminal, json, sarif or github",
            {"default": "terminal", "metavar": "FORMAT"},
        ),
        Argument(
            "--fail-on",
            "what gives exit status 1",
            {"default": "error", "choices": ("error", "warning")},
        ),
        Argument(
            "--as-of",
            "the day that warnings about time are measured from",
            {"type": _day, "metavar": "DATE"},
        ),
    ),
)
