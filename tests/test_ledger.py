"""Adding to a ledger: what comes out is the old text with new lines, or nothing."""

from datetime import date
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.insertion import Content, Fields
from generator.ledger import Entry, add_probability, add_resolution
from generator.workspace import LocalWorkspace

_PATH = "docs/briefings/clips/briefing.yml"
_DAY = date(2026, 3, 9)
_HEAD = """\
title: Clips   # kept
forecasts:   # kept too
"""
_BLOCK = """\
  - id: fc-suit
    question: Will a studio sue?
    opened: 2026-03-02
    resolves: 2026-12-31
    probabilities:
      - date: 2026-03-02
        p: 0.4
        because: >-
          Letters
          were sent.

      # what follows is another question
  - id: fc-rules
    question: Will rules come?
    opened: 2026-03-02
    resolves: 2026-12-31
    criteria: They stand in the gazette.   # by then
    probabilities: [{date: 2026-03-02, p: 0.4}]   # one so far
    resolution: null   # not yet
  - {id: fc-flow, question: Will it?, opened: 2026-03-02, resolves: 2026-12-31}
  - id: fc-choice
    outcomes: [red, dark blue]
    question: Which colour?
    opened: 2026-03-02
    resolves: 2026-12-31
    probabilities:
      - {date: 2026-03-02, p: {red: 0.4, dark blue: 0.6}}
  - id: fc-bare
    question: Will it?
    opened: 2026-03-02
    resolves: 2026-12-31
judgements: []
"""


def _project(folder: Path, forecasts: str = _BLOCK) -> LocalWorkspace:
    (folder / "docs/briefings/clips").mkdir(parents=True)
    (folder / "sources").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Desk\n", encoding="utf-8")
    (folder / "sources/quay.md").write_text("---\ntitle: Quay\n---\nText.\n", encoding="utf-8")
    (folder / _PATH).write_bytes((_HEAD + forecasts).encode())
    return LocalWorkspace(folder)


def _text(workspace: LocalWorkspace) -> str:
    return workspace.read(_PATH).decode()


def _added(workspace: LocalWorkspace, forecast: str, **held: Content) -> Entry:
    entry: Fields = {"p": "0.3", "because": "No filing"} | held
    return add_probability(workspace, "clips", forecast, entry, _DAY)


def test_an_entry_is_written_as_the_last_one_is(tmp_path: Path) -> None:
    project = _project(tmp_path)
    before = _text(project)
    entry = _added(project, "fc-suit")
    lines = "      - date: 2026-03-09\n        p: 0.3\n        because: No filing\n"
    assert _text(project) == before.replace("were sent.\n", f"were sent.\n{lines}")
    assert (entry.path, entry.line, entry.lines + "\n") == (_PATH, 13, lines)


def test_an_entry_goes_into_a_list_in_brackets(tmp_path: Path) -> None:
    project = _project(tmp_path)
    _added(project, "fc-rules", because="Talks: [@quay] says so, “soon”")
    expected = 'p: 0.4}, {date: 2026-03-09, p: 0.3, because: "Talks: [@quay] says so, “soon”"}]   #'
    assert expected in _text(project)


def test_a_list_in_brackets_over_several_lines_gets_a_line(tmp_path: Path) -> None:
    listed = "[\n      {date: 2026-03-02, p: 0.4},\n    ]"
    forecasts = _BLOCK.replace("[{date: 2026-03-02, p: 0.4}]", listed)
    project = _project(tmp_path, forecasts)
    _added(project, "fc-rules")
    assert "p: 0.4},\n      {date: 2026-03-09, p: 0.3, because: No filing},\n    ]" in _text(
        project
    )


def test_the_first_entry_brings_its_list(tmp_path: Path) -> None:
    project = _project(tmp_path)
    _added(project, "fc-bare")
    lines = (
        "    probabilities:\n      - date: 2026-03-09\n        p: 0.3\n        because: No filing\n"
    )
    assert f"2026-12-31\n{lines}judgements: []\n" in _text(project)
    _added(project, "fc-flow")
    flow = "2026-12-31, probabilities: [{date: 2026-03-09, p: 0.3, because: No filing}]}\n"
    assert flow in _text(project)


def test_several_outcomes_get_a_number_each(tmp_path: Path) -> None:
    project = _project(tmp_path)
    _added(project, "fc-choice", p={"red": "0.2", "dark blue": "0.8"})
    line = "      - {date: 2026-03-09, p: {red: 0.2, dark blue: 0.8}, because: No filing}\n"
    assert f"dark blue: 0.6}}}}\n{line}" in _text(project)


def test_a_resolution_takes_the_place_of_nothing(tmp_path: Path) -> None:
    project = _project(tmp_path)
    resolution: Fields = {"outcome": "yes", "cite": ["@quay, ¶4"]}
    add_resolution(project, "clips", "fc-rules", resolution, _DAY)
    expected = 'resolution: {date: 2026-03-09, outcome: yes, cite: ["@quay, ¶4"]}   # not yet\n'
    assert expected in _text(project)
    with pytest.raises(UsageError, match="was resolved on 2026-03-09 as yes"):
        add_resolution(project, "clips", "fc-rules", resolution, _DAY)
    with pytest.raises(UsageError, match="was resolved"):
        _added(project, "fc-rules")


def test_a_missing_resolution_stands_after_the_last_field(tmp_path: Path) -> None:
    project = _project(tmp_path)
    resolution: Fields = {"outcome": "void", "cite": ["@quay"]}
    add_resolution(project, "clips", "fc-suit", resolution, _DAY)
    lines = '    resolution:\n      date: 2026-03-09\n      outcome: void\n      cite: ["@quay"]\n'
    assert f"were sent.\n{lines}\n      # what follows" in _text(project)


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    project = _project(tmp_path, _BLOCK.replace("\n", "\r\n"))
    _added(project, "fc-suit")
    assert "p: 0.3\r\n" in _text(project)
    assert "\n" not in _text(project).removeprefix(_HEAD).replace("\r\n", "")


def test_what_is_laid_out_in_another_way_is_refused_with_the_lines_to_paste(
    tmp_path: Path,
) -> None:
    odd = _BLOCK.replace(
        "      - date: 2026-03-02\n        p: 0.4\n",
        "      -\n        date: 2026-03-02\n        p: 0.4\n",
    )
    project = _project(tmp_path, odd)
    with pytest.raises(UsageError, match=r"- \{date: 2026-03-09, p: 0.3, because: No filing\}"):
        _added(project, "fc-suit")
    assert _text(project) == _HEAD + odd


@pytest.mark.parametrize(
    ("forecast", "held", "says"),
    [
        ("fc-gone", {}, "no one forecast `fc-gone`"),
        ("fc-suit", {"p": "1"}, "above 0 and below 1"),
        ("fc-suit", {"p": "half"}, "is no number"),
        ("fc-suit", {"p": {"red": "1"}}, "write one number"),
        ("fc-choice", {"p": "0.4"}, "write red=P dark blue=P"),
        ("fc-choice", {"p": {"red": "0.4", "dark blue": "0.4"}}, "make 0.8, not 1"),
        ("fc-suit", {"date": "2026-03-01"}, "lies before 2026-03-02"),
        ("fc-suit", {"date": "2027"}, "closed on 2026-12-31"),
        ("fc-suit", {"date": "Monday"}, "is not a date"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    tmp_path: Path, forecast: str, held: Fields, says: str
) -> None:
    project = _project(tmp_path)
    with pytest.raises(UsageError, match=says):
        _added(project, forecast, **held)
    assert _text(project) == _HEAD + _BLOCK


@pytest.mark.parametrize(
    ("resolution", "says"),
    [
        ({"outcome": "perhaps", "cite": ["@quay"]}, "write yes, no or void"),
        ({"outcome": "yes", "cite": ["@gone"]}, "no source of this name"),
        ({"outcome": "yes", "cite": ["@quay"], "date": "2026-03-01"}, "the opening day"),
    ],
)
def test_a_resolution_needs_an_outcome_and_evidence(
    tmp_path: Path, resolution: Fields, says: str
) -> None:
    project = _project(tmp_path)
    with pytest.raises(UsageError, match=says):
        add_resolution(project, "clips", "fc-suit", resolution, _DAY)


def test_a_file_that_check_complains_of_is_left_alone(tmp_path: Path) -> None:
    project = _project(tmp_path, "  - id: [\n")
    with pytest.raises(UsageError, match="run `standfirst check`"):
        _added(project, "fc-suit")
    with pytest.raises(UsageError, match="there is no briefing `gone`; there are: clips"):
        add_probability(project, "gone", "fc", {"p": "0.3"}, _DAY)
