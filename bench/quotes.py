"""How well quotations are told from misquotations: `make bench` prints it.

From texts written for it (bench/texts) passages are taken and changed in each of many ways, which
are named in bench/harmless.py and bench/harmful.py. A harmless change must be found in the text all
the same, a harmful one must not. What needs a person's eye counts as not found.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import Random

from bench.harmful import HARMFUL
from bench.harmless import HARMLESS
from bench.mutations import Kind, Passage
from generator.model.passage import MatchKind
from generator.text.locate.ladder import Body, locate

TEXTS = Path(__file__).parent / "texts"
MUTATIONS = 20_000
SEED = 20260302
_TRIES = 400
_START = re.compile(r"(?<![^\W_])(?=[\w“„\"$£€−+])")


@dataclass(frozen=True)
class Mutation:
    """A passage, what became of it, and whether it was found afterwards."""

    kind: Kind
    text: str
    changed: str
    found: MatchKind

    @property
    def is_found(self) -> bool:
        """Whether it would be published as a quotation."""
        return self.found in (MatchKind.EXACT, MatchKind.NORMALISED)


@dataclass
class Result:
    """How many there were of each kind, and those that came out wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[Mutation] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share that came out wrong."""
        return len(self.wrong) / max(1, self.counts.total())

    def add(self, mutation: Mutation, *, is_harmless: bool) -> None:
        self.counts[mutation.kind.name] += 1
        if mutation.is_found != is_harmless:
            self.wrong.append(mutation)


def read_bodies() -> list[Body]:
    """The texts; the name of each begins with its language."""
    return [Body(path.stem, path.read_text("utf-8")) for path in sorted(TEXTS.glob("*.txt"))]


def measured(kinds: Sequence[Kind], count: int, *, is_harmless: bool, seed: int = SEED) -> Result:
    """Try `count` changes, in turn of each kind."""
    result = Result()
    draw = Random(seed)  # noqa: S311 (no secret: the same at every run)
    mutations = (one for kind in cycle(kinds) for one in _mutation(kind, read_bodies_once(), draw))
    for _ in range(count):
        result.add(next(mutations), is_harmless=is_harmless)
    return result


_BODIES: list[Body] = []


def read_bodies_once() -> list[Body]:
    """The texts, prepared once for all quotations."""
    if not _BODIES:
        _BODIES.extend(read_bodies())
    return _BODIES


def _mutation(kind: Kind, bodies: list[Body], draw: Random) -> Iterator[Mutation]:
    """One change of this kind: passages are tried until one has something to change."""
    for _ in range(_TRIES):
        body = draw.choice(bodies)
        passage = _passage(body, draw)
        changed = kind.change(passage, draw) if passage.text else None
        if changed is None or changed == passage.text:
            continue
        if not kind.is_part and changed in body.text:
            continue  # it stands elsewhere in the text
        if locate(passage.text, body).kind is MatchKind.EXACT:
            yield Mutation(kind, passage.text, changed, locate(changed, body).kind)
            return


def _passage(body: Body, draw: Random) -> Passage:
    """A stretch of one paragraph, from the beginning of a word to the end of one."""
    part = draw.choice([part for part in body.paragraphs if not part.is_heading])
    text = body.text[part.start : part.end]
    if body.source_id.startswith("zh"):
        start = draw.randrange(max(1, len(text) - 12))
        return _cut_out(text, start, start + draw.randint(12, 60), "zh")
    starts = [place.start() for place in _START.finditer(text)]
    first = draw.randrange(max(1, len(starts) - 5))
    last = min(len(starts) - 1, first + draw.randint(5, 26))
    return _cut_out(text, starts[first], starts[last], body.source_id[:2])


def _cut_out(text: str, start: int, end: int, language: str) -> Passage:
    words = text[start:end].strip()
    at = text.find(words, start)
    return Passage(words, language, text[:at], text[at + len(words) :])


def main() -> None:
    """Print what came out wrong, with counts per kind."""
    half = int(sys.argv[1]) // 2 if len(sys.argv) > 1 else MUTATIONS // 2
    for title, kinds, is_harmless in (
        ("harmless, but refused", HARMLESS, True),
        ("harmful, but accepted", HARMFUL, False),
    ):
        result = measured(kinds, half, is_harmless=is_harmless)
        wrong = Counter(one.kind.name for one in result.wrong)
        print(f"{title}: {len(result.wrong)} of {result.counts.total()} ({result.share:.2%})")
        for kind in kinds:
            print(f"  {kind.name:42}{wrong[kind.name]:6} of {result.counts[kind.name]}")
        for one in result.wrong[:10] if "-v" not in sys.argv else result.wrong:
            print(f"    {one.kind.name}: {one.changed!r} ({one.found})")


if __name__ == "__main__":
    main()
