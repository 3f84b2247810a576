"""What the notes report as data, and the disagreements that pages set out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from generator.blocks.positions import PositionsOptions
from generator.briefing.reported import reported
from generator.evidence.named import NamedPage
from generator.model.briefing import Briefing
from generator.model.disagreement import (
    AboutRecord,
    DisagreementRecord,
    PositionRecord,
    ValueRecord,
)
from generator.model.page import Block
from generator.model.source import Library
from generator.model.span import Span
from generator.text.plain import joined
from generator.text.strict_yaml import Place, YamlDocument, read_yaml


def disagreements(pages: Iterable[NamedPage]) -> Iterator[DisagreementRecord]:
    """Those of the pages, in their order."""
    for named in pages:
        for block in named.page.blocks:
            if isinstance(block.options, PositionsOptions):
                yield _disagreement(_Told.of(block, named), block.options)


def values_of(briefing: Briefing, library: Library) -> Iterator[ValueRecord]:
    """The values of the notes of the sources that the briefing uses."""
    for each in reported(briefing, library):
        value = each.value
        yield ValueRecord(
            source=each.source.id,
            metric=value.metric,
            entity=value.entity,
            date=value.date,
            value=value.value,
            unit=value.unit,
        )


@dataclass(frozen=True, slots=True)
class _Told:
    """The texts of a block as the reader sees them, by their place in its YAML."""

    named: NamedPage
    document: YamlDocument

    @classmethod
    def of(cls, block: Block, named: NamedPage) -> "_Told":
        return cls(named, read_yaml(block.body, block.body_start, block.body_end))

    def text(self, *place: str | int) -> str:
        """The sentences at a place; empty where nothing is written."""
        span = self.document.spans.get(place)
        sentences = (one for _, one in self.named.sentences if span and _holds(span, one.span))
        return joined(one.text for one in sentences)

    def citations(self, *place: str | int) -> tuple[tuple[str, str], ...]:
        """The ids of the citations at a place, and those of their sources."""
        span = self.document.spans.get(place)
        cited = self.named.citations
        return tuple(
            (name, one.source_id) for name, one in cited if span and _holds(span, one.span)
        )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _disagreement(told: _Told, options: PositionsOptions) -> DisagreementRecord:
    return DisagreementRecord(
        page=told.named.id,
        question=told.text("question"),
        positions=tuple(_position(told, n, one.who) for n, one in enumerate(options.positions)),
        would_settle=told.text("would_settle") or None,
        assessment=told.text("assessment") or None,
        about=tuple(AboutRecord(one.metric, one.entity, one.date) for one in options.about),
        events=options.events,
    )


def _position(told: _Told, index: int, who: str) -> PositionRecord:
    place: Place = ("positions", index)
    citations = told.citations(*place)
    return PositionRecord(
        who=told.text(*place, "who") or unescape(who),
        says=told.text(*place, "says"),
        sources=tuple(dict.fromkeys(source for _, source in citations)),
        citations=tuple(dict.fromkeys(name for name, _ in citations)),
    )
