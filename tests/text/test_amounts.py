import pytest

from generator.model.source import Library, Source
from generator.model.span import TextFile
from generator.text.amounts import amount, per_cent, span_of_days
from generator.text.cited import cited_ids, sources_and_origins
from generator.text.short_dates import short_date


def test_one_has_no_plural() -> None:
    assert (amount(1, "source"), amount(2, "source")) == ("1 source", "2 sources")


@pytest.mark.parametrize(("p", "text"), [(0.45, "45"), (0.125, "12.5"), (0.005, "0.5"), (1, "100")])
def test_a_probability_is_printed_without_needless_decimals(p: float, text: str) -> None:
    assert per_cent(p) == f"{text}\xa0%"


@pytest.mark.parametrize(
    ("days", "text"),
    [(1, "one day"), (20, "three weeks"), (159, "five months"), (800, "two years")],
)
def test_a_stretch_of_days_is_named_in_its_largest_unit(days: int, text: str) -> None:
    assert span_of_days(days) == text


@pytest.mark.parametrize(
    ("date", "language", "year", "text"),
    [
        ("2026-09-07", "en", True, "7 Sep 2026"),
        ("2026-09-07", "en", False, "7 Sep"),
        ("2026-09", "en", False, "Sep"),
        ("2026", "en", False, "2026"),
        ("2026-09-07", "zh-Hans", False, "9月7日"),
        ("2026-09-07", "zh-Hans", True, "2026年9月7日"),
        ("soon", "en", True, "soon"),
    ],
)
def test_a_date_is_shortened(date: str, language: str, year: bool, text: str) -> None:
    assert short_date(date, language, year=year) == text


def test_ids_are_read_out_of_citations_with_locators() -> None:
    assert cited_ids(["@harbour-2026, ¶4", "see @quay.; @harbour-2026", "a@b.example"]) == (
        "harbour-2026",
        "quay",
    )


def test_copies_of_one_report_are_one_origin() -> None:
    file = TextFile("sources/a.md", "")
    sources = [Source(each, file, "", 0, each, origin=each[0]) for each in ("a1", "a2", "b1")]
    assert sources_and_origins(["a1", "a2", "b1", "gone"], Library(tuple(sources))) == (
        "3 sources, 2 origins"
    )
    assert sources_and_origins(["gone"], Library()) == ""
