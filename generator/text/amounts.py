"""Amounts in words and figures, as the pages print them: `2 origins`, `45 %`, `5 months`."""

from generator.model.forecast import Probability
from generator.words import words_for


def per_cent(share: float, language: str = "en") -> str:
    """A share between 0 and 1 in per cent, to one decimal where it has one: `45 %`, `0.5%`."""
    return words_for("site", language).say("per_cent", n=points(share))


def chances(held: Probability, language: str = "en") -> str:
    """A probability as printed: `45 %`, or of several outcomes `red 20 %, blue 80 %`."""
    if not isinstance(held.p, tuple):
        return per_cent(held.p, language)
    comma = words_for("site", language)["list_comma"]
    return comma.join(f"{share.outcome} {per_cent(share.p, language)}" for share in held.p)


def points(share: float) -> str:
    """A share between 0 and 1 as a bare percentage: `45`, `12.5`."""
    return f"{share * 100:.1f}".removesuffix(".0")


def span_of_days(days: int, language: str = "en") -> str:
    """How long that is, in the largest unit that fits: `3 weeks`, `5个月`."""
    words = words_for("site", language)
    for unit, length, least in (("year", 365.25, 730), ("month", 30.44, 45), ("week", 7, 14)):
        if days >= least:
            return words.say(f"span_{unit}", n=round(days / length))
    return words.say("span_day", n=days)
