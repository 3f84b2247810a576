import pytest

from generator.text.dates.curated import (
    day_number,
    is_period,
    is_written_date,
    last_day_number,
    overlap,
    written,
)
from generator.text.dates.short import short_date


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("2026-02-09", "2026-02-09"),
        ("2026-02", "2026-02-28"),
        ("2028-02", "2028-02-29"),
        ("2026-12", "2026-12-31"),
        ("2026", "2026-12-31"),
        ("9999", "9999-12-31"),
        ("2025-Q3", "2025-09-30"),
        ("2025-Q4", "2025-12-31"),
    ],
)
def test_a_date_may_mean_the_last_day_of_its_month_or_year(written: str, last: str) -> None:
    assert last_day_number(written) == day_number(last)


def test_a_quarter_is_a_period_and_no_written_date() -> None:
    assert is_period("2025-Q3")
    assert not is_written_date("2025-Q3")
    for wrong in ("2025-Q5", "0000-Q1", "2025-q3", "2025Q3"):
        assert not is_period(wrong)
    assert day_number("2025-Q3") == day_number("2025-07")


def test_a_quarter_is_printed_in_words() -> None:
    assert written("2025-Q3") == "Q3 2025"
    assert written("2025-Q3", "zh-Hans") == "2025年第三季度"
    assert short_date("2025-Q3", year=False) == "Q3"
    assert short_date("2025-Q3", "zh", year=False) == "第三季度"


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("2026-02", "2026-02-09", True),
        ("2026", "2026-12-31", True),
        ("2026-Q1", "2026-03-31", True),
        ("2026-02-07", "2026-02-09", False),
        ("2026-02", "2026-03", False),
    ],
)
def test_dates_overlap_where_they_may_be_one_day(one: str, other: str, *, may: bool) -> None:
    assert overlap(one, other) is may
    assert overlap(other, one) is may
