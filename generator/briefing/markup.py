"""Inline markup that shields what is in it: code, math, escapes, tags, comments, references.

Each function takes its share of a canvas, in the order in which Python-Markdown's inline
processors would.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from generator.briefing.canvas import Canvas, Role
from generator.briefing.layout import Piece
from generator.briefing.raw_html import CODE_TAGS, TAG, Ends

_TICKS = re.compile(r"`+")
_MATH = re.compile(
    r"(?<![\\$\w])\$(?![\s$])(?P<inline>[^$\n\0]*[^\s\\$\0])\$(?![\w$])|\$\$(?P<display>[^$\0]+)\$\$"
)
_ESCAPE = re.compile(r"\\([^\n])")
_ESCAPED = frozenset("\\`*_{}[]()>#+-.!|~^")
_LINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*://[^<>\n]*|[^<> !\n@]+@[^@<> \n]+)>")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z0-9]{1,31});")
_TAG_OR_REFERENCE = re.compile(r"[<&]")
_OWN_COMMENT = re.compile(r"<!--\s*standfirst:")


def read_code(canvas: Canvas) -> None:
    """Code spans: a run of ticks up to the next run as long, or to the longest that there is."""
    runs = [match.span() for match in _TICKS.finditer(canvas.text)]
    by_size: defaultdict[int, list[int]] = defaultdict(list)
    for index, (start, end) in enumerate(runs):
        by_size[end - start].append(index)
    longest = _longest(runs)
    index = done = 0
    while index < len(runs):
        start, end = runs[index]
        start = max(done, start + _is_escaped(canvas.text, start))
        closing = _closing(runs, by_size, longest, index, end - start) if start < end else None
        if closing is None:
            # Python-Markdown 3.11 passes over as many characters after ticks without a partner.
            done = max(done, end + max(0, end - start))
            index += 1
            continue
        size = min(end - start, runs[closing][1] - runs[closing][0])
        _code(canvas, start, runs[closing][1], size)
        index = closing + 1


def _closing(
    runs: Sequence[Piece],
    by_size: Mapping[int, list[int]],
    longest: Sequence[int],
    index: int,
    size: int,
) -> int | None:
    """The run that closes a code span which `size` ticks of the run at `index` open."""
    same = by_size.get(size, [])
    following = bisect_right(same, index)
    if following < len(same):
        return same[following]
    best = longest[index + 1]
    return best if best < len(runs) and runs[best][1] - runs[best][0] < size else None


def _longest(runs: Sequence[Piece]) -> list[int]:
    """For each index the longest run from there on, the first of them."""
    best = [len(runs)] * (len(runs) + 1)
    for index in range(len(runs) - 1, -1, -1):
        later = best[index + 1]
        size = runs[index][1] - runs[index][0]
        is_longer = later == len(runs) or size >= runs[later][1] - runs[later][0]
        best[index] = index if is_longer else later
    return best


def _is_escaped(text: str, index: int) -> bool:
    """Whether an odd number of backslashes stands before."""
    before = index
    while before and text[before - 1] == "\\":
        before -= 1
    return (index - before) % 2 == 1


def _code(canvas: Canvas, start: int, end: int, size: int) -> None:
    canvas.set(start, end, Role.HIDDEN)
    canvas.set(start + size, end - size, Role.MASKED)


def read_math(canvas: Canvas) -> None:
    """`$…$` as Pandoc reads it, so that prices stay prices, and `$$…$$`."""
    for match in _MATH.finditer(canvas.plain):
        canvas.set(*match.span(), Role.HIDDEN)
        kind = "inline" if match["inline"] else "display"
        canvas.set(*match.span(kind), Role.MASKED)


def read_escapes(canvas: Canvas, *, only_handles: bool = False) -> None:
    r"""Backslashes: Markdown's own escapes, and `\@`, which is ours."""
    for match in _ESCAPE.finditer(canvas.plain):
        is_handle = match[1] == "@"
        if is_handle or (match[1] in _ESCAPED and not only_handles):
            canvas.set(match.start(), match.start() + 1, Role.HIDDEN)
            canvas.set(match.start() + 1, match.end(), Role.LITERAL)
        if is_handle:
            canvas.handles.append(match.span())


def read_tags(canvas: Canvas, *, html: bool) -> None:
    """Comments, tags, addresses in angle brackets, character references."""
    plain = canvas.plain
    ends = Ends(plain)
    code = _CodeTags()
    done = 0
    for match in _TAG_OR_REFERENCE.finditer(plain):
        at = match.start()
        if at < done:
            continue
        if match[0] == "&":
            done = _reference(canvas, plain, at)
        elif plain.startswith("<!--", at):
            done = _comment(canvas, plain, at, ends, html=html)
        else:
            done = _link(canvas, plain, at) or (_tag(canvas, plain, at, code) if html else at)
    code.mask(canvas)


def _reference(canvas: Canvas, plain: str, at: int) -> int:
    match = _REFERENCE.match(plain, at)
    if match is None:
        return at
    shown = unescape(match[0])
    if shown == match[0]:
        return at
    canvas.set(at, match.end(), Role.HIDDEN)
    canvas.set(at, at + 1, Role.LITERAL)
    canvas.shown[at] = shown
    canvas.ends[at] = canvas.ends[match.end() - 1]
    return match.end()


def _comment(canvas: Canvas, plain: str, at: int, ends: Ends, *, html: bool) -> int:
    end = ends.find("-->", at + 4)
    if end < 0 or not (html or _OWN_COMMENT.match(plain, at)):
        return at
    canvas.set(at, end, Role.DROPPED)
    canvas.comments.append((at, end))
    return end


def _link(canvas: Canvas, plain: str, at: int) -> int:
    match = _LINK.match(plain, at)
    if match is None:
        return 0
    canvas.set(at, match.end(), Role.HIDDEN)
    canvas.set(at + 1, match.end() - 1, Role.MASKED)
    return match.end()


def _tag(canvas: Canvas, plain: str, at: int, code: "_CodeTags") -> int:
    match = TAG.match(plain, at)
    if match is None:
        return at
    canvas.set(at, match.end(), Role.HIDDEN)
    code.take(match)
    return match.end()


@dataclass(slots=True)
class _CodeTags:
    """What stands between `<code>` and `</code>` and their like."""

    opened: list[tuple[str, int]] = field(default_factory=list)
    stretches: list[tuple[int, int]] = field(default_factory=list)

    def take(self, tag: re.Match[str]) -> None:
        name = tag["name"].lower()
        if name in CODE_TAGS and not tag["close"]:
            self.opened.append((name, tag.end()))
        elif self.opened and self.opened[-1][0] == name:
            self.stretches.append((self.opened.pop()[1], tag.start()))

    def mask(self, canvas: Canvas) -> None:
        done = 0
        for start, end in sorted(self.stretches):
            start = max(start, done)
            if start < end:
                canvas.mask(start, end)
                done = end
