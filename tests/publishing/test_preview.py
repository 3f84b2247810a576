"""A preview keeps what it has made: after any edit it is what a fresh one would be."""

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator import guard, previewing
from tests.publishing.harbour import harbour, tree

EDITS = {
    "docs/briefings/clips/trend.md": "\n## Later\n\nThe desk goes on.\n",
    "docs/index.md": "\nMore on [the trend](briefings/clips/trend.md).\n",
    "docs/new.md": "# A page that is new\n",
    "templates/theme/main.html": '{% extends "base.html" %}{% block footer %}ours{% endblock %}',
}


def preview(project: Path, site: Path) -> MkDocsConfig:
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    return config


def test_after_each_edit_a_preview_is_what_a_fresh_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772000000")
    project = harbour(tmp_path / "harbour")
    config = preview(project, tmp_path / "site")
    build(config)
    for name, text in EDITS.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text() if path.exists() else "") + text)
        build(config)
        with monkeypatch.context() as process:
            process.setattr(previewing, "_kept", {})
            process.setattr(guard, "_CLEAN", set())
            shutil.rmtree(tmp_path / "other", ignore_errors=True)
            build(preview(project, tmp_path / "other"))

        assert tree(tmp_path / "site") == tree(tmp_path / "other"), name


def test_pages_that_an_extension_makes_of_other_files_are_made_each_time(tmp_path: Path) -> None:
    project = harbour(tmp_path / "harbour")
    part = project / "part.txt"
    part.write_text("before")
    (project / "docs/index.md").write_text('# Front\n\n--8<-- "part.txt"\n')
    settings = (project / "mkdocs.yml").read_text()
    snippets = f"tables, pymdownx.snippets: {{base_path: {project}}}]"
    (project / "mkdocs.yml").write_text(settings.replace("tables]", snippets))
    config = preview(project, tmp_path / "site")
    build(config)
    part.write_text("afterwards")

    build(config)

    assert "afterwards" in (tmp_path / "site/index.html").read_text()
