import csv
import io
import json

from generator.build import compile_project
from generator.exporters import Published
from generator.exporters.forecasts_csv import COLUMNS
from generator.exporters.forecasts_csv import EXPORT as CSV
from generator.exporters.forecasts_json import EXPORT as JSON
from tests.examples import example_project

_MORE = """\
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
status: published
sources: [harbour-2026-02-09, quay-2026-02-10, ministry-2026-01]
forecasts:
  - id: fc-suit
    question: =HYPERLINK("https://evil.example")
    opened: 2026-03-02
    resolves: 2026-12-31
    criteria: A complaint is filed.
    probabilities:
      - {date: 2026-03-02, p: 0.45, because: Letters were sent}
      - {date: 2026-03-05, p: 0.3, by: The Quay}
    cite: ["@quay-2026-02-10"]
    resolution: {date: 2026-03-08, outcome: yes, cite: ["@harbour-2026-02-09, ¶7"]}
  - id: fc-choice
    question: Which comes first?
    opened: 2026-03-02
    resolves: 2026-12-31
    criteria: The earlier of the two.
    outcomes: [a suit, a licence]
    probabilities: [{date: 2026-03-02, p: {a suit: 0.2, a licence: 0.8}}]
  - id: fc-bare
    question: Will it?
    opened: 2026-03-02
    resolves: 2026-12-31
    criteria: It does.
"""


def _published() -> Published:
    build = compile_project(example_project(_MORE))
    assert not build.has_errors, build.diagnostics
    return Published(build, {}, lambda _path: b"", 0)


def test_the_table_has_a_row_for_each_probability_of_each_outcome() -> None:
    (asset,) = CSV(_published())
    rows = list(csv.DictReader(io.StringIO(asset.content.decode())))
    assert asset.path == "briefings/example/forecasts.csv"
    assert tuple(rows[0]) == COLUMNS
    assert [(row["id"], row["date"], row["outcome"], row["p"], row["by"]) for row in rows] == [
        ("fc-suit", "2026-03-02", "yes", "0.45", ""),
        ("fc-suit", "2026-03-05", "yes", "0.3", "The Quay"),
        ("fc-choice", "2026-03-02", "a suit", "0.2", ""),
        ("fc-choice", "2026-03-02", "a licence", "0.8", ""),
        ("fc-bare", "", "", "", ""),
    ]
    assert rows[0]["resolution_sources"] == "harbour-2026-02-09, ¶7"
    assert [row["outcomes"] for row in rows[2:4]] == ["a suit | a licence"] * 2


def test_no_cell_is_a_formula() -> None:
    (asset,) = CSV(_published())
    cells = [cell for row in csv.reader(io.StringIO(asset.content.decode())) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_object_has_history_outcome_and_a_score_for_each_voice() -> None:
    (asset,) = JSON(_published())
    suit, choice, bare = json.loads(asset.content)["forecasts"]
    assert suit["probabilities"][0]["p"] == {"yes": 0.45, "no": 0.55}
    assert suit["resolution"] == {
        "date": "2026-03-08",
        "outcome": "yes",
        "sources": ["harbour-2026-02-09"],
    }
    assert [(each["by"], round(each["brier"], 4)) for each in suit["scores"]] == [
        (None, 0.3025),
        ("The Quay", 0.49),
    ]
    assert choice["outcomes"] == ["a suit", "a licence"]
    assert choice["probabilities"][0]["p"] == {"a suit": 0.2, "a licence": 0.8}
    assert bare["scores"] == []
