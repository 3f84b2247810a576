from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.model.source import Library, Source
from generator.model.span import TextFile
from generator.origin_proposals import Proposal, origin_proposals
from generator.origins_report import accept, origins_report
from generator.workspace import LocalWorkspace

LONG = (
    "The ferry line has ended its night boats, a move that has split the islands. Islanders say "
    "the last boat now leaves before the late shift ends, and nurses wait at the quay all night. "
    "The line answers that too few people travelled, and that fuel has become dearer each winter."
)


def source(source_id: str, body: str, publisher: str = "", published: str = "") -> Source:
    return Source(
        source_id,
        TextFile(f"sources/{source_id}.md", body),
        body,
        0,
        source_id,
        publisher=publisher or None,
        published=published or None,
        origin=source_id,
    )


def proposals(*sources: Source) -> dict[str, Proposal]:
    library = Library(tuple(sorted(sources, key=lambda source: source.id)))
    return {proposal.source.id: proposal for proposal in origin_proposals(library)}


def origin(of: str, *sources: Source) -> str | None:
    found = proposals(*sources)
    return found[of].origin if of in found else None


RETOLD = source("retold", "Boats end.\n\nSo the Harbour Times reports.", "Quay", "2026-02-10")
REPORT = source("report", "The boats end.", "Harbour Times", "2026-02-09")


def test_who_names_a_publisher_of_the_library_goes_back_to_its_article() -> None:
    assert origin("retold", RETOLD, REPORT) == "report"


def test_the_origin_of_that_article_is_taken_over() -> None:
    assert origin("retold", RETOLD, replace(REPORT, origin="agency")) == "agency"


def test_the_last_article_before_it_is_meant() -> None:
    others = [
        replace(REPORT, id=f"r{day}", published=f"2026-02-{day}") for day in ("05", "08", "11")
    ]
    named = [replace(other, origin=other.id) for other in others]
    assert origin("retold", RETOLD, *named) == "r08"


@pytest.mark.parametrize("published", ["2026-02-11", "2026-01-02", "2026-02", ""])
def test_an_article_of_another_time_is_not_meant(published: str) -> None:
    other = replace(REPORT, published=published or None)
    assert origin("retold", RETOLD, other) == "harbour-times-2026-02-10"


def test_articles_that_name_an_outlet_within_days_have_one_origin() -> None:
    told = [
        source(f"s{day}", "So the minister told Reuters.", "Quay", f"2026-02-{day}")
        for day in ("09", "11", "12", "13", "20")
    ]
    found = proposals(*told, source("undated", "So a spokesman told Reuters."))
    assert [found[one.id].origin for one in told] == [
        *["reuters-2026-02-09"] * 3,
        "reuters-2026-02-13",
        "reuters-2026-02-20",
    ]
    assert found["undated"].origin == "reuters"


def test_what_an_outlet_says_of_itself_is_no_attribution() -> None:
    assert proposals(source("own", "So the minister told Reuters.", "Reuters")) == {}


def test_the_outlet_named_most_often_is_proposed() -> None:
    body = "Bloomberg reported a fall. He told Reuters of it. That is new, Reuters reported."
    assert origin("a", source("a", body, published="2026-02-09")) == "reuters-2026-02-09"


def test_a_name_without_latin_letters_is_an_origin_as_well() -> None:
    body = "据路透社报道，轮渡公司停开夜班船。"
    assert origin("a", source("a", body, published="2026-02-09")) == "路透社-2026-02-09"


def test_of_copies_the_later_one_goes_back_to_the_earlier() -> None:
    early = source("z", LONG, published="2026-02-09")
    late = source("a", LONG.replace("winter", "spring"), published="2026-02-10")
    found = proposals(early, late)
    assert found["a"].origin == "z"
    assert found["z"].origin is None
    assert found["a"].likenesses[0].is_copy


def test_copies_of_one_day_are_shown_and_not_decided() -> None:
    found = proposals(source("a", LONG), source("b", LONG))
    assert [proposal.origin for proposal in found.values()] == [None, None]
    assert found["a"].likenesses[0].other_id == "b"


def test_who_quotes_another_has_its_own_origin() -> None:
    own = " ".join(f"Another word{number} of ours{number}." for number in range(20))
    found = proposals(
        source("quoted", LONG, published="2026-02-09"),
        source("quoting", f"{LONG} {own}", published="2026-02-10"),
    )
    assert not found["quoting"].likenesses[0].is_copy
    assert found["quoting"].origin is None


def test_who_has_an_origin_gets_no_proposal() -> None:
    assert origin("retold", replace(RETOLD, origin="agency"), REPORT) is None


def test_the_report_says_what_to_write() -> None:
    report = origins_report(Library((REPORT, RETOLD)))
    assert report == (
        "retold: its own origin\n"
        "  ¶2 “Harbour Times reports”: report\n"
        "  to confirm, write: origin: report\n"
        "\n"
        "2 sources, 2 origins, 1 to confirm\n"
    )


def test_control_characters_of_a_source_do_not_reach_the_terminal() -> None:
    body = "So he told the \x1b[31mHarbour \u202eTimes, the Harbour\u202e Times reports."
    hostile = source("a", body.replace("Harbour\u202e", "Harbour"), published="2026-02-09")
    report = origins_report(Library((hostile,)))
    assert "Times reports" in report
    assert not set(report) & {"\x1b", "\u202e"}


@pytest.fixture
def workspace(tmp_path: Path) -> LocalWorkspace:
    made = LocalWorkspace(tmp_path)
    made.write_new("sources/a.md", b"---\ntitle: T\n---\nText.\n")
    made.write_new("sources/flow.md", b"---\n{title: T}\n---\nText.\n")
    return made


def test_an_accepted_origin_is_written(workspace: LocalWorkspace) -> None:
    assert accept(workspace, "a", "reuters-2026-02-09") == "sources/a.md"
    expected = b"---\ntitle: T\norigin: reuters-2026-02-09\n---\nText.\n"
    assert workspace.read("sources/a.md") == expected


@pytest.mark.parametrize(
    ("source_id", "name", "words"),
    [
        ("b", "x", "the library has no source of this name"),
        ("../a", "x", "no source of this name"),
        ("a", "x\ny", "a name on one line"),
        ("flow", "x", "cannot be edited safely; write: origin: x"),
    ],
)
def test_what_cannot_be_written_is_refused(
    workspace: LocalWorkspace, source_id: str, name: str, words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        accept(workspace, source_id, name)
    assert workspace.read("sources/a.md") == b"---\ntitle: T\n---\nText.\n"
