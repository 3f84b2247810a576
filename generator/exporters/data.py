"""`evidence.json`: what a briefing claims, what it cites, and whether each quotation was found.

The handbook's page on evidence explains it, and `evidence.schema.json` beside that page describes
it. Passages are W3C Web Annotation selectors (TextQuoteSelector, TextPositionSelector) into the
body of the source, counted in code points. What the rights of a source do not allow to be published
is left out; that a passage was withheld is said.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict

from generator.evidence import evidence_of
from generator.exporters import Published
from generator.model.build import Asset
from generator.model.evidence import CitationRecord, Evidence, PassageRecord

_FORMAT = 1
_Json = dict[str, object]


def export_data(published: Published) -> Iterator[Asset]:
    """`evidence.json` beside the overview of each briefing."""
    for briefing in published.build.briefings:
        evidence = as_json(evidence_of(published.build, briefing))
        text = json.dumps(evidence, ensure_ascii=False, indent=1) + "\n"
        yield Asset(f"{briefing.path}/evidence.json", text.encode("utf-8", "replace"))


def as_json(evidence: Evidence) -> _Json:
    """The records as plain data."""
    return {
        "format": _FORMAT,
        **asdict(evidence),
        "coverage": {"claims": evidence.claims, "cited": evidence.cited_claims},
        "passages": [_passage(passage) for passage in evidence.passages],
        "citations": [_citation(citation) for citation in evidence.citations],
    }


def _passage(passage: PassageRecord) -> _Json:
    position = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    words = {
        "type": "TextQuoteSelector",
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
    }
    return {
        "id": passage.id,
        "source": passage.source,
        "paragraph": passage.paragraph,
        "withheld": passage.withheld,
        "selector": [position] if passage.withheld else [words, position],
    }


def _citation(citation: CitationRecord) -> _Json:
    locators = [{"kind": kind, "text": text} for kind, text in citation.locators]
    return {**asdict(citation), "locators": locators}


EXPORT = export_data
