"""The name of a file, or a link, is not the same everywhere, or leads where nothing may be shown.

Two names that differ only in capitals or in how an accent is written are two files here and one on
macOS and Windows: whoever clones the project there loses one of them without a word, and builds
another site. A link in the pages folder is followed when the site is written, so one that leads out
of the project, into the library or to hidden files would publish what nobody meant to show.

Rename one of the two files. In place of the link put a copy of what it leads to.
"""

from generator.checks import Check, Examples, found_while_reading
from generator.model.diagnostic import Severity
from generator.project import Project

CHECK = Check(Project, Severity.ERROR, found_while_reading, allowable=False)

_PAGE = "Film shares rose [@harbour-2026-02-09].\n>>> docs/rules.md\n# Rules\n"

EXAMPLES = Examples(
    passes=(f"{_PAGE}>>> docs/rules/market.md\n# The market\n",),
    fails=(
        f"{_PAGE}>>> docs/Rules.md\n# More rules\n",
        f"{_PAGE}>>> docs/Straße/a.md\n# One\n>>> docs/strasse/b.md\n# Two\n",
        f"{_PAGE}>>> docs/caf\u00e9.png\nOne\n>>> docs/cafe\u0301.png\nTwo\n",
    ),
)
