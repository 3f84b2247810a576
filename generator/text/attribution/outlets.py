"""Whose reporting a text says that it passes on: "the Financial Times reports", `据央视新闻报道`.

Copies are rewritten, so words in common do not show what they go back to; what does is that they
say so. The phrases of each language, and what tells an outlet's name from a person's or a
company's, are data files in `attributions/`. Whoever is named as a source of facts without being
an outlet (a ministry, a person, a market researcher) is not looked for here.

>>> [found.name for found in attributions("Sales fell, the Harbour Times reports.", "en")]
['Harbour Times']
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from generator.text.attribution.phrases import LANGUAGES, Pattern, Phrases, phrases
from generator.text.characters import HAN

_HAN = re.compile(f"[{HAN}]")
_TIMES = re.compile(
    r"(?: (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April"
    r"|May|June|July|August|September|October|November|December))+$"
)
_CHINESE_LEAD = re.compile(r"[本上]?周[一二三四五六日]?|[昨今]日|\d+日|日前|此前|另据|据|有")
_CLOSING = '"“”«»’*_》」'
_EDGE = ",.'’&/- "
_ARTICLE = re.compile(r"(?:the|le|la|les|el|los|las|der|die|das|den|dem) |l[’']", re.IGNORECASE)
_GERMAN_ENDING = re.compile(r"(?<=\w{3}e)n\b")  # laut der Süddeutschen Zeitung


@dataclass(frozen=True, slots=True)
class Attribution:
    """An outlet that the text names as the one that reported; `body[start:end]` are the words."""

    name: str
    start: int
    end: int


def attributions(
    body: str, language: str, publishers: Set[str] = frozenset()
) -> tuple[Attribution, ...]:
    """What the text attributes to other outlets, in order of place.

    `publishers` are further names of outlets, such as those of a library, as `folded_name` gives
    them.
    """
    finder = _Finder(_phrases_for(body, language), publishers)
    every = sorted(finder.found(body), key=lambda one: (one.start, -one.end))
    kept: list[Attribution] = []
    for one in every:
        if not any(one.start < other.end and one.name == other.name for other in kept[-3:]):
            kept.append(one)
    return tuple(kept)


def folded_name(name: str) -> str:
    """A name as it is compared: without its article and its German ending, in small letters."""
    return _GERMAN_ENDING.sub("", _ARTICLE.sub("", " ".join(name.casefold().split()), count=1))


def _phrases_for(body: str, language: str) -> Phrases:
    """By the script, then by what `language:` says; English where there are no phrases."""
    if len(_HAN.findall(body)) * 4 > len(body):
        return phrases("zh")
    primary = language.split("-")[0].lower()
    return phrases(primary if primary in LANGUAGES and primary != "zh" else "en")


@dataclass(frozen=True, slots=True)
class _Finder:
    phrases: Phrases
    publishers: Set[str]

    def found(self, body: str) -> Iterator[Attribution]:
        for pattern in self.phrases.patterns:
            for match in pattern.expression.finditer(body):
                name = self._name(match, pattern)
                if name:
                    start, end = match.span()
                    if pattern.is_open:
                        start = body.find(name, match.start())
                    words = body[start:end].rstrip(_EDGE + _CLOSING)
                    yield Attribution(name, start, start + len(words))

    def _name(self, match: re.Match[str], pattern: Pattern) -> str:
        """The outlet's name in the match; empty where there is none."""
        written = _TIMES.sub("", match["name"]).strip(_EDGE)
        article = match.groupdict().get("article") or ""
        with_article = f"{article} {written}".replace("’ ", "’").replace("' ", "'")
        if article.istitle() and self.phrases.known.fullmatch(with_article):
            return with_article  # Le Monde, El País, Der Spiegel
        for form in self._forms(written) if pattern.is_open else (written,):
            bare = form.removeprefix("The ")
            follows_article = bare != form or (bool(article) and form == written)
            if folded_name(bare) in self.publishers or self.phrases.is_outlet(
                bare, follows_article=follows_article, is_strong=pattern.is_strong
            ):
                return bare
        return ""

    def _forms(self, written: str) -> Iterator[str]:
        """The name, and what is left of it without the words at its start."""
        if self.phrases.is_chinese:
            starts = range(len(written) - 1)
            known = [written[at:] for at in starts if self._is_known(written[at:])]
            lead = _CHINESE_LEAD.match(written)
            yield from known or [written[lead.end() :] if lead else written]
            return
        words = written.split(" ")
        yield from (" ".join(words[at:]) for at in range(len(words)))

    def _is_known(self, name: str) -> bool:
        return (
            folded_name(name) in self.publishers or self.phrases.known.fullmatch(name) is not None
        )
