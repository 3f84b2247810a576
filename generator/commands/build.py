"""Check, then publish the site with its PDFs and data."""

import argparse
import sys
from pathlib import Path

from generator.commands import CLEAN, ERRORS, Argument, Command, workspace


def _build(options: argparse.Namespace) -> int:
    from generator.build import compile_project
    from generator.project import load_project
    from generator.publishing import publish
    from generator.report import errors_text
    from generator.signing import require_key
    from generator.store import open_store

    key = Path(options.sign) if options.sign else None
    if key is not None:
        require_key(key)
    project = workspace()
    build = compile_project(project, open_store(project.root))
    sys.stderr.write(errors_text(build, color=sys.stderr.isatty()))
    if build.has_errors:
        print("standfirst: nothing was published; the old site is unchanged", file=sys.stderr)
        return ERRORS
    output = options.output or load_project(project).output
    print(publish(project.root, output, build, sign=key, editions=options.editions))
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
        Argument(
            "--editions",
            "build the editions of the past again and publish them too",
            {"action": "store_true"},
        ),
        Argument("--sign", "sign the manifest with this key of ssh", {"metavar": "KEY"}),
    ),
)
