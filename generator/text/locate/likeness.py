"""A second look at two texts with the same key: what the key dropped, and whether it matters.

Quotation marks, dashes and punctuation have forms that may differ. Capital letters, apostrophes,
spacing, other punctuation and a final `?` or `!` must not differ without a person's eye. A sign
or a gap inside a number must not differ at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.text.characters import APOSTROPHES, CURRENCY, DASHES, HAN, KANA, LETTER, QUOTE_MARKS
from generator.text.locate.edits import Segment
from generator.text.locate.normalise import FORMS, WORDS, lowered


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference in plain words, and whether a person has to look at it."""

    text: str
    needs_review: bool = False


MOST = 20
"""Different differences from which on two texts are not the same words."""

_QUOTES = frozenset(QUOTE_MARKS.replace("\\", ""))
_ONE_FORM = str.maketrans(
    {char: form for char, form in FORMS.items() if not form.isalnum()}
    | dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(DASHES.replace("\\", ""), "-")
    | {"、": ",", "。": ".", "…": "...", "【": "[", "】": "]", "〔": "[", "〕": "]"}
    | {"､": ",", "｡": ".", "︰": ":", "﹐": ",", "﹒": ".", "﹔": ";", "﹕": ":"}
)
_HEADING = re.compile(r"\n# +")
_LINE_END_HYPHEN = re.compile(r"[-‐]\s*\n\s*\Z")
_LONG_DASH, _LONG_ELLIPSIS = re.compile("--+"), re.compile(r"\.{4,}")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_LETTER = re.compile(LETTER)
_IDEOGRAPH = re.compile(f"[{HAN}{KANA}]")
_SIGN = re.compile(r"[-–−.．]")
_LEADS_NUMBER = re.compile(rf"[\d{CURRENCY}]")
_RUN = re.compile(r"\s?[^\w\s]*")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between two characters of the key."""

    text: str
    before: str
    after: str

    @property
    def sign(self) -> str:
        """The minus or decimal point that belongs to the number after the gap."""
        last = self.text[-1:]
        if not (_SIGN.match(last) and _LEADS_NUMBER.match(self.after)):
            return ""
        before = (self.before + self.text)[-2]
        return "" if before.isalnum() or before in ".…-–—" else last.translate(_ONE_FORM)

    @property
    def form(self) -> tuple[str, int]:
        """What it says whatever its form: the punctuation, and how many quotation marks."""
        return _form(self.text, self.before, self.after)


@lru_cache(maxsize=4096)
def _form(text: str, before: str, after: str) -> tuple[str, int]:
    joins_letters = _LETTER.match(before) and _LETTER.match(after)
    if joins_letters and _LINE_END_HYPHEN.match(text):
        return "hyphen at line end", 0
    if joins_letters and len(text) == 1 and _APOSTROPHE.match(text):
        return "apostrophe", 0
    text = _HEADING.sub("\n", text).translate(_ONE_FORM).replace('""', '"')
    text = _LONG_DASH.sub("-", _LONG_ELLIPSIS.sub("...", text))
    marks = text.replace('"', "")
    is_typography = _IDEOGRAPH.match(before) or _IDEOGRAPH.match(after)
    space = " " if marks and not is_typography else ""
    return "".join(marks.split()) or space, text.count('"')


@dataclass(frozen=True, slots=True)
class _Kept:
    """The characters of the key in their own case, and the gaps between them by place."""

    text: str
    letters: str
    gaps: dict[int, tuple[int, int]]

    def gap(self, place: int) -> _Gap:
        start, end = self.gaps.get(place, (0, 0))
        return _Gap(self.text[start:end], self.letters[place - 1], self.letters[place])

    def around(self, place: int) -> str:
        """The word or words at `place`, for a message."""
        left, right = self.letters[:place][-1:], self.letters[place:][:1]
        gap = self.gaps.get(place)
        if gap is None:
            return _word_at(self.text, self._offset(place))
        start, end = gap
        before = self.text[max(0, start - 20) : start].split()[-1:] or [left]
        after = self.text[end : end + 20].split()[:1] or [right]
        return _SPACES.sub(" ", before[0] + self.text[start:end][:20] + after[0])

    def _offset(self, place: int) -> int:
        before = sum(end - start for at, (start, end) in self.gaps.items() if at <= place)
        return place + before


def _kept(plain: str) -> _Kept:
    words: list[str] = []
    gaps: dict[int, tuple[int, int]] = {}
    size, done = 0, 0
    for word in WORDS.finditer(plain):
        start, end = word.span()
        if start > done and words:
            gaps[size] = (done, start)
        words.append(word[0])
        size, done = size + end - start, end
    return _Kept(plain, "".join(words), gaps)


def _word_at(text: str, offset: int) -> str:
    start = text.rfind(" ", 0, offset) + 1
    end = text.find(" ", offset)
    return text[start : len(text) if end < 0 else end][:40].strip(",;:")


def compare(segment: Segment, source: str) -> tuple[Difference, ...] | None:
    """How `segment` and the passage `source` with the same key differ; None: not the same words.

    Both run from their first to their last character of the key; `source` is in its plain form.
    """
    plain = segment.folded.plain
    start, end = segment.folded.plain_span(0, len(segment.folded.key))
    if plain[start:end] == source:
        return ()
    quoted, written = _kept(plain[start:end]), _kept(source)
    found = dict.fromkeys(_changed_case(quoted, written, segment.declared))
    for place in sorted(quoted.gaps.keys() | written.gaps.keys()):
        difference = _changed_gap(quoted, written, place)
        if difference is None or len(found) > MOST:
            return None
        found.update(dict.fromkeys(difference))
    return tuple(found)


def _changed_case(quoted: _Kept, written: _Kept, declared: frozenset[int]) -> Iterator[Difference]:
    if quoted.letters == written.letters:
        return
    for place, (ours, theirs) in enumerate(zip(quoted.letters, written.letters, strict=True)):
        if ours == theirs:
            continue
        if place in declared:
            yield Difference("a change of case is declared")
        elif place == 0:
            yield Difference("the first letter has another case")
        else:
            words = f"“{quoted.around(place)}” for “{written.around(place)}”"
            yield Difference(f"capital letters differ: {words}", needs_review=True)
            return


def _changed_gap(quoted: _Kept, written: _Kept, place: int) -> tuple[Difference, ...] | None:
    ours, theirs = quoted.gap(place), written.gap(place)
    if ours.text == theirs.text:
        return ()
    if ours.sign != theirs.sign:
        return None
    if ours.form == theirs.form:
        return (_other_form(ours.text, theirs.text),)
    if ours.before.isdigit() and ours.after.isdigit():
        return None
    (our_marks, our_quotes), (their_marks, their_quotes) = ours.form, theirs.form
    if their_marks == "hyphen at line end" and our_marks in ("", "-"):
        return (Difference("the source breaks a word at the end of a line"),)
    words = f": “{quoted.around(place)}” for “{written.around(place)}”"
    if our_marks == their_marks and our_quotes != their_quotes:
        return (Difference(f"quotation marks are left out or added{words}", needs_review=True),)
    return (Difference(_kind_of_change(our_marks, their_marks) + words, needs_review=True),)


def _kind_of_change(ours: str, theirs: str) -> str:
    if "apostrophe" in (ours, theirs):
        return "an apostrophe differs"
    if {ours, theirs} <= {"", " ", "-"}:
        return "spacing or a hyphen differs"
    return "punctuation differs"


def _other_form(ours: str, theirs: str) -> Difference:
    if [char for char in ours if char in _QUOTES] != [char for char in theirs if char in _QUOTES]:
        return Difference("quotation marks or apostrophes differ")
    if "\n" in theirs and "\n" not in ours:
        return Difference("the source has a line break")
    if _SPACES.sub("", ours) == _SPACES.sub("", theirs):
        return Difference("spaces differ")
    return Difference("dashes or punctuation have another form")


def final_mark(quoted: str, source: str) -> Difference | None:
    """A `?` or `!` at the end that only one has.

    `quoted` is the rest of the quotation after its last word, `source` the text after it there.
    A quotation may stop before its sentence does, so one without a final mark is as good.
    """
    ours = _RUN.match(quoted)
    theirs = _RUN.match(source)
    our_marks = (ours[0] if ours else "").translate(_ONE_FORM)
    their_marks = (theirs[0] if theirs else "").translate(_ONE_FORM)
    if not any(mark in our_marks for mark in ".?!"):
        return None
    if [mark for mark in our_marks if mark in "?!"] == [m for m in their_marks if m in "?!"]:
        return None
    return Difference(
        f"the final mark differs: “{our_marks.strip()}” for “{their_marks.strip()}”",
        needs_review=True,
    )


def starts_with_sign(lead: str, word: str) -> bool:
    """Whether `lead`, the punctuation before `word`, ends with the sign of that number."""
    return bool(_Gap(lead, " ", word).sign)


def same_mark(one: str, other: str) -> bool:
    """Whether two characters of punctuation are forms of the same."""
    return one == other or one.translate(_ONE_FORM) == other.translate(_ONE_FORM)


def same_words(one: str, other: str) -> bool:
    """Whether two short texts are the same letter by letter, whatever their case."""
    return lowered("".join(WORDS.findall(one))) == lowered("".join(WORDS.findall(other)))


def one_form(text: str) -> str:
    """`text` with one form of each quotation mark, dash, comma and space."""
    return _SPACES.sub(" ", text.translate(_ONE_FORM))
