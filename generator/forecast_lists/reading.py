"""Reads a list of forecasts: from CSV to questions, each cell with the line that it stands on."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.errors import UsageError
from generator.exporters.forecasts_csv import BETWEEN_OUTCOMES, COLUMNS, OF_PROBABILITY
from generator.model.forecast import Outcome
from generator.text.dates.curated import day_number, is_written_date, last_day_number
from generator.text.spreadsheet import from_cell

_REQUIRED = ("id", "question", "opened", "resolves")
_DATES = ("opened", "closes", "resolves", "resolved", "date")
_TOGETHER = (
    *(("p", "date"), ("date", "p"), ("because", "p"), ("by", "p")),
    *(("resolved", "resolution"), ("resolution", "resolved")),
)
"""Where the first column has something, the second must too."""
_SUM_WITHIN = 0.0005


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds, and the line of the file on which its row begins."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class HeldCells:
    """A probability: of each outcome named in its rows, the number."""

    line: int
    date: str
    by: str
    because: str
    chances: dict[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A forecast of the list. `cells` are those of the question itself, empty ones left out."""

    id: str
    line: int
    cells: dict[str, Cell] = field(default_factory=dict)
    held: list[HeldCells] = field(default_factory=list)

    def text(self, column: str) -> str:
        """What stands in a column; empty where nothing does."""
        return self.cells[column].text if column in self.cells else ""

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Its outcomes, of a question of several; those of the first rows where none are listed."""
        if "outcomes" in self.cells:
            return tuple(name.strip() for name in self.text("outcomes").split("|"))
        named = tuple(self.held[0].chances) if self.held else ()
        return () if named in ((), (Outcome.YES.value,)) else named


class Faults:
    """Collects what is wrong, so that all of it is told at once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[str] = []

    def add(self, line: int, column: str, message: str) -> None:
        """A cell that is wrong; `column` is empty where it is the row."""
        where = f"{self.name}:{line}: " + (f"`{column}`: " if column else "")
        self.found.append(where + message)

    def stop(self) -> None:
        """Raise UsageError if anything was wrong."""
        if self.found:
            raise UsageError("\n".join([*self.found, "nothing was written"]))


def read_list(name: str, content: bytes) -> tuple[Question, ...]:
    """The questions of the file. Raises UsageError with the place of all that is wrong."""
    faults = Faults(name)
    questions: dict[str, Question] = {}
    for line, row in _rows(name, content, faults):
        _check_cells(line, row, faults)
        if row["id"]:
            question = questions.setdefault(row["id"], Question(row["id"], line))
            _take_question(question, line, row, faults)
            _take_probability(question, line, row)
    faults.stop()
    for question in questions.values():
        _check_question(question, faults)
    faults.stop()
    return tuple(questions.values())


def _rows(name: str, content: bytes, faults: Faults) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row by column, with the line on which it begins. Columns that are missing are empty."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}: is not UTF-8 text; save it as CSV with UTF-8") from error
    header, _, _ = text.partition("\n")
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] = []
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if not columns:
                columns = [from_cell(each) for each in cells]
                _check_header(columns, faults)
            elif len(cells) != len(columns):
                faults.add(
                    line, "", f"has {len(cells)} cells, and there are {len(columns)} columns"
                )
            elif any(each.strip() for each in cells):
                known = dict(zip(columns, map(from_cell, cells), strict=True))
                yield line, dict.fromkeys(COLUMNS, "") | known
    except csv.Error as error:
        raise UsageError(f"{name}:{before + 1}: is no CSV: {error}") from error
    if not columns:
        raise UsageError(
            f"{name}: is empty; its first line names the columns: {', '.join(COLUMNS)}"
        )


def _check_header(columns: Sequence[str], faults: Faults) -> None:
    for column in columns:
        if column not in COLUMNS:
            faults.add(1, column, f"is no column; there are: {', '.join(COLUMNS)}")
        elif columns.count(column) > 1:
            faults.add(1, column, "stands twice")
    if "id" not in columns:
        faults.add(1, "id", "is missing")
    faults.stop()


def _check_cells(line: int, row: dict[str, str], faults: Faults) -> None:
    if not row["id"]:
        faults.add(line, "id", "is empty")
    for column in _DATES:
        if row[column] and not is_written_date(row[column]):
            faults.add(line, column, f"{_shown(row[column])} is no date; write 2026-02-09")
    if row["p"] and not _is_probability(row["p"]):
        faults.add(line, "p", f"{_shown(row['p'])} is no number above 0 and below 1, as 0.35 is")
    for column, other in _TOGETHER:
        if row[column] and not row[other]:
            faults.add(line, other, f"is empty, and `{column}` is not")


def _take_question(question: Question, line: int, row: dict[str, str], faults: Faults) -> None:
    for column in COLUMNS:
        text = row[column]
        if column in OF_PROBABILITY or column == "id" or not text:
            continue
        first = question.cells.setdefault(column, Cell(text, line))
        if first.text != text:
            message = f"{_shown(text)} differs from {_shown(first.text)} on line {first.line}"
            faults.add(line, column, message)


def _take_probability(question: Question, line: int, row: dict[str, str]) -> None:
    """The rows of one day, one voice and different outcomes are one probability."""
    if not row["p"]:
        return
    outcome = row["outcome"] or Outcome.YES.value
    last = question.held[-1] if question.held else None
    is_same = last and (last.date, last.by) == (row["date"], row["by"])
    if last and is_same and outcome not in last.chances:
        last.chances[outcome] = row["p"]
    else:
        held = HeldCells(line, row["date"], row["by"], row["because"], {outcome: row["p"]})
        question.held.append(held)


def _check_question(question: Question, faults: Faults) -> None:
    outcomes = question.outcomes
    for each in question.held:
        _check_held(question, each, faults)
    resolution = question.cells.get("resolution")
    choices = (*(outcomes or (Outcome.YES.value, Outcome.NO.value)), Outcome.VOID.value)
    if resolution and resolution.text not in choices:
        wanted = BETWEEN_OUTCOMES.join(choices)
        message = f"{_shown(resolution.text)} is no outcome; there are: {wanted}"
        faults.add(resolution.line, "resolution", message)
    question.held.sort(key=lambda each: day_number(each.date))


def _check_held(question: Question, held: HeldCells, faults: Faults) -> None:
    wanted = question.outcomes or (Outcome.YES.value,)
    if sorted(held.chances) != sorted(wanted):
        message = f"there is a number for {', '.join(held.chances)}, and for the question it takes"
        faults.add(held.line, "outcome", f"{message} {', '.join(wanted)}")
    elif question.outcomes and abs(sum(map(float, held.chances.values())) - 1) > _SUM_WITHIN:
        total = sum(map(float, held.chances.values()))
        faults.add(held.line, "p", f"the probabilities of {held.date} make {total:.3g}, not 1")
    opened, closes = question.text("opened"), question.text("closes") or question.text("resolves")
    if opened and day_number(held.date) < day_number(opened):
        faults.add(held.line, "date", f"{held.date} lies before {opened}, the opening day")
    if closes and day_number(held.date) > last_day_number(closes):
        faults.add(held.line, "date", f"{held.date} lies after {closes}, when the question closed")


def missing(question: Question) -> tuple[str, ...]:
    """The columns that a new question needs and that are empty."""
    return tuple(each for each in _REQUIRED if each != "id" and each not in question.cells)


def _is_probability(text: str) -> bool:
    try:
        return 0 < float(text) < 1
    except ValueError:
        return False


def _shown(text: str) -> str:
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
