"""Tokens in Markdown, and the HTML that takes their place afterwards."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from generator.charts.scene import Scene
from generator.errors import StandfirstError

OPEN, CLOSE = "\ue000", "\ue001"
"""What stands around a token's number: characters that no Markdown extension reads."""

_TOKEN = re.compile(f"(?P<open><p>)?{OPEN}(?P<number>\\d+){CLOSE}(?P<close></p>)?")


class LostCitationError(StandfirstError):
    """Markdown dropped something that the parser had found."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a token stands for. A block takes the place of the paragraph around its token."""

    html: Markup
    is_block: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """Markdown with tokens, and what they stand for."""

    markdown: str
    pieces: tuple[Piece, ...]
    scenes: tuple[Scene, ...] = ()
    title: str = ""

    def finish(self, html: str) -> str:
        """The content HTML. Raises LostCitationError if a token did not come back."""
        seen: set[int] = set()
        finished = _TOKEN.sub(lambda match: self._replaced(match, seen), html)
        lost = [piece for number, piece in enumerate(self.pieces) if number not in seen]
        if lost:
            raise LostCitationError(
                f"{self.title}: Markdown dropped {lost[0].html.striptags()[:60]!r}; move it out of"
                " raw HTML or an indented block"
            )
        return finished

    def _replaced(self, match: re.Match[str], seen: set[int]) -> str:
        number = int(match["number"])
        seen.add(number)
        piece = self.pieces[number]
        if piece.is_block and match["open"] and match["close"]:
            return str(piece.html)
        return (match["open"] or "") + str(piece.html) + (match["close"] or "")
