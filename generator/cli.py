"""The command line. Each command is one small function; exit status as in the handbook.

0 clean, 1 error-level diagnostics, 2 the machine failed, 3 both, 130 interrupted.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.errors import StandfirstError, UsageError
from generator.workspace import LocalWorkspace

CLEAN, ERRORS, INTERRUPTED = 0, 1, 130


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


def _new(options: argparse.Namespace) -> int:
    from generator.starter import new_project

    for path in new_project(Path(options.path)):
        print(path)
    print(f"\nnow: cd {options.path} && standfirst build", file=sys.stderr)
    return CLEAN


def _add(options: argparse.Namespace) -> int:
    from generator.capture import AddRequest, add
    from generator.project import load_project

    load_project(_workspace())
    request = AddRequest(
        title=options.title,
        publisher=options.publisher,
        published=options.published,
        url=options.url,
        id=options.id,
        allow_private=options.allow_private,
        stdin=sys.stdin.buffer,
    )
    for source_id in add(_workspace(), options.locations, request):
        print(source_id)
    return CLEAN


def _draft(options: argparse.Namespace) -> int:
    from generator.draft import draft

    for path in draft(_workspace(), options.slug, tuple(options.sources or ())):
        print(path)
    return CLEAN


def _check(options: argparse.Namespace) -> int:
    from generator.build import compile_project
    from generator.report import report_text

    build = compile_project(_workspace(options.as_of))
    is_plain = options.format != "terminal" or not sys.stdout.isatty()
    sys.stdout.write(report_text(build, options.format, color=not is_plain))
    fails = build.has_errors or (options.fail_on == "warning" and bool(build.diagnostics))
    return ERRORS if fails else CLEAN


def _build(options: argparse.Namespace) -> int:
    from generator.build import compile_project
    from generator.project import load_project
    from generator.publishing import publish
    from generator.report import errors_text

    workspace = _workspace()
    build = compile_project(workspace)
    sys.stderr.write(errors_text(build, color=sys.stderr.isatty()))
    if build.has_errors:
        print("standfirst: nothing was published; the old site is unchanged", file=sys.stderr)
        return ERRORS
    output = options.output or load_project(workspace).output
    print(publish(workspace.root, output, build))
    return CLEAN


def _serve(options: argparse.Namespace) -> int:
    from generator.publishing import serve

    serve(_workspace().root, options.address)
    return CLEAN


def _pdf(options: argparse.Namespace) -> int:
    from generator.build import compile_project
    from generator.publishing import write_pdf
    from generator.report import errors_text

    workspace = _workspace()
    build = compile_project(workspace)
    known = [briefing.slug for briefing in build.briefings]
    if options.slug not in known:
        raise UsageError(f"there is no briefing `{options.slug}`; there are: {', '.join(known)}")
    sys.stderr.write(errors_text(build, color=sys.stderr.isatty()))
    if build.has_errors:
        return ERRORS
    target = Path(options.output or f"{options.slug}.pdf")
    target.write_bytes(write_pdf(workspace.root, options.slug, build))
    print(target)
    return CLEAN


def _sources(options: argparse.Namespace) -> int:
    from generator.build import compile_project
    from generator.library_table import library_table

    sys.stdout.write(library_table(compile_project(_workspace())))
    return CLEAN


def _explain(options: argparse.Namespace) -> int:
    from generator.manual import explain

    sys.stdout.write(explain(options.code))
    return CLEAN


def _workspace(as_of: date | None = None) -> LocalWorkspace:
    return LocalWorkspace(Path.cwd(), as_of)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-03-09") from error


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument or option of a command, as argparse takes it."""

    name: str
    says: str
    settings: Mapping[str, Any] = field(default_factory=dict)  # Any: whatever argparse takes


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it does in one line, an example, and its arguments."""

    run: Callable[[argparse.Namespace], int]
    says: str
    example: str
    arguments: tuple[Argument, ...] = ()

    @property
    def name(self) -> str:
        """The word that is typed."""
        return self.run.__name__.removeprefix("_")


_SLUG = Argument("slug", "the briefing's folder in docs/briefings/")

COMMANDS = (
    Command(
        _new,
        "make a project with an example briefing on invented articles",
        "standfirst new desk",
        (Argument("path", "the folder to make; it must be new or empty"),),
    ),
    Command(
        _add,
        "capture articles into the library and print their ids",
        "standfirst add https://harbour.example/video-clips saved.html notes.txt",
        (
            Argument("locations", "an address, a file, or - for standard input", {"nargs": "+"}),
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
    ),
    Command(
        _draft,
        "write a briefing, or its missing pages, from the library for editing",
        "standfirst draft video-clips --from harbour-2026-02-09",
        (
            _SLUG,
            Argument(
                "--from",
                "the sources to use; without it, those that no briefing uses",
                {"nargs": "+", "metavar": "ID", "dest": "sources"},
            ),
        ),
    ),
    Command(
        _check,
        "say what the sources do not bear out; nothing is written",
        "standfirst check --fail-on warning",
        (
            Argument("--format", "how to print it", {"default": "terminal", "metavar": "FORMAT"}),
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
    ),
    Command(
        _build,
        "check, then publish the site with its PDFs and data",
        "standfirst build",
        (
            Argument(
                "--output",
                "the folder to publish to, instead of site_dir of mkdocs.yml",
                {"metavar": "DIR"},
            ),
        ),
    ),
    Command(
        _serve,
        "show the site while you write; errors are shown in the page",
        "standfirst serve",
        (
            Argument(
                "--address",
                "where to listen",
                {"default": "127.0.0.1:8000", "metavar": "HOST:PORT"},
            ),
        ),
    ),
    Command(
        _pdf,
        "write one briefing as PDF",
        "standfirst pdf video-clips --output clips.pdf",
        (_SLUG, Argument("--output", "the file to write", {"metavar": "FILE"})),
    ),
    Command(_sources, "list the library: grade, date, origin, used by", "standfirst sources"),
    Command(
        _explain,
        "print the manual page of a diagnostic",
        "standfirst explain quote-not-found",
        (Argument("code", "the code, as printed in brackets"),),
    ),
)


def reference() -> str:
    """The handbook's page of commands, in Markdown."""
    parts = [_REFERENCE_HEAD, *(_described(command) for command in COMMANDS)]
    return "\n".join(parts)


_REFERENCE_HEAD = """# Commands

Results go to standard output, talk to standard error. Every command has `--help`.

Exit status: 0 clean, 1 error-level diagnostics (for `add`: the article is there already), 2 the
machine failed (bad arguments, an unreadable file, no space), 3 both, 130 interrupted. Only `check`,
`build` and `pdf` stop on error-level diagnostics.
"""


def _described(command: Command) -> str:
    lines = [f"## {command.name} {{#{command.name}}}", "", f"{_sentence(command.says)}", ""]
    lines += ["```console", f"$ {command.example}", "```", ""]
    if command.arguments:
        lines += ["| argument | what it is |", "|---|---|"]
        lines += [f"| `{argument.name}` | {argument.says} |" for argument in command.arguments]
        lines.append("")
    return "\n".join(lines)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="standfirst", description="A compiler for sourced briefings."
    )
    parser.add_argument(
        "--version", action="version", version=f"standfirst {version('standfirst')}"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        described = commands.add_parser(
            command.name,
            help=command.says,
            description=_sentence(command.says),
            epilog=f"example: {command.example}",
        )
        described.set_defaults(run=command.run)
        for argument in command.arguments:
            described.add_argument(argument.name, help=argument.says, **argument.settings)
    return parser
