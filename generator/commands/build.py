"""Check, then publish the site with its PDFs and data."""

import argparse
import sys

from generator.commands import CLEAN, ERRORS, Argument, Command, workspace


def _build(options: argparse.Namespace) -> int:
    from generator.build import compile_project
    from generator.project import load_project
    from generator.publishing import publish
    from generator.report import errors_text
    from generator.store import open_store

    project = workspace()
    build = compile_project(project, open_store(project.root))
    sys.stderr.write(errors_text(build, color=sys.stderr.isatty()))
    if build.has_errors:
        print("standfirst: nothing was published; the old site is unchanged", file=sys.stderr)
        return ERRORS
    output = options.output or load_project(project).output
    print(publish(project.root, output, build))
    return CLEAN


COMMAND = Command(
    "check, then publish the site with its PDFs and data",
    "standfirst build",
    _build,
    (
        Argument(
            "--output",
            "the folder to publish to, instead of site_dir of mkdocs.yml",
            {"metavar": "DIR"},
        ),
    ),
)
