"""What the picture for link previews says: what the template `card.typ` reads."""

from collections.abc import Iterator, Mapping

from generator.briefing.field_text import field_text
from generator.briefing.state_date import state_date
from generator.model.briefing import Briefing
from generator.model.source import Library
from generator.text.glyphs import Coverage
from generator.text.plain import one_line
from generator.typesetting.days import day
from generator.typesetting.inline import language_of
from generator.typesetting.legible import Json, Node, legible
from generator.typesetting.source_list import origin_count
from generator.words import words_for

_LONGEST = 600
"""Letters that no card has room for; the template measures where to cut."""


def card(briefing: Briefing, library: Library, site_name: str, coverage: Coverage) -> Node:
    """The card of a briefing, with every string in characters that the fonts have."""
    words = words_for("pdf", briefing.language)
    lang, region = language_of(briefing.language) or ("en", None)
    standfirst = field_text(briefing, "standfirst") or one_line(briefing.standfirst or "")
    names = [one_line(site_name), words["briefing"]]
    counts: list[Json] = [list(pair) for pair in _counts(briefing, library, words)]
    facts: list[Json] = [list(pair) for pair in _facts(briefing, words)]
    shown: Node = {
        "kicker": " · ".join(name for name in names if name)[:_LONGEST],
        "title": (one_line(briefing.title) or briefing.slug)[:_LONGEST],
        "standfirst": standfirst[:_LONGEST],
        "marking": str(briefing.marking) if briefing.marking else None,
        "counts": counts,
        "facts": facts,
        "words": {"draft": words["draft"]},
    }
    return legible(shown, coverage) | {
        "lang": lang,
        "region": region,
        "draft": briefing.is_draft,
        "families": list(coverage.families),
    }


def _counts(
    briefing: Briefing, library: Library, words: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    used, origins = len(briefing.used), origin_count(briefing, library)
    for number, one, many in ((used, "source", "sources"), (origins, "origin", "origins")):
        if number:
            yield str(number), words[one if number == 1 else many]


def _facts(briefing: Briefing, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if briefing.edition:
        yield str(briefing.edition), words["edition_fact"]
    written = state_date(briefing)
    if written:
        name = words["published" if written == briefing.published else "as_of"]
        yield day(written, briefing.language), name
