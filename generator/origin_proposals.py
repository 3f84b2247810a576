"""What speaks for a source going back to another's reporting, for a person to confirm.

Two things are looked at: what a text says itself ("the Financial Times reports"), and wording that
sources have in common. Nothing is written and nothing merged on their strength alone: who only
quotes another is no copy.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.source import Library, Source, TextKind
from generator.text.attribution.outlets import attributions, folded_name
from generator.text.paragraphs import paragraphs
from generator.text.plain import one_line
from generator.text.similar import Similar, similar
from generator.text.slug import slug

_DAYS_BEFORE = 14
"""How long after a report articles still retell it."""
_DAYS_TOGETHER = 3
"""Articles that name the same outlet within so many days are taken to retell one report."""
_MOST_MENTIONS = 5
_MOST_SIMILAR = 5
_LONGEST_WORDS = 80


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet that the text names as the one that reported, and the origin that it would be."""

    paragraph: int
    words: str
    origin: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Wording in common with another source: the share of each that stands in the other."""

    other_id: str
    share: float
    share_of_other: float
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """What there is to look at in one source. `origin` is what it would be, None where nothing
    says so or the source has one already.
    """

    source: Source
    mentions: tuple[Mention, ...]
    likenesses: tuple[Likeness, ...]
    origin: str | None


def origin_proposals(library: Library) -> tuple[Proposal, ...]:
    """A proposal for each source with something to look at, ordered by id."""
    articles = [source for source in library.sources if source.text is not TextKind.DATA]
    pairs = similar(source.body for source in articles)
    desk = _Desk(tuple(articles), tuple(pairs))
    return tuple(
        proposal
        for index in range(len(articles))
        if (proposal := desk.proposal(index)).mentions or proposal.likenesses
    )


@dataclass(frozen=True)
class _Desk:
    """All sources beside each other. A source is known by its place in `sources`."""

    sources: tuple[Source, ...]
    pairs: tuple[Similar, ...]

    @cached_property
    def by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def by_publisher(self) -> dict[str, list[Source]]:
        found: dict[str, list[Source]] = defaultdict(list)
        for source in self.sources:
            if source.publisher:
                found[folded_name(source.publisher)].append(source)
        return found

    @cached_property
    def named(self) -> list[list[tuple[str, int, int]]]:
        """For each source the outlets that it names, with the places of the words."""
        return [list(_named(source, self.by_publisher.keys())) for source in self.sources]

    @cached_property
    def origins(self) -> dict[tuple[int, str], str]:
        """The origin for each outlet that a source names, by the folded name."""
        found: dict[tuple[int, str], str] = {}
        outside: dict[str, list[tuple[str, int]]] = defaultdict(list)
        names: dict[str, str] = {}
        for index, source in enumerate(self.sources):
            for name, _, _ in self.named[index]:
                key = folded_name(name)
                report = self._report(source, key)
                if report:
                    found[index, key] = report.origin
                else:
                    outside[key].append((source.published or "", index))
                    names.setdefault(key, slug(name) or name)
        for key, dated in outside.items():
            for index, day in _days_of_report(sorted(set(dated))):
                found[index, key] = f"{names[key]}-{day}" if day else names[key]
        return found

    @cached_property
    def likenesses(self) -> dict[int, list[Likeness]]:
        found: dict[int, list[Likeness]] = defaultdict(list)
        for pair in self.pairs:
            share, share_of_other = pair.share_of_one, pair.share_of_other
            one, other = self.sources[pair.one].id, self.sources[pair.other].id
            found[pair.one].append(Likeness(other, share, share_of_other, pair.is_copy))
            found[pair.other].append(Likeness(one, share_of_other, share, pair.is_copy))
        return found

    def proposal(self, index: int) -> Proposal:
        source = self.sources[index]
        likenesses = sorted(
            self.likenesses.get(index, ()),
            key=lambda likeness: (-max(likeness.share, likeness.share_of_other), likeness.other_id),
        )
        numbers = paragraphs(source.body) if self.named[index] else ()
        mentions = [
            Mention(
                next((part.number for part in numbers if part.start <= start < part.end), 0),
                one_line(source.body[start:end])[:_LONGEST_WORDS],
                self.origins[index, folded_name(name)],
            )
            for name, start, end in self.named[index]
        ]
        return Proposal(
            source,
            tuple(mentions[:_MOST_MENTIONS]),
            tuple(likenesses[:_MOST_SIMILAR]),
            self._origin(source, mentions, likenesses),
        )

    def _origin(
        self, source: Source, mentions: Iterable[Mention], likenesses: Iterable[Likeness]
    ) -> str | None:
        """What the text names most often, the first of equals; else the earliest of its copies."""
        if source.origin != source.id:
            return None
        counts = Counter(mention.origin for mention in mentions if mention.origin != source.id)
        if counts:
            return counts.most_common(1)[0][0]
        copies = [self.by_id[likeness.other_id] for likeness in likenesses if likeness.is_copy]
        earlier = [other for other in copies if _is_earlier(other, source)]
        first = min(earlier, key=lambda other: (other.published or "", other.id), default=None)
        return first.origin if first and first.origin != source.id else None

    def _report(self, source: Source, publisher: str) -> Source | None:
        """The article of that publisher that the source most likely retells: the last before it."""
        days = _day(source)
        near = [
            (days - before, other.id, other)
            for other in self.by_publisher.get(publisher, ())
            if other.id != source.id
            and days is not None
            and (before := _day(other)) is not None
            and 0 <= days - before <= _DAYS_BEFORE
        ]
        return min(near)[2] if near else None


def _named(source: Source, publishers: Set[str]) -> Iterator[tuple[str, int, int]]:
    own = folded_name(source.publisher or "")
    for found in attributions(source.body, source.language, publishers):
        if folded_name(found.name) != own:
            yield found.name, found.start, found.end


def _days_of_report(dated: Sequence[tuple[str, int]]) -> Iterator[tuple[int, str]]:
    """For each source the day of the first one near it; dates are in order, sources by index."""
    first = ""
    for published, index in dated:
        day, begun = _number(published), _number(first)
        together = day is not None and begun is not None and day - begun <= _DAYS_TOGETHER
        first = first if together else published
        yield index, first


def _is_earlier(one: Source, other: Source) -> bool:
    before, after = _day(one), _day(other)
    return before is not None and after is not None and before < after


def _day(source: Source) -> int | None:
    return _number(source.published or "")


def _number(published: str) -> int | None:
    """A day as a number; None for a month, a year, or what is no date."""
    try:
        return date.fromisoformat(published).toordinal() if len(published) == 10 else None
    except ValueError:
        return None
