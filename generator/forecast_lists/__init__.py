"""Takes a list of forecasts from a CSV file into a briefing; its columns are those we publish.

    reading    the file → questions, each cell with its place; what is wrong with a cell is said
    merging    questions beside those of the briefing: what is new, and what contradicts

New questions and new probabilities are inserted into briefing.yml, whose comments and layout stay.
Nothing is written where anything is wrong: a list is taken in whole or not at all.
"""

from dataclasses import dataclass

from generator.documents import open_document
from generator.errors import UsageError
from generator.forecast_lists.merging import Addition, Insertion, additions, insertions
from generator.forecast_lists.reading import read_list
from generator.insertion import Refused, with_all
from generator.ledger import open_briefing, write_briefing
from generator.library.load import FOLDER
from generator.model.span import TextFile
from generator.text.strict_yaml import YamlDocument
from generator.workspace import LocalWorkspace


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in: the file that was written, and for each forecast what is new, in words."""

    path: str
    news: tuple[tuple[str, str], ...]


def import_forecasts(workspace: LocalWorkspace, slug: str, location: str) -> Taken:
    """Add the forecasts of the CSV file at `location` to the briefing.

    Raises UsageError, before anything is written, with the line and column of each wrong cell.
    """
    opened = open_briefing(workspace, slug)
    questions = read_list(location, open_document(location).content)
    new = additions(
        questions,
        opened.briefing.forecasts,
        lambda source_id: workspace.exists(f"{FOLDER}/{source_id}.md"),
        location,
    )
    text = _with(new, opened.file, opened.document)
    if text != opened.file.text:
        write_briefing(workspace, opened.file, text)
    return Taken(opened.file.path, tuple((each.id, each.in_words) for each in new))


def _with(new: list[Addition], file: TextFile, document: YamlDocument) -> str:
    """The text of the briefing with all of it."""
    entries = list(insertions(new))
    try:
        return with_all(file, document, ((each.place, each.content) for each in entries))
    except Refused as refusal:
        holder, found = _refused(entries, file, document) or ("the briefing", refusal)
        raise UsageError(
            f"{file.path}: nothing was written, for {found}; add these lines to "
            f"{holder} yourself:\n{found.lines}"
        ) from refusal


def _refused(
    entries: list[Insertion], file: TextFile, document: YamlDocument
) -> tuple[str, Refused] | None:
    """The first entry that is refused by itself, by its holder, and why."""
    for each in entries:
        try:
            with_all(file, document, [(each.place, each.content)])
        except Refused as refusal:
            return each.holder, refusal
    return None
