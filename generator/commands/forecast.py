"""Add a probability to a forecast of a briefing."""

import argparse
import sys
from typing import TYPE_CHECKING

from generator.commands import CLEAN, SLUG, Argument, Command, workspace
from generator.errors import UsageError

if TYPE_CHECKING:
    from generator.insertion import Fields


def _forecast(options: argparse.Namespace) -> int:
    from generator.ledger import add_probability

    project = workspace()
    day: Fields = {"date": options.date} if options.date else {}
    voice: Fields = {"by": options.by} if options.by else {}
    held: Fields = {**day, **_chances(options.p), **voice, "because": options.because}
    entry = add_probability(project, options.slug, options.id, held, project.today())
    print(f"{entry.path}:{entry.line}")
    print(entry.lines, file=sys.stderr)
    return CLEAN


def _chances(written: list[str]) -> "Fields":
    """`0.35`, or `red=0.2 blue=0.8`, as the field `p`."""
    if len(written) == 1 and "=" not in written[0]:
        return {"p": written[0]}
    pairs = [part.rpartition("=") for part in written]
    if not all(name for name, _, _ in pairs):
        raise UsageError("write one number, or each outcome as NAME=P")
    return {"p": {name: p for name, _, p in pairs}}


COMMAND = Command(
    "add a probability to a forecast of a briefing, with its reason",
    'standfirst forecast video-clips fc-lawsuit 0.35 --because "Talks have begun"',
    _forecast,
    (
        SLUG,
        Argument("id", "the forecast's id"),
        Argument("p", "the probability of yes, or NAME=P for each outcome", {"nargs": "+"}),
        Argument("--because", "why; it may cite: `[@id]`", {"metavar": "WHY", "required": True}),
        Argument("--by", "whose it is, where it is not the desk's own", {"metavar": "NAME"}),
        Argument("--date", "the day; without it, today", {"metavar": "DATE"}),
    ),
)
