"""The cover: title, standfirst, dates, and the counts that say what the briefing rests on."""

import re
from collections.abc import Iterable, Mapping

from generator.briefing.state_date import state_date
from generator.model.briefing import Briefing
from generator.text.urls import is_web_url
from generator.typesetting.days import day
from generator.typesetting.desk import Desk
from generator.typesetting.inline import language_of, plain
from generator.typesetting.legible import Node
from generator.typesetting.manuscript import ARGUED
from generator.typesetting.source_list import origin_count
from generator.typesetting.widths import letters

_FOOTER = 64  # letters
_COVER = 490
"""Points of a line on the cover."""
_MARK = re.compile("[：，；？！](?=.)")


def front(desk: Desk) -> Node:
    """What the cover and the metadata of the file say."""
    briefing, words = desk.briefing, desk.words
    language = language_of(briefing.language) or ("en", None)
    title = briefing.title.strip() or briefing.slug
    standfirst = desk.fields.run("standfirst", briefing.standfirst)
    address = desk.labels.addresses.of(briefing.path)
    url = f"{desk.manuscript.site_url.rstrip('/')}/{address}"
    href = url if is_web_url(url) else None
    names = [desk.manuscript.site_name, words["briefing"]]
    return {
        "lang": language[0],
        "region": language[1],
        "title": title,
        "title_size": _title_size(title),
        "title_lines": list(_title_lines(title)),
        "authors": list(briefing.authors),
        "keywords": [*briefing.topics, *([briefing.marking] if briefing.marking else [])],
        "description": plain(standfirst),
        "standfirst": standfirst,
        "kicker": " · ".join(name for name in names if name),
        "footer": " · ".join([_cut(title), *_edition(briefing, words), *_as_of(briefing)]),
        "marking": str(briefing.marking) if briefing.marking else None,
        "draft": briefing.is_draft,
        "contact": briefing.contact or "",
        "href": href,
        "address": (href or "").removeprefix("https://").removeprefix("http://"),
        "facts": [[words[name], value] for name, value in _facts(briefing, words)],
        "keys": [list(pair) for pair in _keys(briefing, words)],
        "counts": [list(pair) for pair in _counts(desk)],
    }


def _edition(briefing: Briefing, words: Mapping[str, str]) -> list[str]:
    return [f"{words['edition_fact']} {briefing.edition}"] if briefing.edition else []


def _as_of(briefing: Briefing) -> list[str]:
    written = state_date(briefing)
    return [day(written, briefing.language)] if written else []


def _changed(briefing: Briefing) -> str:
    """The day as of which it stands, where that is another than its first."""
    written = state_date(briefing)
    return written if briefing.updated or written != briefing.published else ""


def _cut(title: str) -> str:
    """The title as far as it fits into the footer."""
    return title if len(title) <= _FOOTER else f"{title[:_FOOTER].rstrip()}…"


def _title_size(title: str) -> int:
    """Points of the cover's title: a long one, or one with a long word, steps down."""
    longest = max(map(len, title.split()), default=0)
    wide = letters(title)
    if wide <= 48 and longest <= 20:
        return 46
    if wide <= 90 and longest <= 26:
        return 36
    return 28 if wide <= 200 else 20


def _title_lines(title: str) -> tuple[str, ...]:
    """The title in two lines where a mark parts it in two that fit: Chinese has no spaces to break
    at, and would be cut within a word.
    """
    room = _COVER / _title_size(title) * 2  # letters: a Chinese one counts for two
    if letters(title) <= room:
        return (title,)
    for mark in _MARK.finditer(title):
        parts = title[: mark.end()], title[mark.end() :]
        if max(map(letters, parts)) <= room:
            return parts
    return (title,)


def _facts(briefing: Briefing, words: Mapping[str, str]) -> list[tuple[str, str]]:
    facts = [
        ("edition_fact", str(briefing.edition or "")),
        ("by", words["join"].join(briefing.authors)),
        ("published", day(briefing.published or "", briefing.language)),
        ("as_of", day(_changed(briefing), briefing.language)),
        ("marking", str(briefing.marking or "")),
    ]
    return [fact for fact in facts if fact[1]]


def _keys(briefing: Briefing, words: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """What a reader needs to know of the marks in the text."""
    if briefing.used:
        yield words["citations_key"], words["citations_note"]
    if briefing.marking:
        yield str(briefing.marking), words[briefing.marking]


def _counts(desk: Desk) -> Iterable[tuple[str, str]]:
    briefing, words = desk.briefing, desk.words
    used = len(briefing.used)
    origins = origin_count(briefing, desk.manuscript.library)
    numbers = [
        (used, "source", "sources"),
        (origins, "origin", "origins"),
        (len(briefing.judgements), "judgement_count", "judgements_count"),
        (len(briefing.forecasts), "forecast_count", "forecasts_count"),
    ]
    for number, one, many in numbers:
        if number:
            yield str(number), words[one if number == 1 else many]
    pages = [page for page in briefing.pages if page.kind in ARGUED]
    quoted = [quotation for page in pages for quotation in page.quotations if quotation.match]
    found = sum(1 for each in quoted if each.match and each.match.is_found)
    if quoted:
        yield words["of"].format(found=found, all=len(quoted)), words["quotations"]
