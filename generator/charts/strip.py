"""Strips from 0 to 100 per cent: a forecast's dots, and the bands of likelihood words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.charts.scene import Dot, Line, Mark, Rect, Scene, Words
from generator.words import words_for

_TRACK, _NUMBERS = 11.0, 32.0


@dataclass(frozen=True, slots=True)
class Forecasted:
    """Probabilities between 0 and 1 in their order, the last one current; and what came of it."""

    probabilities: tuple[float, ...]
    outcome: str = ""
    """`yes`, `no`, `void`, or empty while the question is open."""


def forecast_strip(
    forecasted: Forecasted, title: str, description: str, language: str = "en"
) -> Scene:
    """Rings for earlier probabilities, a dot for the current one, a square for the outcome."""
    marks = (*_track(), *_moves(forecasted), *_result(forecasted, language))
    return Scene(height=34, marks=marks, title=title, description=description)


def likelihood_scale(
    bands: Sequence[tuple[int, int]],
    active: int,
    title: str,
    description: str,
    language: str = "en",
) -> Scene:
    """The bands at their true width in per cent, the active one taller, its bounds printed."""
    low, high = bands[active]
    marks = (
        Rect(0, 6.5, 1, 1, "grid"),
        *(_band(band, active=index == active) for index, band in enumerate(bands)),
        *_ends(low, high, _per_cent(100, language)),
        *_bounds(low, high, language),
    )
    return Scene(height=32, marks=marks, title=title, description=description)


def _track() -> Iterator[Mark]:
    yield Line(0, _TRACK, 1, _TRACK, "grid")
    for quarter in range(5):
        yield Line(quarter / 4, _TRACK - 5, quarter / 4, _TRACK + 5, "grid")


def _moves(forecasted: Forecasted) -> Iterator[Mark]:
    if not forecasted.probabilities:
        return
    ends = [*forecasted.probabilities, *_outcome_place(forecasted)]
    if min(ends) != max(ends):
        yield Line(min(ends), _TRACK, max(ends), _TRACK, "d1", 2)
    *earlier, now = forecasted.probabilities
    if forecasted.outcome:
        earlier.append(now)
    for p in dict.fromkeys(earlier):
        yield Dot(p, _TRACK, 4.5, "d1", hollow=True)
    if not forecasted.outcome:
        yield Dot(now, _TRACK, 7, "d1")


def _result(forecasted: Forecasted, language: str) -> Iterator[Mark]:
    """The outcome as a square of 14 points, flush with its end; else the numbers of the track."""
    if not forecasted.outcome:
        yield Words(0, _NUMBERS, "0", "muted")
        yield Words(0.5, _NUMBERS, "50", "muted", "middle")
        yield Words(1, _NUMBERS, _per_cent(100, language), "muted", "end")
        return
    for place in _outcome_place(forecasted):
        shift = 7.0 if place == 0 else -7.0
        yield Line(place, _TRACK - 7, place, _TRACK + 7, "ink", 14, dx1=shift, dx2=shift)
    is_no, is_yes = forecasted.outcome == "no", forecasted.outcome == "yes"
    words = words_for("charts", language)
    yield Words(0, _NUMBERS, words["no"], "ink" if is_no else "muted", bold=is_no)
    yield Words(1, _NUMBERS, words["yes"], "ink" if is_yes else "muted", "end", bold=is_yes)


def _outcome_place(forecasted: Forecasted) -> tuple[float, ...]:
    return {"yes": (1.0,), "no": (0.0,)}.get(forecasted.outcome, ())


def _band(band: tuple[int, int], *, active: bool) -> Rect:
    """A quarter of a per cent at each side keeps neighbours apart."""
    x, width = band[0] / 100 + 0.0025, (band[1] - band[0]) / 100 - 0.005
    return Rect(x, 0, width, 14, "d1") if active else Rect(x, 3, width, 8, "grid")


def _ends(low: int, high: int, most: str) -> Iterator[Mark]:
    """0 and 100 give way where they would touch the bounds of the active band."""
    if low >= 20:
        yield Words(0, 29, "0", "muted")
    if high <= 85:
        yield Words(1, 29, most, "muted", "end")


def _bounds(low: int, high: int, language: str) -> Iterator[Mark]:
    """Both bounds under their edges where the band is wide enough, else as one interval."""
    if high - low > 15:
        yield Words(low / 100, 29, str(low), "ink", bold=True)
        yield Words(high / 100, 29, str(high), "ink", "end", bold=True)
        return
    interval = f"{low}–{high}"
    if low < 5:
        yield Words(0, 29, interval, "ink", bold=True)
    elif high > 95:
        yield Words(1, 29, _per_cent(interval, language), "ink", "end", bold=True)
    else:
        yield Words((low + high) / 200, 29, interval, "ink", "middle", bold=True)


def _per_cent(number: object, language: str) -> str:
    return words_for("charts", language).say("per_cent", n=number)
