"""A page or a note says when by the reader's calendar: `yesterday`, `last Wednesday`, `上周三`.

A briefing is read for months, and every reader counts from another day. Articles are full of such
words, and they come along unseen when a note is written down.

Write the date. Words that somebody else wrote, in quotation marks, are left alone.
"""

from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Sentence
from generator.model.source import Note
from generator.model.span import Span
from generator.text.dates.curated import written
from generator.text.dates.relative import relative_dates
from generator.text.own_words import own_words, place_of


def relative_date(node: Sentence | Note, scope: Scope) -> Iterator[Finding]:
    """Find dates that mean another day to each reader."""
    if isinstance(node, Note):
        yield from _in_note(node, scope)
    elif scope.page is not None and not scope.page.text.assembled:
        for start, end in relative_dates(own_words(node, scope.page)):
            span = place_of(start, end, node, scope.page)
            yield Finding(span, _message(node.text[start:end]), "write the date")


def _in_note(note: Note, scope: Scope) -> Iterator[Finding]:
    source = scope.source
    if source is None or note.span is None:
        return
    advice = "write the date"
    if source.published:
        advice += f"; the source is dated {written(source.published)}"
    for start, end in relative_dates(note.says):
        words = note.says[start:end]
        at = source.file.text.find(words, note.span.start, note.span.end)
        span = Span(note.span.path, at, at + len(words)) if at >= 0 else note.span
        yield Finding(span, _message(words), advice)


def _message(words: str) -> str:
    return f"`{words}` is another day for every reader"


CHECK = Check(Sentence | Note, Severity.WARNING, relative_date)

EXAMPLES = Examples(
    passes=(
        "Shares rose on 9 February 2026 [@harbour-2026-02-09].\n",
        "The next day nothing moved, nor in the last week of the month [@quay-2026-02-10].\n",
        """The paper announced "a ruling by tomorrow" [@quay-2026-02-10].
>>> sources/quay-2026-02-10.md
---
title: Studios weigh licences
---
The court promised a ruling by tomorrow.
""",
    ),
    fails=(
        "Shares rose last Monday [@harbour-2026-02-09].\n",
        "The rules come next month [@ministry-2026-01].\n",
        "上周三，股价上涨 [@harbour-2026-02-09]。\n",
        """>>> sources/quay-2026-02-10.md
---
title: Studios weigh licences
notes:
  - section: trend
    says: Two studios sold licences last week.
---
Two studios sold licences last week.
""",
    ),
)
