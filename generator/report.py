"""A build's diagnostics as text, in any of the reporters' formats."""

from generator.errors import UsageError
from generator.model.build import Build
from generator.reporters import Report, reporters


def report_text(build: Build, name: str, *, color: bool = False) -> str:
    """The diagnostics of `build` in the format `name`. Raises UsageError for an unknown format."""
    if name not in reporters():
        raise UsageError(f"there is no format `{name}`; there are: {', '.join(reporters())}")
    return reporters()[name](Report(build.diagnostics, build.files, summary(build), color))


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
    figures = (
        _count(len(build.briefings), "briefing"),
        _count(len(build.library.sources), "source"),
        f"{found} of {_count(len(quotations), 'quotation')} found",
        *([f"{len(build.allowed)} allowed"] if build.allowed else []),
    )
    return ", ".join(figures)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
