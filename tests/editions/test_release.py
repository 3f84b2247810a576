"""Releasing: what it needs, what it writes, and what it leaves alone."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from generator.build import compile_project
from generator.editions.inputs import edition_commit
from generator.editions.lock import read_lock
from generator.errors import HistoryError, UsageError
from generator.git.repository import open_repository
from generator.model.edition import Subject
from generator.releasing import Released, Wanted, release
from generator.workspace import LocalWorkspace
from tests.editions.history import BRIEFING, TREND, begin, commit, edit, git

DAY = date(2026, 3, 10)
UPDATE = """\
corrections:
  - {id: c1, date: 2026-03-09, kind: update, edition: 1, ids: [kj-rules], why: A notice came.}
"""


def _release(project: Path, **how: bool) -> Released:
    return release(LocalWorkspace(project, DAY), Wanted("example", "Second thoughts", **how))


def _codes(released: Released) -> list[str]:
    return [each.code for each in released.build.diagnostics if each.is_error]


def _judgement_moves(project: Path, *, explained: bool) -> None:
    edit(project, BRIEFING, "likelihood: likely", "likelihood: very likely")
    if explained:
        path = project / BRIEFING
        path.write_text(path.read_text(encoding="utf-8") + UPDATE, encoding="utf-8")
    commit(project, "A judgement moves")


def test_a_release_writes_the_lock_commits_it_alone_and_tags_that_commit(tmp_path: Path) -> None:
    project = begin(tmp_path)
    checked = git(project, "rev-parse", "HEAD")
    edition = _release(project).edition
    assert edition is not None
    assert (edition.number, edition.date, edition.commit) == (1, "2026-03-10", checked)
    assert git(project, "diff", "--name-only", "HEAD~1", "HEAD") == "editions.lock"
    assert git(project, "rev-parse", "example/v1^{commit}") == git(project, "rev-parse", "HEAD")
    assert git(project, "status", "--porcelain") == ""
    assert "Second thoughts" in git(project, "tag", "--list", "-n9", "example/v1")


def test_what_is_staged_stays_staged_and_out_of_the_commit(tmp_path: Path) -> None:
    project = begin(tmp_path)
    (project / "notes.txt").write_text("Mine\n", encoding="utf-8")
    git(project, "add", "notes.txt")
    assert _release(project).edition is not None
    assert git(project, "status", "--porcelain") == "A  notes.txt"


def test_without_commit_only_the_lock_is_written(tmp_path: Path) -> None:
    project = begin(tmp_path)
    assert _release(project, commits=False).edition is not None
    assert git(project, "status", "--porcelain") == "?? editions.lock"
    assert git(project, "tag") == ""


def test_without_tag_the_commit_stands_alone(tmp_path: Path) -> None:
    project = begin(tmp_path)
    assert _release(project, tags=False).edition is not None
    assert git(project, "tag") == ""
    assert git(project, "log", "-1", "--format=%s") == "Release edition 1 of example"


def test_a_project_in_a_folder_gets_its_lock_there(tmp_path: Path) -> None:
    project = begin(tmp_path, inside="desks/harbour")
    assert _release(project).edition is not None
    assert git(tmp_path, "diff", "--name-only", "HEAD~1", "HEAD") == "desks/harbour/editions.lock"


@pytest.mark.parametrize("path", [TREND, BRIEFING, "mkdocs.yml", "sources/quay-2026-02-10.md"])
def test_an_input_that_is_not_committed_as_it_stands_is_named(tmp_path: Path, path: str) -> None:
    project = begin(tmp_path)
    with (project / path).open("a", encoding="utf-8") as stream:
        stream.write("\n")
    released = _release(project)
    (found,) = [each for each in released.build.diagnostics if each.is_error]
    assert found.code == "uncommitted-changes"
    assert found.span is not None
    assert found.span.path == path
    assert not (project / "editions.lock").exists()


def test_a_file_taken_away_and_one_not_added_are_uncommitted_too(tmp_path: Path) -> None:
    project = begin(tmp_path)
    (project / TREND).unlink()
    (project / "docs/briefings/example/outlook.md").write_text("Soon.\n", encoding="utf-8")
    paths = [each.span and each.span.path for each in _release(project).build.diagnostics]
    assert {TREND, "docs/briefings/example/outlook.md"} <= set(paths)


def test_line_ends_and_files_of_others_do_not_count(tmp_path: Path) -> None:
    project = begin(tmp_path)
    text = (project / TREND).read_bytes()
    (project / TREND).write_bytes(text.replace(b"\n", b"\r\n"))
    (project / "docs/index.md").write_text("# Another\n", encoding="utf-8")
    assert _release(project).edition is not None


def test_an_ignored_capture_counts_by_the_hash_in_its_source(tmp_path: Path) -> None:
    project = begin(tmp_path)
    (project / ".gitignore").write_text("sources/snapshots/\n", encoding="utf-8")
    git(project, "rm", "--cached", "--quiet", "-r", "sources/snapshots")
    commit(project, "Keep captures private")
    edition = _release(project).edition
    assert edition is not None
    captured = [pair for pair in edition.inputs if pair[0].startswith("sources/snapshots/")]
    assert [path.rsplit("/", 1)[-1] for path, _ in captured] == [digest for _, digest in captured]
    assert len(captured) == 2


def test_a_draft_or_an_unknown_briefing_cannot_be_released(tmp_path: Path) -> None:
    project = begin(tmp_path)
    edit(project, BRIEFING, "status: published", "status: draft")
    with pytest.raises(UsageError, match="example is a draft; write `status: published`"):
        _release(project)
    with pytest.raises(UsageError, match="no briefing `other`; there are: example"):
        release(LocalWorkspace(project), Wanted("other"))


def test_errors_and_proposals_stop_a_release(tmp_path: Path) -> None:
    text = '- Shares "rose 20 percent" [@harbour-2026-02-09]. <!-- standfirst: proposed -->\n'
    project = begin(tmp_path, text)
    assert _codes(_release(project)) == ["unreviewed-proposal"]
    edit(project, TREND, " <!-- standfirst: proposed -->", "")
    edit(project, TREND, "20 percent", "30 percent")
    commit(project, "Edit")
    assert "quote-not-found" in _codes(_release(project))


def test_a_judgement_may_not_move_without_a_word(tmp_path: Path) -> None:
    project = begin(tmp_path)
    _release(project)
    _judgement_moves(project, explained=False)
    assert _codes(_release(project)) == ["unexplained-change"]


def test_a_record_that_names_it_explains_a_change_and_stands_in_the_lock(tmp_path: Path) -> None:
    project = begin(tmp_path)
    _release(project)
    _judgement_moves(project, explained=True)
    edition = _release(project).edition
    assert edition is not None
    assert edition.number == 2
    moved = [change for change in edition.changes if change.subject is Subject.JUDGEMENT]
    assert [(each.field, each.before, each.after) for each in moved] == [
        ("likelihood", "likely", "very likely")
    ]
    (written,) = [each for each in read_lock(LocalWorkspace(project)).editions if each.number == 2]
    assert written == edition


@pytest.mark.parametrize(
    ("old", "new", "subject"),
    [
        ("rose 20 percent", "gained 10 percent", "quotation"),
        ("that Monday", "on 9 February", None),
        ("A second paper", "A second paper, one of 3,", None),
        ("that Monday", "that Monday, by 20 %,", None),
    ],
)
def test_replaced_words_of_others_need_a_record_and_new_text_does_not(
    tmp_path: Path, old: str, new: str, subject: str | None
) -> None:
    project = begin(tmp_path)
    _release(project)
    edit(project, TREND, old, new)
    commit(project, "Edit")
    messages = [each.message for each in _release(project).build.diagnostics if each.is_error]
    messages = [each for each in messages if "since edition 1" in each]
    assert messages if subject else not messages
    assert all(str(subject) in message for message in messages)


def test_a_replaced_number_needs_a_record(tmp_path: Path) -> None:
    project = begin(tmp_path, "Nine studios use one, says a survey [@ministry-2026-01].\n")
    _release(project)
    edit(project, TREND, "Nine", "About 9")
    edit(project, TREND, "a survey", "a survey of 2026")
    commit(project, "Edit")
    (found,) = [each for each in _release(project).build.diagnostics if each.is_error]
    assert found.code == "unexplained-change"
    assert "a number on trend was “Nine” and is “9, 2026”" in found.message
    assert found.span is not None
    assert found.span.path == TREND


def test_a_past_probability_may_not_be_rewritten_and_a_new_one_may_be_added(
    tmp_path: Path,
) -> None:
    project = begin(tmp_path)
    _release(project)
    added = "{date: 2026-03-09, p: 0.6, because: One filed}]"
    edit(
        project, BRIEFING, "because: Letters were sent}]", f"because: Letters were sent}}, {added}"
    )
    commit(project, "Add")
    assert _release(project).edition is not None
    edit(project, BRIEFING, "p: 0.45", "p: 0.55")
    commit(project, "Rewrite")
    released = _release(project)
    assert _codes(released) == ["forecast-rewritten"]


def test_nothing_new_is_no_edition(tmp_path: Path) -> None:
    project = begin(tmp_path)
    _release(project)
    with pytest.raises(UsageError, match="nothing has changed since edition 1 of example"):
        _release(project)


def test_a_tag_that_stands_already_leaves_everything_as_it_was(tmp_path: Path) -> None:
    project = begin(tmp_path)
    git(project, "tag", "example/v1")
    head = git(project, "rev-parse", "HEAD")
    with pytest.raises(HistoryError, match="git update-ref failed"):
        _release(project)
    assert git(project, "rev-parse", "HEAD") == head
    assert git(project, "status", "--porcelain") == ""
    assert not (project / "editions.lock").exists()


def test_without_a_name_git_says_what_to_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = begin(tmp_path)
    git(project, "config", "--unset", "user.email")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    with pytest.raises(HistoryError, match="does not know whose commit this is"):
        _release(project)
    assert not (project / "editions.lock").exists()


def test_an_edition_is_found_again_after_the_history_was_rewritten(tmp_path: Path) -> None:
    project = begin(tmp_path)
    edition = _release(project).edition
    assert edition is not None
    git(project, "tag", "--delete", "example/v1")
    git(project, "checkout", "--quiet", "--orphan", "anew")
    again = commit(project, "The same content under another name")
    git(project, "branch", "--delete", "--force", "main")
    git(project, "reflog", "expire", "--expire=now", "--all")
    git(project, "gc", "--quiet", "--prune=now")
    with open_repository(project) as repository:
        assert repository.commit(edition.commit) is None
        assert edition_commit(repository, edition) == again


def test_an_edition_whose_content_is_gone_is_reported(tmp_path: Path) -> None:
    project = begin(tmp_path / "one")
    edition = _release(project).edition
    assert edition is not None
    edit(project, TREND, "Monday", "day")
    commit(project, "Edit")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{project}", "two")
    with (
        open_repository(tmp_path / "two") as repository,
        pytest.raises(HistoryError, match=r"no commit here has the content of edition 1 .*shallow"),
    ):
        edition_commit(repository, edition)


def test_a_zip_of_the_project_tells_the_same_editions(tmp_path: Path) -> None:
    project = begin(tmp_path)
    _release(project)
    with_history = compile_project(LocalWorkspace(project, DAY))
    (project / ".git").rename(tmp_path / "elsewhere")
    without = compile_project(LocalWorkspace(project, DAY))
    assert with_history == without
    assert without.briefings[0].edition == 1
    with pytest.raises(HistoryError, match="is not in a git repository"):
        _release(project)


def test_the_lock_is_readable_json_in_the_order_of_its_editions(tmp_path: Path) -> None:
    project = begin(tmp_path)
    _release(project)
    _judgement_moves(project, explained=True)
    _release(project)
    written = json.loads((project / "editions.lock").read_text(encoding="utf-8"))
    assert [each["number"] for each in written["editions"]] == [1, 2]
    assert BRIEFING in written["editions"][0]["inputs"]
