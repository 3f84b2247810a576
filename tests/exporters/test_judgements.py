import csv
import io
import json

from generator.build import compile_project
from generator.exporters import Published
from generator.exporters.judgements_csv import COLUMNS
from generator.exporters.judgements_csv import EXPORT as CSV
from generator.exporters.judgements_json import EXPORT as JSON
from tests.examples import example_project

_MORE = """\
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
sources: [harbour-2026-02-09, quay-2026-02-10, ministry-2026-01]
judgements:
  - id: kj-rules
    says: =Rules bind.
    likelihood: very likely
    confidence: moderate
    because: A draft is out [@ministry-2026-01].
    cite: ["@ministry-2026-01", "@harbour-2026-02-09, ¶7"]
    alternatives: [A court rules first., Nothing comes.]
  - id: kj-open
    says: Nobody sues.
    likelihood: as good as sure
"""


def _published() -> Published:
    build = compile_project(example_project(_MORE))
    return Published(build, {}, lambda _path: b"", 0)


def test_the_table_has_a_row_for_each_judgement_with_the_band_of_its_word() -> None:
    (asset,) = CSV(_published())
    rules, other = csv.DictReader(io.StringIO(asset.content.decode()))
    assert asset.path == "briefings/example/judgements.csv"
    assert tuple(rules) == COLUMNS
    assert (rules["profile"], rules["low"], rules["high"]) == ("icd-203", "0.8", "0.95")
    assert rules["says"] == "'=Rules bind."
    assert rules["sources"] == "ministry-2026-01; harbour-2026-02-09, ¶7"
    assert rules["alternatives"] == "A court rules first.; Nothing comes."
    assert (other["likelihood"], other["low"], other["high"]) == ("as good as sure", "", "")


def test_the_object_has_the_profile_and_the_lists_of_each_judgement() -> None:
    (asset,) = JSON(_published())
    whole = json.loads(asset.content)
    assert asset.path == "briefings/example/judgements.json"
    assert whole["profile"]["bands"][5] == {
        "words": ["very likely", "highly probable"],
        "low": 0.8,
        "high": 0.95,
        "open": "none",
    }
    rules, other = whole["judgements"]
    assert rules["probability"] == {"low": 0.8, "high": 0.95, "open": "none"}
    assert rules["sources"] == ["ministry-2026-01", "harbour-2026-02-09"]
    assert rules["alternatives"] == ["A court rules first.", "Nothing comes."]
    assert (other["probability"], other["confidence"]) == (None, None)
