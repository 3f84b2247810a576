"""Words for a date that mean another day to each reader: `yesterday`, `last Wednesday`, `上周三`.

Only what cannot mean anything else. "The last week of May" and "the next day" are told from inside
the story, and "today" often means nowadays.
"""

import re
from collections.abc import Iterator

from generator.text.characters import HAN
from generator.text.words import said

_UNITS = "week|weekend|month|quarter|year|night|spring|summer|autumn|fall|winter"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NARRATED = r"(?<!\bthe )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!’s )(?<!'s )(?<!\band )"
_COUNT = r"(?:an?|a few|several|[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
_STEMS = ("letzte", "vergangene", "vorige", "nächste", "kommende", "diese")
_ENDS = ("", *"nrsm")
_GERMAN = (
    rf"(?:{'|'.join(_STEMS)})(?:{'|'.join(_ENDS)}) (?:Woche|Monats?|Jahr(?:es)?"
    r"|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Wochenende|Quartal)"
)
_HAN = (
    r"昨[天日晚夜]|前天|后天|明天|明日(?!方舟|期)|[上下本这]个?(?:周末|季度|星期[一二三四五六日天]?|礼拜)"
    r"|[上下本这]周[一二三四五六日天]?(?![期边全年长])|(?<!以)[上下本]个?月(?!份以)|这个月|今年|去年|明年|前年|今晚|今早"
)
_RELATIVE = re.compile(
    rf"\b(?:the day (?:before yesterday|after tomorrow)|yesterday|tomorrow(?!['’]s)|tonight"
    rf"|{_NARRATED}(?:[Ll]ast|[Nn]ext) (?:{_UNITS}|{_DAYS}|{_MONTHS})"
    rf"|{_NARRATED}[Tt]his (?:{_UNITS}|morning|afternoon|evening|{_DAYS}|{_MONTHS})"
    rf"|{_COUNT} (?:days?|weeks?|months?|years?|hours?) ago"
    rf"|vorgestern|gestern|übermorgen|{_GERMAN})\b|{_HAN}",
)
_CAPITALS = {"yesterday", "tomorrow", "tonight", "gestern", "vorgestern", "übermorgen"}
_FOLDED = re.compile(
    rf"(?:{'|'.join(word.capitalize() for word in sorted(_CAPITALS))}|The day before yesterday)\b"
)
_WORDS = frozenset(
    (
        *_CAPITALS,
        "last",
        "next",
        "this",
        "ago",
        *(f"{stem}{end}" for stem in _STEMS for end in _ENDS),
    )
)
"""A text has one of them, or Chinese characters, or no such words at all."""
_CHINESE = re.compile(f"[{HAN}]")


def relative_dates(text: str) -> Iterator[tuple[int, int]]:
    """Where such words stand in `text`, in order."""
    if _WORDS.isdisjoint(said(text)) and not _CHINESE.search(text):
        return
    spans = [found.span() for found in _RELATIVE.finditer(text)]
    spans += [found.span() for found in _FOLDED.finditer(text)]
    yield from sorted(spans)
