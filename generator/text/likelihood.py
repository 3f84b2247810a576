"""The likelihood words of ICD 203 and of the PHIA yardstick, with the band each stands for.

ICD 203: Intelligence Community Directive 203, Analytic Standards (ODNI 2015), section D.6.e.(2).
PHIA: Professional Head of Intelligence Assessment, probability yardstick (gov.uk, "Explaining
Uncertainty in UK Intelligence Assessment", 24 March 2025). PHIA leaves gaps between its bands on
purpose, and its edges are approximate.
"""

from dataclasses import dataclass

from generator.model.briefing import LikelihoodWords


@dataclass(frozen=True, slots=True)
class Band:
    """The words for one degree of likelihood. `low` and `high` in per cent, both included."""

    words: tuple[str, ...]
    low: int
    high: int
    interval: str
    """The band as printed: `55–80 %`."""


def _icd(low: int, high: int, *words: str) -> Band:
    return Band(words, low, high, f"{low}–{high}\N{NO-BREAK SPACE}%")


def _phia(low: int, high: int, *words: str) -> Band:
    if low == 0:
        return Band(words, low, high, f"up to about {high}\N{NO-BREAK SPACE}%")
    return Band(words, low, high, f"about {low}–{high}\N{NO-BREAK SPACE}%")


BANDS: dict[LikelihoodWords, tuple[Band, ...]] = {
    LikelihoodWords.ICD_203: (
        _icd(1, 5, "almost no chance", "remote"),
        _icd(5, 20, "very unlikely", "highly improbable"),
        _icd(20, 45, "unlikely", "improbable", "improbably"),
        _icd(45, 55, "roughly even chance", "roughly even odds"),
        _icd(55, 80, "likely", "probable", "probably"),
        _icd(80, 95, "very likely", "highly probable"),
        _icd(95, 99, "almost certain", "almost certainly", "nearly certain"),
    ),
    LikelihoodWords.PHIA: (
        _phia(0, 5, "remote chance"),
        _phia(10, 20, "highly unlikely"),
        _phia(25, 35, "unlikely"),
        _phia(40, 50, "realistic possibility"),
        _phia(55, 75, "likely", "probable"),
        _phia(80, 90, "highly likely"),
        _phia(95, 100, "almost certain"),
    ),
}
"""The bands of each standard, from the least likely to the most."""


def band(word: str, standard: LikelihoodWords) -> Band | None:
    """The band that `word` stands for in `standard`, or None where it is no term of it."""
    folded = " ".join(word.casefold().split())
    return next((each for each in BANDS[standard] if folded in each.words), None)
