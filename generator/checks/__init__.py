r"""The contract of this folder: one file is one check, and its name is the diagnostic's code.

A check is a function on one node that yields what it finds there. It knows nothing of severity,
output or caching. A file has a docstring, which is the manual page of the code (the fact in the
first line; why it matters; what to do), `CHECK`, and `EXAMPLES`, which are its tests:

    def unknown_source(citation: Citation, scope: Scope) -> Iterator[Finding]:
        if scope.library.get(citation.source_id) is None:
            yield Finding(citation.span, f"no source is called `{citation.source_id}`")
    CHECK = Check(Citation, Severity.ERROR, unknown_source)

An example is the text of `docs/briefings/example/trend.md` in the project of tests/examples.py;
lines `>>> path` begin further files. With nothing before the first the page stays as it is.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from types import UnionType
from typing import Any

from generator.fonts import ProjectFonts
from generator.model.actor import NO_GLOSSARY, Glossary
from generator.model.briefing import Briefing
from generator.model.diagnostic import Label, Severity
from generator.model.edition import Held
from generator.model.page import Page, Quotation
from generator.model.source import Library, Source
from generator.model.span import Span
from generator.plugins import implementations
from generator.project import Project
from generator.text.numbers.by_source import SourceNumbers


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found at a place. The runner adds code and severity."""

    span: Span
    message: str
    help: str = ""
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a check may look at beside its node.

    `briefing`, `page` and `source`: those that the node stands in. `snapshot_sha256`: the hash of
    the stored capture of a source id. `numbers` reads a source once. `today` is for `of_today`.
    `coverage`: what the PDF can print. `committed`: what the last commit held, if other than now.
    """

    project: Project
    library: Library
    briefings: tuple[Briefing, ...]
    snapshot_sha256: Callable[[str], str | None]
    briefing: Briefing | None = None
    page: Page | None = None
    source: Source | None = None
    numbers: SourceNumbers = field(default_factory=SourceNumbers)
    today: date = date.min
    coverage: ProjectFonts = field(default_factory=ProjectFonts)
    glossary: Glossary = NO_GLOSSARY
    committed: Callable[[Briefing], Held | None] = lambda _briefing: None

    def cited(self, quotation: Quotation) -> tuple[Source, ...]:
        """The sources that a quotation is sought in, each once, unknown ids left out."""
        ids = dict.fromkeys(citation.source_id for citation in quotation.citations)
        return tuple(source for name in ids if (source := self.library.get(name)) is not None)


@dataclass(frozen=True, slots=True)
class Check:
    """A check as registered: the type of node it looks at, its severity unless set otherwise.

    Types of node: Project, Library, Glossary, Source, Note (its `quote:` is a Quotation), Briefing,
    Page, Sentence, Citation, Quotation, Judgement, Forecast and Block, or a union of them.
    """

    on: type | UnionType
    severity: Severity
    run: Callable[[Any, Scope], Iterable[Finding]]  # Any: each check has its own type of node
    allowable: bool = True
    """Whether settings and comments in a page may silence it; leak guards cannot be silenced."""
    of_today: bool = False
    """Whether it depends on the day: then it is a warning at most, and nothing stops over it."""
    at_release: bool = False
    """Whether only `release` finds it."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts that a check must pass, and texts in which it must find something."""

    passes: tuple[str, ...]
    fails: tuple[str, ...]


def checks() -> dict[str, Check]:
    """All checks by code."""
    return implementations("checks", "CHECK")


def found_while_reading(_node: object, _scope: Scope) -> tuple[Finding, ...]:
    """Nothing: for a code whose diagnostics all come from whoever reads the file."""
    return ()


def field_span(of: Source | Briefing, key: str = "title") -> Span:
    """The line of a top-level field of a source or briefing.yml, or the file's first line."""
    fields = of.file.text[: of.body_start] if isinstance(of, Source) else of.file.text
    line = re.search(rf"^{re.escape(key)}[ \t]*:[^\r\n]*", fields, re.MULTILINE)
    return of.file.span(*(line.span() if line else (0, max(1, fields.find("\n")))))


def shortened(text: str, limit: int = 160) -> str:
    """`text` cut to `limit` characters: diagnostics never show long stretches of a source."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
