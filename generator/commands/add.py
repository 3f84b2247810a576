"""Capture articles into the library and print their ids."""

import argparse
import sys

from generator.commands import CLEAN, Argument, Command, workspace


def _add(options: argparse.Namespace) -> int:
    from generator.capture import AddRequest, add
    from generator.project import load_project

    load_project(workspace())
    request = AddRequest(
        title=options.title,
        publisher=options.publisher,
        published=options.published,
        url=options.url,
        id=options.id,
        allow_private=options.allow_private,
        stdin=sys.stdin.buffer,
    )
    for source_id in add(workspace(), options.locations, request):
        print(source_id)
    return CLEAN


COMMAND = Command(
    "capture articles into the library and print their ids",
    "standfirst add https://harbour.example/video-clips report.pdf notes.txt",
    _add,
    (
        Argument(
            "locations",
            "an address, a file (HTML, Markdown, text, PDF, CSL-JSON), or - for standard input",
            {"nargs": "+"},
        ),
        Argument("--title", "the title, where none is found or it is wrong"),
        Argument("--publisher", "who published it"),
        Argument("--published", "when: 2026, 2026-02 or 2026-02-09"),
        Argument("--url", "where it can be read"),
        Argument("--id", "the name of the source, instead of one made from the metadata"),
        Argument(
            "--allow-private",
            "also fetch from addresses of this machine or a private network",
            {"action": "store_true"},
        ),
    ),
)
