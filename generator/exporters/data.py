"""`evidence.json`: what a briefing claims, what it cites, and whether each quotation was found.

Passages are W3C Web Annotation selectors (TextQuoteSelector, TextPositionSelector) into the body of
the source, counted in code points. What the rights of a source do not allow to be published is
left out; that a passage was withheld is said.
"""

import json
from collections.abc import Iterator
from itertools import chain

from generator.exporters import Published
from generator.model.briefing import Briefing
from generator.model.build import Asset, Build
from generator.model.page import Citation, Page, PageKind, Quotation
from generator.model.passage import Passage
from generator.model.source import Rights, Source

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def _export(published: Published) -> Iterator[Asset]:
    for briefing in published.build.briefings:
        evidence = evidence_of(published.build, briefing)
        text = json.dumps(evidence, ensure_ascii=False, indent=1) + "\n"
        yield Asset(f"{briefing.path}/evidence.json", text.encode())


def evidence_of(build: Build, briefing: Briefing) -> dict[str, Json]:
    """The evidence of one briefing as plain data."""
    pages = [*briefing.pages, *briefing.field_pages]
    return {
        "briefing": briefing.slug,
        "title": briefing.title,
        "language": briefing.language,
        "status": briefing.status,
        "published": briefing.published,
        "updated": briefing.updated,
        "sources": [_source(source) for source in _used(build, briefing)],
        "citations": [
            _citation(citation, page)
            for page in pages
            for citation in page.citations
            if page.kind is not PageKind.OVERVIEW
        ],
        "quotations": [
            _quotation(quotation, page, build)
            for page in pages
            for quotation in page.quotations
            if page.kind is not PageKind.OVERVIEW
        ],
        "judgements": [_judgement(briefing, index) for index in range(len(briefing.judgements))],
        "forecasts": [_forecast(briefing, index) for index in range(len(briefing.forecasts))],
        "allowances": [
            {"page": page.path, "code": allowance.code, "because": allowance.reason}
            for page in pages
            for allowance in page.allowances
        ],
    }


def _used(build: Build, briefing: Briefing) -> Iterator[Source]:
    return (source for source in map(build.library.get, briefing.used) if source)


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "type": source.type,
        "title": source.title,
        "authors": list(source.authors),
        "publisher": source.publisher,
        "published": source.published,
        "url": source.url,
        "language": source.language,
        "text": source.text,
        "origin": source.origin,
        "reliability": source.reliability,
        "credibility": source.credibility,
        "grade_reason": source.grade_reason,
        "rights": source.rights,
        "snapshot_sha256": source.snapshot.sha256 if source.snapshot else None,
        "text_sha256": source.snapshot.text_sha256 if source.snapshot else None,
    }


def _citation(citation: Citation, page: Page) -> Json:
    locators: list[Json] = [
        {"kind": locator.kind, "text": locator.text} for locator in citation.locators
    ]
    return {"page": _place(page), "source": citation.source_id, "locators": locators}


def _quotation(quotation: Quotation, page: Page, build: Build) -> Json:
    match = quotation.match
    source = build.library.get(match.source_id) if match else None
    is_private = source is not None and source.rights is Rights.NONE
    passages = () if match is None or is_private else match.passages
    return {
        "page": _place(page),
        "text": quotation.text,
        "source": match.source_id if match else None,
        "found": bool(match and match.is_found),
        "match": match.kind if match else None,
        "differences": list(match.differences) if match else [],
        "withheld": is_private,
        "passages": [_selectors(passage) for passage in passages if match and match.is_found],
    }


def _selectors(passage: Passage) -> Json:
    return {
        "paragraph": passage.paragraph,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": passage.exact,
                "prefix": passage.prefix,
                "suffix": passage.suffix,
            },
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
        ],
    }


def _judgement(briefing: Briefing, index: int) -> Json:
    judgement = briefing.judgements[index]
    return {
        "id": judgement.id,
        "says": judgement.says,
        "likelihood": judgement.likelihood,
        "confidence": judgement.confidence,
        "because": judgement.because,
        "sources": _cited(briefing, f"judgements/{index}"),
    }


def _forecast(briefing: Briefing, index: int) -> Json:
    forecast = briefing.forecasts[index]
    resolution = forecast.resolution
    return {
        "id": forecast.id,
        "question": forecast.question,
        "criteria": forecast.criteria,
        "opened": forecast.opened,
        "resolves": forecast.resolves,
        "probabilities": [
            {"date": held.date, "p": held.p, "because": held.because}
            for held in forecast.probabilities
        ],
        "outcome": resolution.outcome if resolution else None,
        "resolved": resolution.date if resolution else None,
        "sources": _cited(briefing, f"forecasts/{index}"),
    }


def _cited(briefing: Briefing, prefix: str) -> list[Json]:
    """The sources that the fields below `prefix` cite, in order, each once."""
    start = f"{briefing.file.path}#{prefix}/"
    pages = [page for page in briefing.field_pages if page.text.file.path.startswith(start)]
    cited = chain.from_iterable(page.citations for page in pages)
    return list(dict.fromkeys(citation.source_id for citation in cited))


def _place(page: Page) -> str:
    """The page's path; a field of briefing.yml is named by its place there."""
    field = page.text.file.path.partition("#")[2]
    return f"{page.path}#{field}" if field else page.path


EXPORT = _export
