"""Differences as JSON, for programs."""

import json
from collections.abc import Iterable

from generator.differences import Difference
from generator.editions.prose import Passage, Redline
from generator.model.edition import Change

Json = str | int | None | list["Json"] | dict[str, "Json"]


def as_json(differences: Iterable[Difference]) -> str:
    """One object: `format` and, by briefing, its `changes` and `redlines`."""
    found: list[Json] = [_difference(difference) for difference in differences]
    return json.dumps({"format": 1, "briefings": found}, ensure_ascii=False, indent=1) + "\n"


def _difference(difference: Difference) -> Json:
    comparison = difference.comparison
    return {
        "briefing": comparison.slug,
        "before": difference.before,
        "after": difference.after,
        "changes": [_change(change) for change in comparison.changes],
        "redlines": [_redline(redline) for redline in comparison.redlines],
    }


def _change(change: Change) -> Json:
    return {
        "subject": str(change.subject),
        "id": change.id,
        "field": change.field or None,
        "before": change.before,
        "after": change.after,
        "page": change.page or None,
        "title": change.title or None,
        "passages": change.count or None,
    }


def _redline(redline: Redline) -> Json:
    passages: list[Json] = [_passage(passage) for passage in redline.passages]
    return {"page": redline.kind, "path": redline.path, "passages": passages}


def _passage(passage: Passage) -> Json:
    """Its id where it has one, the heading it stands under, and the pieces in order."""
    pieces: list[Json] = [[str(piece.change), piece.text] for piece in passage.pieces]
    return {
        "id": passage.either.id or None,
        "under": passage.either.section,
        "pieces": pieces,
    }
