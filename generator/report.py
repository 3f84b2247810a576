"""A build's diagnostics as text, in any of the reporters' formats."""

from collections.abc import Iterator
from itertools import chain

from generator.briefing.coverage import Coverage, briefing_coverage
from generator.errors import UsageError
from generator.model.build import Build
from generator.model.page import Allowance
from generator.model.source import Rights
from generator.reporters import Allowed, Report, reporters


def report_text(build: Build, name: str, *, color: bool = False) -> str:
    """The diagnostics of `build` in the format `name`. Raises UsageError for an unknown format."""
    if name not in reporters():
        raise UsageError(f"there is no format `{name}`; there are: {', '.join(reporters())}")
    report = Report(
        build.diagnostics,
        build.files,
        summary(build),
        color,
        allowed=tuple(_allowed(build)),
        withheld=frozenset(
            source.id for source in build.library.sources if source.rights is Rights.NONE
        ),
    )
    return reporters()[name](report)


def errors_text(build: Build, *, color: bool = False) -> str:
    """The errors for the terminal, with all counts: warnings are for `standfirst check`."""
    report = Report(build.diagnostics, build.files, summary(build), color, errors_only=True)
    return reporters()["terminal"](report)


def summary(build: Build) -> str:
    """What was compiled, in figures."""
    quotations = [
        quotation
        for briefing in build.briefings
        for page in (*briefing.pages, *briefing.field_pages)
        for quotation in page.quotations
    ]
    found = sum(1 for quotation in quotations if quotation.match and quotation.match.is_found)
    covered = sum(map(briefing_coverage, build.briefings), Coverage())
    figures = (
        _count(len(build.briefings), "briefing"),
        _count(len(build.library.sources), "source"),
        f"{found} of {_count(len(quotations), 'quotation')} found",
        *([_coverage(covered)] if covered.claims else []),
        *([f"{len(build.allowed)} allowed"] if build.allowed else []),
    )
    return ", ".join(figures)


def _allowed(build: Build) -> Iterator[Allowed]:
    """What comments in the pages allow, each with the reason that its comment gives."""
    pages = chain(*(briefing.pages for briefing in build.briefings), build.free_pages)
    noted = [page.allowances for page in pages]
    noted += [briefing.allowances for briefing in build.briefings]
    noted.append(build.glossary.allowances)
    by_code: dict[str, list[Allowance]] = {}
    for allowance in chain.from_iterable(noted):
        by_code.setdefault(allowance.code, []).append(allowance)
    for diagnostic in build.allowed:
        reasons = (
            allowance.reason
            for allowance in by_code.get(diagnostic.code, ())
            if diagnostic.span and allowance.scope.holds(diagnostic.span)
        )
        yield Allowed(diagnostic, next(reasons, ""))


def _coverage(covered: Coverage) -> str:
    """How many claims have a source, in words."""
    claims = _count(covered.claims, "claim")
    return f"coverage {covered.percent} % ({covered.cited} of {claims})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
