"""A profile: which words stand for which degree of likelihood, after which standard."""

from dataclasses import dataclass
from typing import Literal

Forms = tuple[str, ...]
"""One word of a standard in its forms, the usual one first: `probable`, `probably`."""


@dataclass(frozen=True, slots=True)
class Band:
    """A degree of likelihood in per cent. Its edges belong to it but for those that are open."""

    low: int
    high: int
    open: Literal["low", "high", "both", "none"] = "none"

    def holds(self, per_cent: float) -> bool:
        """Whether a number lies in the band."""
        if per_cent == self.low:
            return self.open not in ("low", "both")
        if per_cent == self.high:
            return self.open not in ("high", "both")
        return self.low < per_cent < self.high


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a profile in one language.

    `bands` has, for each band, its rows of words. `confidence` are the levels as prose writes
    them; a cue tells that a sentence speaks of confidence, with `LEVEL` for any of them. A weasel
    word says that something is open and not how likely it is. In both `…` stands for up to three
    words, or six Chinese characters. `idioms` are turns of phrase in which the words of the profile
    and the weasel words mean something else.
    """

    language: str
    bands: tuple[tuple[Forms, ...], ...]
    not_in_prose: tuple[str, ...] = ()
    """Words that running text uses for other things: looked for beside a number only."""
    confidence: tuple[str, ...] = ()
    confidence_cues: tuple[str, ...] = ()
    weasel_words: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """The words for likelihood that a briefing keeps to, from the least likely to the most."""

    name: str
    title: str
    source: str
    bands: tuple[Band, ...]
    wordings: tuple[Wording, ...]
    edges: Literal["exact", "about"] = "exact"
    """Whether the standard gives its edges exactly or as approximate."""
    url: str = ""

    def __hash__(self) -> int:
        """By its name: to hash all its words takes longer than to look for them in a sentence."""
        return hash(self.name)

    def wording(self, language: str) -> Wording:
        """The words in a language, given as a BCP 47 tag; the first ones where it has none."""
        primary = language.lower().split("-")[0]
        found = (each for each in self.wordings if each.language == primary)
        return next(found, self.wordings[0])

    def gap(self, per_cent: float) -> tuple[int | None, int | None] | None:
        """The bands below and above a number that has no word; None where it has one."""
        if any(band.holds(per_cent) for band in self.bands):
            return None
        below = [index for index, band in enumerate(self.bands) if band.high <= per_cent]
        above = [index for index, band in enumerate(self.bands) if band.low >= per_cent]
        return (below[-1] if below else None, above[0] if above else None)
