"""The ready files for reviews can be read by their hosts, and do what the page promises."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.editions.history import TREND, begin, commit, edit, git

PAGE = (ROOT / "docs/handbook/reviewing.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r'```yaml title="([^"]+)"\n(.*?)```', PAGE, re.DOTALL))
GITHUB, GITLAB = ".github/workflows/review.yml", ".gitlab-ci.yml"


def _github() -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = yaml.safe_load(FILES[GITHUB])["jobs"]["review"]["steps"]
    return steps


def _gitlab() -> dict[str, Any]:
    job: dict[str, Any] = yaml.safe_load(FILES[GITLAB])["review"]
    return job


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A proposed change: a paragraph is reworded, and a quotation is wrong now."""
    project = begin(tmp_path_factory.mktemp("review"))
    edit(project, TREND, "rose 20 percent", "rose 25 percent")
    commit(project, "Proposed")
    return project


def _run(project: Path, script: str, **names: str) -> subprocess.CompletedProcess[str]:
    """Run lines of a ready file as its host does; installing is left out."""
    lines = [line for line in script.splitlines() if not line.startswith("pip install")]
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", "\n".join(lines)],
        cwd=project,
        env={**os.environ, "PATH": path, "BASE": git(project, "rev-parse", "HEAD~1"), **names},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("name", [GITHUB, GITLAB])
def test_every_file_clones_all_and_installs_the_lock(name: str) -> None:
    assert re.search(r'fetch-depth: 0|GIT_DEPTH: "0"', FILES[name])
    assert "pip install --require-hashes -r requirements.lock" in FILES[name]


def test_a_change_from_a_fork_gets_neither_secrets_nor_a_token_that_writes() -> None:
    workflow = yaml.safe_load(FILES[GITHUB])
    assert workflow[True] == "pull_request"  # YAML 1.1 reads `on` as true
    assert workflow["permissions"] == {"contents": "read"}
    assert "secrets" not in FILES[GITHUB]
    checkout = _github()[0]["with"]
    assert checkout["persist-credentials"] is False


def test_nothing_that_a_stranger_writes_is_put_into_a_script() -> None:
    for step in _github():
        assert "${{" not in step.get("run", "")


def test_on_github_the_redline_and_the_diagnostics_are_written(
    project: Path, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    names = {"GITHUB_STEP_SUMMARY": str(summary), "ADDRESS": "https://host.example/1"}
    steps = {step.get("name"): step["run"] for step in _github() if "run" in step}
    for name in ("Redline", "Link to the redline", "Diagnostics for code scanning"):
        done = _run(project, steps[name], **names)
        assert done.returncode == 0, done.stderr
    redline = (project / "redline.html").read_text(encoding="utf-8")
    assert "<del>20</del><ins>25</ins>" in redline
    told = summary.read_text(encoding="utf-8")
    assert "[-20-]{+25+} percent" in told
    assert "[The redline as one page](https://host.example/1)" in told
    results = json.loads((project / "check.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert "quote-not-found" in {each["ruleId"] for each in results["results"]}
    checked = _run(project, steps["Check"])
    assert checked.returncode == 1
    assert f"::error file={TREND},line=1" in checked.stdout


def test_on_gitlab_the_redline_and_the_report_are_kept_whatever_the_check_says(
    project: Path,
) -> None:
    job = _gitlab()
    script = "\n".join(job["script"])
    done = _run(project, script, CI_MERGE_REQUEST_DIFF_BASE_SHA=git(project, "rev-parse", "HEAD~1"))
    assert done.returncode == 1
    artifacts = job["artifacts"]
    assert artifacts["when"] == "always"
    (page,) = artifacts["paths"]
    assert "<del>20</del><ins>25</ins>" in (project / page).read_text(encoding="utf-8")
    report = (project / artifacts["reports"]["codequality"]).read_text(encoding="utf-8")
    assert {each["check_name"] for each in json.loads(report)} >= {"quote-not-found"}
