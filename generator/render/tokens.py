"""Tokens in Markdown, and the HTML that takes their place afterwards."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from generator.charts.scene import Scene
from generator.errors import StandfirstError

OPEN, CLOSE = "\ue000", "\ue001"
"""What stands around a token's number: characters that no Markdown extension reads."""

_TAG = re.compile(r"<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_NO_LINK_IN = frozenset(
    {"a", "abbr", "button", "dfn", "h1", "h2", "h3", "h4", "h5", "h6", "label", "summary"}
)
"""Elements that hold no link, or whose own business their text is."""
_TOKEN = re.compile(f"(?P<open><p>)?{OPEN}(?P<number>\\d+){CLOSE}(?P<close></p>)?")

_PLAIN = re.compile(f"{OPEN}(?P<number>\\d+){CLOSE}")


class LostCitationError(StandfirstError):
    """Markdown dropped something that the parser had found."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a token stands for. A block takes the place of the paragraph around its token."""

    html: Markup
    is_block: bool = False
    plain: Markup | None = None
    """The same without a link, for where there can be none. Markdown may then drop it, too."""


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
        if any(piece.plain is not None for piece in self.pieces):
            html = self._unlinked(html)
        finished = _TOKEN.sub(lambda match: self._replaced(match, seen), html)
        lost = [
            piece
            for number, piece in enumerate(self.pieces)
            if number not in seen and piece.plain is None
        ]
        if lost:
            raise LostCitationError(
                f"{self.title}: Markdown dropped {lost[0].html.striptags()[:60]!r}; move it out of"
                " raw HTML or an indented block"
            )
        return finished

    def _unlinked(self, html: str) -> str:
        """The HTML with the plain words for each token in a tag or in what holds no link."""
        parts: list[str] = []
        depth = at = 0
        for tag in _TAG.finditer(html):
            between = html[at : tag.start()]
            parts += [self._plain(between) if depth else between, self._plain(tag[0])]
            at = tag.end()
            if tag["tag"].lower() in _NO_LINK_IN:
                depth = max(0, depth - 1) if tag["close"] else depth + 1
        return "".join([*parts, self._plain(html[at:]) if depth else html[at:]])

    def _plain(self, html: str) -> str:
        return _PLAIN.sub(self._plain_word, html) if OPEN in html else html

    def _plain_word(self, match: re.Match[str]) -> str:
        plain = self.pieces[int(match["number"])].plain
        return match[0] if plain is None else str(plain)

    def _replaced(self, match: re.Match[str], seen: set[int]) -> str:
        number = int(match["number"])
        seen.add(number)
        piece = self.pieces[number]
        if piece.is_block and match["open"] and match["close"]:
            return str(piece.html)
        return (match["open"] or "") + str(piece.html) + (match["close"] or "")
