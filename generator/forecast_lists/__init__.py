"""Takes a list of forecasts from a CSV file into a briefing; its columns are those we publish.

    reading    the file → questions, each cell with its place; what is wrong with a cell is said
    merging    questions beside those of the briefing: what is new, and what contradicts

New questions and new probabilities are inserted into briefing.yml, whose comments and layout stay.
Nothing is written where anything is wrong: a list is taken in whole or not at all.
"""

from dataclasses import dataclass

from generator.documents import open_document
from generator.errors import UsageError
from generator.forecast_lists.merging import Addition, additions, insertions
from generator.forecast_lists.reading import read_list
from generator.insertion import Refused, with_field, with_items
from generator.ledger import open_briefing, write_briefing
from generator.library.load import FOLDER
from generator.model.span import TextFile
from generator.text.strict_yaml import YamlDocument, read_yaml
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
    """The text of the briefing with all of it, read again after each insertion."""
    for entry in insertions(new):
        try:
            if isinstance(entry.content, list):
                text, _ = with_items(file, document, entry.place, entry.content)
            else:
                text, _ = with_field(file, document, entry.place, entry.content)
        except Refused as refusal:
            raise UsageError(
                f"{file.path}: nothing was written, for {refusal}; add these lines to "
                f"{entry.holder} yourself:\n{refusal.lines}"
            ) from refusal
        file = TextFile(file.path, text)
        document = read_yaml(file)
    return file.text
