"""Text fragments: an address whose browser scrolls to a passage and marks it.

Written after the WICG text-fragment specification: `#:~:text=[prefix-,]start[,end][,-suffix]`.
A term must lie within one block of the page and begin and end at words; a long passage is given
by its first and last words; context is added only where the words are few or stand twice.
Chinese has no spaces, and browsers cut it into words with a dictionary: terms are widened to the
nearest punctuation, which every dictionary agrees on.
"""

import re
from urllib.parse import quote

LONGEST_TERM = 300
"""Code points up to which a passage is one exact term; beyond, it is a range."""

_EDGE_WORDS = 5
_CONTEXT_WORDS = 3
_REACH = 80
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# A point or a comma inside a number is no stop.
_STOP = re.compile(r"[\s，。、；：！？「」『』《》〈〉（）“”‘’…—;:!?()\"]|(?<!\d)[.,]|[.,](?!\d)")
_HEADING = re.compile(r"^#(?: |$)", re.MULTILINE)
_WORD = re.compile(r"\S+")
_SAFE = "!$'()*+./:;=?@_~"


def fragment_url(url: str, body: str, start: int, end: int) -> str:
    """`url` with a fragment that leads to `body[start:end]`, a text of one paragraph a line.

    A fragment that the address has already stays, and is the fallback.
    """
    directive = text_directive(body, start, end)
    if not directive:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def text_directive(body: str, start: int, end: int) -> str:
    """What stands after `text=`; empty where the passage holds no word."""
    start, end = _snapped(body, start, end)
    words = _HEADING.sub("", body[start:end])
    if not words.strip():
        return ""
    is_range = len(words) > LONGEST_TERM or "\n" in words
    terms = _range(words) if is_range else (" ".join(words.split()),)
    parts = [_encoded(term) for term in terms]
    if not is_range and _needs_context(body, words):
        before, after = _before(body, start), _after(body, end)
        parts = [f"{_encoded(before)}-"] * bool(before) + parts
        parts += [f"-{_encoded(after)}"] * bool(after)
    return ",".join(parts)


def _snapped(body: str, start: int, end: int) -> tuple[int, int]:
    """The passage without white space and marks at its edges; in Chinese, widened to stops."""
    while start < end and _STOP.match(body, start):
        start += 1
    while end > start and _STOP.match(body, end - 1):
        end -= 1
    if start < end and _CJK.search(body, max(0, start - 1), start + 1):
        start = _widened(body, start, -1)
    if start < end and _CJK.search(body, end - 1, end + 1):
        end = _widened(body, end - 1, 1) + 1
    return start, end


def _widened(body: str, at: int, step: int) -> int:
    """The place of the last character before a stop, going by `step` from `at`."""
    for _ in range(_REACH):
        following = at + step
        if not 0 <= following < len(body) or _STOP.match(body, following):
            break
        at = following
    return at


def _range(words: str) -> tuple[str, str]:
    """The first and the last words, each from its own paragraph."""
    lines = [line for line in words.split("\n") if line.strip()]
    first, last = lines[0], lines[-1]
    return _leading(first), _trailing(last)


def _leading(text: str) -> str:
    """The first words; in Chinese, all up to the first stop."""
    found = _WORD.findall(text)[:_EDGE_WORDS]
    term = " ".join(found)
    if _CJK.search(term):
        return next((part for part in _STOP.split(text) if part), term)
    return term


def _trailing(text: str) -> str:
    """The last words; in Chinese, all after the last stop."""
    term = " ".join(_WORD.findall(text)[-_EDGE_WORDS:])
    if _CJK.search(term):
        return next((part for part in reversed(_STOP.split(text)) if part), term)
    return term


def _needs_context(body: str, words: str) -> bool:
    """Whether the words are few, or stand more than once however they are cased."""
    few = len(words.split()) <= _CONTEXT_WORDS and not _CJK.search(words)
    return few or body.casefold().count(words.casefold()) > 1


def _before(body: str, start: int) -> str:
    line = _HEADING.sub("", body[body.rfind("\n", 0, start) + 1 : start]).rstrip()
    return _trailing(line) if line else ""


def _after(body: str, end: int) -> str:
    stop = body.find("\n", end)
    line = body[end : stop if stop >= 0 else None]
    return _leading(line.lstrip(" ,.;:!?)\"'’”，。、；：！？」』》）"))


def _encoded(term: str) -> str:
    """Percent-encoded; `-`, `,` and `&` have a meaning in a directive and never stand bare."""
    return quote(term, safe=_SAFE).replace("-", "%2D")
