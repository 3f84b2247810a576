"""The library as a table for the terminal: grade, date, origin, used by, and what is missing."""

from generator.model.build import Build
from generator.model.source import Credibility, Reliability, Source

_HEADER = ("id", "grade", "published", "origin", "used by", "missing")


def library_table(build: Build) -> str:
    """One line a source, in columns, and a line of figures below."""
    rows = [_HEADER, *(_row(source, build) for source in build.library.sources)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADER))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    sources = build.library.sources
    origins = len({source.origin for source in sources})
    unused = sum(1 for source in sources if not _used_by(source, build))
    ungraded = sum(1 for source in sources if _is_ungraded(source))
    figures = f"{len(sources)} sources, {origins} origins, {ungraded} ungraded, {unused} unused"
    return "\n".join([*lines, "", figures, ""])


def _row(source: Source, build: Build) -> tuple[str, ...]:
    origin = "own" if source.origin == source.id else source.origin
    used_by = ", ".join(_used_by(source, build)) or "unused"
    return (
        source.id,
        "ungraded" if _is_ungraded(source) else source.grade,
        source.published or "undated",
        origin,
        used_by,
        ", ".join(name for name in ("url", "publisher") if getattr(source, name) is None),
    )


def _used_by(source: Source, build: Build) -> list[str]:
    return [briefing.slug for briefing in build.briefings if source.id in briefing.used]


def _is_ungraded(source: Source) -> bool:
    return source.reliability is Reliability.F and source.credibility is Credibility.UNKNOWN
