"""`standfirst draft` writes pages that our own check passes, and nothing else."""

from pathlib import Path

import pytest

from generator.build import compile_project
from generator.draft import MARK, draft
from generator.errors import UsageError, WorkspaceError
from generator.model.build import Build
from generator.model.page import PageKind
from generator.starter import new_project
from generator.workspace import LocalWorkspace

SECTIONS = (PageKind.TREND, PageKind.CONTEXT, PageKind.OUTLOOK)
UNNOTED = "pier-2026-03-01"

ARTICLE = """\
---
title: "Pier: \\"the robots\\" are coming"
publisher: Pier Weekly
published: 2026-03-01
url: https://pier.example/robots
text: excerpt
language: en
---
Ticket robots on the old pier served 12,000 visitors in their first week, the town said on Friday.

Visitors shared photographs of the machines, and the queue became an attraction of its own. Sales
of weekly passes rose quickly among people who live inland. The tram company launched a line to
the pier, and ten thousand riders used it on the first Sunday of the month.

# Rules of the pier

The town council has regulated ticket sales since the pier was founded. Earlier rules covered
wooden booths and left machines out.

The union of ticket sellers, which negotiated the present contract, calls the machines a breach of
it. A court heard the first complaint in the winter under the law of the coast.

# What happens now

The council expects to buy four more machines before the summer. It plans a ballot of residents in
the autumn, with the results by the end of the year.

Analysts predict that smaller towns will follow within two seasons. Prices could fall once a
second maker enters the market.

The maker plans a workshop in the town. It will train four people in the spring, and it intends to
lend them to other piers along the coast until the first season is over.
"""


@pytest.fixture
def workspace(tmp_path: Path) -> LocalWorkspace:
    new_project(tmp_path)
    local = LocalWorkspace(tmp_path)
    local.write_new(f"sources/{UNNOTED}.md", ARTICLE.encode())
    return local


def _paths(slug: str) -> tuple[str, ...]:
    names = ("briefing.yml", "trend.md", "context.md", "outlook.md")
    return tuple(f"docs/briefings/{slug}/{name}" for name in names)


def _errors(build: Build) -> list[tuple[str, str]]:
    return [(item.code, item.message) for item in build.diagnostics if item.is_error]


def _files(workspace: LocalWorkspace) -> set[str]:
    return {path.as_posix() for path in workspace.root.rglob("*")}


def test_a_draft_is_made_of_the_sources_that_no_briefing_uses(workspace: LocalWorkspace) -> None:
    assert draft(workspace, "pier", ()) == _paths("pier")
    briefing = next(one for one in compile_project(workspace).briefings if one.slug == "pier")
    assert briefing.sources == (UNNOTED,)
    assert briefing.is_draft
    assert briefing.title == 'Pier: "the robots" are coming'


def test_a_draft_passes_our_own_check(workspace: LocalWorkspace) -> None:
    draft(workspace, "pier", ())
    build = compile_project(workspace)
    assert _errors(build) == []
    codes = {item.code for item in build.diagnostics if item.span and "pier" in item.span.path}
    assert codes <= {"unreviewed-proposal", "missing-snapshot"}


def test_every_page_of_a_draft_has_two_quotations_that_are_found(workspace: LocalWorkspace) -> None:
    draft(workspace, "pier", ())
    briefing = next(one for one in compile_project(workspace).briefings if one.slug == "pier")
    for kind in SECTIONS:
        page = briefing.page(kind)
        assert page is not None
        assert len(page.quotations) >= 2
        assert all(quotation.match and quotation.match.is_found for quotation in page.quotations)
        assert len(page.proposals) == len(page.quotations)


def test_a_proposal_is_one_item_on_one_line_with_its_mark(workspace: LocalWorkspace) -> None:
    draft(workspace, "pier", ())
    text = workspace.read("docs/briefings/pier/context.md").decode()
    proposed = [line for line in text.splitlines() if MARK in line]
    assert proposed
    for line in proposed:
        assert line.startswith("- ")
        assert line.endswith(f" [@{UNNOTED}].{MARK}")
        assert line.count('"') == 2


def test_curated_notes_are_written_without_a_mark(workspace: LocalWorkspace) -> None:
    draft(workspace, "once-more", ("harbour-times-2026-02-09",))
    text = workspace.read("docs/briefings/once-more/trend.md").decode()
    assert "“were watched 2.4 million times in a week” [@harbour-times-2026-02-09]." in text
    assert MARK not in text


def test_only_the_missing_page_is_written(workspace: LocalWorkspace) -> None:
    before = workspace.read("docs/briefings/ferry-clips/trend.md")
    workspace.remove("docs/briefings/ferry-clips/context.md")
    assert draft(workspace, "ferry-clips", ()) == ("docs/briefings/ferry-clips/context.md",)
    assert workspace.read("docs/briefings/ferry-clips/trend.md") == before
    assert _errors(compile_project(workspace)) == []


def test_a_briefing_with_all_pages_is_left_alone(workspace: LocalWorkspace) -> None:
    with pytest.raises(UsageError, match="all its pages already"):
        draft(workspace, "ferry-clips", ())


@pytest.mark.parametrize("slug", ["Pier", "../pier", "pier/x", "", "-pier", "пирс"])
def test_a_slug_is_lower_case_letters_digits_and_hyphens(
    workspace: LocalWorkspace, slug: str
) -> None:
    before = _files(workspace)
    with pytest.raises(UsageError, match="lower case"):
        draft(workspace, slug, ())
    assert _files(workspace) == before


def test_an_unknown_source_is_answered_with_the_nearest(workspace: LocalWorkspace) -> None:
    with pytest.raises(UsageError, match="the nearest is `quay-2026-02-10`"):
        draft(workspace, "pier", ("quay-2026-02-11",))


def test_without_a_source_to_spare_the_next_step_is_said(workspace: LocalWorkspace) -> None:
    workspace.remove(f"sources/{UNNOTED}.md")
    with pytest.raises(UsageError, match="standfirst add"):
        draft(workspace, "pier", ())


def test_a_draft_that_fails_leaves_no_trace(
    workspace: LocalWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_new = LocalWorkspace.write_new

    def full(self: LocalWorkspace, path: str, content: bytes) -> None:
        if path.endswith("outlook.md"):
            raise WorkspaceError(f"{path}: cannot be written: no space left")
        write_new(self, path, content)

    before = _files(workspace)
    monkeypatch.setattr(LocalWorkspace, "write_new", full)
    with pytest.raises(WorkspaceError, match="no space"):
        draft(workspace, "pier", ())
    assert _files(workspace) == before


def test_drafting_twice_gives_the_same_bytes(workspace: LocalWorkspace) -> None:
    written = draft(workspace, "pier", ())
    first = [workspace.read(path) for path in written]
    for path in written:
        workspace.remove(path)
    draft(workspace, "pier", ())
    assert [workspace.read(path) for path in written] == first


def test_a_chinese_source_gives_a_chinese_draft(workspace: LocalWorkspace) -> None:
    draft(workspace, "beiwan", ("gangkou-2026-02-13",))
    assert 'language: "zh"' in workspace.read("docs/briefings/beiwan/briefing.yml").decode()
    assert "来源所述" not in workspace.read("docs/briefings/beiwan/trend.md").decode()
    assert "发生了什么" in workspace.read("docs/briefings/beiwan/trend.md").decode()
    assert _errors(compile_project(workspace)) == []
