"""Gives every check its nodes; on pages and sources it recalls what was found there before.

Findings hold for as long as the node stays the same and everything that the checks looked at
beside it (`watched`). So after an edit only those nodes are checked again that it touches.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from generator.briefing import Bodies
from generator.checks import Check, Finding, Scope, checks, field_span
from generator.codec import Home, codec_of
from generator.memo import NoMemo, Task, digest
from generator.model.briefing import Briefing
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.page import Citation, Page, Quotation
from generator.model.source import Source
from generator.model.span import Span, TextFile
from generator.watched import Look, Surroundings, watched


@dataclass(frozen=True, slots=True)
class _Group:
    """Nodes that stand together, on a page or in a source. `digest` is that of all they are."""

    file: TextFile
    nodes: tuple[object, ...]
    scope: Scope
    digest: bytes | None
    quotes: Callable[[], tuple[Quotation, ...]] = tuple
    """The quotations of a source's notes, which take some work to look up."""

    def all_nodes(self) -> tuple[object, ...]:
        return (*self.nodes, *self.quotes())


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in a group, what was looked at for it, and the digest of that."""

    looks: tuple[tuple[str, ...], ...]
    at: str
    diagnostics: tuple[Diagnostic, ...]


class Runner:
    """Runs the checks of a project, on pages and sources only where something is new to them."""

    def __init__(self, scope: Scope, bodies: Bodies) -> None:
        self.scope = scope
        self.bodies = bodies
        self.surroundings = Surroundings(scope, bodies)
        self.checks = [
            (code, check)
            for code, check in checks().items()
            if not check.allowable
            or scope.project.severity_of(code, check.severity) is not Severity.OFF
        ]
        self.codes = digest(*(code for code, _ in self.checks))
        self.of_type: dict[tuple[type, bool], list[tuple[str, Check]]] = {}

    def diagnostics(self, free_pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
        """What the checks find on all nodes of the project."""
        for node, scope in self._wide_nodes():
            yield from self._run([node], scope, lasting=True)
            yield from self._run([node], scope, lasting=False)
        for group in chain(self._sources(), self._pages(free_pages)):
            yield from self._of_group(group)

    def of_page(self, page: Page, briefing: Briefing | None) -> Iterator[Diagnostic]:
        """What they find on one page of `briefing`, or on a free page."""
        return self._of_group(self._page(page, briefing))

    def _of_group(self, group: _Group) -> Iterator[Diagnostic]:
        yield from self._remembered(group)
        yield from self._run(group.nodes, group.scope, lasting=False)
        if self._checks_on(Quotation, lasting=False):
            yield from self._run(group.quotes(), group.scope, lasting=False)

    def _wide_nodes(self) -> Iterator[tuple[object, Scope]]:
        """Those that see too much of the project to be worth remembering."""
        yield self.scope.project, self.scope
        yield self.scope.library, self.scope
        yield self.scope.glossary, self.scope
        for briefing in self.scope.briefings:
            within = replace(self.scope, briefing=briefing)
            for node in (briefing, *briefing.judgements, *briefing.forecasts):
                yield node, within

    def _sources(self) -> Iterator[_Group]:
        for source in self.scope.library.sources:
            nodes = (source, *source.notes)
            scope = replace(self.scope, source=source)
            quotes = partial(_quotes_of, source, self.bodies)
            yield _Group(source.file, nodes, scope, self.bodies.digest(source.id), quotes)

    def _pages(self, free_pages: tuple[Page, ...]) -> Iterator[_Group]:
        for briefing in self.scope.briefings:
            for page in (*briefing.pages, *briefing.field_pages):
                yield self._page(page, briefing)
        for page in free_pages:
            yield self._page(page, None)

    def _page(self, page: Page, briefing: Briefing | None) -> _Group:
        nodes = (page, *page.sentences, *page.citations, *page.quotations, *page.blocks)
        scope = replace(self.scope, briefing=briefing, page=page)
        return _Group(page.text.file, nodes, scope, self.surroundings.page(page))

    def _remembered(self, group: _Group) -> tuple[Diagnostic, ...]:
        """What our own checks find, recalled where all is as it was when they found it."""
        memo, task = self.bodies.memo, _task(group.file)
        if group.digest is None or isinstance(memo, NoMemo):
            return tuple(self._run(group.all_nodes(), group.scope, lasting=True))
        inputs = digest(group.digest, self.codes)
        known = memo.recall(task, inputs)
        if known and known.at == self._at(known.looks):
            return known.diagnostics
        looks: set[Look] = set()
        scope = watched(group.scope, looks)
        diagnostics = tuple(self._run(group.all_nodes(), scope, lasting=True))
        at = self._at(looks)
        if at is not None:
            memo.keep(task, inputs, _Found(tuple(sorted(looks)), at, diagnostics))
        return diagnostics

    def _at(self, looks: Iterable[Look]) -> str | None:
        found = self.surroundings.digest(sorted(looks))
        return found.hex() if found is not None else None

    def _run(self, nodes: Iterable[object], scope: Scope, *, lasting: bool) -> Iterator[Diagnostic]:
        for node in nodes:
            for code, check in self._checks_on(type(node), lasting=lasting):
                for finding in check.run(node, scope):
                    yield _diagnostic(code, check.severity, finding)

    def _checks_on(self, kind: type, *, lasting: bool) -> list[tuple[str, Check]]:
        """The checks on this type of node: those whose findings last, or the others.

        What depends on the day does not, nor what other distributions add, for we do not see when
        that changes.
        """
        if (kind, lasting) not in self.of_type:
            self.of_type[kind, lasting] = [
                (code, check)
                for code, check in self.checks
                if issubclass(kind, check.on) and _lasts(check) is lasting
            ]
        return self.of_type[kind, lasting]


def _lasts(check: Check) -> bool:
    return check.run.__module__.startswith("generator.") and not check.of_today


def _task(file: TextFile) -> Task[_Found]:
    codec, home = codec_of(_Found), Home(file)
    return Task(
        "findings", lambda found: codec.write(found, home), lambda value: codec.read(value, home)
    )


def _quotes_of(source: Source, bodies: Bodies) -> tuple[Quotation, ...]:
    """The quotations of its notes, looked up in its own text."""
    return tuple(
        _quote(note.quote, note.quote_span or note.span or field_span(source), source, bodies)
        for note in source.notes
        if note.quote
    )


def _quote(words: str, span: Span, source: Source, bodies: Bodies) -> Quotation:
    match = bodies.locate(words, bodies.whole(source))
    return Quotation(words, span, (Citation(source.id, span),), match=match)


def _diagnostic(code: str, severity: Severity, finding: Finding) -> Diagnostic:
    return Diagnostic(code, severity, finding.message, finding.span, finding.labels, finding.help)
