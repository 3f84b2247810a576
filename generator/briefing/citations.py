"""Citations in Pandoc's grammar: `[see @a; @b, p. 3]`, `[-@id]`, `@id` in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.briefing.canvas import Canvas
from generator.model.page import Citation, CitationGroup, Locator
from generator.text.characters import HAN, HANGUL, KANA

# Full-width punctuation counts as CJK: there is no space after a Chinese comma.
_BEFORE = re.compile(
    rf"[\s(\[{{（【〔「『《〈“„«»‹›\"'‘‚{HAN}{KANA}{HANGUL}\u3000-\u303f\uff01-\uff65]"
)
_ID = r"@([A-Za-z0-9_]+(?:(?:(?!\.\.)[.-])+[A-Za-z0-9_]+)*)"
_KEY = re.compile(_ID, re.ASCII)
_ID_ALONE = re.compile(rf"\[{_ID}\]", re.ASCII)
_WORDS = re.compile(r'"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|「[^「」]*」|『[^『』]*』')
_WORD = "\1"
_SEMICOLON = re.compile("[;；]")
_COMMA = re.compile("[,，]")
_KINDS = (
    ("page", re.compile(r"(?:pp?|S)\.\s*\S")),
    ("chapter", re.compile(r"(?:ch|chap)\.\s*\S", re.IGNORECASE)),
    ("section", re.compile(r"§")),
    ("paragraph", re.compile(r"¶")),
    ("time", re.compile(r"(?:\d+:)?\d{1,2}:\d{2}(?:\s*[–-]\s*(?:\d+:)?\d{1,2}:\d{2})?$")),
    ("translation", re.compile(r"tr$")),
)
_MORE_NUMBERS = re.compile(r"\d+(?:\s*[–-]\s*\d+)?$")
_NUMBERED = ("page", "chapter", "section", "paragraph")


@dataclass(frozen=True, slots=True)
class Key:
    """An `@id` in a text. `is_bare`: it counts without brackets around it."""

    start: int
    end: int
    source_id: str
    is_bare: bool
    is_suppressed: bool


def keys(text: str) -> Iterator[Key]:
    """The ids in `text`; an address such as `a@b.example` has none."""
    for match in _KEY.finditer(text):
        at = match.start()
        is_bare = at == 0 or _BEFORE.match(text, at - 1) is not None
        is_suppressed = text[at - 1 : at] == "-" and _may_begin(text, at - 1)
        if is_bare or is_suppressed or text[at - 1] in ";；,，":
            yield Key(at, match.end(), match[1], is_bare, is_suppressed)


def _may_begin(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in ";；" or _BEFORE.match(text, at - 1) is not None


def read_group(canvas: Canvas, plain: str, start: int, end: int) -> CitationGroup | None:
    """The citations between the brackets at `start` and `end - 1`; None where there is none."""
    alone = _ID_ALONE.fullmatch(plain, start, end)
    if alone:  # most groups are: there is no prefix to read, and no locator
        citations: tuple[Citation, ...] = (Citation(alone[1], canvas.span(start + 1, end - 1)),)
    else:
        citations = tuple(_GroupReader(canvas, plain, start + 1, end - 1).citations())
    return CitationGroup(canvas.span(start, end), citations) if citations else None


def read_narrative(
    canvas: Canvas, plain: str, key: Key, bracket: tuple[int, int] | None
) -> CitationGroup:
    """`@id` in running text, with the locators in the brackets that follow it."""
    locators: tuple[Locator, ...] = ()
    end = key.end
    if bracket:
        end = bracket[1]
        reader = _GroupReader(canvas, plain, bracket[0] + 1, end - 1)
        locators = reader.locators(bracket[0] + 1, end - 1)
    citation = Citation(key.source_id, canvas.span(key.start, key.end), locators=locators)
    return CitationGroup(canvas.span(key.start, end), (citation,), narrative=True)


class _GroupReader:
    """Reads the inside of brackets. In `text` each character of quoted words is masked."""

    def __init__(self, canvas: Canvas, plain: str, start: int, end: int) -> None:
        self.canvas = canvas
        masked = _WORDS.sub(lambda match: _WORD * len(match[0]), plain[start:end])
        self.text = masked
        self.start, self.end = start, end

    def citations(self) -> Iterator[Citation]:
        """One per `@id`; an item without one belongs to the citation before it."""
        found: Citation | None = None
        prefix = ""
        for first, last in self._split(self.start, self.end, _SEMICOLON):
            ids = list(keys(self._text(first, last)))
            edges = [first, *(first + key.end for key in ids)]
            if not ids and found is None:
                prefix += self.canvas.seen(first, last) + "; "
            elif not ids and found is not None:
                found = replace(found, locators=found.locators + self.locators(first, last))
            for index, key in enumerate(ids):
                if found:
                    yield found
                before = (edges[index], first + key.start - key.is_suppressed)
                seen = self.canvas.seen(*before) if index == 0 else ""
                end = first + ids[index + 1].start if index + 1 < len(ids) else last
                found = Citation(
                    key.source_id,
                    self.canvas.span(first + key.start, first + key.end),
                    (prefix + seen).strip(),
                    self.locators(first + key.end, end),
                    key.is_suppressed,
                )
                prefix = ""
        if found:
            yield found

    def locators(self, start: int, end: int) -> tuple[Locator, ...]:
        """The locators between `start` and `end`, parted by commas."""
        found: list[Locator] = []
        for first, last in self._split(start, end, _COMMA):
            locator = self._locator(first, last)
            if locator is None:
                continue
            last_kind = found[-1].kind if found else ""
            if last_kind in _NUMBERED and _MORE_NUMBERS.match(locator.text):
                found[-1] = _joined(found[-1], locator)
            else:
                found.append(locator)
        return tuple(found)

    def _locator(self, first: int, last: int) -> Locator | None:
        text = self._text(first, last)
        last -= len(text) - len(text.rstrip())
        first += len(text) - len(text.lstrip(" \t\n:：")) if last > first else 0
        if first >= last:
            return None
        if set(self._text(first, last)) == {_WORD}:
            inner = (first + 1, last - 1)
            return Locator("words", self.canvas.seen(*inner), self.canvas.span(*inner))
        seen = self.canvas.seen(first, last)
        kind = next((name for name, pattern in _KINDS if pattern.match(seen)), "other")
        return Locator(kind, seen, self.canvas.span(first, last))

    def _split(self, start: int, end: int, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        first = start
        for match in mark.finditer(self.text, start - self.start, end - self.start):
            yield first, self.start + match.start()
            first = self.start + match.end()
        yield first, end

    def _text(self, first: int, last: int) -> str:
        return self.text[first - self.start : last - self.start]


def _joined(first: Locator, second: Locator) -> Locator:
    span = replace(first.span, end=second.span.end)
    return Locator(first.kind, f"{first.text}, {second.text}", span)
