"""The blocks of a page read: each with its prose, its quotation marks and its sentences."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.briefing.canvas import Role, canvas_of
from generator.briefing.layout import Layout, Leaf, Shape
from generator.briefing.marks import Marks, Pair, quotation_marks
from generator.briefing.prose import Prose, read_prose
from generator.briefing.sentences import sentence_ranges
from generator.model.page import Citation, CitationGroup
from generator.model.span import Span, TextFile


@dataclass(frozen=True, slots=True)
class Part:
    """The prose of one part of a block: `ranges` are its sentences."""

    prose: Prose
    marks: Marks
    ranges: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A block as read. A heading and a table row are one sentence over all their parts."""

    leaf: Leaf
    parts: tuple[Part, ...]

    @property
    def is_one_sentence(self) -> bool:
        """Whether its sentences are not told apart."""
        return self.leaf.shape in (Shape.HEADING, Shape.ROW)

    @property
    def groups(self) -> Iterator[CitationGroup]:
        """Its citation groups in order."""
        for part in self.parts:
            yield from part.prose.groups.values()


def read_units(layout: Layout, file: TextFile, language: str, *, html: bool) -> Iterator[Unit]:
    """Read the blocks of a page."""
    for leaf in layout.leaves:
        proses = [
            read_prose(
                canvas_of(file, pieces),
                leaf.shape,
                links=layout.links,
                footnotes=layout.footnotes,
                html=html,
            )
            for pieces in leaf.parts
        ]
        yield Unit(leaf, tuple(read_part(prose, leaf.shape, language) for prose in proses))


def read_part(prose: Prose, shape: Shape, language: str) -> Part:
    """The quotation marks and sentences of a piece of prose."""
    marks = quotation_marks(prose, language)
    if shape in (Shape.HEADING, Shape.ROW):
        return Part(prose, marks, ((0, len(prose.text)),))
    return Part(prose, marks, tuple(sentence_ranges(prose, marks.pairs, language)))


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence with what is cited in it: its own groups, then what its footnotes cite."""

    text: str
    span: Span
    groups: tuple[CitationGroup, ...]
    noted: tuple[Citation, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All that it cites; its own citations first."""
        if not self.groups:
            return self.noted
        own = tuple(citation for group in self.groups for citation in group.citations)
        return own + self.noted


NoteCitations = Mapping[str, tuple[Citation, ...]]


def cited_in_footnotes(units: Collection[Unit]) -> NoteCitations:
    """The citations of each footnote, by label."""
    cited: dict[str, list[Citation]] = {}
    for unit in units:
        if unit.leaf.footnote is not None:
            found = (citation for group in unit.groups for citation in group.citations)
            cited.setdefault(unit.leaf.footnote, []).extend(found)
    return {label: tuple(citations) for label, citations in cited.items()}


def scopes_of(unit: Unit, notes: NoteCitations) -> list[list[Scope]]:
    """For each part of the block, the sentence of each of its ranges."""
    if not unit.is_one_sentence:
        return [list(_apart(part, notes)) for part in unit.parts]
    groups = tuple(unit.groups)
    labels = dict.fromkeys(
        label for part in unit.parts for label in part.prose.noted(0, len(part.prose.text))
    )
    texts = [part.prose.seen(0, len(part.prose.text)) for part in unit.parts]
    file = unit.parts[0].prose.canvas.file
    span = _trimmed(file, unit.leaf.start, unit.leaf.end)
    if unit.leaf.shape is Shape.HEADING and unit.parts[0].prose.text:
        span = source_span(unit.parts[0].prose, 0, len(unit.parts[0].prose.text))
    scope = Scope(" | ".join(filter(None, texts)), span, groups, _noted(labels, notes))
    return [[scope] for _ in unit.parts]


def _apart(part: Part, notes: NoteCitations) -> Iterator[Scope]:
    """The sentences of a piece of prose; markup between two of them belongs to the first."""
    prose, done = part.prose, 0
    for first, last in part.ranges:
        span = source_span(prose, first, last)
        span = Span(span.path, max(span.start, done), span.end)
        done = span.end
        noted = _noted(prose.noted(first, last), notes)
        yield Scope(prose.seen(first, last), span, prose.cited(first, last), noted)


def _noted(labels: Collection[str], notes: NoteCitations) -> tuple[Citation, ...]:
    found = [notes[label] for label in labels if label in notes]
    if len(found) == 1:
        return found[0]
    return tuple(citation for citations in found for citation in citations)


def source_span(prose: Prose, first: int, last: int) -> Span:
    """The place of `prose.text[first:last]`, with the markup around its ends taken in."""
    canvas, places = prose.canvas, prose.places
    start, end = places[first], places[last - 1] + 1
    floor = places[first - 1] + 1 if first else 0
    ceiling = places[last] if last < len(places) else len(canvas.text)
    while start > floor and canvas.roles[start - 1] == Role.HIDDEN:
        start -= 1
    closing = Role.CITATION if prose.is_mark(last - 1) else Role.HIDDEN
    while end < ceiling and canvas.roles[end] == closing:
        end += 1
    return canvas.span(start, end)


def _trimmed(file: TextFile, start: int, end: int) -> Span:
    text = file.text[start:end]
    return file.span(
        start + len(text) - len(text.lstrip()), max(start, end - len(text) + len(text.rstrip()))
    )
