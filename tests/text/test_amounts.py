import pytest

from generator.model.source import Library, Source
from generator.model.span import TextFile
from generator.text.amounts import per_cent, span_of_days
from generator.text.cited import cited_ids, sources_and_origins
from generator.text.dates.short import short_date


@pytest.mark.parametrize(("p", "text"), [(0.45, "45"), (0.125, "12.5"), (0.005, "0.5"), (1, "100")])
def test_a_probability_is_printed_without_needless_decimals(p: float, text: str) -> None:
    assert per_cent(p) == f"{text}\xa0%"
    assert per_cent(p, "zh-Hans") == f"{text}%"


@pytest.mark.parametrize(
    ("days", "text", "chinese"),
    [
        (1, "1 day", "1天"),
        (20, "3 weeks", "3周"),
        (159, "5 months", "5个月"),
        (800, "2 years", "2年"),
        (36_525, "100 years", "100年"),
    ],
)
def test_a_stretch_of_days_is_named_in_its_largest_unit(days: int, text: str, chinese: str) -> None:
    assert span_of_days(days) == text
    assert span_of_days(days, "zh-Hans") == chinese


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
    assert sources_and_origins(["a1", "b1"], Library(tuple(sources)), "zh") == "2个来源，2个源头"
    assert sources_and_origins(["gone"], Library()) == ""
