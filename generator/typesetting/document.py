"""The whole document as one value: what the template `report.typ` reads."""

from generator.typesetting import records
from generator.typesetting.chapters import chapters
from generator.typesetting.desk import Desk, desk_of, part_of
from generator.typesetting.fonts import Coverage
from generator.typesetting.front import front
from generator.typesetting.legible import GETA, Json, Node, legible
from generator.typesetting.manuscript import Manuscript
from generator.typesetting.source_list import source_entries

_FEW_SOURCES = 12
"""As many go on where the part before ends; a longer list opens a page."""


def document(manuscript: Manuscript, coverage: Coverage) -> Node:
    """The document, with every string in characters that the fonts have."""
    desk = desk_of(manuscript)
    # Records come first: what a chapter links to is labelled where the record stands.
    parts = [*_judgement_part(desk), *chapters(desk), *_forecast_part(desk)]
    parts += [*_correction_part(desk), *_source_part(desk)]
    parts[:1] = [part | {"run_on": False} for part in parts[:1]]
    whole = front(desk) | {"parts": list(parts), "families": list(coverage.families)}
    shown = legible(desk.labels.settle(whole), coverage)
    return shown | {"missing": GETA in str(shown), "words": dict(desk.words)}


def _judgement_part(desk: Desk) -> list[Node]:
    if not desk.judgements:
        return []
    part = part_of(desk, "judgements", desk.briefing.path, desk.words["key_judgements"])
    items: list[Json] = [desk.anchored(item) for item in desk.judgements]
    return [part | {"items": items, "legend": records.legend(desk.briefing, desk.words)}]


def _forecast_part(desk: Desk) -> list[Node]:
    """The forecasts that no chapter has shown."""
    items = [item for item in desk.forecasts if item["id"] not in desk.placed]
    if not items:
        return []
    place = f"{desk.briefing.path}#forecasts"
    part = part_of(desk, "forecasts", place, desk.words["forecasts"])
    return [part | {"items": [desk.anchored(item) for item in items], "run_on": True}]


def _correction_part(desk: Desk) -> list[Node]:
    items = records.corrections(desk.briefing, desk.words)
    if not items:
        return []
    place = f"{desk.briefing.path}/changes"
    part = part_of(desk, "corrections", place, desk.words["corrections"])
    return [part | {"items": [desk.anchored(item) for item in items], "run_on": True}]


def _source_part(desk: Desk) -> list[Node]:
    library = desk.manuscript.library
    entries = source_entries(desk.briefing, library, desk.labels, desk.words)
    if not entries:
        return []
    place = f"{desk.briefing.path}/sources"
    part = part_of(desk, "sources", place, desk.words["sources_title"])
    notes: list[Json] = [desk.words["sources_note"]]
    if desk.briefing.source_summary:
        notes.insert(0, desk.briefing.source_summary)
    few = len(entries) <= _FEW_SOURCES
    return [part | {"items": list(entries), "notes": notes, "run_on": few}]
