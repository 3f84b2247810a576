"""Finds what is nearly a name: in another case, with another space or hyphen, one letter off.

Chosen to be right rather than complete. A letter more at the end is another word (`Korea`,
`Korean`), a digit is another version, and a word that opens a sentence has its capital from there.
Chinese names of six characters and more are found with one of them exchanged.

>>> near = NearNames(["ByteDance", "Kuaishou", "Wan2.2"])
>>> [(one.text, one.name) for one in near.find("Then Bytedance and Kwaishou; Wan 2.2, Wan2.1")]
[('Bytedance', 'ByteDance'), ('Kwaishou', 'Kuaishou'), ('Wan 2.2', 'Wan2.2')]
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.text.characters import HAN

_FEWEST = 5
"""Letters and digits of a name that is looked for."""
_FEWEST_HAN = 6
_LONGEST = 120
_WORD = re.compile(rf"[^\W_{HAN}]+(?:\.[^\W_{HAN}]+)*")
_BETWEEN = re.compile(r"[ \n-]")
_HAN_RUN = re.compile(f"[{HAN}]+")
_MIXED = re.compile(rf"(?<=[{HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{HAN}])")


@dataclass(frozen=True, slots=True)
class NearName:
    """What stands at `start` to `end` and is nearly `name`."""

    start: int
    end: int
    text: str
    name: str


class NearNames:
    """Looks for what is nearly one of the names, and none of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = {" ".join(name.split()) for name in names}
        usable = sorted(name for name in self._known if len(name) <= _LONGEST)
        latin = [name for name in usable if not _HAN_RUN.search(name)]
        self._latin = {_key(name): name for name in latin if len(_key(name)) >= _FEWEST}
        self._most = max((len(_WORD.findall(name)) for name in latin), default=0)
        self._shorter: defaultdict[str, set[str]] = defaultdict(set)
        for key in self._latin:
            if key.isalpha():
                for less in _one_less(key):
                    self._shorter[less].add(key)
        self._han = [one for one in usable if _HAN_RUN.fullmatch(one) and len(one) >= _FEWEST_HAN]
        self._mixed = [_spaced(name) for name in usable if _MIXED.search(name)]
        self._halves: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for name in self._han:
            middle = len(name) // 2
            self._halves[name[:middle]].append((name, 0))
            self._halves[name[middle:]].append((name, middle))

    def find(self, text: str) -> Iterator[NearName]:
        """What is nearly a name in a sentence, in order."""
        found = [*self._latin_in(text), *self._han_in(text), *self._mixed_in(text)]
        end = 0
        for one in sorted(found, key=lambda one: (one.start, -one.end)):
            if one.start >= end:
                end = one.end
                yield one

    def _latin_in(self, text: str) -> Iterator[NearName]:
        words = list(_WORD.finditer(text)) if self._latin else []
        for first in range(len(words)):
            start = words[first].start()
            for last in range(first, min(first + self._most + 1, len(words))):
                if last > first and not _BETWEEN.fullmatch(
                    text, words[last - 1].end(), words[last].start()
                ):
                    break
                end = words[last].end()
                written = " ".join(text[start:end].split())
                name = self._name_of(written, opens=first == 0)
                if name:
                    yield NearName(start, end, written, name)

    def _name_of(self, written: str, *, opens: bool) -> str | None:
        if written in self._known or written.isupper():
            return None
        key = _key(written)
        name = self._latin.get(key)
        if name is None:
            is_name = written[0].isupper() and key.isalpha() and len(key) >= _FEWEST - 1
            return self._one_off(key, written) if is_name and not opens else None
        is_other_word = written.islower() and name[1:].islower()
        is_opening = opens and written[0].lower() + written[1:] == name
        return None if is_other_word or is_opening else name

    def _one_off(self, key: str, written: str) -> str | None:
        less = _one_less(key)
        near = {other for other in less if other in self._latin and key[:-1] != other}
        near |= {other for other in self._shorter.get(key, ()) if other[:-1] != key}
        for one in less:
            near |= {
                other
                for other in self._shorter.get(one, ())
                if len(other) == len(key) and _differences(other, key) == 1
            }
        names = sorted(self._latin[other] for other in near)
        words = len(_WORD.findall(written))
        return next((name for name in names if len(_WORD.findall(name)) == words), None)

    def _han_in(self, text: str) -> Iterator[NearName]:
        """Half of a name stands there, and the other half but for one character."""
        lengths = sorted({len(half) for half in self._halves})
        for run in _HAN_RUN.finditer(text) if lengths else ():
            for place in range(*run.span()):
                for length in lengths:
                    for name, offset in self._halves.get(text[place : place + length], ()):
                        yield from self._exchanged(name, text, place - offset)

    def _exchanged(self, name: str, text: str, start: int) -> Iterator[NearName]:
        written = text[max(0, start) : start + len(name)]
        is_near = len(written) == len(name) and _differences(written, name) == 1
        if is_near and written not in self._known and _HAN_RUN.fullmatch(written):
            yield NearName(start, start + len(name), written, name)

    def _mixed_in(self, text: str) -> Iterator[NearName]:
        for name, pattern in self._mixed:
            for match in pattern.finditer(text):
                if match[0] not in self._known:
                    yield NearName(*match.span(), match[0], name)


def _key(name: str) -> str:
    return re.sub(r"[\s-]", "", name).casefold()


def _one_less(key: str) -> set[str]:
    return {key[:place] + key[place + 1 :] for place in range(len(key))}


def _differences(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _spaced(name: str) -> tuple[str, re.Pattern[str]]:
    parts = [re.escape(part) for part in _MIXED.split(name.replace(" ", ""))]
    return name, re.compile(" ?".join(parts))
