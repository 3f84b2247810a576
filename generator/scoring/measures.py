"""Scores of probability forecasts, each with its range and where it comes from.

A binary forecast is a pair: the probability of yes, and 1 for yes or 0 for no. A forecast of
several outcomes is the probability of each, and the name of the one that came about.

The binary Brier score is that of the American Meteorological Society's glossary. Its well-known
worked example (J. S. Armstrong's dictionary of forecasting): 70 per cent and rain is 0.09, 30 per
cent and rain 0.49, 50 per cent always 0.25. scikit-learn's `brier_score_loss` is the same number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log

Pair = tuple[float, int]
"""Probability of yes between 0 and 1, and what came of it: 1 or 0."""

BINS = 10


def brier(pairs: Sequence[Pair]) -> float:
    """Mean of (f − o)²: 0 is perfect, 0.25 is always saying 0.5, 1 is the worst."""
    return mean((p - outcome) ** 2 for p, outcome in pairs)


def brier_of_categories(chances: Mapping[str, float], happened: str) -> float:
    """Brier's original score of one forecast, the sum over all outcomes: 0 to 2.

    After G. W. Brier, “Verification of forecasts expressed in terms of probability”, Monthly
    Weather Review 78(1), 1950, 1–3. With two outcomes it is exactly twice the binary score.
    """
    return fsum((p - (name == happened)) ** 2 for name, p in chances.items())


def log_score(p: float) -> float:
    """−ln of the probability given to what happened: 0 is perfect, there is no worst.

    After I. J. Good, “Rational decisions”, Journal of the Royal Statistical Society B 14(1), 1952,
    107–114. Raises ValueError for a probability of 0.
    """
    if p <= 0:
        raise ValueError("what happened was given no chance: its log score has no value")
    return -log(p)


def skill(score: float, reference: float) -> float | None:
    """1 − score / reference: above 0 is better than the reference, 1 is perfect.

    None where the reference itself is perfect, for nothing can be better.
    """
    return None if reference == 0 else 1 - score / reference


def base_rate(pairs: Sequence[Pair]) -> float:
    """The share of questions that came out yes."""
    return mean(float(outcome) for _, outcome in pairs)


def skill_over_base_rate(pairs: Sequence[Pair]) -> float | None:
    """Skill against one who says the base rate of these very questions every time.

    Nobody could have known that rate beforehand, so the reference is a hard one.
    """
    rate = base_rate(pairs)
    return skill(brier(pairs), brier([(rate, outcome) for _, outcome in pairs]))


def skill_over_even_odds(pairs: Sequence[Pair]) -> float | None:
    """Skill against one who always says 0.5."""
    return skill(brier(pairs), 0.25)


def skill_over_earlier(pairs: Sequence[Pair], earlier: Sequence[float]) -> float | None:
    """Skill against the probabilities of an earlier edition, one for each pair, in their order."""
    before = [(p, outcome) for p, (_, outcome) in zip(earlier, pairs, strict=True)]
    return skill(brier(pairs), brier(before))


@dataclass(frozen=True, slots=True)
class Decomposition:
    """Brier = reliability − resolution + uncertainty.

    Reliability: how far the probabilities lie from what came of them (0 is best). Resolution: how
    far the questions were told apart (more is better). Uncertainty: how hard they were.
    """

    reliability: float
    resolution: float
    uncertainty: float


def decomposition(pairs: Sequence[Pair]) -> Decomposition:
    """Murphy's three parts, after A. H. Murphy, “A new vector partition of the probability score”,
    Journal of Applied Meteorology 12(4), 1973, 595–600.

    Grouped by each distinct probability, for only then are the three exactly the Brier score;
    with bins two more terms are needed (D. B. Stephenson, C. A. S. Coelho and I. T. Jolliffe, “Two
    extra components in the Brier score decomposition”, Weather and Forecasting 23(4), 2008,
    752–757).
    """
    rate, total = base_rate(pairs), len(pairs)
    groups: dict[float, list[int]] = {}
    for p, outcome in pairs:
        groups.setdefault(p, []).append(outcome)
    shares = [(p, sum(found) / len(found), len(found)) for p, found in groups.items()]
    return Decomposition(
        reliability=fsum(n * (p - share) ** 2 for p, share, n in shares) / total,
        resolution=fsum(n * (share - rate) ** 2 for _, share, n in shares) / total,
        uncertainty=rate * (1 - rate),
    )


@dataclass(frozen=True, slots=True)
class Bin:
    """The forecasts from `low` up to `high`: their mean, and the share that came out yes."""

    low: float
    high: float
    p: float
    share: float
    count: int


def calibration(pairs: Sequence[Pair]) -> tuple[Bin, ...]:
    """Ten bins of equal width, for pictures only; empty ones are left out. 1 falls in the last."""
    binned: dict[int, list[Pair]] = {}
    for p, outcome in pairs:
        # The rounding puts 0.3, which a float holds as a little less, in the bin that begins there.
        binned.setdefault(min(int(round(p * BINS, 9)), BINS - 1), []).append((p, outcome))
    return tuple(
        Bin(
            index / BINS,
            (index + 1) / BINS,
            mean(p for p, _ in found),
            base_rate(found),
            len(found),
        )
        for index, found in sorted(binned.items())
    )


def daily_mean(scores: Sequence[tuple[int, float]], last: int) -> float:
    """The mean over days of a score that holds from its day until the next one's, to day `last`.

    `scores` are in order of their days; of two on one day the later holds. All days are counted,
    the first and `last` too. Scoring every day a question stands open is the practice of the Good
    Judgment tournaments (B. Mellers and others, “Psychological strategies for winning a
    geopolitical forecasting tournament”, Psychological Science 25(5), 2014, 1106–1115).
    """
    ends = [*(day for day, _ in scores[1:]), last + 1]
    spans = [(end - day, score) for (day, score), end in zip(scores, ends, strict=True)]
    return fsum(days * score for days, score in spans) / sum(days for days, _ in spans)


def mean(values: Iterable[float]) -> float:
    """The arithmetic mean. Raises ZeroDivisionError where there is none."""
    found = list(values)
    return fsum(found) / len(found)
