"""Which asterisks and underscores are emphasis, and so not seen by the reader."""

import re
from collections import Counter
from dataclasses import dataclass

from generator.briefing.canvas import Canvas, Role

_RUN = re.compile(r"\*+|_+")
_LONGEST = 3


@dataclass(slots=True)
class _Opener:
    """A run of marks, or what is left of it, that waits for its partner."""

    char: str
    start: int
    size: int


def read_emphasis(canvas: Canvas) -> None:
    """Hide the marks of emphasis. Marks without a partner stay what they are."""
    opened: list[_Opener] = []
    count: Counter[str] = Counter()
    plain = canvas.plain
    for run in _RUN.finditer(plain):
        start, size = run.start(), len(run[0])
        if size > _LONGEST:
            continue
        before = canvas.text[start - 1] if start else " "
        after = canvas.text[run.end()] if run.end() < len(plain) else " "
        if _can_close(run[0], before, after):
            closed = _close(canvas, opened, count, run)
            start, size = start + closed, size - closed
        if size and _can_open(run[0], before, after):
            opened.append(_Opener(run[0][0], start, size))
            count[run[0][0]] += 1


def _can_open(run: str, before: str, after: str) -> bool:
    return not after.isspace() and not (run[0] == "_" and before.isalnum())


def _can_close(run: str, before: str, after: str) -> bool:
    return not before.isspace() and not (run[0] == "_" and after.isalnum())


def _close(canvas: Canvas, opened: list[_Opener], count: Counter[str], run: re.Match[str]) -> int:
    """Pair the run with openers before it; how many of its marks were used."""
    char, used = run[0][0], 0
    while used < len(run[0]) and count[char]:
        opener = opened.pop()
        count[opener.char] -= 1
        if opener.char != char:
            continue
        size = min(opener.size, len(run[0]) - used)
        opener.size -= size
        canvas.set(opener.start + opener.size, opener.start + opener.size + size, Role.HIDDEN)
        canvas.set(run.start() + used, run.start() + used + size, Role.HIDDEN)
        used += size
        if opener.size:
            opened.append(opener)
            count[char] += 1
    return used
