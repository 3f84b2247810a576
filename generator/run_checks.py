"""Gives every check its nodes, and makes diagnostics of what it finds.

A check knows its node and nothing else. Here the findings get their code and severity, their
places in assembled text are led back to what the author wrote, and what a comment in the page, in
briefing.yml or in docs/glossary.yml allows is set aside and counted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.briefing import Bodies
from generator.checking import Runner
from generator.checks import Scope, checks, field_span
from generator.model.actor import NO_GLOSSARY, Glossary
from generator.model.briefing import Briefing
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.page import Allowance, Origin, Page
from generator.model.span import Span
from generator.project import Project


@dataclass(frozen=True, slots=True)
class Verdict:
    """The diagnostics that stand, and those that comments in the pages allow."""

    diagnostics: tuple[Diagnostic, ...]
    allowed: tuple[Diagnostic, ...] = ()


def run_checks(
    scope: Scope,
    free_pages: tuple[Page, ...] = (),
    faults: Iterable[Diagnostic] = (),
    bodies: Bodies | None = None,
) -> Verdict:
    """Run all checks on all nodes of the project that `scope` is of.

    `faults` are what was found while reading it; they are weighed and allowed like the rest.
    `bodies` are those that its pages were read against.
    """
    found = Runner(scope, bodies or Bodies(scope.library)).diagnostics(free_pages)
    told = [*faults, *found]
    return settle(told, scope.project, scope.briefings, free_pages, scope.glossary)


def settle(
    diagnostics: Iterable[Diagnostic],
    project: Project,
    briefings: tuple[Briefing, ...] = (),
    free_pages: tuple[Page, ...] = (),
    glossary: Glossary = NO_GLOSSARY,
) -> Verdict:
    """Apply the project's severities and the authors' allowances, lead places back, sort.

    It may be given diagnostics from anywhere, settled ones too, which stay as they are.
    """
    places = {place.page.text.file.path: place for place in _places(briefings, free_pages)}
    heads = {briefing.file.path: briefing.allowances for briefing in briefings}
    heads[glossary.file.path] = glossary.allowances
    kept: set[Diagnostic] = set()
    allowed: set[Diagnostic] = set()
    for diagnostic in diagnostics:
        severity = _severity(diagnostic, project)
        if severity is not Severity.OFF:
            placed = _placed(replace(diagnostic, severity=severity), places)
            is_allowed = _is_allowed(diagnostic, places) or _is_allowed_in_head(placed, heads)
            (allowed if is_allowed else kept).add(placed)
    return Verdict(_sorted(_narrowest(kept)), _sorted(allowed))


def _severity(diagnostic: Diagnostic, project: Project) -> Severity:
    check = checks().get(diagnostic.code)
    if check is not None and not check.allowable:
        return diagnostic.severity
    severity = project.severity_of(diagnostic.code, diagnostic.severity)
    is_capped = check is not None and check.of_today and severity is Severity.ERROR
    return Severity.WARNING if is_capped else severity


@dataclass(frozen=True, slots=True)
class _Places:
    """The way from the text of a page to the author's files.

    `fallback` stands for words of our own, such as a heading of an assembled page.
    """

    page: Page
    fallback: Span

    def written(self, span: Span) -> Span:
        """Where the author wrote what stands at `span` of the page."""
        text = self.page.text
        if not text.assembled and not text.origins:
            return span
        origin = _origin(span, text.origins)
        if origin is None:
            return self.fallback
        same_length = origin.end - origin.start == origin.span.end - origin.span.start
        if not same_length or not (origin.start <= span.start and span.end <= origin.end):
            return origin.span
        shift = origin.span.start - origin.start
        return Span(origin.span.path, span.start + shift, span.end + shift)

    def allow(self, diagnostic: Diagnostic) -> bool:
        """Whether a comment in the page allows the diagnostic at its place."""
        return _allow(self.page.allowances, diagnostic)


def _allow(allowances: Iterable[Allowance], diagnostic: Diagnostic) -> bool:
    span = diagnostic.span
    return span is not None and any(
        allowance.code == diagnostic.code
        and allowance.scope.holds(span)
        and bool(allowance.reason.strip())
        for allowance in allowances
    )


def _places(briefings: tuple[Briefing, ...], free_pages: tuple[Page, ...]) -> Iterator[_Places]:
    for briefing in briefings:
        for page in (*briefing.pages, *briefing.field_pages):
            yield _Places(page, field_span(briefing))
    for page in free_pages:
        yield _Places(page, page.text.file.span(0, 1))


def _origin(span: Span, origins: tuple[Origin, ...]) -> Origin | None:
    """The smallest origin that holds the span, else the one that shares most of it."""
    holding = [one for one in origins if one.start <= span.start and span.end <= one.end]
    if holding:
        return min(holding, key=lambda one: (one.end - one.start, one.start))
    sharing = [one for one in origins if one.start < span.end and span.start < one.end]
    return max(sharing, key=lambda one: (_shared(one, span), -one.start), default=None)


def _shared(origin: Origin, span: Span) -> int:
    return min(origin.end, span.end) - max(origin.start, span.start)


def _is_allowed(diagnostic: Diagnostic, places: dict[str, _Places]) -> bool:
    if diagnostic.span is None or not _is_allowable(diagnostic):
        return False
    place = places.get(diagnostic.span.path)
    return place is not None and place.allow(diagnostic)


def _is_allowed_in_head(diagnostic: Diagnostic, heads: dict[str, tuple[Allowance, ...]]) -> bool:
    """Whether a comment in YAML allows what is found in that file, in a text or beside it."""
    if diagnostic.span is None or not _is_allowable(diagnostic):
        return False
    return _allow(heads.get(diagnostic.span.path, ()), diagnostic)


def _is_allowable(diagnostic: Diagnostic) -> bool:
    check = checks().get(diagnostic.code)
    return check is None or check.allowable


def _placed(diagnostic: Diagnostic, places: dict[str, _Places]) -> Diagnostic:
    labels = tuple(replace(one, span=_written(one.span, places)) for one in diagnostic.labels)
    return replace(diagnostic, span=_written(diagnostic.span, places), labels=labels)


def _written(span: Span | None, places: dict[str, _Places]) -> Span | None:
    if span is None or span.path not in places:
        return span
    return places[span.path].written(span)


def _narrowest(diagnostics: set[Diagnostic]) -> Iterator[Diagnostic]:
    """Without those whose place holds that of one which says the same.

    A page assembled from a note repeats the faults of the note, at the place of the whole note.
    """
    by_saying: dict[object, list[Diagnostic]] = {}
    for one in diagnostics:
        by_saying.setdefault(_saying(one), []).append(one)
    for alike in by_saying.values():
        yield from _holding_no_other(alike)


def _holding_no_other(alike: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Of diagnostics in one file, those whose place holds no smaller one; in one sweep.

    From the back of the file, what stands behind a place begins no earlier: it is inside if it
    ends no later.
    """
    nowhere = [one for one in alike if one.span is None]
    placed = sorted(
        (one.span.start, -one.span.end, index) for index, one in enumerate(alike) if one.span
    )
    nearest_end: int | None = None
    for _, minus_end, index in reversed(placed):
        if nearest_end is None or nearest_end > -minus_end:
            yield alike[index]
            nearest_end = -minus_end
    yield from nowhere


def _saying(diagnostic: Diagnostic) -> object:
    """File and words, so that only few are ever compared with each other."""
    path = diagnostic.span.path if diagnostic.span else ""
    return (path, diagnostic.code, diagnostic.message, diagnostic.help, diagnostic.labels)


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    nowhere = Span("", 0, 0)
    return tuple(
        sorted(
            diagnostics,
            key=lambda one: (one.span or nowhere, one.code, one.message, one.help, repr(one)),
        )
    )
