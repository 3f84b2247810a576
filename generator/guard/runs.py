r"""Finds long runs of private texts in others, however they are escaped, broken or punctuated.

Texts are compared by their key: letters and digits alone, after references, `\u4e2d` and `%E4` are
resolved. From each private text a window of 40 is taken at every 20th place. In a text to look at,
20 places in a row of every 80 are tried, so that one of them falls on a window wherever a run of
140 lies; then the windows around it must be there too. Runs below 120 are never reported, runs
from 140 on always, and the work is linear in both texts: a quarter of all places is tried.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

WINDOW = 40
STRIDE = 20
BLOCK = 80
CHAIN = 5
"""Windows in a row that make a run: 40 + 4 · 20 = 120 letters and digits."""

_OTHER = re.compile(r"[\W_]+")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_BLANK = frozenset("nrtbfv")


def key(text: str) -> str:
    """The letters and digits of a text in their simplest form."""
    for _ in range(2):  # `&amp;quot;` is escaped twice, and so is JSON inside JSON
        if "\\" in text:
            text = _ESCAPE.sub(_unescaped, text)
        text = html.unescape(text)
    if "%" in text:
        text = unquote(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _OTHER.sub("", text).lower()


def _unescaped(escape: re.Match[str]) -> str:
    code, letter = escape[1] or escape[2], escape[3]
    if code:
        return chr(int(code, 16))
    return " " if letter in _BLANK else letter


class PrivateRuns:
    """The runs that may not be published: those of `bodies` that are not in a `public` text."""

    def __init__(self, bodies: Iterable[str], public: Iterable[str]) -> None:
        # Hashes instead of texts are a third of the memory; 64 bits leave no room for chance.
        self._windows = {hash(window) for body in bodies for window in _windows(key(body), STRIDE)}
        for text in dict.fromkeys(public):
            self._windows.difference_update(map(hash, _windows(key(text), 1)))

    @property
    def digest(self) -> int:
        """What is sought, in one number that only this process understands."""
        return hash(frozenset(self._windows))

    def run_in(self, text: str) -> str:
        """A window in the midst of a private run in `text`, as its key; empty if there is none."""
        if len(text) < WINDOW or not self._windows:
            return ""
        letters, windows = key(text), self._windows
        last = len(letters) - WINDOW + 1
        for block in range(0, last, BLOCK):
            for start in range(block, min(block + STRIDE, last)):
                window = letters[start : start + WINDOW]
                if hash(window) in windows and self._is_chain(letters, start):
                    return window
        return ""

    def _is_chain(self, letters: str, start: int) -> bool:
        """Whether enough windows follow each other around the one at `start`."""
        links = 1
        for step in (STRIDE, -STRIDE):
            place = start + step
            while links < CHAIN and place >= 0 and self._has(letters[place : place + WINDOW]):
                links += 1
                place += step
        return links >= CHAIN

    def _has(self, window: str) -> bool:
        return len(window) == WINDOW and hash(window) in self._windows


def _windows(letters: str, stride: int) -> Iterator[str]:
    for start in range(0, len(letters) - WINDOW + 1, stride):
        yield letters[start : start + WINDOW]
