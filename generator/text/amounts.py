"""Amounts in words and figures, as the pages print them: `2 origins`, `45 %`, `five months`."""

_SPELLED = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def amount(number: int, noun: str) -> str:
    """The number with its noun: `1 source`, `2 sources`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def per_cent(share: float) -> str:
    """A share between 0 and 1 in per cent, to one decimal where it has one: `45 %`, `0.5 %`."""
    return f"{points(share)}\N{NO-BREAK SPACE}%"


def points(share: float) -> str:
    """A share between 0 and 1 as a bare percentage: `45`, `12.5`."""
    return f"{share * 100:.1f}".removesuffix(".0")


def span_of_days(days: int) -> str:
    """How long that is, in the largest unit that fits: `three weeks`, `five months`."""
    for unit, length, least in (("year", 365.25, 730), ("month", 30.44, 45), ("week", 7, 14)):
        if days >= least:
            return _spelled(round(days / length), unit)
    return _spelled(days, "day")


def _spelled(number: int, noun: str) -> str:
    if 1 <= number <= len(_SPELLED):
        return f"{_SPELLED[number - 1]} {noun}{'' if number == 1 else 's'}"
    return amount(number, noun)
