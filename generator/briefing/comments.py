"""What comments say to the compiler, and the includes that it cannot follow."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from generator.briefing.layout import Piece
from generator.model.page import Allowance
from generator.model.span import Span, TextFile
from generator.text.strict_yaml import YamlDocument

_ALLOW = re.compile(
    r"<!--\s*standfirst:\s*allow\s+(?P<code>[\w-]+)(?:\s+because\b(?P<reason>.*)|\s.*)?\s*-->",
    re.DOTALL,
)
_YAML_ALLOW = re.compile(
    r"^[ \t]*(?P<all>#[ \t]*standfirst:[ \t]*allow[ \t]+(?P<code>[\w-]+)"
    r"(?:[ \t]+because\b(?P<reason>.*)|[ \t].*)?)$",
    re.MULTILINE,
)
_PROPOSED = re.compile(r"<!--\s*standfirst:\s*proposed\s*-->")
_BETWEEN = re.compile(r"[ \t\r\n>]*")
_INCLUDE = re.compile(r"(?<![;-])-+8<-+")


def proposals(file: TextFile, comments: Iterable[Piece]) -> Iterator[Span]:
    """The marks `<!-- standfirst: proposed -->`."""
    for start, end in comments:
        if _PROPOSED.fullmatch(file.text, start, end):
            yield file.span(start, end)


def allowances(
    file: TextFile, comments: Sequence[Piece], regions: Sequence[Piece]
) -> Iterator[Allowance]:
    """`<!-- standfirst: allow CODE because … -->`, each with the block that it counts for.

    `regions` are all blocks, ordered by their start, containers before what they hold.
    """
    blocks = _Blocks(file, regions)
    scopes: dict[Piece, Span] = {}
    following: Piece | None = None
    for comment in reversed(comments):
        next_text = blocks.next_text(comment[1])
        is_next = following is not None and comment[1] <= following[0] <= next_text
        scopes[comment] = (
            scopes[following] if following and is_next else blocks.scope(comment[1], next_text)
        )
        following = comment
    for comment in comments:
        match = _ALLOW.fullmatch(file.text, *comment)
        if match:
            reason = " ".join((match["reason"] or "").split())
            yield Allowance(match["code"], reason, file.span(*comment), scopes[comment])


def yaml_allowances(document: YamlDocument, file: TextFile) -> Iterator[Allowance]:
    """`# standfirst: allow CODE because …` on a line of its own in YAML, each with what follows it.

    That is the value after the next key, or the next item of a list with all that is in it.
    """
    if "standfirst:" not in file.text:
        return
    texts = sorted((span.start, span.end) for _, _, span in document.scalars())
    begins = {place: span.start for place, span in document.spans.items() if place}
    begins |= {place: span.start for place, span in document.key_spans.items()}
    entries = sorted((start, -document.spans[place].end) for place, start in begins.items())
    for match in _YAML_ALLOW.finditer(file.text):
        start, end = match.span("all")
        before = bisect_left(texts, (start, 0)) - 1
        if before >= 0 and start < texts[before][1]:
            continue  # a line of a text
        place = bisect_left(entries, (end,))
        scope = file.span(end, -entries[place][1] if place < len(entries) else end)
        reason = " ".join((match["reason"] or "").split())
        yield Allowance(match["code"], reason, file.span(start, end), scope)


class _Blocks:
    """The blocks of a page, to be asked which comes next and which is around."""

    def __init__(self, file: TextFile, regions: Sequence[Piece]) -> None:
        self.file = file
        self.regions = regions
        self.starts = [start for start, _ in regions]
        self.parents: list[int] = []
        opened: list[int] = []
        for index, (start, _) in enumerate(regions):
            while opened and regions[opened[-1]][1] <= start:
                opened.pop()
            self.parents.append(opened[-1] if opened else -1)
            opened.append(index)

    def next_text(self, at: int) -> int:
        """The place after white space and the marks of block quotes."""
        match = _BETWEEN.match(self.file.text, at)
        return match.end() if match else at

    def scope(self, end: int, next_text: int) -> Span:
        """The block that follows a comment, else the rest of the block that it stands in."""
        place = bisect_left(self.starts, end)
        if place < len(self.starts) and self.starts[place] <= next_text:
            return self.file.span(*self.regions[place])
        around = place - 1
        while around >= 0 and self.regions[around][1] <= end:
            around = self.parents[around]
        return self.file.span(end, self.regions[around][1] if around >= 0 else end)


def includes(file: TextFile, start: int, masked: Iterable[Piece]) -> Iterator[Span]:
    """Places of `--8<--`: at a line's start even in code, where Markdown would follow it too."""
    code = sorted(masked)
    firsts = [first for first, _ in code]
    for match in _INCLUDE.finditer(file.text, start):
        line = max(file.text.rfind("\n", start, match.start()) + 1, start)
        if not file.text[line : match.start()].strip(" \t"):
            yield file.span(*match.span())
            continue
        place = bisect_left(firsts, match.start() + 1) - 1
        if place < 0 or code[place][1] <= match.start():
            yield file.span(*match.span())
