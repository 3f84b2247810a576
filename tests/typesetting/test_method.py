from dataclasses import replace

from generator.model.evidence import AllowanceRecord, Evidence, LikelihoodRecord, QuotationRecord
from generator.model.passage import MatchKind
from generator.typesetting.desk import desk_of
from generator.typesetting.legible import Json
from generator.typesetting.manuscript import Attachment, Manuscript
from generator.typesetting.method import method_part
from tests.typesetting.example import briefing, published

LIBRARY = published().build.library
WORDS = LikelihoodRecord("icd-203", "ICD 203", "", "exact", ())
EMPTY = Evidence(
    "clips", "", "en", "published", None, None, None, (), (), (), (), (), (), WORDS, (), (), ()
)


def quotation(match: MatchKind, original: str | None = None) -> QuotationRecord:
    found = match in (MatchKind.EXACT, MatchKind.NORMALISED)
    return QuotationRecord(
        "q", "p", "s", "words", original, ("dock-2",), "dock-2", match, found, (), ()
    )


def said(evidence: Evidence | None = None, **changes: object) -> str:
    """All words of the part."""
    attachments = (Attachment("evidence.json", "application/json", "data", "attached_evidence"),)
    whole = replace(briefing(), **changes)  # type: ignore[arg-type]  # fields of a briefing
    manuscript = Manuscript(whole, LIBRARY, (), evidence=evidence, attachments=attachments)
    parts = method_part(desk_of(manuscript))
    return " ".join(words(list(parts)))


def words(value: Json) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [word for key in value for word in words(value[key])]
    return [word for item in value for word in words(item)] if isinstance(value, list) else []


def test_it_counts_sources_and_the_origins_they_go_back_to() -> None:
    text = said()

    assert "This document uses 2 sources. They go back to one origin." in text
    assert "count once" in text


def test_the_source_summary_statement_comes_first() -> None:
    assert "Only one paper wrote about it." in said(source_summary="Only one paper wrote about it.")


def test_quotations_are_counted_by_how_they_were_found() -> None:
    quoted = (
        quotation(MatchKind.EXACT),
        quotation(MatchKind.EXACT),
        quotation(MatchKind.NORMALISED),
        quotation(MatchKind.EXACT, original="港湾"),
        quotation(MatchKind.REVIEW),
    )
    text = said(replace(EMPTY, quotations=quoted))

    for sentence in (
        "There are 5 such passages.",
        "2 stand in the source to the letter.",
        "One differs from it in typography only",
        "One is a translation",
        "One was let stand by the authors without being found.",
    ):
        assert sentence in text


def test_a_briefing_without_quotations_says_so() -> None:
    assert "This document has none." in said(EMPTY)


def test_what_authors_let_stand_is_listed_with_the_reason() -> None:
    allowed = AllowanceRecord("p", "quote-not-found", "the page has changed", ())

    assert "quote-not-found" in said(replace(EMPTY, allowances=(allowed,)))
    assert "the page has changed" in said(replace(EMPTY, allowances=(allowed,)))


def test_what_is_attached_is_said() -> None:
    assert "evidence.json" in said()


def test_it_speaks_the_language_of_the_briefing() -> None:
    assert "本文使用2个来源。" in said(language="zh-Hans")


def test_without_sources_there_is_no_such_part() -> None:
    assert said(used=()) == ""
