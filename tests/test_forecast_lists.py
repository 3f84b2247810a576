"""A list of forecasts comes in as it went out, and what contradicts is refused with its place."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import compile_project
from generator.errors import UsageError
from generator.exporters import Published
from generator.exporters.forecasts_csv import EXPORT
from generator.forecast_lists import import_forecasts
from generator.model.forecast import Forecast
from generator.text.strict_yaml import read_yaml
from generator.workspace import LocalWorkspace

_PATH = "docs/briefings/clips/briefing.yml"
_HEAD = "title: Clips   # kept\nsources: [quay]\n"
_FORECASTS = """\
forecasts:
  - id: fc-suit
    question: "=Will a studio, or two, sue?"
    opened: 2026-03-02
    resolves: 2026-12-31
    closes: 2026-11
    criteria: >-
      A complaint is filed,
      and "reported" twice.
    cite: ["@quay, ¶1", "@quay"]
    probabilities:
      - {date: 2026-03-02, p: 0.45, because: "- Letters were sent [@quay]"}
      - {date: 2026-03-05, p: 0.3, by: The Quay}
      - {date: 2026-03-05, p: 0.125}
    resolution: {date: 2026-03-08, outcome: yes, cite: ["@quay, ¶1"]}
  - id: fc-choice
    question: Which comes first?
    opened: 2026-03
    resolves: 2026-12-31
    criteria: The earlier of the two.
    outcomes: [a suit, a licence]
    probabilities:
      - {date: 2026-03-02, p: {a suit: 0.2, a licence: 0.8}}
      - {date: 2026-03-04, p: {a licence: 0.7, a suit: 0.3}, because: A letter}
    resolution: {date: 2026-04-01, outcome: void}
  - id: fc-bare
    question: Which of three?
    opened: 2026-03-02
    resolves: 2026-12-31
    outcomes: [one, two, three]
"""


def _project(folder: Path, forecasts: str) -> LocalWorkspace:
    (folder / "docs/briefings/clips").mkdir(parents=True)
    (folder / "sources").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Desk\n", encoding="utf-8")
    quay = "---\ntitle: Quay\n---\nA text of the quay.\n"
    (folder / "sources/quay.md").write_text(quay, encoding="utf-8")
    (folder / _PATH).write_text(_HEAD + forecasts, encoding="utf-8")
    return LocalWorkspace(folder)


def _forecasts(workspace: LocalWorkspace) -> tuple[Forecast, ...]:
    (briefing,) = compile_project(workspace).briefings
    return briefing.forecasts


def _list(workspace: LocalWorkspace) -> str:
    (asset,) = EXPORT(Published(compile_project(workspace), {}, lambda _path: b"", 0))
    return asset.content.decode()


def _take(workspace: LocalWorkspace, text: str) -> dict[str, str]:
    file = workspace.root / "list.csv"
    file.write_text(text, encoding="utf-8", newline="")
    return dict(import_forecasts(workspace, "clips", str(file)).news)


def _refusal(workspace: LocalWorkspace, text: str) -> str:
    before = workspace.read(_PATH)
    with pytest.raises(UsageError) as refused:
        _take(workspace, text)
    assert workspace.read(_PATH) == before
    return str(refused.value).replace(f"{workspace.root}/", "")


@pytest.mark.parametrize("empty", ["", "forecasts: []\n", "forecasts:   # none yet\n"])
def test_a_list_comes_back_as_it_went_out(tmp_path: Path, empty: str) -> None:
    source = _project(tmp_path / "one", _FORECASTS)
    target = _project(tmp_path / "two", empty)
    news = _take(target, _list(source))
    assert news["fc-suit"] == "new, 3 probabilities"
    assert _list(target) == _list(source)
    for ours, theirs in zip(_forecasts(target), _forecasts(source), strict=True):
        assert (ours.id, ours.question, ours.outcomes) == (
            theirs.id,
            theirs.question,
            theirs.outcomes,
        )
        assert (ours.held, ours.cite, ours.resolution) == (
            theirs.held,
            theirs.cite,
            theirs.resolution,
        )
    assert target.read(_PATH).decode().startswith(_HEAD)


def test_a_list_that_is_taken_twice_adds_nothing(tmp_path: Path) -> None:
    project = _project(tmp_path, _FORECASTS)
    before = project.read(_PATH)
    assert set(_take(project, _list(project)).values()) == {"nothing new"}
    assert project.read(_PATH) == before


def test_lists_in_a_cell_agree_however_they_are_spaced(tmp_path: Path) -> None:
    project = _project(tmp_path, _FORECASTS)
    text = _list(project).replace("a suit | a licence", "a suit|a licence")
    text = text.replace("quay, ¶1; quay", "@quay, ¶1;@quay")
    assert text != _list(project)
    assert set(_take(project, text).values()) == {"nothing new"}
    assert "contradicts" in _refusal(project, text.replace("one | two | three", "one|two"))


_OPEN = """\
forecasts:
  - id: fc-rain   # a question
    question: Will it rain?
    opened: 2026-03-02
    resolves: 2026-12-31
    probabilities:
      - {date: 2026-03-02, p: 0.4}   # one so far
# the end
"""


def test_new_probabilities_and_the_outcome_are_added_and_comments_stay(tmp_path: Path) -> None:
    project = _project(tmp_path, _OPEN)
    text = "id,date,p,because,resolved,resolution\n"
    text += "fc-rain,2026-03-02,0.40,,2026-07-01,no\nfc-rain,2026-05-01,0.2,Dry,2026-07-01,no\n"
    assert _take(project, text) == {"fc-rain": "1 probability added, resolved as no"}
    (forecast,) = _forecasts(project)
    assert [each.p for each in forecast.held] == [0.4, 0.2]
    assert forecast.resolution
    assert forecast.resolution.outcome == "no"
    written = project.read(_PATH).decode()
    assert [line for line in _OPEN.splitlines() if line not in written] == []


def test_a_list_for_many_forecasts_is_inserted_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = _OPEN.split("\n", 1)[1].replace("# the end\n", "")
    many = "".join(entry.replace("rain", f"rain-{number}") for number in range(12))
    project = _project(tmp_path, f"forecasts:\n{many}# the end\n")
    rows = [f"fc-rain-{number},2026-05-01,0.2,2026-07-01,no" for number in range(12)]
    text = "id,date,p,resolved,resolution\n" + "\n".join(rows) + "\n"
    readings = Mock(side_effect=read_yaml)
    monkeypatch.setattr("generator.insertion.read_yaml", readings)
    news = _take(project, text)
    assert set(news.values()) == {"1 probability added, resolved as no"}
    assert readings.call_count == 1
    assert all([each.p for each in one.held] == [0.4, 0.2] for one in _forecasts(project))
    assert project.read(_PATH).decode().endswith("# the end\n")


def test_what_comes_to_one_place_stands_in_its_order(tmp_path: Path) -> None:
    project = _project(tmp_path, _OPEN)
    text = "id,question,opened,resolves,date,p,resolved,resolution\n"
    text += "fc-rain,,,,2026-05-01,0.2,2026-07-01,no\n"
    text += "fc-snow,Will it snow?,2026-05-01,2026-12-31,2026-05-01,0.1,,\n"
    _take(project, text)
    rain, snow = _forecasts(project)
    assert [each.p for each in rain.held] == [0.4, 0.2]
    assert rain.resolution
    assert (snow.id, [each.p for each in snow.held]) == ("fc-snow", [0.1])


def test_a_layout_that_cannot_be_added_to_is_named_by_its_forecast(tmp_path: Path) -> None:
    odd = _OPEN.replace("  - id: fc-rain   # a question", "  -\n    id: fc-rain")
    text = "id,question,opened,resolves,resolved,resolution\n"
    text += "fc-snow,Will it snow?,2026-05-01,2026-12-31,,\n"
    refusal = _refusal(_project(tmp_path, odd), text)
    assert "its last entry does not stand beside its dash; add these lines to the briefing" in (
        refusal
    )


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("fc-rain,Will it snow?,,,", "list.csv:2: `question`: “Will it snow?” contradicts"),
        ("fc-rain,,2026-03-02,0.5,", "list.csv:2: `p`: 0.5 of 2026-03-02 contradicts the briefing"),
        ("fc-rain,,2026-03-02,0.4,Why", "list.csv:2: `because`: contradicts"),
        ("fc-rain,,2026-03-01,0.5,", "list.csv:2: `date`: 2026-03-01 lies before 2026-03-02"),
        ("fc-rain,,2026-04-01,1,", "list.csv:2: `p`: “1” is no number above 0 and below 1"),
        ("fc-rain,,2026-04-01,45%,", "list.csv:2: `p`: “45%” is no number"),
        ("fc-rain,,1 April,0.5,", "list.csv:2: `date`: “1 April” is no date"),
        ("fc-rain,,,0.5,", "list.csv:2: `date`: is empty, and `p` is not"),
        (",,2026-04-01,0.5,", "list.csv:2: `id`: is empty"),
        ('fc-rain,,,,\n"fc-rain\n",,2026-04-01,no,', "list.csv:3: `p`: “no” is no number"),
        ("fc-snow,Will it snow?,,,", "list.csv:2: `opened`: is empty, and the briefing has no"),
        ("fc-rain,,2026-04-01,0.5", "list.csv:2: has 4 cells, and there are 5 columns"),
    ],
)
def test_a_wrong_cell_is_refused_with_its_line_and_column(
    tmp_path: Path, rows: str, message: str
) -> None:
    project = _project(tmp_path, _OPEN)
    assert _refusal(project, f"id,question,date,p,because\n{rows}\n").startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "list.csv: is empty"),
        ("id,chance\nfc-rain,0.4\n", "list.csv:1: `chance`: is no column; there are: id, question"),
        ("id,p,p\nfc-rain,0.4,0.4\n", "list.csv:1: `p`: stands twice"),
        ("p\n0.4\n", "list.csv:1: `id`: is missing"),
        ("id,sources\nfc-rain,none\n", "list.csv:2: `sources`: the library has no source `none`"),
        (
            "id,resolved,resolution\nfc-rain,2026-07-01,maybe\n",
            "list.csv:2: `resolution`: “maybe” is no outcome; there are: yes | no | void",
        ),
        (
            "id,criteria\nfc-new,One\nfc-new,Two\n",
            "list.csv:3: `criteria`: “Two” differs from “One” on line 2",
        ),
        (
            "id,date,outcome,p\nfc-new,2026-03-02,red,0.2\nfc-new,2026-03-02,blue,0.7\n",
            "list.csv:2: `p`: the probabilities of 2026-03-02 make 0.9, not 1",
        ),
    ],
)
def test_a_wrong_list_is_refused_with_the_reason(tmp_path: Path, text: str, message: str) -> None:
    assert _refusal(_project(tmp_path, _OPEN), text).startswith(message)


def test_all_wrong_cells_are_told_at_once(tmp_path: Path) -> None:
    text = "id,date,p\nfc-rain,May,0.5\nfc-rain,2026-05-01,2\n"
    refusal = _refusal(_project(tmp_path, _OPEN), text).splitlines()
    assert [line.split(":")[1] for line in refusal[:-1]] == ["2", "3"]
    assert refusal[-1] == "nothing was written"


def test_semicolons_and_a_byte_order_mark_are_read_too(tmp_path: Path) -> None:
    project = _project(tmp_path, _OPEN)
    text = "\ufeffid;date;p\r\nfc-rain;2026-04-01;0.3\r\n"
    assert _take(project, text) == {"fc-rain": "1 probability added"}


_WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20
).map(lambda text: " ".join(text.split()))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(_WORDS, _WORDS).filter(all))
def test_any_words_come_in_as_they_went_out(
    tmp_path_factory: pytest.TempPathFactory, words: tuple[str, str]
) -> None:
    from generator.insertion import with_item
    from generator.model.span import TextFile
    from generator.text.strict_yaml import read_yaml

    file = TextFile(_PATH, "title: Clips\n")
    fields = {"id": "fc-a", "question": words[0], "criteria": words[1], "opened": "2026-03-02"}
    text, _ = with_item(file, read_yaml(file), ("forecasts",), {**fields, "resolves": "2026-12-31"})
    source = _project(tmp_path_factory.mktemp("one"), text.removeprefix("title: Clips\n"))
    target = _project(tmp_path_factory.mktemp("two"), "")
    _take(target, _list(source))
    assert _list(target) == _list(source)
