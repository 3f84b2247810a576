"""What an unwritten context page makes of the notes: themes, and where they disagree."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.briefing.notes import Item, closed
from generator.briefing.reported import (
    DateConflict,
    Happened,
    Reported,
    ValueConflict,
    named,
)
from generator.model.briefing import Briefing
from generator.model.source import Library
from generator.text.dates.curated import written
from generator.text.markdown import escape_markdown
from generator.text.readable import readable, readable_id

_SINGLE = str.maketrans('"“”„«»「」『』', "'‘’‚‹›〈〉《》")


@dataclass(frozen=True, slots=True)
class Theme:
    """Notes of sources with one tag; the last theme may be without a name."""

    name: str
    notes: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a disagreement says; `cite` where that is no note of a source.

    `who` is Markdown, the texts of `item` are not yet escaped.
    """

    who: str
    item: Item
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question that the sources answer differently, as Markdown, and what it is about.

    Values are named by `metric`, `entity` and, where they have one, `date`; a date by its event.
    """

    question: str
    sides: tuple[Side, ...]
    about: tuple[tuple[str, str], ...] = ()
    event: str = ""


def themes(notes: Iterable[Item], briefing: Briefing, library: Library) -> tuple[Theme, ...]:
    """The notes by the first tag of their sources, tags that the briefing asks for apart.

    Where there are fewer than two tags they tell nothing, and all notes stand together.
    """
    groups: dict[str, list[Item]] = {}
    for note in notes:
        source = library.get(note.source)
        tags = source.tags if source else ()
        tag = next((tag for tag in tags if tag not in briefing.source_tags), "")
        groups.setdefault(tag, []).append(note)
    if len(groups.keys() - {""}) < 2:
        together = tuple(note for group in groups.values() for note in group)
        return (Theme("", together),) if together else ()
    tagged = [Theme(readable_id(tag), tuple(group)) for tag, group in groups.items() if tag]
    rest = groups.get("", [])
    return (*([Theme("", tuple(rest))] if rest else []), *tagged)


def disagreements(
    values: Iterable[ValueConflict],
    dates: Iterable[DateConflict],
    language: str,
    words: dict[str, str],
) -> tuple[Disagreement, ...]:
    """Conflicting values and dates as questions, whose words are `words`."""
    return (
        *(_of_values(each, language, words) for each in values),
        *(_of_dates(each, language, words) for each in dates),
    )


def _of_values(conflict: ValueConflict, language: str, words: dict[str, str]) -> Disagreement:
    date = written(conflict.date, language) if conflict.date else ""
    of = words["comma"].join(part for part in (_name(conflict.entity), date) if part)
    metric = _name(readable(conflict.metric))
    question = words["which_figure"].format(metric=metric, of=of)
    about = [("metric", conflict.metric), ("entity", conflict.entity)]
    about += [("date", conflict.date)] if conflict.date else []
    return Disagreement(question, tuple(map(_side, conflict.reports)), tuple(about))


def _of_dates(conflict: DateConflict, language: str, words: dict[str, str]) -> Disagreement:
    question = words["which_date"].format(event=_name(readable_id(conflict.event)))
    sides = tuple(_dated(each, language) for each in conflict.dates)
    return Disagreement(question, sides, event=conflict.event)


def _name(text: str) -> str:
    """A name as Markdown. Double quotation marks would make a quotation of it."""
    return escape_markdown(text.translate(_SINGLE))


def _side(each: Reported) -> Side:
    says, stop = closed(each.note.says.strip())
    return Side(_name(named(each.source)), Item(each.source.id, says, stop, span=each.note.span))


def _dated(each: Happened, language: str) -> Side:
    says, stop = closed(each.says.strip())
    date = written(each.date, language)
    item = Item(each.source, says, stop, written_date=date, span=each.span)
    return Side(_name(each.who), item, () if each.source else each.cite)
