"""The evidence of a briefing as one graph of records, for data files and for programs.

    source → passage → quotation, citation → sentence → page → judgement, forecast

`generator.model.evidence` has the records and says how they are named. An overview that is
assembled only repeats the other pages, and is left out.
"""

from collections.abc import Iterator
from dataclasses import fields
from itertools import chain

from generator.briefing.coverage import coverage
from generator.evidence.disagreements import disagreements, values_of
from generator.evidence.entries import actors_of, terms_of
from generator.evidence.named import NamedPage, record_names
from generator.evidence.passages import passage_id, passages_of
from generator.model.actor import Glossary
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.evidence import (
    AllowanceRecord,
    BandRecord,
    CitationRecord,
    Evidence,
    ForecastRecord,
    HeldProbability,
    JudgementRecord,
    LikelihoodRecord,
    PageRecord,
    QuotationRecord,
    SentenceRecord,
    SourceRecord,
)
from generator.model.page import PageKind
from generator.model.source import Source
from generator.profiles import profile_of
from generator.text.likelihood.bands import terms_in


def evidence_of(build: Build, briefing: Briefing) -> Evidence:
    """The evidence of one briefing of `build`."""
    pages = [
        NamedPage(page, briefing)
        for page in (*briefing.pages, *briefing.field_pages)
        if page.kind is not PageKind.OVERVIEW or not page.text.assembled
    ]
    sources = (source for source in map(build.library.get, briefing.used) if source)
    return Evidence(
        briefing=briefing.slug,
        title=briefing.title,
        language=briefing.language,
        status=briefing.status,
        marking=briefing.marking,
        published=briefing.published,
        updated=briefing.updated,
        sources=tuple(map(_source, sources)),
        passages=passages_of((named.page for named in pages), build.library),
        pages=tuple(_page(page, briefing) for page in pages),
        sentences=tuple(chain.from_iterable(map(_sentences, pages))),
        citations=tuple(chain.from_iterable(map(_citations, pages))),
        quotations=tuple(chain.from_iterable(map(_quotations, pages))),
        likelihood_words=_likelihood_words(briefing),
        judgements=tuple(_judgements(briefing, pages)),
        forecasts=tuple(_forecasts(briefing, pages)),
        allowances=(
            *chain.from_iterable(map(_allowances, pages)),
            *_in_yaml(briefing, build.glossary, pages),
        ),
        disagreements=tuple(disagreements(pages)),
        values=tuple(values_of(briefing, build.library)),
        actors=tuple(actors_of(briefing, pages)),
        glossary=tuple(terms_of(briefing, pages)),
    )


def _source(source: Source) -> SourceRecord:
    hashes = {
        "snapshot_sha256": source.snapshot.sha256 if source.snapshot else None,
        "text_sha256": source.snapshot.text_sha256 if source.snapshot else None,
    }
    shared = (field.name for field in fields(SourceRecord) if field.name not in hashes)
    values = {name: getattr(source, name) for name in shared}
    return SourceRecord(**values | hashes)


def _page(named: NamedPage, briefing: Briefing) -> PageRecord:
    text, found = named.page.text, coverage(named.page, briefing)
    return PageRecord(named.id, text.kind, text.title, text.assembled, found.claims, found.cited)


def _sentences(named: NamedPage) -> Iterator[SentenceRecord]:
    for name, sentence in named.sentences:
        citations = (named.citation_id(one) for one in sentence.citations)
        yield SentenceRecord(
            id=name,
            page=named.id,
            text=sentence.text,
            sources=tuple(dict.fromkeys(one.source_id for one in sentence.citations)),
            citations=tuple(dict.fromkeys(citations)),
            quotations=named.quotation_ids(sentence),
        )


def _citations(named: NamedPage) -> Iterator[CitationRecord]:
    for name, citation in named.citations:
        yield CitationRecord(
            id=name,
            page=named.id,
            sentence=named.sentence_at(citation.span),
            source=citation.source_id,
            prefix=citation.prefix,
            locators=tuple((one.kind, one.text) for one in citation.locators),
        )


def _quotations(named: NamedPage) -> Iterator[QuotationRecord]:
    for name, quotation in named.quotations:
        match = quotation.match
        found = match if match and match.is_found else None
        yield QuotationRecord(
            id=name,
            page=named.id,
            sentence=named.sentence_at(quotation.span),
            text=quotation.text,
            original=quotation.original,
            sources=tuple(dict.fromkeys(one.source_id for one in quotation.citations)),
            source=match.source_id if match else None,
            match=match.kind if match else None,
            found=found is not None,
            # Of words that were not found, they could tell what stands there instead.
            differences=found.differences if found else (),
            passages=tuple(map(passage_id, found.passages)) if found else (),
        )


def _allowances(named: NamedPage) -> Iterator[AllowanceRecord]:
    for allowance in named.page.allowances:
        sentences = named.sentences_at(allowance.scope)
        yield AllowanceRecord(named.id, allowance.code, allowance.reason, sentences)


def _in_yaml(
    briefing: Briefing, glossary: Glossary, pages: list[NamedPage]
) -> Iterator[AllowanceRecord]:
    """The allowances of briefing.yml, each with the sentences of the fields that it holds, and
    those of docs/glossary.yml that hold any.
    """
    for allowance in (*briefing.allowances, *glossary.allowances):
        held = tuple(
            name
            for page in pages
            if any(allowance.scope.holds(origin.span) for origin in page.page.text.origins)
            for name, _ in page.sentences
            if page.field
        )
        if held or allowance in briefing.allowances:
            yield AllowanceRecord(briefing.path, allowance.code, allowance.reason, held)


def _likelihood_words(briefing: Briefing) -> LikelihoodRecord:
    profile = profile_of(briefing)
    bands = zip(profile.bands, terms_in(briefing.language, profile), strict=True)
    return LikelihoodRecord(
        name=profile.name,
        title=profile.title,
        source=profile.source,
        edges=profile.edges,
        bands=tuple(BandRecord(words, band.low, band.high) for band, words in bands),
    )


def _judgements(briefing: Briefing, pages: list[NamedPage]) -> Iterator[JudgementRecord]:
    names = record_names([judgement.id for judgement in briefing.judgements])
    for name, judgement in zip(names, briefing.judgements, strict=True):
        of_it = [page for page in pages if page.field.startswith(f"judgements/{name}/")]
        citations = [one for page in of_it for one in page.citations]
        yield JudgementRecord(
            id=judgement.id,
            says=judgement.says,
            likelihood=judgement.likelihood,
            confidence=judgement.confidence,
            because=judgement.because,
            assumptions=judgement.assumptions,
            alternatives=judgement.alternatives,
            would_change=judgement.would_change,
            affects=judgement.affects,
            sources=tuple(dict.fromkeys(citation.source_id for _, citation in citations)),
            citations=tuple(name for name, _ in citations),
            sentences=tuple(name for page in of_it for name, _ in page.sentences),
        )


def _forecasts(briefing: Briefing, pages: list[NamedPage]) -> Iterator[ForecastRecord]:
    names = record_names([forecast.id for forecast in briefing.forecasts])
    for name, forecast in zip(names, briefing.forecasts, strict=True):
        of_it = [page for page in pages if page.field.startswith(f"forecasts/{name}/")]
        citations = [one for page in of_it for one in page.citations]
        resolution = forecast.resolution
        yield ForecastRecord(
            id=forecast.id,
            question=forecast.question,
            criteria=forecast.criteria,
            opened=forecast.opened,
            closes=forecast.closes,
            resolves=forecast.resolves,
            outcomes=forecast.choices,
            probabilities=tuple(
                HeldProbability(
                    held.date,
                    held.chances if forecast.outcomes else held.leading.p,
                    held.because,
                    held.by,
                )
                for held in forecast.probabilities
            ),
            outcome=resolution.outcome if resolution else None,
            resolved=resolution.date if resolution else None,
            sources=tuple(dict.fromkeys(citation.source_id for _, citation in citations)),
            citations=tuple(name for name, _ in citations),
        )
