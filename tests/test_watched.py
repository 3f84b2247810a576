from dataclasses import fields, replace
from datetime import date

import pytest

from generator.briefing import Bodies
from generator.build import compile_project
from generator.checking import Runner
from generator.checks import Check, Finding, Scope, checks
from generator.memo import HeldMemo
from generator.model.diagnostic import Severity
from generator.model.page import Sentence
from generator.project import load_project
from generator.report import report_text
from generator.watched import Look, Surroundings, watched
from tests.examples import example_project

EXAMPLES = [
    text
    for code in checks()
    for examples in [__import__(f"generator.checks.{code.replace('-', '_')}", fromlist=["x"])]
    for text in (*examples.EXAMPLES.passes, *examples.EXAMPLES.fails)
]


@pytest.fixture
def scope() -> Scope:
    workspace = example_project()
    build = compile_project(workspace)
    project = load_project(workspace)
    scope = Scope(project, build.library, build.briefings, lambda source_id: f"hash of {source_id}")
    return replace(scope, briefing=build.briefings[0], today=date(2026, 3, 2))


def looks_of(scope: Scope, *names: str) -> set[Look]:
    looks: set[Look] = set()
    for name in names:
        getattr(watched(scope, looks), name)
    return looks


def test_every_part_of_a_scope_is_watched_or_belongs_to_the_node(scope: Scope) -> None:
    surroundings = Surroundings(scope, Bodies(scope.library))
    for item in fields(Scope):
        assert surroundings.digest(looks_of(scope, item.name)) is not None, item.name


def test_what_is_read_of_a_source_is_noted(scope: Scope) -> None:
    looks: set[Look] = set()
    library = watched(scope, looks).library
    assert library.get("harbour-2026-02-09") == scope.library.get("harbour-2026-02-09")
    assert library.table("sources/data/none.csv") is None
    assert looks == {("source", "harbour-2026-02-09"), ("table", "sources/data/none.csv")}
    assert library.sources == scope.library.sources
    assert ("library",) in looks


def test_what_is_read_of_a_briefing_is_noted(scope: Scope) -> None:
    looks: set[Look] = set()
    briefing = watched(scope, looks).briefing
    assert briefing
    assert briefing.terms == ()
    assert looks == {("head", "example")}
    assert briefing.used
    assert briefing.pages
    assert looks == {("head", "example"), ("used", "example"), ("pages", "example")}


def test_a_capture_is_noted_by_its_source(scope: Scope) -> None:
    looks: set[Look] = set()
    assert watched(scope, looks).snapshot_sha256("quay") == "hash of quay"
    assert looks == {("snapshot", "quay")}


def test_findings_of_examples_are_the_same_from_memory() -> None:
    memo = HeldMemo()
    for text in EXAMPLES:
        workspace = example_project(text)
        clean = report_text(compile_project(workspace), "json")
        for _ in range(2):
            assert report_text(compile_project(workspace, memo), "json") == clean


def test_checks_of_others_are_asked_each_time(
    scope: Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def added(sentence: Sentence, _scope: Scope) -> tuple[Finding, ...]:
        asked.append(sentence.text)
        return ()

    every = {**checks(), "added": Check(Sentence, Severity.WARNING, added)}
    monkeypatch.setattr("generator.checking.checks", lambda: every)
    memo = HeldMemo()
    build = compile_project(example_project(), memo)
    count = len(asked)
    assert count > 0
    again = replace(scope, library=build.library, briefings=build.briefings)
    list(Runner(again, Bodies(build.library, memo)).diagnostics(()))
    assert len(asked) == 2 * count
