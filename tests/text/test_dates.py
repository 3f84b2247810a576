import pytest

from generator.text.dates import day_number, last_day_number


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("2026-02-09", "2026-02-09"),
        ("2026-02", "2026-02-28"),
        ("2028-02", "2028-02-29"),
        ("2026-12", "2026-12-31"),
        ("2026", "2026-12-31"),
        ("9999", "9999-12-31"),
    ],
)
def test_a_date_may_mean_the_last_day_of_its_month_or_year(written: str, last: str) -> None:
    assert last_day_number(written) == day_number(last)
