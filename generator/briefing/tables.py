"""The cells of a table row, split as Python-Markdown's tables extension splits them."""

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise

Cell = tuple[int, int]

_PARTS = re.compile(r"\\\\|(?P<escaped>\\`+)|(?P<ticks>`+)|\\\||(?P<pipe>\|)")
_BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_SEPARATOR = frozenset("|:- ")


def columns(rows: list[str]) -> int:
    """How many columns the table has whose first lines these are; 0 where it is no table."""
    if len(rows) < 2 or not set(rows[1]) <= _SEPARATOR:
        return 0
    bordered = has_border(rows[0])
    count = len(cells(rows[0], bordered=bordered))
    if count == 1 and not (bordered and all(has_border(row) for row in rows[1:])):
        return 0
    return count if len(cells(rows[1], bordered=bordered)) == count else 0


def has_border(row: str) -> bool:
    """Whether the row begins or ends with a pipe."""
    row = row.strip(" ")
    return row.startswith("|") or _BORDER.search(row) is not None


def cells(row: str, *, bordered: bool) -> list[Cell]:
    """The places of the cells in `row`, white space around them left out."""
    start = len(row) - len(row.lstrip(" "))
    end = len(row.rstrip(" "))
    pipes = _pipes(row, start, end)
    if bordered and pipes and pipes[0] == start:
        start, pipes = start + 1, pipes[1:]
    if bordered and pipes and pipes[-1] == end - 1:
        end, pipes = end - 1, pipes[:-1]
    edges = [start - 1, *pipes, end]
    return [_trimmed(row, left + 1, right) for left, right in pairwise(edges)]


def _trimmed(row: str, start: int, end: int) -> Cell:
    text = row[start:end]
    start += len(text) - len(text.lstrip())
    return start, max(start, end - (len(text) - len(text.rstrip())))


def _pipes(row: str, start: int, end: int) -> list[int]:
    """The pipes that part cells: not escaped, not in code."""
    ticks: list[tuple[int, int, int, int]] = []
    pipes: list[int] = []
    for part in _PARTS.finditer(row, start, end):
        if part["pipe"]:
            pipes.append(part.start())
        elif part["escaped"] or part["ticks"]:
            escaped = 1 if part["escaped"] else 0
            ticks.append((part.start(), part.end() - 1, len(part[0]) - escaped, escaped))
    regions = _regions(ticks)
    firsts = [first for first, _ in regions]
    return [pipe for pipe in pipes if not _is_in(pipe, regions, firsts)]


def _regions(ticks: list[tuple[int, int, int, int]]) -> list[tuple[int, int]]:
    by_size: defaultdict[int, list[int]] = defaultdict(list)
    for index, (_, _, size, _) in enumerate(ticks):
        by_size[size].append(index)
    regions: list[tuple[int, int]] = []
    index = 0
    while index < len(ticks):
        start, _, size, escaped = ticks[index]
        size -= escaped  # an escaped tick closes, but does not open
        same = by_size[size]
        following = bisect_right(same, index)
        if size and following < len(same):
            index = same[following]
            regions.append((start, ticks[index][1]))
        index += 1
    return regions


def _is_in(pipe: int, regions: list[tuple[int, int]], firsts: list[int]) -> bool:
    place = bisect_right(firsts, pipe) - 1
    return place >= 0 and pipe <= regions[place][1]
