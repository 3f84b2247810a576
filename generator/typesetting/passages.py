"""Quoted passages as footnotes: who says it, where it stands there, and the words in place."""

import re
from collections.abc import Mapping, Sequence

from generator.model.briefing import Briefing
from generator.model.evidence import PassageRecord
from generator.model.source import Library, Source
from generator.text.pages import pages_of
from generator.typesetting.inline import language_of
from generator.typesetting.labels import Labels
from generator.typesetting.legible import Json, Node
from generator.words import words_for

_MARKS = re.compile('[“”"«»„「」『』]')
"""Words with quotation marks in them get none around them."""
Notes = Mapping[tuple[str, int], Node]
"""Footnotes by the id of the source and the place in its body where the passage begins."""


def passage_notes(
    passages: Sequence[PassageRecord],
    briefing: Briefing,
    library: Library,
    labels: Labels,
) -> Notes:
    """A footnote for each passage whose words may be shown; of those that begin at one place,
    the longest.
    """
    words = words_for("pdf", briefing.language)
    notes: dict[tuple[str, int], Node] = {}
    for passage in sorted(passages, key=lambda each: each.end):
        source = library.get(passage.source)
        number = briefing.number(passage.source)
        if source and number and passage.exact:
            to = labels.name(f"{briefing.path}/sources", source.id)
            mark: dict[str, Json] = {
                "n": str(number),
                "to": to,
                "before": "",
                "at": _place(passage, source, words),
            }
            run: list[Json] = [
                _name(source),
                {"k": "cite", "items": [mark]},
                words["says"],
                *_words(passage, source),
            ]
            notes[source.id, passage.start] = {"k": "note", "c": run}
    return notes


def _place(passage: PassageRecord, source: Source, words: Mapping[str, str]) -> str:
    pages = pages_of(source.snapshot)
    page = words["page"].format(n=pages.number_at(passage.start)) if pages else ""
    return page or f"¶{passage.paragraph}"


def _name(source: Source) -> str:
    return source.publisher or ", ".join(source.authors) or source.title


def _words(passage: PassageRecord, source: Source) -> list[Json]:
    """The words with as much around them as may be shown, cut at words and paragraphs."""
    before = passage.prefix.rpartition("\n")[2]
    after = passage.suffix.partition("\n")[0]
    is_cut_before = before == passage.prefix and passage.start > len(before)
    is_cut_after = after == passage.suffix and after[-1:] not in ("", *".!?。！？")
    if is_cut_before and " " in before:
        before = before.partition(" ")[2]
    if is_cut_after and " " in after:
        after = after.rpartition(" ")[0]
    run: list[Json] = [
        _faint("… " * is_cut_before + before),
        passage.exact.replace("\n\n", " / "),
        _faint(after + " …" * is_cut_after),
    ]
    if not _MARKS.search(before + passage.exact + after):
        run = ["“", *run, "”"]
    language = language_of(source.language)
    if language is None:
        return run
    return [{"k": "lang", "lang": language[0], "region": language[1], "c": run}]


def _faint(text: str) -> dict[str, Json]:
    return {"k": "faint", "c": [text]}
