"""Differences as lines for a terminal: `[-old-]{+new+}`."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.differences import Difference
from generator.editions.prose import Redline
from generator.editions.wording import change_line
from generator.model.edition import Change, Subject
from generator.text.redline import Change as Fate
from generator.text.redline import Piece

_SIGNS = {Fate.KEPT: "{}", Fate.DELETED: "[-{}-]", Fate.INSERTED: "{{+{}+}}"}
_COLOURS = {
    Fate.KEPT: "{}",
    Fate.DELETED: "\x1b[31m[-{}-]\x1b[0m",
    Fate.INSERTED: "\x1b[32m{{+{}+}}\x1b[0m",
}
_IN_TEXT = frozenset({Subject.CLAIM, Subject.NUMBER, Subject.QUOTATION})
"""Subjects that the redline below shows in their place."""


def terminal(differences: Iterable[Difference], *, color: bool = False) -> str:
    """The text, with a line at the end where nothing differs."""
    lines = [line for difference in differences for line in _lines(difference, color=color)]
    return "\n".join(lines or ["no differences"]) + "\n"


def _lines(difference: Difference, *, color: bool) -> Iterator[str]:
    comparison = difference.comparison
    yield f"{comparison.slug}: {difference.before} → {difference.after}"
    shown = [change for change in comparison.changes if change.subject not in _IN_TEXT]
    for (subject, name), changes in groupby(shown, lambda change: (change.subject, change.id)):
        yield from _changes(subject, name, list(changes))
    for redline in comparison.redlines:
        yield from _redline(redline, color=color)
    yield ""


def _changes(subject: Subject, name: str, changes: list[Change]) -> Iterator[str]:
    if len(changes) == 1:
        yield f"  {subject} {_printable(name)}: {_printable(change_line(changes[0]))}"
        return
    yield f"  {subject} {_printable(name)}"
    for change in changes:
        yield f"    {_printable(change_line(change))}"


def _redline(redline: Redline, *, color: bool) -> Iterator[str]:
    yield ""
    yield f"  {redline.path}"
    for passage in redline.passages:
        text = "".join(_piece(piece, color=color) for piece in passage.pieces)
        for number, line in enumerate(text.split("\n")):
            yield f"  {'|' if number else '·'} {line}"


def _piece(piece: Piece, *, color: bool) -> str:
    return (_COLOURS if color else _SIGNS)[piece.change].format(_printable(piece.text))


def _printable(text: str) -> str:
    """Without control characters: a terminal would obey them."""
    return "".join(one if one == "\n" or one.isprintable() else "\ufffd" for one in text)
