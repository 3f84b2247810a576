"""The command line. What each command does is one file in `generator/commands/`.

Exit status: 0 clean, 1 error-level diagnostics, 2 the machine failed, 3 both, 130 interrupted.
"""

import argparse
import sys
from collections.abc import Callable, Sequence

from generator.commands import CLEAN, commands, sentence
from generator.errors import StandfirstError

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.run
    try:
        return command(options)
    except StandfirstError as error:
        print(f"standfirst: {error}", file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        print("standfirst: interrupted; nothing was changed", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return CLEAN


class _Version(argparse.Action):
    """Asks for the version only where it is wanted: importlib.metadata takes 25 ms to import."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print it and end."""
        from importlib.metadata import version

        print(f"standfirst {version('standfirst')}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="standfirst", description="A compiler for sourced briefings."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and end")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, command in commands().items():
        described = subparsers.add_parser(
            name,
            help=command.says,
            description=sentence(command.says),
            epilog=f"example: {command.example}",
        )
        described.set_defaults(run=command.run)
        for argument in command.arguments:
            described.add_argument(argument.name, help=argument.says, **argument.settings)
    return parser
