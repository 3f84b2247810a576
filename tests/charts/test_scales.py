from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.charts.scales import date_ticks, number_axis

_NUMBERS = st.floats(-1e12, 1e12, allow_nan=False, allow_infinity=False)
_DAYS = st.integers(date(1500, 1, 1).toordinal(), date(2400, 1, 1).toordinal())


@given(_NUMBERS, _NUMBERS)
def test_an_axis_holds_its_values_on_few_even_ticks(one: float, other: float) -> None:
    low, high = sorted((one, other))
    axis = number_axis(low, high)
    room = 1e-6 * max(abs(low), abs(high))
    assert axis.low <= low + room
    assert axis.high >= high - room
    assert 2 <= len(axis.ticks) <= 7
    steps = [after - before for before, after in zip(axis.ticks, axis.ticks[1:], strict=False)]
    assert max(steps) - min(steps) <= 1e-3 * max(steps) + room


def test_ticks_are_round_numbers() -> None:
    assert number_axis(0, 193).ticks == (0, 50, 100, 150, 200)
    assert number_axis(1221, 1460).ticks == (1200, 1300, 1400, 1500)


def test_ticks_are_written_with_as_many_decimals_as_they_need() -> None:
    axis = number_axis(-0.4, 0.4)
    assert [axis.written(tick) for tick in axis.ticks] == ["−0.4", "−0.2", "0.0", "0.2", "0.4"]


def test_digits_are_grouped_where_a_tick_has_five_of_them() -> None:
    assert number_axis(0, 40_000).written(40_000) == "40,000"
    assert number_axis(0, 10_000).written(2000) == "2,000"
    assert number_axis(1221, 1460).written(1400) == "1400"


@given(_DAYS, st.integers(1, 300_000), st.sampled_from(["year", "month", "day"]))
def test_date_ticks_are_few_and_in_the_plot(low: int, length: int, finest: str) -> None:
    ticks = date_ticks(low, low + length, finest)
    days = [tick.day for tick in ticks]
    assert 1 <= len(days) <= 4
    assert days == sorted(set(days))
    assert all(low <= day <= low + length for day in days)


def test_a_year_is_marked_in_quarters() -> None:
    low, high = date(2025, 3, 1).toordinal(), date(2025, 12, 20).toordinal()
    written = [tick.written for tick in date_ticks(low, high, "month")]
    assert written == ["2025-04", "2025-07", "2025-10"]


def test_dates_are_not_marked_more_finely_than_they_are_known() -> None:
    low, high = date(2024, 1, 1).toordinal(), date(2025, 1, 21).toordinal()
    assert [tick.written for tick in date_ticks(low, high, "year")] == ["2024", "2025"]


def test_the_last_year_of_the_calendar_can_be_marked() -> None:
    low = date(9999, 1, 1).toordinal()
    assert date_ticks(low, low + 10_000, "day")
