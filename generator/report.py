"""A build's diagnostics as text, in any of the reporters' formats."""

from generator.model.build import Build
from generator.reporters import Report, reporters


def report_text(build: Build, name: str, *, color: bool = False) -> str:
    """The diagnostics of `build` in the format `name`."""
    report = Report(build.diagnostics, build.files, summary(build), color)
    return reporters()[name](report)


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
