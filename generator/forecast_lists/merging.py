"""A list of forecasts beside those that a briefing has: what is new, and what contradicts."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.exporters.forecasts_csv import BETWEEN_OUTCOMES, BETWEEN_SOURCES, question_cells
from generator.forecast_lists.reading import Faults, HeldCells, Question, missing
from generator.insertion import Content, Fields
from generator.model.forecast import Forecast, Probability
from generator.text.cited import cited_ids
from generator.text.dates.curated import day_number
from generator.text.plain import one_line
from generator.text.strict_yaml import Place

_OF_RESOLUTION = ("resolved", "resolution", "resolution_sources")
_LISTED = {
    "outcomes": BETWEEN_OUTCOMES.strip(),
    "sources": BETWEEN_SOURCES.strip(),
    "resolution_sources": BETWEEN_SOURCES.strip(),
}
_SAME_WITHIN = 1e-6


@dataclass(frozen=True, slots=True)
class Insertion:
    """What is inserted at once: items of the list at `place`, or the field there."""

    place: Place
    content: list[Fields] | Fields
    holder: str


@dataclass(frozen=True, slots=True)
class Addition:
    """What the list adds to one forecast: the whole of it, or records to what is there."""

    id: str
    in_words: str
    whole: Fields | None = None
    parts: tuple[Insertion, ...] = ()


def insertions(found: Iterable[Addition]) -> Iterator[Insertion]:
    """What is to be inserted, new forecasts together and last."""
    new: list[Fields] = []
    for each in found:
        yield from each.parts
        new += [each.whole] if each.whole else []
    if new:
        yield Insertion(("forecasts",), new, "the briefing")


def additions(
    questions: Iterable[Question],
    forecasts: tuple[Forecast, ...],
    has_source: Callable[[str], bool],
    name: str,
) -> list[Addition]:
    """What is new in the list. Raises UsageError with the place of each contradiction."""
    faults = Faults(name)
    known = {forecast.id: (index, forecast) for index, forecast in enumerate(forecasts)}
    found: list[Addition] = []
    for question in questions:
        _check_sources(question, has_source, faults)
        if question.id in known:
            index, forecast = known[question.id]
            found.append(_to_known(question, forecast, ("forecasts", index), faults))
        else:
            _check_new(question, faults)
            found.append(_whole(question))
    faults.stop()
    return found


def _whole(question: Question) -> Addition:
    """A forecast that the briefing does not have yet."""
    held: list[Content] = [_held_fields(each, question) for each in question.held]
    fields = _question_fields(question)
    fields |= {"probabilities": held} if held else {}
    resolution = _resolution_fields(question)
    fields |= {"resolution": resolution} if resolution else {}
    return Addition(question.id, f"new, {_counted(len(question.held))}", whole=fields)


def _to_known(question: Question, forecast: Forecast, place: Place, faults: Faults) -> Addition:
    """What is new of a forecast that the briefing has."""
    _check_agrees(question, forecast, faults)
    new = [_held_fields(each, question) for each in _new_held(question, forecast, faults)]
    holder, words, parts = f"`{question.id}`", [], []
    if new:
        parts.append(Insertion((*place, "probabilities"), new, holder))
        words.append(f"{_counted(len(new))} added")
    resolution = _resolution_fields(question)
    if resolution and forecast.resolution is None:
        parts.append(Insertion((*place, "resolution"), resolution, holder))
        words.append(f"resolved as {question.text('resolution')}")
    return Addition(question.id, ", ".join(words) or "nothing new", parts=tuple(parts))


def _question_fields(question: Question) -> Fields:
    closes = question.text("closes")
    fields: Fields = {
        "id": question.id,
        "question": question.text("question"),
        "criteria": question.text("criteria"),
        "opened": question.text("opened"),
        "closes": closes if closes != question.text("resolves") else "",
        "resolves": question.text("resolves"),
        "outcomes": [*question.outcomes],
        "cite": _cite(question.text("sources")),
    }
    return {name: value for name, value in fields.items() if value}


def _held_fields(held: HeldCells, question: Question) -> Fields:
    (p, *_) = held.chances.values()
    fields: Fields = {
        "date": held.date,
        "p": {**held.chances} if question.outcomes else p,
        "by": held.by,
        "because": held.because,
    }
    return {name: value for name, value in fields.items() if value}


def _resolution_fields(question: Question) -> Fields:
    """Empty where the list does not say how the question came out."""
    if "resolution" not in question.cells:
        return {}
    fields: Fields = {"date": question.text("resolved"), "outcome": question.text("resolution")}
    cite = _cite(question.text("resolution_sources"))
    return fields | ({"cite": cite} if cite else {})


def _cite(cell: str) -> list[Content]:
    parts = (part.strip().removeprefix("@") for part in cell.split(BETWEEN_SOURCES.strip()))
    return [f"@{part}" for part in parts if part]


def _check_new(question: Question, faults: Faults) -> None:
    for column in missing(question):
        faults.add(question.line, column, f"is empty, and the briefing has no `{question.id}` yet")


def _check_sources(question: Question, has_source: Callable[[str], bool], faults: Faults) -> None:
    for column in ("sources", "resolution_sources"):
        for source_id in cited_ids(map(str, _cite(question.text(column)))):
            if not has_source(source_id):
                message = f"the library has no source `{source_id}`"
                faults.add(question.cells[column].line, column, message)


def _check_agrees(question: Question, forecast: Forecast, faults: Faults) -> None:
    """What the list says of the question itself must be what the briefing says."""
    ours = question_cells(forecast)
    for column, cell in question.cells.items():
        is_news = column in _OF_RESOLUTION and forecast.resolution is None
        here = one_line(ours[column])
        if not is_news and _parts(column, cell.text) != _parts(column, here):
            message = f"“{cell.text[:60]}” contradicts the briefing, which has “{here[:60]}”"
            faults.add(cell.line, column, message)


def _parts(column: str, text: str) -> list[str]:
    """What a cell lists, however it is spaced; the text itself where it is no list."""
    between = _LISTED.get(column)
    return [part.strip().removeprefix("@") for part in text.split(between)] if between else [text]


def _new_held(question: Question, forecast: Forecast, faults: Faults) -> Iterator[HeldCells]:
    """The probabilities of the list that the briefing does not have; the others must agree."""
    left = list(forecast.probabilities)
    last = forecast.held[-1].date if left else ""
    for each in question.held:
        ours = next((one for one in left if (one.date, one.by or "") == (each.date, each.by)), None)
        if ours is not None:
            left.remove(ours)
            _check_same(each, ours, faults)
        elif forecast.resolution:
            message = f"is new, and `{forecast.id}` was resolved on {forecast.resolution.date}"
            faults.add(each.line, "date", message)
        elif last and day_number(each.date) < day_number(last):
            message = f"{each.date} lies before {last}; a ledger is only added to at its end"
            faults.add(each.line, "date", message)
        else:
            yield each


def _check_same(each: HeldCells, ours: Probability, faults: Faults) -> None:
    chances = ours.chances
    for outcome, p in each.chances.items():
        held = chances.get(outcome)
        if held is None or abs(held - float(p)) > _SAME_WITHIN:
            shown = "none" if held is None else f"{held:.6g}"
            message = f"{p} of {each.date} contradicts the briefing, which has {shown}"
            faults.add(each.line, "p", message)
    if each.because and each.because != one_line(ours.because or ""):
        faults.add(each.line, "because", f"contradicts what the briefing has for {each.date}")


def _counted(number: int) -> str:
    return "1 probability" if number == 1 else f"{number} probabilities"
