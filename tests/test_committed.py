"""Forecasts compared with the last commit, on real histories."""

from pathlib import Path

import pytest

from generator.build import compile_project
from generator.workspace import LocalWorkspace
from tests.editions.history import BRIEFING, begin, commit, edit, git


def _rewritten(project: Path) -> list[str]:
    found = compile_project(LocalWorkspace(project)).diagnostics
    return [one.message for one in found if one.code == "forecast-rewritten"]


def test_a_probability_changed_since_the_last_commit_is_told(tmp_path: Path) -> None:
    project = begin(tmp_path)
    assert _rewritten(project) == []
    edit(project, BRIEFING, "p: 0.45", "p: 0.6")
    (message,) = _rewritten(project)
    assert message.endswith("was 45 % in the last commit and is now 60 %")
    commit(project, "Rewrite")
    assert _rewritten(project) == []


def test_a_new_probability_is_no_rewriting(tmp_path: Path) -> None:
    project = begin(tmp_path)
    edit(project, BRIEFING, "were sent}]", "were sent}, {date: 2026-03-04, p: 0.5}]")
    assert _rewritten(project) == []


def test_a_correction_that_names_the_forecast_explains_it(tmp_path: Path) -> None:
    project = begin(tmp_path)
    edit(project, BRIEFING, "p: 0.45", "p: 0.6")
    with (project / BRIEFING).open("a", encoding="utf-8") as file:
        file.write(
            "corrections:\n  - {id: c9, date: 2026-03-05, kind: correction, ids: [fc-lawsuit]}\n"
        )
    assert _rewritten(project) == []


@pytest.mark.parametrize("inside", ["", "my desk/site"])
def test_the_project_may_lie_in_a_folder_of_its_repository(tmp_path: Path, inside: str) -> None:
    project = begin(tmp_path, inside=inside)
    edit(project, BRIEFING, "p: 0.45", "p: 0.6")
    assert len(_rewritten(project)) == 1


def test_without_a_commit_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    project = begin(tmp_path)
    git(project, "update-ref", "-d", "HEAD")
    edit(project, BRIEFING, "p: 0.45", "p: 0.6")
    assert _rewritten(project) == []


def test_what_the_repository_would_run_is_not_run(tmp_path: Path) -> None:
    project = begin(tmp_path)
    proof = tmp_path / "ran"
    git(project, "config", "core.fsmonitor", f"touch {proof}")
    git(project, "config", "filter.x.smudge", f"touch {proof}")
    git(project, "config", "filter.x.clean", f"touch {proof}")
    git(project, "config", "diff.x.textconv", f"touch {proof}")
    (project / ".gitattributes").write_text("*.yml filter=x diff=x\n", encoding="utf-8")
    edit(project, BRIEFING, "p: 0.45", "p: 0.6")
    proof.unlink(missing_ok=True)
    assert len(_rewritten(project)) == 1
    assert not proof.exists()
