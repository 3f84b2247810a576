"""The whole document as one value: what the template `report.typ` reads."""

from generator.text.glyphs import GETA, Coverage
from generator.typesetting import records
from generator.typesetting.chapters import chapters, crossed_blocks
from generator.typesetting.contents import closeness
from generator.typesetting.desk import Desk, desk_of, part_of
from generator.typesetting.forecast_plots import forecast_plots
from generator.typesetting.front import front
from generator.typesetting.legible import Json, Node, legible
from generator.typesetting.manuscript import Manuscript
from generator.typesetting.method import method_part
from generator.typesetting.source_list import source_entries

_MANY_SOURCES = 40
"""About five pages of them, which open a page: Typst sets them beside the chapters."""


def document(manuscript: Manuscript, coverage: Coverage) -> Node:
    """The document, with every string in characters that the fonts have."""
    desk = desk_of(manuscript)
    # Records come first: what a chapter links to is labelled where the record stands.
    parts = [*_judgement_part(desk), *chapters(desk), *_forecast_part(desk), *_plot_part(desk)]
    parts += [*_correction_part(desk), *method_part(desk), *_source_part(desk)]
    attached: list[Json] = [
        {
            "file": each.name,
            "media": each.media_type,
            "relationship": each.relationship,
            "says": desk.words[each.description],
        }
        for each in manuscript.attachments
    ]
    cover = front(desk)
    whole = cover | {
        "parts": list(parts),
        "closeness": closeness(parts, cover["keys"]),
        "families": list(coverage.families),
        "attachments": attached,
    }
    shown = legible(desk.labels.settle(whole), coverage)
    return shown | {"missing": GETA in str(shown), "words": dict(desk.words)}


def _judgement_part(desk: Desk) -> list[Node]:
    """The judgements, after what has crossed its threshold."""
    crossed = crossed_blocks(desk)
    if not desk.judgements:
        place = f"{desk.briefing.path}#crossed"
        part = part_of(desk, "chapter", place, desk.words["overview"])
        return [part | {"blocks": crossed}] if crossed else []
    part = part_of(desk, "judgements", desk.briefing.path, desk.words["key_judgements"])
    items: list[Json] = [desk.anchored(item) for item in desk.judgements]
    legend = records.legend(desk.briefing, desk.words)
    return [part | {"blocks": crossed, "items": items, "legend": legend}]


def _forecast_part(desk: Desk) -> list[Node]:
    """The forecasts that no chapter has shown."""
    items = [item for item in desk.forecasts if item["id"] not in desk.placed]
    if not items:
        return []
    place = f"{desk.briefing.path}#forecasts"
    part = part_of(desk, "forecasts", place, desk.words["forecasts"])
    return [part | {"items": [desk.anchored(item) for item in items]}]


def _plot_part(desk: Desk) -> list[Node]:
    """The pictures of all forecasts."""
    plots: list[Json] = list(forecast_plots(desk))
    place = f"{desk.briefing.path}#forecast-plots"
    part = part_of(desk, "chapter", place, desk.words["forecast_plots"])
    return [part | {"blocks": plots}] if plots else []


def _correction_part(desk: Desk) -> list[Node]:
    items = records.corrections(desk.briefing, desk.words)
    if not items:
        return []
    place = f"{desk.briefing.path}/changes"
    part = part_of(desk, "corrections", place, desk.words["corrections"])
    return [part | {"items": [desk.anchored(item) for item in items]}]


def _source_part(desk: Desk) -> list[Node]:
    library = desk.manuscript.library
    entries = source_entries(desk.briefing, library, desk.labels, desk.words)
    if not entries:
        return []
    place = f"{desk.briefing.path}/sources"
    part = part_of(desk, "sources", place, desk.words["sources_title"])
    notes: list[Json] = [desk.words["sources_note"]]
    is_long = len(entries) > _MANY_SOURCES
    return [part | {"items": list(entries), "notes": notes, "long": is_long}]
