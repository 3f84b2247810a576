"""The PDF of one briefing, made without the site around it."""

from pathlib import Path

import pytest

from generator.build import compile_project
from generator.guard import LeakError
from generator.publishing import publish, write_pdf
from generator.workspace import LocalWorkspace
from tests.publishing.harbour import harbour

_EVENTS = """
names = []

def on_page_content(html, page, config, files):
    names.append(page.file.src_uri)
    with open(config.config_file_path.replace("mkdocs.yml", "pages.txt"), "w") as stream:
        stream.write(" ".join(names))
    return html

def on_post_page(output, page, config):
    raise RuntimeError("a page has got its theme")
"""


def test_a_pdf_alone_has_the_bytes_that_it_has_in_the_site(tmp_path: Path) -> None:
    project = harbour(tmp_path / "harbour")
    build = compile_project(LocalWorkspace(project))

    alone = write_pdf(project, "clips", build)
    site = publish(project, "site", build)

    assert alone == (site / "briefings/clips/clips.pdf").read_bytes()


def test_for_a_pdf_only_the_pages_of_its_briefing_are_made_without_their_theme(
    tmp_path: Path,
) -> None:
    project = harbour(tmp_path / "harbour")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text() + "\nhooks: [hook.py]\n")
    (project / "hook.py").write_text(_EVENTS)
    other = project / "docs/briefings/tides"
    other.mkdir()
    (other / "briefing.yml").write_text("title: Tides\nstatus: draft\n")
    (other / "trend.md").write_text("Tides come and go.\n")

    write_pdf(project, "clips", compile_project(LocalWorkspace(project)))

    made = (project / "pages.txt").read_text().split()
    assert "briefings/clips/trend.md" in made
    assert all(name.startswith("briefings/clips/") for name in made)


def test_a_pdf_alone_is_looked_over_for_what_is_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leaks(*_: object) -> None:
        raise LeakError("private")

    project = harbour(tmp_path / "harbour")
    monkeypatch.setattr("generator.exporting.look_over", leaks)

    with pytest.raises(LeakError):
        write_pdf(project, "clips", compile_project(LocalWorkspace(project)))
