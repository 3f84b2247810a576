"""A table has more columns than a page is wide.

The PDF sets a table of more than nine columns as a list, row by row, with the names of the columns
before the values. On a telephone the table has to be pushed from side to side.

Leave columns out, turn rows into columns, or split the table in two. Where the list reads well, let
it stand.
"""

import re
from collections.abc import Iterator

from generator.checks import Check, Examples, Finding, Scope
from generator.model.diagnostic import Severity
from generator.model.page import Page
from generator.text.page_code import without_code

MOST_COLUMNS = 9
# Possessive: a long line of spaces, which code leaves behind, is gone over once.
_RULE = re.compile(
    r"^[ \t>]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)++\|?[ \t]*+$", re.MULTILINE
)
_SPAN = re.compile(r"<t[dh]\b[^<>]*\bcolspan\s*=\s*[\"']?(\d{1,9})[^<>]*>", re.IGNORECASE)


def wide_table(page: Page, _scope: Scope) -> Iterator[Finding]:
    """Find the rule below the head of a wide table, and cells that span too many columns."""
    file = page.text.file
    text = without_code(file.text)
    for found in _RULE.finditer(text, page.text.start):
        columns = found[0].strip(" \t>|").count("|") + 1
        if columns > MOST_COLUMNS:
            yield Finding(
                file.span(*found.span()),
                f"this table has {columns} columns; the PDF sets it as a list",
                f"keep to {MOST_COLUMNS} columns, or split the table",
            )
    for found in _SPAN.finditer(text, page.text.start):
        if int(found[1]) > MOST_COLUMNS:
            yield Finding(
                file.span(*found.span()),
                f"this cell spans {found[1]} columns; the PDF has room for {MOST_COLUMNS}",
                "let it span the columns that the table has",
            )


CHECK = Check(Page, Severity.WARNING, wide_table)

_CITED = "Film shares rose that Monday [@harbour-2026-02-09].\n\n"
_HEAD = "| " + " | ".join("abcdefghi") + " |\n|" + "---|" * 9 + "\n"

EXAMPLES = Examples(
    passes=(f"{_CITED}{_HEAD}",),
    fails=(
        f"{_CITED}| {' | '.join('abcdefghij')} |\n|{'---|' * 10}\n",
        f'{_CITED}<table><tr><td colspan="400">All</td></tr></table>\n',
    ),
)
