"""Show the site while you write; errors are shown in the page."""

import argparse

from generator.commands import CLEAN, Argument, Command, workspace


def _serve(options: argparse.Namespace) -> int:
    from generator.publishing import serve

    serve(workspace().root, options.address)
    return CLEAN


COMMAND = Command(
    "show the site while you write; errors are shown in the page",
    "standfirst serve",
    _serve,
    (
        Argument(
            "--address",
            "where to listen",
            {"default": "127.0.0.1:8000", "metavar": "HOST:PORT"},
        ),
    ),
)
