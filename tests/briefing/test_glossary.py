from pathlib import Path

import pytest

from generator.build import compile_project
from generator.editions.inputs import input_paths
from generator.memo import HeldMemo, NoMemo
from generator.model.actor import Actor
from generator.model.build import Build
from generator.model.diagnostic import Diagnostic
from generator.renaming import rename
from generator.workspace import LocalWorkspace
from tests.examples import example_files, example_project, write_files

BRIEFING = "docs/briefings/example/briefing.yml"
CITED = "[@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01]"
SHARED = """\
>>> docs/glossary.yml
actors:
  - id: doubao
    kind: product
    names: {en: Doubao, zh: [豆包, 豆包App]}
    description: The assistant app of ByteDance [@quay-2026-02-10].
    links: {official: https://www.doubao.example/}
    dates: {released: 2023-08, big: {date: 2024, cite: ["@harbour-2026-02-09"]}}
    cite: ["@quay-2026-02-10"]
  - id: labelling
    kind: law
    names: {en: Labelling measures, zh: 标识办法}
    number: GB 45438
    issued_by: cac
    dates: {issued: 2025-03-14, in force: 2025-09-01}
  - id: cac
    kind: organisation
    names: {en: [Cyberspace Administration of China, CAC]}
glossary:
  - id: capex
    names: {en: [capex, capital expenditure]}
    description: {en: Money spent on lasting equipment.}
"""


def build(text: str, shared: str = SHARED) -> Build:
    return compile_project(example_project(f"{text}\n{shared}"))


def faults(entry: str, kind: str = "actors") -> list[Diagnostic]:
    lines = "".join(f"    {line}\n" for line in entry.splitlines())
    text = f">>> docs/glossary.yml\n{kind}:\n  -{lines[3:]}"
    found = build(f"Shares rose a bit {CITED}.", text).diagnostics
    return [one for one in found if one.code == "bad-metadata"]


def own(entries: str) -> str:
    head = example_files()[BRIEFING]
    assert isinstance(head, str)
    return f">>> {BRIEFING}\n{head}{entries}"


def test_an_entry_has_names_by_language_dates_links_and_number() -> None:
    doubao, law, _ = build("").glossary.actors
    assert [(name.language, name.text) for name in doubao.names] == [
        ("en", "Doubao"),
        ("zh", "豆包"),
        ("zh", "豆包App"),
    ]
    assert (doubao.name("zh-Hans"), doubao.name("fr")) == ("豆包", "Doubao")
    assert [(link.label, link.url) for link in doubao.links] == [
        ("official", "https://www.doubao.example/")
    ]
    assert [(one.kind, one.date, one.cite) for one in doubao.dates] == [
        ("released", "2023-08", ()),
        ("big", "2024", ("@harbour-2026-02-09",)),
    ]
    assert (law.number, law.issued_by, law.is_shared) == ("GB 45438", "cac", True)


def test_a_text_without_a_language_is_in_that_of_the_project() -> None:
    doubao = build("").glossary.actors[0]
    assert [one.language for one in doubao.description] == ["en"]


def test_a_briefing_has_the_shared_entries_that_its_pages_name() -> None:
    (briefing,) = build(f"Doubao grew {CITED}.").briefings
    assert [actor.id for actor in briefing.actors] == ["doubao"]
    assert briefing.glossary == ()


def test_who_issued_a_law_that_is_named_belongs_to_the_briefing() -> None:
    (briefing,) = build(f"标识办法 counts {CITED}.").briefings
    assert [actor.id for actor in briefing.actors] == ["labelling", "cac"]


def test_an_id_in_a_block_is_a_name() -> None:
    (briefing,) = build(f"Shares rose {CITED}.\n\n```actors\nids: [cac]\n```\n").briefings
    assert [actor.id for actor in briefing.actors] == ["cac"]


def test_a_judgement_names_its_actors() -> None:
    text = own("").replace("Rules already in force", "CAC rules already in force")
    (briefing,) = build(f"Shares rose {CITED}.\n{text}").briefings
    assert [actor.id for actor in briefing.actors] == ["cac"]


def test_a_briefings_own_entry_goes_before_the_shared_one_of_its_id() -> None:
    text = own("actors:\n  - {id: doubao, kind: organisation, names: {en: Doubao}}\n")
    (briefing,) = build(f"Doubao grew {CITED}.\n{text}").briefings
    assert [(one.id, str(one.kind), one.is_shared) for one in briefing.actors] == [
        ("doubao", "organisation", False)
    ]


def test_what_a_named_entry_cites_is_used_and_looked_at() -> None:
    compiled = build(f"Doubao grew [@harbour-2026-02-09].\n\n{own('')}")
    (briefing,) = compiled.briefings
    paths = [
        page.text.file.path
        for page in briefing.field_pages
        if "glossary.yml" in page.text.file.path
    ]
    assert paths == [
        "docs/glossary.yml?example#actors/doubao/description",
        "docs/glossary.yml?example#actors/doubao/dates/big/cite/0",
        "docs/glossary.yml?example#actors/doubao/cite/0",
    ]
    assert "quay-2026-02-10" in briefing.used


def test_an_unknown_source_in_an_entry_is_found_once_whoever_names_it() -> None:
    shared = SHARED.replace("[@quay-2026-02-10].", "[@gone].")
    other = str(example_files()[BRIEFING])
    second = (
        f">>> docs/briefings/second/briefing.yml\n{other}\n>>> docs/briefings/second/trend.md\n"
    )
    for text in (
        f"Shares rose {CITED}.",
        f"Doubao grew {CITED}.",
        f"Doubao grew {CITED}.\n{second}Doubao grew {CITED}.",
    ):
        found = build(text, shared)
        unknown = [one for one in found.diagnostics if one.code == "unknown-source"]
        assert len(unknown) == 1
        span = unknown[0].span
        assert span
        assert span.path == "docs/glossary.yml"
        assert "@gone" in found.files[span.path].text[span.start - 1 : span.end + 1]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("id: x\nkind: person", "the field `names` is missing"),
        ("id: x\nkind: person\nnames: {}", "an entry needs a name"),
        ("id: x\nkind: person\nnames: {en: ' '}", "a name has no letters"),
        ("id: x\nkind: ghost\nnames: {en: Ana}", "`kind` is `ghost`, which is none of"),
        ("id: x\nkind: person\nnames: {en: Ana}\nnmae: Ana", "there is no field `nmae` here"),
        ("id: x y\nkind: person\nnames: {en: Ana}", "`x y` is no id"),
        ("id: x\nkind: person\nnames: {english: Ana}", "`english` is no language"),
        ("id: x\nkind: person\nnames: {en: Ana}\nlinks: {home: ana.example}", "is no web address"),
        (
            "id: x\nkind: person\nnames: {en: Ana}\nlinks: {home: 'javascript:alert(1)'}",
            "`javascript:alert(1)` is no web address",
        ),
        ("id: x\nkind: person\nnames: {en: Ana}\nlinks: https://a.example", "it is not said what"),
        ("id: x\nkind: person\nnames: {en: Ana}\ndates: {born: May 1980}", "`May 1980` is no date"),
        (
            "id: x\nkind: person\nnames: {en: Ana}\ndates: {born: {on: 1980}}",
            "there is no field `on`",
        ),
        (
            "id: x\nkind: person\nnames: {en: Ana}\ndates: {born: {kind: y, date: 1980}}",
            "`kind` here",
        ),
        ("id: x\nkind: person\nnames: {en: Ana}\ncite: [quay]", "`quay` cites nothing"),
        ("id: x\nkind: person\nnames: [Ana]", "fields are expected here"),
        (
            "id: x\nkind: person\nnames: {en: Ana}\nlinks: {a: [https://a.example, https://b.example]}",
            "two links are called `a`",
        ),
    ],
)
def test_a_fault_is_told_at_its_place_with_what_to_do(entry: str, message: str) -> None:
    fault = next(one for one in faults(entry) if message in one.message)
    assert fault.span
    assert fault.span.path == "docs/glossary.yml"
    assert fault.help


def test_two_entries_with_one_id_or_one_name_are_faults() -> None:
    ana = "id: ana\n    kind: person\n    names: {en: Ana}"
    text = f">>> docs/glossary.yml\nactors:\n  - {ana}\n  - {ana.replace('Ana', 'Ann')}\n"
    (fault,) = build(f"Shares rose {CITED}.", text).diagnostics
    assert "two entries have the id `ana`" in fault.message
    text = text.replace(
        "id: ana\n    kind: person\n    names: {en: Ann}",
        "id: ann\n    kind: person\n    names: {en: Ana}",
    )
    (fault,) = build(f"Shares rose {CITED}.", text).diagnostics
    assert "`ana` has the name `Ana` too" in fault.message


def test_faults_in_briefing_yml_are_told_there() -> None:
    text = own("glossary:\n  - {id: a, names: {en: ABC}, cite: [quay]}\n")
    found = build(f"Shares rose {CITED}.\n{text}").diagnostics
    (fault,) = (one for one in found if one.code == "bad-metadata")
    assert fault.span
    assert fault.span.path == BRIEFING


def test_a_file_that_is_no_yaml_or_no_text_is_told() -> None:
    (fault,) = build(f"Shares rose {CITED}.", ">>> docs/glossary.yml\nactors: [\n").diagnostics
    assert fault.span
    assert (fault.code, fault.span.path) == ("bad-metadata", "docs/glossary.yml")


def test_a_project_without_a_glossary_has_none() -> None:
    compiled = compile_project(example_project())
    assert compiled.glossary.entries == ()
    assert compiled.diagnostics == ()


def test_a_name_that_is_added_is_found_although_the_page_is_remembered() -> None:
    memo = HeldMemo(NoMemo())
    text = f"Doubao grew {CITED}."
    first = compile_project(
        example_project(f"{text}\n{SHARED.replace('en: Doubao', 'en: Other')}"), memo
    )
    second = compile_project(example_project(f"{text}\n{SHARED}"), memo)
    assert first.briefings[0].actors == ()
    assert [actor.id for actor in second.briefings[0].actors] == ["doubao"]
    assert second == build(text)


def test_hundreds_of_names_are_found() -> None:
    entries = "".join(
        f"  - {{id: a{n}, kind: person, names: {{en: Person{n}}}}}\n" for n in range(500)
    )
    text = " ".join(f"Person{n}" for n in range(500))
    compiled = build(f"{text} {CITED}.", f">>> docs/glossary.yml\nactors:\n{entries}")
    assert len([one for one in compiled.briefings[0].actors if isinstance(one, Actor)]) == 500


def test_the_file_is_an_input_of_editions_that_have_its_entries() -> None:
    for text, is_input in ((f"Doubao grew {CITED}.", True), (f"Shares rose {CITED}.", False)):
        workspace = example_project(f"{text}\n{SHARED}")
        compiled = compile_project(workspace)
        paths = input_paths(workspace, compiled.briefings[0], compiled)
        assert ("docs/glossary.yml" in paths) is is_input


def test_a_source_is_renamed_in_the_file_too_whoever_names_the_entry(tmp_path: Path) -> None:
    write_files(tmp_path, example_files(f"Shares rose {CITED}.\n{SHARED}"))
    written = rename(LocalWorkspace(tmp_path), "quay-2026-02-10", "quay-2")
    assert "docs/glossary.yml" in written
    text = (tmp_path / "docs/glossary.yml").read_text("utf-8")
    assert text.count("@quay-2]") == 1
    assert text.count('"@quay-2"') == 1
    assert "quay-2026" not in text
