"""The phrases with which a language says whose reporting it passes on, out of `attributions/`."""

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.text.characters import HAN

LANGUAGES = ("de", "en", "es", "fr", "zh")

_CAPITAL = "A-ZÀ-ÖØ-ÞŒŠŽ"
_TOKEN = rf"[{_CAPITAL}][\w.’'&/-]*[\w.]|[{_CAPITAL}]|\d+[{_CAPITAL}]?\w*"
_LINK = r"(?:of|and|de|des|du|del|la|y|et|und|für|am|&) |(?:d|l|s)[’']"
_NAME = rf"(?:{_TOKEN})(?: (?:{_LINK})?(?:{_TOKEN})){{0,5}}"
_OPENING, _CLOSING = "[\"“„«»‘'*_]?", "[\"“”«»’'*_]?"
_MADE = re.compile(rf"[{_CAPITAL}]{{2,6}}|\w*[a-z][{_CAPITAL}]\w*|[\w-]+\.[a-z]{{2,4}}")
_DATELINE = r"\((?P<name>[^()\n]{2,30})\)\s?[-–—]"
_HAN_NAME = rf"[{HAN}A-Za-z\d]"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase with a group `name`, and `article` where it has one. `is_strong`: a name that looks
    made (capitals, a domain) is one of an outlet here. `is_open`: words before the name may have
    been taken for a part of it.
    """

    expression: re.Pattern[str]
    is_strong: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    """How one language attributes, and which names are those of outlets."""

    patterns: tuple[Pattern, ...]
    known: re.Pattern[str]
    named: re.Pattern[str]
    """Names with a word for an outlet: `Harbour Times`."""
    bare: re.Pattern[str]
    """Such a word alone, which is a name behind an article only: `the Times`."""
    never: re.Pattern[str]
    is_chinese: bool = False

    def is_outlet(self, name: str, *, follows_article: bool, is_strong: bool) -> bool:
        """Whether this is the name of an outlet."""
        if self.known.fullmatch(name):
            return True
        if self.never.fullmatch(name):
            return False
        if self.bare.fullmatch(name):
            return follows_article
        return bool(self.named.fullmatch(name) or (is_strong and _MADE.fullmatch(name)))


@cache
def phrases(language: str) -> Phrases:
    """Those of one of `LANGUAGES`."""
    own, every = _words(language), _words("any")["known"]
    if language == "zh":
        return _chinese(own, every)
    last, first = _any(own["last"]), _any(own["first"])
    return Phrases(
        patterns=tuple(_patterns(own, every)),
        known=re.compile(_any(every)),
        named=re.compile(
            rf"(?:{_TOKEN}|[ ’'&]|[a-z]{{1,3}}[ ’'])+ (?:{last})|(?:{first})(?:[ ’-].+)?"
        ),
        bare=re.compile(rf"(?:{last}|{first})"),
        never=re.compile(_any(own["never"])),
    )


def _patterns(own: dict[str, list[str]], every: Collection[str]) -> Iterator[Pattern]:
    article = rf"(?:(?P<article>{_any(own['articles'])})(?:(?<=[’'])| ))?"
    small = [name for name in every if name[0].islower()]
    name = rf"{_OPENING}(?P<name>(?:{_any(small)})(?!\w)|{_NAME}){_CLOSING}"
    lead = rf" ?{article}(?:{_any(own['kinds'])} )?"
    end = rf"(?!\w| (?:{_any(own['roles'])})(?!\w))"
    for words, is_strong in ((own["before"], False), (own["strong"], True)):
        yield Pattern(re.compile(rf"(?<!\w)(?i:{_any(words)}){lead}(?<=\W){name}{end}"), is_strong)
    after = rf"{article}{name},? (?i:{_any(own['after'])})(?!\w)"
    yield Pattern(re.compile(rf"(?<!\w){after}"), is_open=True)
    yield Pattern(re.compile(_DATELINE), is_strong=True)


def _chinese(own: dict[str, list[str]], every: Collection[str]) -> Phrases:
    suffix = _any(own["suffixes"])
    known = rf"(?:{_any(own['known'])})(?:{suffix})?|{_any(every)}"
    name = rf"(?P<name>(?:{known})|{_HAN_NAME}{{1,10}}?(?:{suffix}))"
    after, before = _any(own["after"]), _any(own["before"])
    expressions = [
        (rf"(?:{before})[《“「]?{name}[》”」]?(?:{after})?", False),
        (rf"[《“「]?{name}[》”」]?(?:{after})", True),
        *((dateline.replace("(?P<name>NAME)", name), True) for dateline in own["dateline"]),
    ]
    return Phrases(
        patterns=tuple(
            Pattern(re.compile(expression), is_open=is_open) for expression, is_open in expressions
        ),
        known=re.compile(known),
        named=re.compile(rf"{_HAN_NAME}+(?:{suffix})"),
        bare=re.compile(suffix),
        never=re.compile(rf"(?:{_HAN_NAME}*?)(?:{_any(own['never'])})|(?:{suffix})"),
        is_chinese=True,
    )


def _words(language: str) -> dict[str, list[str]]:
    file = Path(__file__).parent / "attributions" / f"{language}.toml"
    words: dict[str, list[str]] = tomllib.loads(file.read_text("utf-8"))
    return words


def _any(expressions: Collection[str]) -> str:
    return "|".join(sorted(expressions, key=len, reverse=True)) or "(?!)"
