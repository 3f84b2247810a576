"""What a page says of itself to machines: schema.org as JSON-LD.

A briefing is a Report with what it cites, its judgements are Claims, disagreements are Questions
with the answers of both sides, quotations that were found are Quotations based on their source, and
an evidence page describes the source. There is no ClaimReview anywhere: that is for reviewing what
others claim. Addresses are absolute where mkdocs.yml has a `site_url`, else relative to the page,
as JSON-LD allows.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.briefing.corrected import correction_text
from generator.briefing.drawn import sources_drawn
from generator.briefing.field_text import field_text
from generator.briefing.state_date import state_date
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.card import CARD
from generator.model.page import Page, PageKind, Quotation
from generator.model.source import Rights, Source
from generator.site.named_things import Json, Node, things
from generator.site.questions import questions
from generator.text.names import author_name, is_institution
from generator.text.plain import one_line
from generator.text.urls import absolute_url, linkable

_WORKS = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "motion_picture": "Movie",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "regulation": "Legislation",
    "report": "Report",
    "software": "SoftwareApplication",
    "thesis": "Thesis",
    "treaty": "Legislation",
    "webpage": "WebPage",
}
_OF_THE_DESK = frozenset({"url", "logo", "name"})
_BREAKS_OUT = str.maketrans(
    {letter: f"\\u{ord(letter):04x}" for letter in ("<", ">", "&", "\u2028", "\u2029")}
)
"""What ends a script element, begins a comment in it, or ends a line of JavaScript."""


def briefing_data(build: Build, briefing: Briefing, page: Page) -> Markup:
    """The data of a page of a briefing."""
    place = _Place(build, page.path)
    own = (
        _report(briefing, place) if page.kind is PageKind.OVERVIEW else _part(briefing, page, place)
    )
    claims = _claims(briefing, place) if _shows_judgements(page) else iter(())
    asked = questions(page, briefing, place.work, _publisher(place))
    return _script([own, *claims, *asked, *_quotations(page, place)])


def evidence_data(build: Build, source: Source) -> Markup:
    """The data of a source's evidence page."""
    place = _Place(build, f"sources/{source.id}")
    return _script([_work(source, place) | {"mainEntityOfPage": place.address(place.path)}])


def site_data(build: Build, path: str, title: str) -> Markup:
    """The data of a page outside the briefings; the front page stands for the site."""
    place = _Place(build, path)
    node: Node = {
        "@type": "WebPage" if path else "WebSite",
        "@id": place.address(path),
        "name": one_line(title) if path else one_line(build.site_name),
        "inLanguage": build.language,
        "publisher": _publisher(place),
    }
    return _script([node])


@dataclass(frozen=True, slots=True)
class _Place:
    """The page that the data stands on."""

    build: Build
    path: str

    def address(self, path: str, file: str = "") -> str:
        """The address of a page, or of a file beside it."""
        inside, addresses = f"{path}/{file}" if file else path, self.build.addresses
        whole = absolute_url(self.build.site_url, addresses.of(inside))
        return whole or addresses.between(self.path, inside)

    def work(self, source_id: str) -> str:
        """What names a source itself, apart from the evidence page on it."""
        return f"{self.address(f'sources/{source_id}')}#source"


def _report(briefing: Briefing, place: _Place) -> Node:
    sources = (source for source in map(place.build.library.get, briefing.used) if source)
    return _common(briefing, briefing.path, place) | {
        "@type": "Report",
        "headline": one_line(briefing.title),
        "abstract": field_text(briefing, "standfirst"),
        "keywords": [one_line(topic) for topic in briefing.topics],
        "isPartOf": {
            "@type": "CreativeWorkSeries",
            "@id": place.address(""),
            "name": one_line(place.build.site_name),
        },
        "creativeWorkStatus": "Draft" if briefing.is_draft else "Published",
        "translationOfWork": _reference(place, briefing.translation_of),
        "hasPart": [
            {"@id": place.address(page.path)}
            for page in briefing.pages
            if page.kind is not PageKind.OVERVIEW
        ],
        "citation": [_work(source, place) for source in sources],
        "about": list(things(briefing, None, place.address)),
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": place.address(briefing.path, f"{briefing.slug}.pdf"),
            "encodingFormat": "application/pdf",
        },
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": correction_text(briefing, correction),
                "datePublished": correction.date,
            }
            for correction in briefing.corrections
            if not correction.minor
        ],
    }


def _part(briefing: Briefing, page: Page, place: _Place) -> Node:
    cited = sources_drawn(page, briefing)
    named = frozenset(mention.id for mention in page.mentions)
    sources = (source for source in map(place.build.library.get, cited) if source)
    return _common(briefing, page.path, place) | {
        "@type": "Article",
        "headline": one_line(page.text.title),
        "isPartOf": {"@id": place.address(briefing.path)},
        "citation": [_work(source, place) for source in sources],
        "mentions": list(things(briefing, named, place.address)),
    }


def _common(briefing: Briefing, path: str, place: _Place) -> Node:
    return {
        "@id": place.address(path),
        "url": place.address(path),
        "image": place.address(briefing.path, CARD),
        "inLanguage": briefing.language,
        "version": str(briefing.edition) if briefing.edition else None,
        "author": [_author(name, place.build.site_name) for name in briefing.authors],
        "publisher": _publisher(place),
        "datePublished": briefing.published,
        "dateModified": state_date(briefing) or None,
    }


def _shows_judgements(page: Page) -> bool:
    return any(block.name == "judgements" for block in page.blocks)


def _claims(briefing: Briefing, place: _Place) -> Iterator[Node]:
    report: Json = {"@id": place.address(briefing.path)}
    for index, judgement in enumerate(briefing.judgements):
        yield {
            "@type": "Claim",
            "@id": f"{place.address(f'{briefing.path}/outlook')}#{judgement.id}",
            "text": field_text(briefing, f"judgements/{index}/says"),
            "description": judgement.likelihood,
            "inLanguage": briefing.language,
            "appearance": report,
            "firstAppearance": report,
            "claimInterpreter": _publisher(place),
        }


def _quotations(page: Page, place: _Place) -> Iterator[Node]:
    for quotation in page.quotations:
        source = _source_of(quotation, place.build)
        if source is not None:
            yield {
                "@type": "Quotation",
                "text": one_line(quotation.text),
                "inLanguage": None if quotation.original else source.language,
                "isPartOf": {"@id": place.address(page.path)},
                "isBasedOn": {"@id": place.work(source.id)},
                "url": _passage(quotation, source, place),
            }


def _source_of(quotation: Quotation, build: Build) -> Source | None:
    """The source that the words were found in."""
    match = quotation.match
    return build.library.get(match.source_id) if match and match.is_found else None


def _passage(quotation: Quotation, source: Source, place: _Place) -> str:
    page = place.address(f"sources/{source.id}")
    if quotation.match is None or source.rights is Rights.NONE:
        return page
    return f"{page}#p-{quotation.match.passages[0].start}"


def _work(source: Source, place: _Place) -> Node:
    publisher = one_line(source.publisher or "")
    return {
        "@type": _WORKS.get(source.type, "CreativeWork"),
        "@id": place.work(source.id),
        "name": one_line(source.title),
        "url": linkable(source.url),
        "author": [_author(name, source.publisher or "") for name in source.authors],
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        "datePublished": source.published,
        "inLanguage": source.language,
        "archivedAt": linkable(source.archive_url),
    }


def _author(written: str, desk: str) -> Node:
    """A person, an institution, or a name alone where that cannot be told."""
    is_desk = written == desk or is_institution(written)
    is_person = not is_desk and not author_name(written).literal
    kind = "Organization" if is_desk else "Person" if is_person else None
    return {"@type": kind, "name": one_line(written)}


def _publisher(place: _Place) -> Node:
    """The desk: what `extra.publisher` says of it, else the name of the site."""
    given = dict(place.build.publisher)
    has_policies = bool(set(given) - _OF_THE_DESK)
    node: Node = {
        "@type": "NewsMediaOrganization" if has_policies else "Organization",
        "name": one_line(given.pop("name", place.build.site_name)),
        "url": place.address(""),
    }
    return node | {name: _own_address(value, place) for name, value in given.items()}


def _own_address(written: str, place: _Place) -> str:
    """An address of `extra.publisher`, which may be a path on this site."""
    return linkable(written) or place.address("") + written.lstrip("/")


def _reference(place: _Place, slug: str | None) -> Node | None:
    return {"@id": place.address(f"briefings/{slug}")} if slug else None


def _script(nodes: list[Node]) -> Markup:
    graph: Json = {"@context": "https://schema.org", "@graph": [_known(node) for node in nodes]}
    text = json.dumps(graph, ensure_ascii=False).translate(_BREAKS_OUT)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 (see above)


def _known(value: Json) -> Json:
    """Without what is unknown: schema.org has no word for nothing."""
    if isinstance(value, dict):
        return {key: _known(item) for key, item in value.items() if item}
    return [_known(item) for item in value] if isinstance(value, list) else value
