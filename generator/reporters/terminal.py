"""Diagnostics for people: the fact, the place with the words marked, and what to do.

    error[quote-not-found]: these words are not in the cited source
      ┌─ docs/briefings/video-clips/trend.md:14:24
    14 │ Shares of one company "rose 25 percent" that Monday [@harbour-2026-02-09].
       │                        ^^^^^^^^^^^^^^^
       = help: quote the source exactly, or drop the quotation marks

Of many warnings with one code the first ten are shown and the rest counted. The counts follow, and
how to see warnings where only errors are shown. Control characters of the author's text are shown,
never obeyed.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.span import Position, Span, TextFile
from generator.reporters import Report, shortened

_COLUMNS = 100
"""Display columns of the line that is quoted, at most."""
_ALIKE = 10
"""Warnings of one code that are shown; a hundred alike would hide the others."""
_TAB = "    "
_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33"}
_FRAME, _STRONG = "34", "1"

_NEAR = 4 * _COLUMNS
"""How much of a line is looked at: a line may hold ten thousand faults."""
_MORE = _COLUMNS + 2
"""Columns on either side that are measured: more than can be shown, also by a wide character."""

_BREAKS = re.compile(r"[\t\r\n]+")
# C0 and C1 controls and the bidirectional overrides can rewrite what a terminal shows.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def _report(report: Report) -> str:
    """Warnings, then errors, a blank line after each, and the counts: what stops a reader of the
    terminal from publishing stands next to the prompt.
    """
    shown = [diagnostic for diagnostic in report.diagnostics if report.is_shown(diagnostic)]
    warnings = [diagnostic for diagnostic in shown if not diagnostic.is_error]
    first, more = _first_of_each_code(warnings)
    parts = [
        *(_Writer(report, diagnostic).text() for diagnostic in first),
        *(_rest(code, number) for code, number in more.items()),
        *(_Writer(report, diagnostic).text() for diagnostic in shown if diagnostic.is_error),
    ]
    return "".join(f"{part}\n\n" for part in parts) + _counts(report) + "\n"


def _first_of_each_code(
    warnings: Sequence[Diagnostic],
) -> tuple[list[Diagnostic], dict[str, int]]:
    """The first `_ALIKE` of each code, and how many more of a code there are."""
    seen: Counter[str] = Counter()
    first: list[Diagnostic] = []
    for warning in warnings:
        seen[warning.code] += 1
        if seen[warning.code] <= _ALIKE:
            first.append(warning)
    return first, {code: seen[code] - _ALIKE for code in sorted(seen) if seen[code] > _ALIKE}


def _rest(code: str, number: int) -> str:
    return f"… and {number} more `{code}`; `standfirst check --format json` has all"


class _Writer:
    """Writes one diagnostic."""

    def __init__(self, report: Report, diagnostic: Diagnostic) -> None:
        self.report = report
        self.diagnostic = diagnostic
        span = diagnostic.span
        self.file = report.files.get(span.path) if span else None
        self.position = self.file.position(span.start) if self.file and span else None
        self.margin = len(str(self.position.line)) if self.position else 2

    def text(self) -> str:
        lines = [self._head(), *self._place()]
        if self.diagnostic.span and self.file and self.position:
            lines += self._snippet(self.diagnostic.span, self.file, self.position)
        lines += [self._note(text) for text in self._notes()]
        return "\n".join(lines)

    def _head(self) -> str:
        severity = self.diagnostic.severity
        code = self._styled(f"{severity}[{self.diagnostic.code}]", _STYLES.get(severity, _STRONG))
        return f"{code}: {self._styled(_safe(self.diagnostic.message), _STRONG)}"

    def _place(self) -> Iterator[str]:
        if self.diagnostic.span:
            place = _place(self.diagnostic.span, self.report)
            yield f"{' ' * self.margin}{self._styled('┌─', _FRAME)} {place}"

    def _snippet(self, span: Span, file: TextFile, position: Position) -> Iterator[str]:
        before, marked, after = _cut(file, position.line, span)
        carets = "^" * max(1, _width(marked))
        bar = self._styled("│", _FRAME)
        style = _STYLES.get(self.diagnostic.severity, _STRONG)
        yield f"{self._styled(str(position.line), _FRAME)} {bar} {before}{marked}{after}".rstrip()
        yield f"{' ' * self.margin} {bar} {' ' * _width(before)}{self._styled(carets, style)}"

    def _notes(self) -> Iterator[str]:
        for label in self.diagnostic.labels:
            text = shortened(_safe(label.text))
            yield f"{text} ({_place(label.span, self.report)})" if label.span else text
        if self.diagnostic.help:
            yield f"help: {_safe(self.diagnostic.help)}"

    def _note(self, text: str) -> str:
        return f"{' ' * self.margin} {self._styled('=', _FRAME)} {text}"

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.report.color else text


def _place(span: Span, report: Report) -> str:
    file = report.files.get(span.path)
    if file is None:
        return _safe(span.path)
    position = file.position(span.start)
    return f"{_safe(span.path)}:{position.line}:{position.column}"


def _cut(file: TextFile, number: int, span: Span) -> tuple[str, str, str]:
    """The line before, at and after the marked words, cut around them to fit `_COLUMNS`."""
    first, last = file.line_ends(number)
    while last > first and file.text[last - 1] == "\r":
        last -= 1
    start = min(span.start, last)
    end = min(max(span.end, span.start + 1), last)
    before = _ending(_shown(file.text[max(first, start - _NEAR) : start]), _MORE)
    marked = _shown(file.text[start : min(end, start + _NEAR)])
    after = _fitting(_shown(file.text[end : min(last, end + _NEAR)]), _MORE)
    room = _COLUMNS - _width(marked)
    if room < 0:
        marked, room = _fitting(marked, _COLUMNS - 1) + "…", 0
    left = min(_width(before), max(room // 2, room - _width(after)))
    right = min(_width(after), room - left)
    if left < _width(before):
        before = "…" + _ending(before, left - 1) if left else ""
    if right < _width(after):
        after = _fitting(after, right - 1) + "…" if right else ""
    return before, marked, after


def _fitting(text: str, columns: int) -> str:
    """The longest beginning of `text` that is at most `columns` wide."""
    if text.isascii():
        return text[: max(0, columns)]
    taken = 0
    for index, character in enumerate(text):
        taken += _character_width(character)
        if taken > columns:
            return text[:index]
    return text


def _ending(text: str, columns: int) -> str:
    """The longest end of `text` that is at most `columns` wide."""
    return _fitting(text[::-1], columns)[::-1]


def _shown(text: str) -> str:
    return _safe(text.replace("\t", _TAB))


def _safe(text: str) -> str:
    return _UNSAFE.sub("\ufffd", _BREAKS.sub(" ", text))


def _width(text: str) -> int:
    """Columns that a terminal gives the text: wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


@lru_cache(maxsize=10_000)
def _character_width(character: str) -> int:
    # Vowels and finals of Hangul syllables written in parts (U+1160 on) join the consonant.
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _counts(report: Report) -> str:
    severities = [diagnostic.severity for diagnostic in report.diagnostics]
    errors = _count(severities.count(Severity.ERROR), "error")
    warnings = _count(severities.count(Severity.WARNING), "warning")
    counts = f"{errors}, {warnings}"
    line = f"{counts}; {_safe(report.summary)}" if report.summary else counts
    has_hidden = not all(map(report.is_shown, report.diagnostics))
    return f"{line}\n`standfirst check` shows the warnings" if has_hidden else line


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


REPORT = _report
