"""Where the sources disagree: a question, who says what, what would settle it, how we see it.

Keys: `question`; `positions`, at least two, each with `who`, `says` and optionally `cite`;
`would_settle`, `assessment`. A disagreement without `assessment` is shown as open. What it is about
is named by `about`, a list of `{metric, entity, date}` as the values of notes have them (without
`entity` or `date`: all of them), and by `events`, the ids of events that notes date differently.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.blocks import BlockFault, BlockHtml, BlockKind, Surroundings
from generator.briefing.reported import Reported, happened, reported
from generator.model.briefing import Briefing
from generator.model.source import Value
from generator.text.known_names import advice
from generator.text.values import same_name

_NO_VALUES = "Give a note `values:`, or leave `about` out."
_NO_EVENTS = "Give a note an `event:`, or leave `events` out."


@dataclass(frozen=True, slots=True)
class Position:
    """What one side says."""

    who: str
    says: str
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """The values that are in dispute; what is left out is any."""

    metric: str
    entity: str | None = None
    date: str | None = None

    def covers(self, metric: str, entity: str, date: str | None) -> bool:
        """Whether it names the values of this metric, entity and date."""
        return (
            same_name(self.metric) == same_name(metric)
            and (self.entity is None or same_name(self.entity) == same_name(entity))
            and self.date in (None, date)
        )


@dataclass(frozen=True, slots=True)
class PositionsOptions:
    """The keys of the block."""

    question: str
    positions: tuple[Position, ...]
    would_settle: str = ""
    assessment: str = ""
    about: tuple[About, ...] = ()
    events: tuple[str, ...] = ()

    def names(self, metric: str, entity: str, date: str | None) -> bool:
        """Whether it is about the values of this metric, entity and date."""
        return any(about.covers(metric, entity, date) for about in self.about)


@dataclass(frozen=True, slots=True)
class _Row:
    """A position as written."""

    who: Markup
    says: Markup
    marks: Markup


def write_positions(options: PositionsOptions, surroundings: Surroundings) -> BlockHtml:
    """The positions as a list, then what would settle the question and how we see it."""
    writer = surroundings.writer
    rows = [
        _Row(writer.prose(each.who), writer.prose(each.says), writer.cite(each.cite))
        for each in options.positions
    ]
    html = writer.template(
        "positions.html",
        question=writer.prose(options.question),
        rows=rows,
        would_settle=writer.prose(options.would_settle) if options.would_settle else "",
        assessment=writer.prose(options.assessment) if options.assessment else "",
    )
    return BlockHtml(html)


def written_positions(briefing: Briefing) -> tuple[PositionsOptions, ...]:
    """The disagreements that the authors of the briefing set out, none of our assembling."""
    return tuple(
        block.options
        for page in briefing.pages
        if not page.text.assembled
        for block in page.blocks
        if isinstance(block.options, PositionsOptions)
    )


def positions_faults(options: PositionsOptions, surroundings: Surroundings) -> Iterator[BlockFault]:
    """Fewer than two positions; values and events that no note has."""
    if len(options.positions) < 2:
        message = "a disagreement has two positions or more"
        yield BlockFault(message, "Add the other position, with `who` and `says`.", ("positions",))
    if surroundings.briefing is None:
        return
    yield from _unknown_values(options, [each.value for each in _reports(surroundings)])
    events = {each.event for each in happened(surroundings.briefing, surroundings.library)}
    for index, event in enumerate(options.events):
        if event not in events:
            message = f"no note of this briefing's sources has the event `{event[:60]}`"
            yield BlockFault(message, advice(event, events) or _NO_EVENTS, ("events", index))


def _reports(surroundings: Surroundings) -> tuple[Reported, ...]:
    briefing = surroundings.briefing
    return reported(briefing, surroundings.library) if briefing else ()


def _unknown_values(options: PositionsOptions, values: Iterable[Value]) -> Iterator[BlockFault]:
    """Names of metrics, entities and dates that no value has, so that no typing error hides one."""
    for index, about in enumerate(options.about):
        place = ("about", index)
        found = [each for each in values if About(about.metric).covers(each.metric, "", None)]
        if not found:
            message = f"no note of this briefing's sources has the metric `{about.metric[:60]}`"
            known = advice(about.metric, (each.metric for each in values))
            yield BlockFault(message, known or _NO_VALUES, (*place, "metric"))
            continue
        of_entity = [each for each in found if about.covers(each.metric, each.entity, about.date)]
        if not of_entity:
            message = f"no value of `{about.metric[:60]}` is for “{(about.entity or '')[:60]}”"
            known = advice(about.entity or "", (each.entity for each in found))
            yield BlockFault(message, known, (*place, "entity"))
        elif not any(about.covers(each.metric, each.entity, each.date) for each in of_entity):
            message = f"no value of `{about.metric[:60]}` is for {(about.date or '')[:40]}"
            dates = (each.date for each in of_entity if each.date)
            yield BlockFault(message, advice(about.date or "", dates), (*place, "date"))


BLOCK = BlockKind(PositionsOptions, write_positions, positions_faults)

EXAMPLE = """\
question: How many clips were made in the first week?
positions:
  - {who: Harbour Times, says: The maker counted two thousand., cite: ["@harbour-2026-02-09"]}
  - {who: The Quay, says: Studios counted twice as many., cite: ["@quay-2026-02-10"]}
would_settle: A count by the platforms themselves.
assessment: The two count different things, and neither says what.
"""
