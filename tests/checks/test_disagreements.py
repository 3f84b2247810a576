"""Contradictions, differing dates and slips of a unit, in a whole project."""

from generator.build import compile_project
from generator.evidence import evidence_of
from generator.mentions import mentions
from tests.checks_of_notes import found, noted, project
from tests.examples import example_project

USERS = "{{metric: users, entity: {entity}, date: {date}, value: {value}, unit: million users}}"


def _users(value: str, *, date: str = "2025-12", entity: str = "Tidal") -> str:
    written = USERS.format(value=value, date=date, entity=entity)
    return noted(
        f"  - section: trend\n    says: The app had {value} million users.\n"
        f"    values: [{written}]\n"
    )


def _dated(date: str, *, says: str = "The app was launched.") -> str:
    return noted(f"  - {{section: context, says: {says}, event: launch, date: {date}}}\n")


def _positions(about: str) -> str:
    return f"""```positions
question: How many users had the app?
positions:
  - {{who: A, says: It had 60 million users., cite: ["@a"]}}
  - {{who: B, says: It had 45 million users., cite: ["@b"]}}
{about}
```
"""


def test_a_contradiction_shows_both_values_with_their_places() -> None:
    (one,) = found(project(_users("60"), _users("45", entity="tidal")), "contradiction-unresolved")
    assert one.message == (
        "the sources contradict each other on `users` for Tidal, 2025-12, and no `positions` block"
        " names it"
    )
    assert [(label.text, label.span.path if label.span else "") for label in one.labels] == [
        ("60 million users, in `a`", "sources/a.md"),
        ("45 million users, in `b`", "sources/b.md"),
    ]


def test_other_dates_entities_and_roundings_are_no_contradiction() -> None:
    for other in (
        _users("45", date="2025-11"),
        _users("45", entity="Rival"),
        _users("60.3"),
    ):
        assert found(project(_users("60"), other), "contradiction-unresolved") == []


def test_a_positions_block_settles_only_what_it_names() -> None:
    named = _positions("about: [{metric: users, entity: Tidal}]")
    build = project(_users("60"), _users("45"), page=named)
    assert found(build, "contradiction-unresolved") == []
    unnamed = project(_users("60"), _users("45"), page=_positions(""))
    assert len(found(unnamed, "contradiction-unresolved")) == 1


def test_what_we_assemble_settles_nothing() -> None:
    build = project(_users("60"), _users("45"))
    context = build.briefings[0].pages[2]
    assert [block.name for block in context.blocks] == ["positions"]
    assert len(found(build, "contradiction-unresolved")) == 1


def test_sources_that_a_briefing_does_not_use_do_not_contradict_it() -> None:

    apart = f">>> sources/x.md\n{_users('60')}>>> sources/y.md\n{_users('45')}"
    build = compile_project(example_project(apart))
    assert found(build, "contradiction-unresolved") == []


def test_differing_dates_show_both_places_and_an_assessment_settles_them() -> None:
    build = project(_dated("2026-02-07"), _dated("2026-02-12"))
    (one,) = found(build, "date-conflict")
    assert [(label.text, label.span.path if label.span else "") for label in one.labels] == [
        ("2026-02-07, in `a`", "sources/a.md"),
        ("2026-02-12, in `b`", "sources/b.md"),
    ]
    entry = "  - {date: 2026-02-07, text: 'A test [@a].', event: launch, assessment: Two events.}"
    told = project(
        _dated("2026-02-07"),
        _dated("2026-02-12"),
        page=f"```timeline\nevents:\n{entry}\n```\n",
    )
    assert found(told, "date-conflict") == []
    block = _positions("events: [launch]\nassessment: Two events.")
    assert (
        found(project(_dated("2026-02-07"), _dated("2026-02-12"), page=block), "date-conflict")
        == []
    )


def test_the_date_of_a_law_may_differ_from_that_of_a_note() -> None:
    note = noted(
        "  - {section: context, says: It binds., event: rule-in-force, date: 2026-02-12}\n"
    )
    law = (
        "actors:\n  - {id: rule, kind: law, names: {en: The rule}, dates: {in force: 2026-01-01}}\n"
    )
    (one,) = found(project(note, head=law), "date-conflict")
    assert [label.span.path for label in one.labels if label.span] == [
        "sources/a.md",
        "docs/briefings/example/briefing.yml",
    ]
    assert found(project(note, head=law.replace("2026-01-01", "2026-02")), "date-conflict") == []


def test_a_slip_is_shown_beside_the_value_it_slipped_from() -> None:
    (one,) = found(project(_users("60"), _users("600")), "unit-slip")
    assert "about 10 times" in one.message
    assert [label.text for label in one.labels] == [
        "60 million users, 2025-12, in `a`",
        "600 million users, 2025-12, in `b`",
    ]


def test_growth_over_years_is_no_slip_and_a_named_disagreement_is_left_alone() -> None:
    assert found(project(_users("6", date="2023-12"), _users("60")), "unit-slip") == []
    named = _positions("about: [{metric: users, entity: Tidal}]").replace("45", "600")
    assert found(project(_users("60"), _users("600"), page=named), "unit-slip") == []


def test_a_chart_of_notes_cites_its_sources_on_the_page() -> None:
    chart = "```chart\ndata: notes\nmetric: users\ntitle: Users\n```\n"
    build = project(_users("60"), _users("60.2", date="2026-01"), page=chart)
    trend = build.briefings[0].pages[1]
    assert [one.source_id for one in trend.citations] == ["harbour-2026-02-09", "a", "b"]
    assert found(build, "uncited-note") == []


def test_names_of_metrics_and_entities_are_no_text_of_the_page() -> None:
    hostile = 'A "loud" name of 7 [@nobody]'
    sources = [_users(value, entity=f"'{hostile}'") for value in ("60", "45")]
    chart = f"```chart\ndata: notes\nmetric: users\ntitle: Users\nentities: ['{hostile}']\n```\n"
    about = f"about: [{{metric: users, entity: '{hostile}'}}]"
    build = project(*sources, page=chart + "\n" + _positions(about))
    assert [one for one in build.diagnostics if one.is_error] == []
    assert found(build, "contradiction-unresolved") == []


def test_evidence_has_the_disagreements_and_the_values() -> None:
    page = _positions("would_settle: A count.\nabout: [{metric: users, entity: Tidal}]")
    build = project(_users("60"), _users("45"), page=page)
    evidence = evidence_of(build, build.briefings[0])
    (one,) = evidence.disagreements
    assert (one.page, one.question) == (
        "briefings/example/trend",
        "How many users had the app?",
    )
    assert (one.would_settle, one.assessment) == ("A count.", None)
    assert [(side.who, side.says, side.sources) for side in one.positions] == [
        ("A", "It had 60 million users.", ("a",)),
        ("B", "It had 45 million users.", ("b",)),
    ]
    known = {citation.id for citation in evidence.citations}
    assert all(known.issuperset(side.citations) and side.citations for side in one.positions)
    assert [(value.source, value.value) for value in evidence.values] == [("a", "60"), ("b", "45")]


def test_a_source_that_a_chart_draws_is_renamed_where_it_is_named_alone() -> None:
    chart = "```chart\ndata: notes\nmetric: users\ntitle: Users [@a]\n```\n"
    build = project(_users("60"), page=chart)
    page = build.briefings[0].pages[1].text.file
    places = [span for span in mentions(build, (), "a") if span.path == page.path]
    assert [page.text[span.start - 1 : span.end] for span in places] == ["@a"]
