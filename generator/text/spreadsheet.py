"""Cells of a CSV file that no spreadsheet takes for a formula, and the text in them again."""

import re

from generator.text.plain import one_line

_FORMULA = re.compile(r"'*[=+\-@]")


def cell(text: str) -> str:
    """`text` on one line, with an apostrophe before what would be a formula.

    >>> cell("=1+1")
    "'=1+1"
    """
    line = one_line(text)
    return f"'{line}" if _FORMULA.match(line) else line


def from_cell(written: str) -> str:
    """The text that `cell` wrote.

    >>> from_cell("'=1+1")
    '=1+1'
    """
    line = one_line(written)
    return line[1:] if line.startswith("'") and _FORMULA.match(line) else line
