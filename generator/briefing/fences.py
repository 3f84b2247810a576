"""Fenced code, found as pymdownx.superfences finds it: before all else, in any container.

The fence's white space and `>` signs must come back on each line; a line that breaks this makes
it no fence at all, and so does a missing end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.briefing.lines import TAB, Fence, split

_OPENING = re.compile(
    r"(?P<fence>~{3,}|`{3,})"
    r"(?:[ \t]*\.?(?P<name>[\w#.+-]+)(?=[\t ]|$))?"
    r"(?P<rest>[ \t]*\{[^\n]*\}|(?:[ \t]*(?:hl_lines|linenums|title|title_mode|data-[\w-]+)"
    r"=(?:\"[^\"\n]*\"|'[^'\n]*')(?=[\t ]|$))+)?"
    r"[ \t]*$"
)


@dataclass(slots=True)
class _Open:
    """A fence that is still looking for its end."""

    fence: str
    name: str
    start: int
    body_start: int
    columns: int
    quotes: int
    prefixes: list[tuple[int, int]] = field(default_factory=list)
    after_blank: bool = False


def fences(text: str, start: int) -> Iterator[Fence]:
    """The fenced code of a page, in order."""
    opened: _Open | None = None
    for line, end, following in split(text, start, len(text)):
        if opened is None:
            opened = _opening(text, line, end, following)
            continue
        content = _content(text, line, end, opened.columns)
        if not _belongs(text[line:content], text[content:end], opened):
            opened = None
        elif _closes(text[content:end], opened):
            body = (opened.body_start, line)
            yield Fence(opened.start, end, opened.name, body, content, tuple(opened.prefixes))
            opened = None
        else:
            opened.prefixes.append((line, content))
            opened.after_blank = not text[content:end].strip(" \t")


def _opening(text: str, line: int, end: int, following: int) -> _Open | None:
    content = _content(text, line, end, None)
    match = _OPENING.match(text, content, end)
    if match is None or match.end() != end:
        return None
    prefix = text[line:content]
    name = "" if match["rest"] else match["name"] or ""
    return _Open(
        match["fence"], name, content, following, len(prefix.expandtabs(TAB)), prefix.count(">")
    )


def _content(text: str, line: int, end: int, columns: int | None) -> int:
    """Where the content of a line begins: after `columns` of white space and `>` at most."""
    at, column = line, 0
    while at < end and text[at] in "> \t" and (columns is None or column < columns):
        column += TAB - column % TAB if text[at] == "\t" else 1
        at += 1
    return at


def _belongs(prefix: str, content: str, opened: _Open) -> bool:
    """Whether a line still belongs to the code, its end included."""
    quotes = prefix.count(">")
    if opened.quotes == 0:
        is_blank = not (prefix + content).strip()
        columns = len(prefix.expandtabs(TAB))
        return quotes == 0 and (is_blank or columns == opened.columns or not content)
    if quotes > opened.quotes:
        return False
    if not content:
        return True
    is_short = len(prefix.expandtabs(TAB)) < opened.columns
    return not is_short and not (opened.after_blank and quotes < opened.quotes)


def _closes(content: str, opened: _Open) -> bool:
    return content.startswith(opened.fence) and not content[len(opened.fence) :].strip(" \t")
