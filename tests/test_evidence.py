import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import generator
from generator import LocalWorkspace, compile_project, evidence_of
from generator.exporters import Published
from generator.exporters.data import EXPORT
from generator.model.build import Build
from generator.model.evidence import Evidence, PassageRecord
from tests.conftest import ROOT
from tests.examples import TREND, example_files, example_project

HARBOUR = ROOT / "tests/projects/harbour"
QUOTE = 'Shares "rose 20 percent" that day [@harbour-2026-02-09].'
Json = dict[str, Any]  # Any: what json.loads gives


@cache
def _schema() -> Draft202012Validator:
    schema = json.loads((ROOT / "docs/handbook/evidence.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _build(text: str) -> Build:
    return compile_project(example_project(text))


def _evidence(text: str) -> Evidence:
    build = _build(text)
    (briefing,) = build.briefings
    return evidence_of(build, briefing)


def _exported(build: Build) -> Json:
    (asset,) = EXPORT(Published(build, {}, lambda name: b"", 0))
    found: Json = json.loads(asset.content)
    _schema().validate(found)
    return found


def _source(field: str, name: str = "harbour-2026-02-09") -> str:
    """The source of the example project with another field in its front matter."""
    content = example_files()[f"sources/{name}.md"]
    assert isinstance(content, str)
    return f">>> sources/{name}.md\n" + content.replace("---\n", f"---\n{field}\n", 1)


def _passage(text: str) -> PassageRecord:
    return next(one for one in _evidence(text).passages if one.source == "harbour-2026-02-09")


def test_a_quotation_leads_from_its_sentence_to_its_source() -> None:
    evidence = _evidence(f"{QUOTE} More fell.\n")
    sentence = next(one for one in evidence.sentences if "rose" in one.text)
    (quotation,) = (one for one in evidence.quotations if one.id in sentence.quotations)
    assert (quotation.found, quotation.match, quotation.sentence) == (True, "exact", sentence.id)
    passage = next(one for one in evidence.passages if one.id in quotation.passages)
    assert (passage.exact, passage.paragraph) == ("rose 20 percent", 2)
    source = next(one for one in evidence.sources if one.id == passage.source)
    assert source.grade_reason == "Agency copy with named sources and dated market figures"
    (citation,) = (one for one in evidence.citations if one.id in sentence.citations)
    assert (citation.source, citation.sentence) == (source.id, sentence.id)


def test_a_judgement_leads_to_its_sentences_and_sources() -> None:
    evidence = _evidence(QUOTE)
    (judgement,) = evidence.judgements
    assert judgement.sources == ("harbour-2026-02-09", "quay-2026-02-10")
    texts = [one.text for one in evidence.sentences if one.id in judgement.sentences]
    assert texts == [
        "Rules already in force will bind before new ones do.",
        "The regulator points to rules that it has.",
        "A new law comes first.",
    ]
    assert judgement.sentences[0] == "briefings/example#judgements/kj-rules/says#s1"
    (forecast,) = evidence.forecasts
    assert forecast.sources == ("quay-2026-02-10",)
    assert [one.p for one in forecast.probabilities] == [0.45]


PAGES = (
    f"{QUOTE}\n",
    "# Clips {#clips}\n\nOne [@quay-2026-02-10].\n{#one}\n\n- Two.[^1]\n\n[^1]: See [@nobody].\n",
    "> “We would rather be paid than be right,” one executive said. [@quay-2026-02-10]\n",
    "| a | b |\n|---|---|\n| one [@quay-2026-02-10] | 2 |\n",
    "```timeline\nevents:\n  - {date: 2026-02-09, text: It began [@harbour-2026-02-09]}\n```\n",
    'He spoke of "synthetic clips" [see @harbour-2026-02-09, p. 3; @quay-2026-02-10].\n',
    '"never said" and "not cited".\n\n"did not approve" [@harbour-2026-02-09, "did", tr].\n',
    f">>> docs/briefings/example/index.md\n---\ntitle: Cover\n---\n{QUOTE}\n",
)


@pytest.mark.parametrize("text", PAGES)
def test_every_id_is_unique_and_every_reference_leads_to_a_record(text: str) -> None:
    evidence = _exported(_build(text))
    lists = ("sources", "passages", "pages", "sentences", "citations", "quotations", "judgements")
    ids = {name: [one["id"] for one in evidence[name]] for name in lists}
    for name, found in ids.items():
        assert len(found) == len(set(found)), name
    known = {*ids["sources"], "nobody"}
    for record in (*evidence["sentences"], *evidence["judgements"], *evidence["forecasts"]):
        assert set(record["sources"]) <= known
        assert set(record["citations"]) <= set(ids["citations"])
        assert set(record.get("quotations", [])) <= set(ids["quotations"])
        assert set(record.get("sentences", [])) <= set(ids["sentences"])
    for record in (*evidence["citations"], *evidence["quotations"]):
        assert record["page"] in ids["pages"]
        assert record["sentence"] in ids["sentences"] or "/cite/" in record["page"]
    for record in evidence["quotations"]:
        assert set(record["passages"]) <= set(ids["passages"])
        assert record["found"] == bool(record["passages"])
    assert {one["source"] for one in evidence["passages"]} <= set(ids["sources"])


def test_the_words_for_likelihood_are_explained() -> None:
    words = _evidence(QUOTE).likelihood_words
    assert (words.name, words.title, words.edges) == ("icd-203", "ICD 203", "exact")
    likely = next(band for band in words.bands if "likely" in band.words)
    assert (likely.words, likely.low, likely.high) == (("likely", "probable"), 55, 80)


def test_a_written_id_and_a_passage_keep_their_names_when_text_moves() -> None:
    named = f"{QUOTE} More fell.\n{{#shares}}\n"
    for text in (named, f"Before it. And more.\n\n{named}", f"- Other\n\n- {named}"):
        evidence = _evidence(text)
        ids = {one.text: one.id for one in evidence.sentences}
        assert ids['Shares "rose 20 percent" that day.'] == "briefings/example/trend#shares"
        assert ids["More fell."] == "briefings/example/trend#shares.2"
        assert "harbour-2026-02-09#129-144" in [one.id for one in evidence.passages]


def test_a_written_id_names_only_its_own_block() -> None:
    evidence = _evidence(
        "## A head {#head}\n\nFirst one.\n\n- Second\n- Third\n{#third}\n\nLast.\n"
    )
    ids = [one.id.partition("#")[2] for one in evidence.sentences if "trend" in one.page]
    assert ids == ["head", "s2", "s3", "third", "s5"]


def test_an_id_that_looks_like_a_number_of_ours_is_passed_over() -> None:
    evidence = _evidence("One.\n{#s2}\n\nTwo.\n")
    ids = [one.id.partition("#")[2] for one in evidence.sentences if "trend" in one.page]
    assert ids == ["s1", "s2"]


def test_judgements_with_one_id_are_told_apart_by_number() -> None:
    content = str(example_files()["docs/briefings/example/briefing.yml"])
    start = content.index("  - id: kj-rules")
    one = content[start : content.index("forecasts:")]
    twice = content.replace(one, one * 2)
    evidence = _evidence(f">>> docs/briefings/example/briefing.yml\n{twice}")
    first, second = evidence.judgements
    assert first.id == second.id
    assert set(first.sentences).isdisjoint(second.sentences)


def test_words_are_withheld_where_the_rights_allow_none() -> None:
    passage = _passage(f"{QUOTE}\n{_source('rights: none')}")
    assert (passage.withheld, passage.exact, passage.prefix) == ("rights: none", "", "")
    evidence = _exported(_build(f"{QUOTE}\n{_source('rights: none')}"))
    found = next(one for one in evidence["passages"] if one["withheld"])
    assert found["selector"] == [{"type": "TextPositionSelector", "start": 129, "end": 144}]


def test_a_passage_is_withheld_that_would_give_what_the_quotation_leaves_out() -> None:
    far = 'It said "Three studios are weighing […] told this paper" [@quay-2026-02-10].\n'
    (passage,) = _evidence(far).passages
    assert (passage.withheld, passage.exact) == ("elision", "")
    assert passage.id == "quay-2026-02-10#0-133"
    (whole,) = _evidence(f"{far}{_source('rights: full', 'quay-2026-02-10')}").passages
    assert whole.exact.endswith("people who know the talks told this paper")
    near = 'It "rose 20 percent […] the most in a year" [@harbour-2026-02-09].\n'
    assert _passage(near).exact == "rose 20 percent on Monday, the most in a year"


def test_of_several_places_only_the_first_is_given_with_its_context() -> None:
    text = 'They spoke of "synthetic clips" [@harbour-2026-02-09].\n'
    evidence = _evidence(text)
    (quotation,) = (one for one in evidence.quotations if one.text == "synthetic clips")
    first, second = (one for one in evidence.passages if one.id in quotation.passages)
    assert first.exact == second.exact == "synthetic clips"
    assert first.prefix
    assert second.prefix == second.suffix == ""


def test_of_words_that_were_not_found_nothing_of_the_source_is_told() -> None:
    text = (
        "<!-- standfirst: allow quote-not-found because the paper corrected itself -->\n"
        'Shares "rose 25 percent on Monday" [@harbour-2026-02-09].\n'
    )
    evidence = _evidence(text)
    (quotation,) = (one for one in evidence.quotations if "25" in one.text)
    assert (quotation.found, quotation.match) == (False, "altered")
    assert quotation.passages == quotation.differences == ()
    (allowance,) = evidence.allowances
    assert allowance.because == "the paper corrected itself"
    assert allowance.sentences == (quotation.sentence,)


def test_an_allowance_of_briefing_yml_counts_for_what_follows_it_and_is_told() -> None:
    text = (
        ">>> docs/briefings/example/briefing.yml\n"
        "title: Video clips lift media shares\n"
        "sources: [harbour-2026-02-09]\n"
        "judgements:\n"
        "  # standfirst: allow weasel-word because the regulator says so itself\n"
        "  - {id: kj-a, says: Rules may come., likelihood: likely, confidence: low}\n"
        "  - {id: kj-b, says: Fines may come., likelihood: likely, confidence: low}\n"
    )
    build = _build(text)
    weasels = [one for one in build.diagnostics if one.code == "weasel-word"]
    (allowed,) = build.allowed
    assert [one.code for one in (*weasels, allowed)] == ["weasel-word"] * 2
    assert allowed.span
    assert allowed.span.path == "docs/briefings/example/briefing.yml"
    (allowance,) = _evidence(text).allowances
    assert allowance.because == "the regulator says so itself"
    assert allowance.sentences == ("briefings/example#judgements/kj-a/says#s1",)
    assert _exported(build)["allowances"][0]["page"] == "briefings/example"


def test_coverage_counts_claims_and_those_with_a_source() -> None:
    evidence = _evidence(f"{QUOTE}\n\nRevenue rose to $15 million in 2025.\n")
    trend = next(one for one in evidence.pages if one.id == "briefings/example/trend")
    assert (trend.claims, trend.cited_claims) == (2, 1)
    assert evidence.claims == sum(page.claims for page in evidence.pages)
    exported = _exported(_build(f"{QUOTE}\n\nRevenue rose to $15 million in 2025.\n"))
    assert exported["coverage"] == {"claims": evidence.claims, "cited": evidence.cited_claims}


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_more_of_a_body_is_told_than_quotations_and_32_characters_around(
    data: st.DataObject,
) -> None:
    library = _build("").library
    source = library.get("harbour-2026-02-09")
    assert source
    start = data.draw(st.integers(0, len(source.body) - 40))
    words = " ".join(source.body[start : start + data.draw(st.integers(10, 120))].split()[1:-1])
    build = _build(f"He said: “{words}” [@harbour-2026-02-09].\n")
    (briefing,) = build.briefings
    evidence = evidence_of(build, briefing)
    told = [f"{one.prefix}{one.exact}{one.suffix}" for one in evidence.passages]
    assert all(len(one.prefix) <= 32 and len(one.suffix) <= 32 for one in evidence.passages)
    exported = json.dumps(_exported(build), ensure_ascii=False)
    for place in range(0, len(source.body) - 80, 20):
        window = source.body[place : place + 80]
        escaped = json.dumps(window, ensure_ascii=False)[1:-1]
        allowed = any(window in text for text in told) or window in words
        assert allowed or escaped not in exported


def test_the_schema_refuses_what_it_does_not_describe() -> None:
    evidence = _exported(_build(QUOTE))
    assert not _schema().is_valid({**evidence, "body": "text"})
    passage = {**evidence["passages"][0], "text": "more"}
    assert not _schema().is_valid({**evidence, "passages": [passage]})
    assert not _schema().is_valid({**evidence, "format": 2})


def test_the_handbook_shows_records_as_they_are() -> None:
    (briefing,) = (build := compile_project(LocalWorkspace(HARBOUR))).briefings
    assert briefing.slug == "clips"
    records = [one for found in _exported(build).values() for one in _listed(found)]
    page = (ROOT / "docs/handbook/evidence.md").read_text("utf-8")
    shown = [json.loads(text) for text in re.findall(r"```json\n(.*?)```", page, re.DOTALL)]
    assert len(shown) == 3
    for record in shown:
        assert record in records


def _listed(found: object) -> list[object]:
    return found if isinstance(found, list) else []


def test_the_program_in_the_handbook_prints_what_the_page_says() -> None:
    page = (ROOT / "docs/handbook/evidence.md").read_text("utf-8")
    program, printed = (
        re.findall(rf"```{name}\n(.*?)```", page, re.DOTALL)[0] for name in ("python", "text")
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=HARBOUR, capture_output=True, text=True, check=True
    )
    assert printed.strip() in done.stdout


def test_every_public_name_exists_and_is_listed() -> None:
    for name in generator.__all__:
        assert getattr(generator, name).__doc__, name
    assert dir(generator) == sorted(generator.__all__)
    with pytest.raises(AttributeError, match="no attribute 'compile'"):
        _ = generator.compile


def test_importing_the_package_loads_nothing_of_it() -> None:
    program = "import sys, generator; print([name for name in sys.modules if 'generator.' in name])"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_file_stands_beside_the_overview_of_each_briefing(tmp_path: Path) -> None:
    build = compile_project(example_project({TREND: QUOTE}[TREND]))
    (asset,) = EXPORT(Published(build, {}, lambda name: b"", 0))
    assert asset.path == "briefings/example/evidence.json"
    assert asset.content == next(EXPORT(Published(build, {}, lambda name: b"", 0))).content
