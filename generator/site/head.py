"""What the head of a page says of it to machines: description, previews, other forms of it."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.briefing.field_text import field_text
from generator.briefing.state_date import recency, state_date
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.card import CARD, CARD_SIZE
from generator.model.edition import edition_path
from generator.model.page import Page
from generator.render import PageWriter
from generator.site.linked_data import briefing_data, evidence_data, site_data
from generator.site.writing import evidence_language, writer_for
from generator.text.dates.curated import written
from generator.text.plain import one_line
from generator.text.urls import absolute_url

_LOCALES = {
    "de": "de_DE",
    "en": "en_GB",
    "es": "es_ES",
    "fr": "fr_FR",
    "it": "it_IT",
    "ja": "ja_JP",
    "ko": "ko_KR",
    "pt": "pt_PT",
    "ru": "ru_RU",
    "zh": "zh_CN",
    "zh-hans": "zh_CN",
    "zh-hant": "zh_TW",
}
"""The territory that Open Graph wants beside a language, where the page names none."""
BIBLIOGRAPHIES = (
    ("BibLaTeX", "sources.bib", "application/x-bibtex"),
    ("CSL-JSON", "sources.csl.json", "application/vnd.citationstyles.csl+json"),
    ("RIS", "sources.ris", "application/x-research-info-systems"),
)
"""Name, file and media type of what the exporters write beside a briefing."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another form of what the page is about. `href` is relative to the page."""

    title: str
    type: str
    href: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What a link to the page shows. `url` is absolute, as Open Graph wants it."""

    url: str
    alt: str
    width: int = CARD_SIZE[0]
    height: int = CARD_SIZE[1]


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of one of our pages says; `kind` is Open Graph's. All but the data is text."""

    kind: str
    description: str
    locale: str
    linked_data: Markup
    published: str = ""
    modified: str = ""
    alternates: tuple[Alternate, ...] = ()
    picture: Picture | None = None


def page_head(build: Build, path: str, title: str) -> Head:
    """The head of the page that stands at `path`."""
    for briefing in build.briefings:
        for page in briefing.pages:
            if page.path == path:
                return _of_briefing(build, briefing, page)
    source = build.library.get(path.removeprefix("sources/")) if path[:8] == "sources/" else None
    if source is None:
        data = site_data(build, path, title)
        return Head("website", "", _locale(build.language), data, picture=_shown(build, path))
    language = evidence_language(build, source.id)
    facts = (source.publisher, written(source.published or "", language))
    description = " · ".join(one_line(fact) for fact in facts if fact)
    return Head("article", description, _locale(language), evidence_data(build, source))


def bibliographies(briefing: Briefing, writer: PageWriter) -> tuple[Alternate, ...]:
    """The list of a briefing's sources, in the forms that reference managers read."""
    return tuple(
        Alternate(name, media_type, writer.link(f"{briefing.path}/{file}"))
        for name, file, media_type in BIBLIOGRAPHIES
    )


def _of_briefing(build: Build, briefing: Briefing, page: Page) -> Head:
    writer = writer_for(build, page.path, briefing)
    own = writer.uncited(page.text.standfirst).striptags() if page.text.standfirst else ""
    pdf = Alternate("PDF", "application/pdf", writer.link(f"{briefing.path}/{briefing.slug}.pdf"))
    evidence = Alternate(
        "evidence.json", "application/json", writer.link(f"{briefing.path}/evidence.json")
    )
    return Head(
        kind="article",
        description=one_line(own) or field_text(briefing, "standfirst"),
        locale=_locale(briefing.language),
        linked_data=briefing_data(build, briefing, page),
        published=briefing.published or "",
        modified=state_date(briefing),
        alternates=(pdf, evidence, *bibliographies(briefing, writer)),
        picture=_picture(build, briefing, briefing.path),
    )


def _shown(build: Build, path: str) -> Picture | None:
    """The picture of a page that is of no briefing of today: on the front page that of the newest
    briefing, in an edition of the past its own.
    """
    if not path:
        public = [briefing for briefing in build.briefings if not briefing.is_draft]
        newest = max(public, key=recency, default=None)
        return _picture(build, newest, newest.path) if newest else None
    for briefing in build.briefings:
        for edition in briefing.editions:
            place = edition_path(briefing.slug, edition.number)
            if path == place or path.startswith(f"{place}/"):
                return _picture(build, briefing, place)
    return None


def _picture(build: Build, briefing: Briefing, folder: str) -> Picture | None:
    """The card in the folder of a briefing or of an edition; None where it has no address."""
    url = absolute_url(build.site_url, f"{folder}/{CARD}")
    title = one_line(briefing.title) or briefing.slug
    names = (title, one_line(build.site_name))
    return Picture(url, " · ".join(name for name in names if name)) if url else None


def _locale(language: str) -> str:
    """`en_GB` for `en`, as Open Graph writes it; empty where we know no territory."""
    primary, _, rest = language.lower().partition("-")
    if len(rest) == len("gb"):
        return f"{primary}_{rest.upper()}"
    return _LOCALES.get(language.lower(), _LOCALES.get(primary, ""))
