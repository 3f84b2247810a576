"""A desk with two released editions in a real history; each is easy to tell from the other."""

from datetime import date
from pathlib import Path

from generator.build import compile_project
from generator.past import Past, past_editions
from generator.publishing import publish
from generator.releasing import Wanted, release
from generator.workspace import LocalWorkspace
from tests.editions.history import BRIEFING, TREND, begin, commit, edit

HARBOUR = "sources/harbour-2026-02-09.md"
QUAY = "sources/quay-2026-02-10.md"
FIRST_TREND = """\
Shares of one film company "rose 20 percent" that Monday [@harbour-2026-02-09], as
[the outlook](outlook.md#kj-rules) says.
{#rise}

![Shares](shares.svg) See [the handbook](../../handbook.md), [the paper](https://quay.example/)
and [what it rests on](../../sources/quay-2026-02-10.md).
"""
CORRECTION = """\
corrections:
  - {id: c1, date: 2026-03-12, kind: correction, edition: 1, ids: [rise, fc-lawsuit, kj-rules],
     wrong: That Monday., right: On Monday., why: A slip.}
"""


def released(folder: Path) -> Path:
    """The project, its second edition just released."""
    project = begin(folder)
    settings = project / "mkdocs.yml"
    with settings.open("a", encoding="utf-8") as stream:
        stream.write("markdown_extensions: [attr_list, tables]\n")
    (project / TREND).write_text(FIRST_TREND, encoding="utf-8")
    (project / "docs/briefings/example/shares.svg").write_text("<svg>1</svg>", encoding="utf-8")
    (project / "docs/handbook.md").write_text("# How\n", encoding="utf-8")
    commit(project, "First")
    release_on(project, date(2026, 3, 10))
    edit(project, TREND, "that Monday", "on Monday")
    edit(project, BRIEFING, "likelihood: likely", "likelihood: very likely")
    (project / "docs/briefings/example/shares.svg").write_text("<svg>2</svg>", encoding="utf-8")
    add(project, BRIEFING, CORRECTION)
    commit(project, "Second")
    release_on(project, date(2026, 3, 12))
    return project


def release_on(project: Path, day: date) -> None:
    """Release the next edition."""
    done = release(LocalWorkspace(project, day), Wanted("example"))
    assert done.edition is not None, [each.message for each in done.build.diagnostics]


def add(project: Path, path: str, text: str) -> None:
    """Put text at the end of a file."""
    with (project / path).open("a", encoding="utf-8") as stream:
        stream.write(text)


def past_of(project: Path) -> Past:
    """What would be published of the past; its files can no longer be read."""
    workspace = LocalWorkspace(project, date(2026, 3, 12))
    with past_editions(workspace, compile_project(workspace)) as past:
        return past


def published(project: Path) -> Path:
    """The site with the editions of the past."""
    build = compile_project(LocalWorkspace(project, date(2026, 3, 12)))
    assert not build.has_errors
    return publish(project, "site", build, editions=True)


def numbers(past: Past) -> list[int]:
    """Which editions are published."""
    return [each.edition.number for each in past.editions]
