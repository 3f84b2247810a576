"""The hard cases of `cases/quotes.yaml`: one text, what is quoted from it, what must come out."""

from pathlib import Path

import pytest
import yaml

from generator.model.passage import MatchKind
from generator.text.locate.ladder import Body, locate

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "quotes.yaml").read_text("utf-8"))
BODY = Body("cases", CASES["source"])
OUTCOMES = {
    MatchKind.EXACT: "found",
    MatchKind.NORMALISED: "found",
    MatchKind.REVIEW: "review",
    MatchKind.ALTERED: "refused",
    MatchKind.WEAK: "refused",
    MatchKind.MISSING: "refused",
}


@pytest.mark.parametrize(
    "case", CASES["cases"], ids=[f"{case['why']}: {case['quote'][:30]}" for case in CASES["cases"]]
)
def test_the_case_comes_out_as_expected(case: dict[str, str]) -> None:
    assert OUTCOMES[locate(case["quote"], BODY).kind] == case["expect"]
