"""What an author declares to have changed in a quotation: ellipses, brackets, `[T]he`, `[sic]`.

A quotation reads as segments that must stand in the source word for word, with a joint before,
between and after them. There are two readings of a text with such signs, for the source may have
them itself: the literal one, a single segment, and the edited one.
"""

import re
from dataclasses import dataclass

from generator.text.characters import LETTER
from generator.text.locate.normalise import Folded

ELLIPSIS_REACH = 1500
"""Characters of the source that one ellipsis may leave out."""
BRACKET_REACH = 120
"""Characters that a bracket may hold, and those of the source that it may replace."""

_EDIT = re.compile(
    r"[\[［]\s?(?P<ellipsis>…|\.\s?\.\s?\.)\s?[\]］]"
    rf"|(?P<bare>…+|\.(?:[ \u00a0]?\.){{2,}}+)"
    rf"|[\[［](?P<words>[^\[\]［］]{{1,{BRACKET_REACH}}})[\]］]"
)
_TWO_LETTERS = re.compile(LETTER * 2)
_REMARKS = frozenset({"sic", "sic!", "emphasis added", "emphasis mine", "emphasis in original"})


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands between two segments, or at either end of the quotation."""

    elides: bool = False
    brackets: tuple[str, ...] = ()
    splits_word: bool = False
    """Whether a bracket touches a letter, as in `walk[ed]`."""

    @property
    def is_edit(self) -> bool:
        """Whether the author declares a change here."""
        return self.elides or bool(self.brackets)

    @property
    def reach(self) -> int:
        """How many characters of the source it may stand for."""
        return ELLIPSIS_REACH if self.elides else BRACKET_REACH

    def __add__(self, other: "Joint") -> "Joint":
        return Joint(
            self.elides or other.elides,
            self.brackets + other.brackets,
            self.splits_word or other.splits_word,
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that must stand in the source. `declared`: where in the key case may differ."""

    folded: Folded
    declared: frozenset[int] = frozenset()

    @property
    def parts(self) -> tuple[str, str, str]:
        """The text before its first word, from the first to the last, and after it."""
        text = self.folded.text
        start, end = self.folded.span(0, len(self.folded.key))
        return text[:start], text[start:end], text[end:]


@dataclass(frozen=True, slots=True)
class Reading:
    """Segments and their joints: `joints[k]` stands before segment k, the last one at the end."""

    segments: tuple[Segment, ...]
    joints: tuple[Joint, ...]


def readings(quotation: str) -> tuple[Reading, ...]:
    """The literal reading and, where the text has ellipses or brackets, the edited one."""
    literal = Reading((Segment(Folded(quotation)),), (Joint(), Joint()))
    if _EDIT.search(quotation) is None:
        return (literal,)
    edited = _edited(quotation)
    return (literal, edited) if edited.segments else (literal,)


class _Reader:
    """Gathers segments and joints from left to right."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.joints: list[Joint] = []
        self.joint = Joint()
        self.words = ""
        self.declared: list[int] = []

    def close_segment(self) -> None:
        segment = Folded(self.words)
        if segment.key:
            places = frozenset(len(Folded(self.words[:offset]).key) for offset in self.declared)
            self.segments.append(Segment(segment, places))
            self.joints.append(self.joint)
            self.joint = Joint()
        self.words, self.declared = "", []


def _edited(quotation: str) -> Reading:
    reader = _Reader()
    done = 0
    for edit in _EDIT.finditer(quotation):
        reader.words += quotation[done : edit.start()]
        done = edit.end()
        words = edit["words"]
        if words is not None and words.strip().lower() in _REMARKS:
            reader.words = reader.words.rstrip()
        elif words is not None and _is_change_of_case(quotation, edit):
            reader.declared.append(len(reader.words))
            reader.words += words
        else:
            reader.close_segment()
            reader.joint += _joint(quotation, edit)
    reader.words += quotation[done:]
    reader.close_segment()
    return Reading(tuple(reader.segments), (*reader.joints, reader.joint))


def _is_change_of_case(quotation: str, edit: re.Match[str]) -> bool:
    before, after = _neighbours(quotation, edit)
    letter = edit["words"]
    return len(letter) == 1 and letter.isalpha() and after.isalpha() and not before.isalpha()


def _joint(quotation: str, edit: re.Match[str]) -> Joint:
    if edit["words"] is None:
        return Joint(elides=True)
    before, after = _neighbours(quotation, edit)
    touches = (before + edit["words"][0], edit["words"][-1] + after)
    splits_word = any(_TWO_LETTERS.fullmatch(pair) for pair in touches)
    return Joint(brackets=(edit["words"].strip(),), splits_word=splits_word)


def _neighbours(quotation: str, edit: re.Match[str]) -> tuple[str, str]:
    start, end = edit.span()
    return quotation[max(0, start - 1) : start], quotation[end : end + 1]
