"""Pages of a body that came out of a document with pages, and locators that name them.

>>> named_pages("pp. 113–8, 120f.")
((113, 118), (120, 121))
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.model.source import Snapshot

_NAMED = re.compile(
    r"(?<!\w)(?<!\d\.)(?P<first>\d{1,6})(?:\s*[-–—]\s*(?P<last>\d{1,6})|(?P<next>ff?)\.?)?(?!\w)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Pages:
    """Where each page begins, as ascending offsets of the body, and the number of the first."""

    starts: tuple[int, ...]
    first: int = 1

    @property
    def last(self) -> int:
        """The number of the last page."""
        return self.first + len(self.starts) - 1

    def has(self, first: int, last: int) -> bool:
        """Whether there are pages with these numbers and those between."""
        return self.first <= first <= last <= self.last

    def number_at(self, offset: int) -> int:
        """The number of the page that the character at `offset` stands on."""
        return self.first + max(0, bisect_right(self.starts, offset) - 1)

    def stretch(self, first: int, last: int, length: int) -> tuple[int, int]:
        """From the beginning of one page to the end of another, in a body of `length`; the pages
        must be there.
        """
        start, following = first - self.first, last - self.first + 1
        end = self.starts[following] if following < len(self.starts) else length
        return self.starts[start], end


def pages_of(snapshot: Snapshot | None) -> Pages | None:
    """The pages of the document as captured; None where it has none."""
    return Pages(snapshot.pages, snapshot.first_page) if snapshot and snapshot.pages else None


def named_pages(locator: str) -> tuple[tuple[int, int], ...]:
    """The first and last page of each entry of `p. 3` or `pp. 3–5, 8`; Roman numbers, and page
    numbers with letters (`A3`), name none.
    """
    return tuple(_range(match) for match in _NAMED.finditer(locator))


def _range(match: re.Match[str]) -> tuple[int, int]:
    first, written = match["first"], match["last"]
    if written is None:
        return int(first), int(first) + (match["next"] is not None)
    shortened = len(written) < len(first)
    return int(first), int(first[: -len(written)] + written if shortened else written)
