"""The numbered list of sources: title, origin, grade, date, address."""

from generator.model.briefing import Briefing
from generator.model.source import Library, Source
from generator.text.urls import is_web_url
from generator.typesetting.days import day
from generator.typesetting.inline import language_of
from generator.typesetting.labels import Labels
from generator.typesetting.legible import Json, Node

_LOW = frozenset("DEF")


def source_entries(
    briefing: Briefing, library: Library, labels: Labels, words: dict[str, str]
) -> list[Node]:
    """One entry for each source that the briefing uses, in the order of their numbers."""
    page = f"{briefing.path}/sources"
    firsts = _first_numbers(briefing, library)
    entries: list[Node] = []
    for number, source_id in enumerate(briefing.used, 1):
        anchors: list[Json] = [
            label
            for anchor in (source_id, f"s-{source_id}")
            if (label := labels.define(page, anchor))
        ]
        source = library.get(source_id)
        shown = _entry(source, briefing, firsts, words) if source else _unknown(source_id)
        place: Node = {"n": number, "to": labels.name(page, source_id), "anchors": anchors}
        entries.append(place | shown)
    return entries


def origin_count(briefing: Briefing, library: Library) -> int:
    """How many independent origins the used sources go back to."""
    sources = [library.get(source_id) for source_id in briefing.used]
    return len({source.origin or source.id for source in sources if source})


def _entry(
    source: Source, briefing: Briefing, firsts: dict[str, int], words: dict[str, str]
) -> Node:
    language = briefing.language
    foreign = language_of(source.language) if source.language != language else None
    dated = day(source.published, language) if source.published else words["undated"]
    by = words["join"].join(source.authors)
    publisher = source.publisher if source.publisher != by else ""
    parts = [by, publisher or "", dated]
    address = source.url if source.url and is_web_url(source.url) else None
    is_seen = source.accessed is not None
    seen = words["seen"].format(date=day(source.accessed or "", language)) if is_seen else ""
    reason = (source.grade_reason or source.descriptor or "").strip()
    return {
        "title": source.title.strip() or source.id,
        "lang": foreign[0] if foreign else None,
        "region": foreign[1] if foreign else None,
        "rest": words["stop"] + " " + words["join"].join(part for part in parts if part),
        "grade": source.grade,
        "low": source.reliability in _LOW,
        "origin": _origin(source, briefing, firsts, words),
        "reason": _sentence(reason, words),
        "href": address,
        "address": _short(address or ""),
        "seen": _sentence(f"{seen}{_digest(source)}", words) if seen else "",
    }


def _unknown(source_id: str) -> Node:
    empty: Node = dict.fromkeys(("rest", "grade", "origin", "reason", "address", "seen"), "")
    return empty | {"title": source_id, "lang": None, "region": None, "low": False, "href": None}


def _first_numbers(briefing: Briefing, library: Library) -> dict[str, int]:
    """The number of the first of the used sources that goes back to each origin."""
    firsts: dict[str, int] = {}
    for number, source_id in enumerate(briefing.used, 1):
        source = library.get(source_id)
        if source and source.origin:
            firsts.setdefault(source.origin, number)
    return firsts


def _origin(
    source: Source, briefing: Briefing, firsts: dict[str, int], words: dict[str, str]
) -> str:
    """The first of the used sources with the same origin is what a later one repeats."""
    first = firsts.get(source.origin or "")
    if first is None or first == briefing.number(source.id):
        return words["original"]
    return words["same_as"].format(number=first)


def _digest(source: Source) -> str:
    return f", sha256 {source.snapshot.sha256[:12]}" if source.snapshot else ""


def _short(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")


def _sentence(text: str, words: dict[str, str]) -> str:
    """The text as a sentence with a space after it; nothing for nothing."""
    if not text.strip():
        return ""
    return f"{text} " if text[-1] in ".!?。！？" else f"{text}{words['stop']} "
