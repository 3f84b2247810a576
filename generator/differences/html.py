"""Differences as one HTML file that needs nothing beside it, for reviewers without git."""

from collections.abc import Iterable
from itertools import groupby

from generator.differences import Difference
from generator.editions.wording import change_line
from generator.model.edition import Change
from generator.plugins import template_folder


def html(differences: Iterable[Difference]) -> str:
    """The page. All text of the project is escaped; there are no scripts and no addresses."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 100 ms

    environment = Environment(
        loader=FileSystemLoader(template_folder() / "redline"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    reports = [
        {"difference": difference, "changes": _grouped(difference.comparison.changes)}
        for difference in differences
    ]
    return environment.get_template("report.html").render(reports=reports)


def _grouped(changes: Iterable[Change]) -> list[tuple[str, str, list[str]]]:
    """Each thing once: what it is, its name, what became of it."""
    return [
        (str(subject), name, [change_line(change) for change in group])
        for (subject, name), group in groupby(changes, lambda change: (change.subject, change.id))
    ]
