"""The contract of this folder: one file writes diagnostics in one format, and its name is that
of the format (`check --format json`).

A file has a docstring and `REPORT`, a function from a `Report` to the text to print.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.model.diagnostic import Diagnostic
from generator.model.span import TextFile
from generator.plugins import implementations


@dataclass(frozen=True, slots=True)
class Report:
    """Diagnostics in order, the files they point into by path, and how to write them.

    `summary` is one line of figures for people ("2 briefings, 41 sources, 18 quotations found").
    """

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, TextFile]
    summary: str = ""
    color: bool = False
    errors_only: bool = False
    """Leave warnings out, but count them."""

    def is_shown(self, diagnostic: Diagnostic) -> bool:
        """Whether the diagnostic is written out."""
        return diagnostic.is_error or not self.errors_only


Reporter = Callable[[Report], str]


def reporters() -> dict[str, Reporter]:
    """All reporters by name."""
    return implementations("reporters", "REPORT")
