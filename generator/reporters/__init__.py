"""The contract of this folder: one file writes diagnostics in one format, and its name is that
of the format (`check --format json`).

A file has a docstring and `REPORT`, a function from a `Report` to the text to print.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from generator.model.diagnostic import Diagnostic, Label
from generator.model.span import Position, Span, TextFile
from generator.plugins import implementations

LABEL = 240
"""Characters of a label, at most: a passage of 160 and what introduces it."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A diagnostic that a comment in the page allows, and the comment's reason."""

    diagnostic: Diagnostic
    reason: str


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
    allowed: tuple[Allowed, ...] = ()
    withheld: frozenset[str] = frozenset()
    """Ids of the sources whose words stay out of formats for machines (`rights: none`)."""

    def is_shown(self, diagnostic: Diagnostic) -> bool:
        """Whether the diagnostic is written out."""
        return diagnostic.is_error or not self.errors_only

    def ends(self, span: Span | None) -> tuple[Position, Position] | None:
        """Where the span begins and the first place after it, where its file is known."""
        file = self.files.get(span.path) if span else None
        if span is None or file is None:
            return None
        return file.position(span.start), file.position(max(span.start, span.end))

    def fingerprint(self, diagnostic: Diagnostic) -> str:
        """What stays the same while its code, its file and the text of its line do."""
        span, ends = diagnostic.span, self.ends(diagnostic.span)
        if span and ends:
            return _fingerprint_at(diagnostic.code, self.files[span.path], ends[0].line)
        return _fingerprint(diagnostic.code, span.path if span else "", diagnostic.message)

    def publishable(self, diagnostic: Diagnostic) -> Iterator[Label]:
        """The labels as formats for machines show them: these travel to servers and logs."""
        for label in diagnostic.labels:
            if label.passage_of in self.withheld:
                said = f"the passage is withheld: `{label.passage_of}` has `rights: none`"
                yield replace(label, text=said)
            else:
                yield replace(label, text=shortened(label.text))


@lru_cache(maxsize=1000)  # a line may hold ten thousand faults, and be a megabyte long
def _fingerprint_at(code: str, file: TextFile, number: int) -> str:
    return _fingerprint(code, file.path, file.line(number).strip())


def _fingerprint(code: str, path: str, line: str) -> str:
    key = "\0".join((code, path, line))
    return sha256(key.encode("utf-8", "replace")).hexdigest()[:32]


def shortened(text: str) -> str:
    """The text of a label, cut to `LABEL` characters."""
    return text if len(text) <= LABEL else text[: LABEL - 1] + "…"


Reporter = Callable[[Report], str]


def reporters() -> dict[str, Reporter]:
    """All reporters by name."""
    return implementations("reporters", "REPORT")
