from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.source import Value
from generator.text.values import agree, amount_of, are_neighbours, is_value, phrase


def _value(value: str, unit: str | None = None, metric: str = "users") -> Value:
    return Value(metric, "Tidal", value, "2025-12", unit)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (_value("60"), 60),
        (_value("60", "million users"), 60_000_000),
        (_value("60", metric="users_m"), 60_000_000),
        (_value("1.9", "bn"), 1_900_000_000),
        (_value("12", "k"), 12_000),
        (_value("1600", "亿元"), 160_000_000_000),
        (_value("5", "万 用户"), 50_000),
        (_value("160", "USD bn"), 160_000_000_000),
        (_value("160", metric="capex_cny_bn_plan"), 160_000_000_000),
        (_value("60", "million users", metric="users_k"), 60_000_000),
        (_value("−5", "%"), -5),
    ],
)
def test_a_unit_or_the_metric_gives_the_multiplier(value: Value, number: int) -> None:
    amount = amount_of(value)
    assert amount is not None
    assert amount.number == Decimal(number)


@pytest.mark.parametrize("written", ["60 million", "1,200", "1e5", "", "many", "NaN"])
def test_what_is_no_plain_number_is_no_value(written: str) -> None:
    assert not is_value(_value(written))
    assert amount_of(_value(written)) is None


def test_a_metric_of_dates_has_dates_for_values() -> None:
    assert is_value(_value("2026-02-09", metric="launch_date"))
    assert not is_value(_value("60", metric="launch_date"))
    assert agree(
        _value("2026-02", metric="launch_date"), _value("2026-02-09", metric="launch_date")
    )
    assert not agree(
        _value("2026-03", metric="launch_date"), _value("2026-02-09", metric="launch_date")
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (_value("60", "million"), _value("60.4", "million"), True),
        (_value("60", "million"), _value("64", "million"), False),
        (_value("160"), _value("162"), True),
        (_value("300", "million"), _value("400", "million"), False),
        (_value("1.9", "bn"), _value("1920", "million"), True),
        (_value("1.9", "bn"), _value("2", "bn"), True),
        (_value("1600", "亿元"), _value("160", "bn CNY"), True),
        (_value("160", "bn USD"), _value("200", "bn CNY"), True),
        (_value("45", "million users"), _value("60", "million"), False),
    ],
)
def test_rounding_is_no_disagreement(one: Value, other: Value, *, same: bool) -> None:
    assert agree(one, other) is same
    assert agree(other, one) is same


def test_neighbouring_dates_are_a_quarter_apart_at_most() -> None:
    def dated(date: str | None) -> Value:
        return Value("users", "Tidal", "1", date)

    assert are_neighbours(dated("2025"), dated("2026"))
    assert are_neighbours(dated("2025-Q3"), dated("2025-12"))
    assert not are_neighbours(dated("2025-03"), dated("2025-12"))
    assert are_neighbours(dated(None), dated(None))
    assert not are_neighbours(dated(None), dated("2025"))
    assert not are_neighbours(dated("last year"), dated("2025"))


def test_a_value_is_said_as_a_text_would_say_it() -> None:
    assert phrase(_value("60", metric="users_m")) == "60 million"
    assert phrase(_value("1600", "亿元")) == "1600亿 元"
    assert phrase(_value("20", metric="share_pct")) == "20 %"


@given(st.integers(1, 10**9), st.integers(1, 9))
def test_a_slip_is_found_whichever_comes_first(number: int, power: int) -> None:
    one, other = amount_of(_value(str(number))), amount_of(_value(str(number * 10**power)))
    if one and other:  # beyond 15 digits it is no value
        assert one.slip(other) == other.slip(one) == power


def test_equal_and_opposite_values_have_not_slipped() -> None:
    one, minus, ten = (amount_of(_value(text)) for text in ("10", "-100", "10.4"))
    assert one
    assert minus
    assert ten
    assert one.slip(minus) == 0
    assert one.slip(ten) == 0


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_no_value_makes_it_fail(value: str, unit: str, metric: str) -> None:
    written = Value(metric, "Tidal", value, unit, unit)
    assert agree(written, written)
    assert isinstance(phrase(written), str)
