"""Transcripts: a shell session written down, played again and compared.

A line that begins with `$ ` is typed into a shell; the lines below it are what it must print
(standard output, then standard error), and `[1]` on a line of its own is an exit status other
than 0. `...` on a line of its own stands for any lines; inside a line, for any characters.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Step:
    """One command of a transcript and what it must print."""

    command: str
    expected: str
    line: int


def steps(transcript: str) -> list[Step]:
    found: list[Step] = []
    for number, line in enumerate(transcript.splitlines(), 1):
        if line.startswith("$ "):
            found.append(Step(line[2:], "", number))
        elif found:
            last = found[-1]
            found[-1] = Step(last.command, last.expected + line + "\n", last.line)
    return found


def play(step: Step, folder: Path) -> str:
    """Run the step in `folder`; what it printed, with its exit status where that is not 0."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "SOURCE_DATE_EPOCH": "1772409600",
        "COLUMNS": "100",
    }
    done = subprocess.run(
        ["/bin/sh", "-c", step.command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    status = f"[{done.returncode}]\n" if done.returncode else ""
    return (done.stdout + done.stderr).replace(str(folder), "PROJECT") + status


def agrees(expected: str, printed: str) -> bool:
    """Whether what was printed is what was written down, blank lines at the end aside."""
    pattern = re.escape(expected.rstrip() + "\n")
    pattern = pattern.replace(r"\.\.\." + "\\\n", "(?:.*\n)*?").replace(r"\.\.\.", ".*?")
    return re.fullmatch(pattern, printed.rstrip() + "\n") is not None
