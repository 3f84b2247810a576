"""The contract of this folder: one file is one command, and its name is what is typed.

A file has a docstring (what the command does, in one line; more below it if needed) and `COMMAND`:
an example, the arguments, and the function that carries it out. The function returns the exit
status; what it needs of the compiler it imports inside, so that each command starts fast.
"""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.plugins import implementations
from generator.workspace import LocalWorkspace

CLEAN, ERRORS = 0, 1
"""Exit status of a command that did its work, and of one stopped by error-level diagnostics."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument or option of a command, as argparse takes it."""

    name: str
    says: str
    settings: Mapping[str, Any] = field(default_factory=dict)  # Any: whatever argparse takes


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it does in one line, an example, its arguments, and the function."""

    says: str
    example: str
    run: Callable[[argparse.Namespace], int]
    arguments: tuple[Argument, ...] = ()


def commands() -> dict[str, Command]:
    """All commands by name."""
    return implementations("commands", "COMMAND")


def workspace() -> LocalWorkspace:
    """The project in the folder that the command was typed in."""
    return LocalWorkspace(Path.cwd())


def sentence(words: str) -> str:
    """What a command says of itself, with a capital and a full stop."""
    return f"{words[:1].upper()}{words[1:]}."


SLUG = Argument("slug", "the briefing's folder in docs/briefings/")
