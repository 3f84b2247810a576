"""A stretch of a source's text, selected as the W3C Web Annotation model selects one."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Passage:
    """TextQuote and TextPosition selector in one (W3C Web Annotation 4.2.4, 4.2.5).

    `start` inclusive and `end` exclusive count code points of the source's body; `exact` is
    `body[start:end]`; `prefix` and `suffix` have at most 32 code points. `paragraph` counts
    from 1, headings not counted.
    """

    source_id: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    paragraph: int


class MatchKind(StrEnum):
    """How a quotation stands to its source; only the first two may be published."""

    EXACT = "exact"
    NORMALISED = "normalised"
    REVIEW = "review"
    ALTERED = "altered"
    WEAK = "weak"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Match:
    """The best place of a quotation in one source.

    `passages`: where the words stand, first place first (several: the quotation is ambiguous);
    for `altered` and `weak` the nearest passage, for `missing` none. `differences` say in words
    what was folded or needs a person's eye. `redline` shows an altered quotation against the
    source as `[-quoted-]{+source+}`.
    """

    kind: MatchKind
    source_id: str
    passages: tuple[Passage, ...] = ()
    differences: tuple[str, ...] = ()
    redline: str = ""

    @property
    def is_found(self) -> bool:
        """Whether the words stand in the source."""
        return self.kind in (MatchKind.EXACT, MatchKind.NORMALISED)
