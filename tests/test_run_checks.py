from dataclasses import replace

import pytest

from generator.checks import Scope, checks
from generator.model.briefing import Briefing
from generator.model.diagnostic import Diagnostic, Label, Severity
from generator.model.page import (
    Allowance,
    Citation,
    CitationGroup,
    Origin,
    Page,
    PageKind,
    PageText,
    Quotation,
)
from generator.model.source import Library, Note, Section, Source
from generator.model.span import Span, TextFile
from generator.project import Project
from generator.run_checks import run_checks, settle

_SETTINGS = TextFile("mkdocs.yml", "site_name: Desk\n")
_HEAD = TextFile("docs/briefings/example/briefing.yml", "title: Clips\nstandfirst: Shares rose\n")
_PAGE = TextFile("docs/briefings/example/trend.md", 'It "rose 20 percent" [@nobody].\n')
_BODY = "Shares rose 20 percent on Monday."


def _project(**severity: Severity) -> Project:
    chosen = tuple((code.replace("_", "-"), weight) for code, weight in severity.items())
    return Project(_SETTINGS, severity=chosen)


def _source(*, quote: str | None = None) -> Source:
    file = TextFile("sources/harbour.md", f"---\ntitle: Clips\nquote: {quote}\n---\n{_BODY}\n")
    start = file.text.index(f"{quote}")
    note = Note(
        Section.TREND, "Shares rose.", quote=quote, quote_span=file.span(start, len(file.text))
    )
    body_start = file.text.index(_BODY)
    return Source("harbour", file, _BODY, body_start, "Clips", notes=(note,) if quote else ())


def _citing(text: PageText, source_id: str = "nobody") -> Page:
    start = text.file.text.index(f"@{source_id}")
    span = text.file.span(start, start + len(source_id) + 1)
    group = CitationGroup(span, (Citation(source_id, span),))
    return Page(text, groups=(group,))


def _authored(file: TextFile = _PAGE) -> PageText:
    return PageText(PageKind.TREND, "briefings/example/trend", file)


def _assembled(text: str, *origins: Origin) -> PageText:
    file = TextFile("docs/briefings/example/trend.md (assembled)", text)
    return replace(_authored(file), assembled=True, origins=origins)


def _briefing(*pages: Page, fields: tuple[Page, ...] = ()) -> Briefing:
    return Briefing("example", _HEAD, "Clips", pages=pages, field_pages=fields)


def _run(
    *briefings: Briefing, project: Project | None = None, library: Library | None = None
) -> tuple[Diagnostic, ...]:
    scope = Scope(project or _project(), library or Library(), briefings, lambda source_id: None)
    return run_checks(scope).diagnostics


def _of(code: str, diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in diagnostics if diagnostic.code == code]


def test_a_finding_gets_its_code_severity_and_place() -> None:
    (found,) = _of("unknown-source", _run(_briefing(_citing(_authored()))))
    assert found.severity is Severity.ERROR
    assert found.span == Span(_PAGE.path, 22, 29)
    assert found.help


def test_pages_outside_the_briefings_are_checked_too() -> None:
    file = TextFile("docs/about.md", "As said [@nobody].\n")
    page = _citing(PageText(PageKind.FREE, "about", file))
    found = run_checks(
        Scope(_project(), Library(), (), lambda source_id: None), (page,)
    ).diagnostics
    assert [(one.code, one.span and one.span.path) for one in found] == [
        ("unknown-source", "docs/about.md")
    ]


def test_text_fields_of_a_briefing_are_checked_at_their_place_in_its_file() -> None:
    file = TextFile(f"{_HEAD.path}#standfirst", "Rose @nobody")
    origin = Origin(0, 12, _HEAD.span(25, 37))
    page = _citing(PageText(PageKind.FIELD, "briefings/example", file, origins=(origin,)))
    (found,) = _run(_briefing(fields=(page,)))
    assert found.span == _HEAD.span(30, 37)


def test_a_place_in_text_taken_over_whole_keeps_its_offset() -> None:
    origin = Origin(10, 30, Span("sources/harbour.md", 110, 130))
    page = _citing(_assembled("# Heading\nSee @nobody there.\n", origin))
    (found,) = _run(_briefing(page))
    assert found.span == Span("sources/harbour.md", 114, 121)


def test_a_place_in_text_that_was_escaped_is_that_of_the_whole_text() -> None:
    origin = Origin(10, 30, Span("sources/harbour.md", 110, 117))
    page = _citing(_assembled("# Heading\nSee @nobody there.\n", origin))
    (found,) = _run(_briefing(page))
    assert found.span == Span("sources/harbour.md", 110, 117)


def test_the_smallest_origin_wins() -> None:
    note = Origin(0, 40, Span("sources/harbour.md", 100, 300))
    words = Origin(10, 30, Span("sources/harbour.md", 110, 130))
    page = _citing(_assembled("# Heading\nSee @nobody there.\n", note, words))
    (found,) = _run(_briefing(page))
    assert found.span == Span("sources/harbour.md", 114, 121)


def test_a_place_that_reaches_out_of_its_origin_is_that_of_the_whole_origin() -> None:
    origin = Origin(15, 21, Span("sources/harbour.md", 110, 116))
    page = _citing(_assembled("# Heading\nSee @nobody there.\n", origin))
    (found,) = _run(_briefing(page))
    assert found.span == Span("sources/harbour.md", 110, 116)


def test_a_place_in_words_of_our_own_is_the_head_of_the_briefing() -> None:
    page = _citing(_assembled("# Heading\nSee @nobody there.\n"))
    (found,) = _run(_briefing(page))
    assert found.span == Span(_HEAD.path, 0, len("title: Clips"))


def test_the_same_finding_on_two_pages_from_one_place_stands_once() -> None:
    origin = Origin(0, 40, Span("sources/harbour.md", 100, 300))
    trend = _assembled("See @nobody there.\n", origin)
    context = replace(trend, file=replace(trend.file, path="context (assembled)"))
    assert len(_run(_briefing(_citing(trend), _citing(context)))) == 1


def test_labels_are_led_back_as_well() -> None:
    origin = Origin(0, 20, Span("sources/harbour.md", 100, 120))
    page = Page(_assembled("See nobody there ...\n", origin))
    label = Label("there", page.text.file.span(4, 10))
    diagnostic = Diagnostic("some-code", Severity.ERROR, "a fact", labels=(label,))
    (found,) = settle([diagnostic], _project(), (_briefing(page),)).diagnostics
    assert found.labels == (Label("there", Span("sources/harbour.md", 104, 110)),)


def test_a_project_sets_severities() -> None:
    page = _citing(_authored())
    (found,) = _run(_briefing(page), project=_project(unknown_source=Severity.WARNING))
    assert found.severity is Severity.WARNING
    assert _run(_briefing(page), project=_project(unknown_source=Severity.OFF)) == ()


def test_checks_of_the_allowances_cannot_be_turned_off() -> None:
    page = _allowing(_citing(_authored()), reason="")
    project = _project(allowance_without_reason=Severity.OFF)
    assert _of("allowance-without-reason", _run(_briefing(page), project=project))


def _allowing(page: Page, *, reason: str = "it is a handle", code: str = "unknown-source") -> Page:
    file = page.text.file
    scope = file.span(0, len(file.text))
    return replace(page, allowances=(Allowance(code, reason, file.span(0, 2), scope),))


def test_an_allowed_finding_is_set_aside_and_counted() -> None:
    briefing = _briefing(_allowing(_citing(_authored())))
    verdict = run_checks(Scope(_project(), Library(), (briefing,), lambda source_id: None))
    assert verdict.diagnostics == ()
    assert [diagnostic.code for diagnostic in verdict.allowed] == ["unknown-source"]


def test_an_allowance_is_for_its_code_only() -> None:
    page = _allowing(_citing(_authored()), code="uncited-quotation")
    assert _of("unknown-source", _run(_briefing(page)))


def test_an_allowance_is_for_its_block_only() -> None:
    page = _allowing(_citing(_authored()))
    narrow = replace(page.allowances[0], scope=_PAGE.span(0, 10))
    assert _of("unknown-source", _run(_briefing(replace(page, allowances=(narrow,)))))


def test_an_allowance_without_reason_allows_nothing() -> None:
    page = _allowing(_citing(_authored()), reason=" ")
    assert _of("unknown-source", _run(_briefing(page)))


def test_the_quote_of_a_note_is_checked_against_its_source() -> None:
    right, wrong = _source(quote="rose 20 percent"), _source(quote="rose 25 percent")
    assert not _of("quote-not-found", _run(library=Library((right,))))
    (found,) = _of("quote-not-found", _run(library=Library((wrong,))))
    assert found.span == wrong.notes[0].quote_span


def test_diagnostics_come_in_order_of_place_and_settled_ones_stay() -> None:
    early, late = Span("a.md", 2, 3), Span("b.md", 1, 2)
    diagnostics = [
        Diagnostic("some-code", Severity.ERROR, "late", late),
        Diagnostic("some-code", Severity.ERROR, "nowhere"),
        Diagnostic("some-code", Severity.ERROR, "early", early),
        Diagnostic("some-code", Severity.ERROR, "early", early),
    ]
    settled = settle(diagnostics, _project()).diagnostics
    assert [diagnostic.message for diagnostic in settled] == ["nowhere", "early", "late"]
    assert settle(settled, _project()).diagnostics == settled


def test_of_two_that_say_the_same_the_narrower_place_stays() -> None:
    wide, narrow, other = Span("a.md", 0, 9), Span("a.md", 2, 5), Span("a.md", 20, 29)
    settled = settle(
        [Diagnostic("some-code", Severity.ERROR, "same", span) for span in (wide, narrow, other)],
        _project(),
    )
    assert [diagnostic.span for diagnostic in settled.diagnostics] == [narrow, other]


@pytest.mark.parametrize("code", checks())
def test_an_empty_project_has_nothing_to_find(code: str) -> None:
    assert not _of(code, _run())


def test_a_quotation_without_citation_is_found_once() -> None:
    quotation = Quotation("rose 20 percent", _PAGE.span(4, 19))
    found = _run(_briefing(Page(_authored(), quotations=(quotation,))))
    assert [diagnostic.code for diagnostic in found] == ["uncited-quotation"]
