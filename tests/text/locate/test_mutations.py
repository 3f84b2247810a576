"""The goals of bench/quotes.py on a smaller run: every kind is tried, few come out wrong."""

import re

import pytest

from bench.harmful import HARMFUL
from bench.harmless import HARMLESS
from bench.mutations import Kind
from bench.quotes import Result, measured
from tests.conftest import ROOT

EACH = 750


@pytest.fixture(scope="module")
def harmless() -> Result:
    return measured(HARMLESS, EACH, is_harmless=True)


@pytest.fixture(scope="module")
def harmful() -> Result:
    return measured(HARMFUL, EACH, is_harmless=False)


def test_at_most_one_harmless_change_in_two_hundred_is_refused(harmless: Result) -> None:
    assert len(harmless.wrong) <= EACH // 200, harmless.wrong


def test_no_harmful_change_is_accepted(harmful: Result) -> None:
    assert harmful.wrong == []


@pytest.mark.parametrize("kind", HARMLESS, ids=lambda kind: kind.name)
def test_each_harmless_kind_is_tried(kind: Kind, harmless: Result) -> None:
    assert harmless.counts[kind.name] > 10


@pytest.mark.parametrize("kind", HARMFUL, ids=lambda kind: kind.name)
def test_each_harmful_kind_is_tried(kind: Kind, harmful: Result) -> None:
    assert harmful.counts[kind.name] > 10


def test_the_handbook_lists_every_kind() -> None:
    page = (ROOT / "docs" / "handbook" / "quotations.md").read_text("utf-8")
    listed = re.findall(r"^\| ([^|]+) \| [^|]+ \| [^|]+ \|$", page, re.MULTILINE)
    kinds = [kind.name for kind in (*HARMLESS, *HARMFUL)]
    assert [name for name in listed if name not in ("kind", "result")] == [
        "exact",
        "normalised",
        "review",
        "altered, weak, missing",
        *kinds,
    ]
