import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build import compile_project
from generator.errors import UsageError, WorkspaceError
from generator.library.load import is_source_id
from generator.plugins import template_folder
from generator.renaming import rename
from generator.workspace import LocalWorkspace
from tests.examples import example_project, write_files

TREND = "docs/briefings/example/trend.md"
BRIEFING = "docs/briefings/example/briefing.yml"
OLD, NEW = "harbour-2026-02-09", "renamed"


def project(folder: Path, markdown: str = "") -> LocalWorkspace:
    """The example project on disk; `markdown` as in the examples of checks."""
    write_files(folder, example_project(markdown).content)
    return LocalWorkspace(folder)


def contents(workspace: LocalWorkspace) -> dict[str, bytes]:
    paths = (path for path in workspace.root.rglob("*") if path.is_file())
    return {path.relative_to(workspace.root).as_posix(): path.read_bytes() for path in paths}


def diagnostics(workspace: LocalWorkspace) -> list[tuple[str, str]]:
    build = compile_project(workspace)
    return sorted((diagnostic.code, diagnostic.message) for diagnostic in build.diagnostics)


def page(workspace: LocalWorkspace) -> str:
    return workspace.read(TREND).decode()


@pytest.fixture
def starter() -> Iterator[LocalWorkspace]:
    with tempfile.TemporaryDirectory() as folder:
        yield LocalWorkspace(Path(shutil.copytree(template_folder() / "starter", f"{folder}/desk")))


IDS = (
    "clips-2026",
    "coast-board-2026-02-12",
    "gangkou-2026-02-13",
    "harbour-times-2026-02-09",
    "quay-2026-02-10",
)
NAMES = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,30}", fullmatch=True).filter(is_source_id)


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(IDS), NAMES)
def test_a_rename_changes_no_diagnostic_and_can_be_undone(old: str, new: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(template_folder() / "starter", f"{folder}/desk"))
        workspace = LocalWorkspace(root)
        before, found = contents(workspace), diagnostics(workspace)
        if new.casefold() in {name.casefold() for name in IDS}:
            return
        rename(workspace, old, new)
        assert diagnostics(workspace) == found
        build = compile_project(workspace)
        assert build.library.get(old) is None
        assert any(new in briefing.used for briefing in build.briefings)
        rename(workspace, new, old)
        assert contents(workspace) == before


def test_the_paths_written_are_given(starter: LocalWorkspace) -> None:
    folder = "docs/briefings/ferry-clips"
    assert rename(starter, "clips-2026", "clips") == (
        f"{folder}/briefing.yml",
        f"{folder}/trend.md",
        "sources/clips.md",
    )


def test_only_citations_are_renamed(tmp_path: Path) -> None:
    markdown = f"""\
Shares "rose 20 percent" [see @{OLD}, ¶1; -@{OLD}]. So says @{OLD}.

`[@{OLD}]` and desk@{OLD} and [@{OLD}-2] and [@{OLD}.b] and \\@{OLD}

<!-- [@{OLD}] -->
[link](https://a.example/@{OLD})
"""
    workspace = project(tmp_path, markdown)
    rename(workspace, OLD, NEW)
    first, _, rest = page(workspace).partition("\n")
    assert first == f'Shares "rose 20 percent" [see @{NEW}, ¶1; -@{NEW}]. So says @{NEW}.'
    assert rest == markdown.partition("\n")[2]


def test_blocks_footnotes_and_quotes_are_renamed(tmp_path: Path) -> None:
    markdown = f"""\
> ```timeline
> events:
>   - date: 2026-02-09
>     text: "Shares \\"rose 20 percent\\" [@{OLD}]."
> ```

Shares rose.[^a]

[^a]: So [@{OLD}].
"""
    workspace = project(tmp_path, markdown)
    rename(workspace, OLD, NEW)
    assert page(workspace) == markdown.replace(OLD, NEW)


def test_comments_layout_and_line_ends_stay(tmp_path: Path) -> None:
    workspace = project(tmp_path)
    text = (
        "title: T # not @harbour-2026-02-09\r\n"
        "standfirst: >-  # harbour-2026-02-09\r\n"
        "  Shares [@harbour-2026-02-09]\r\n"
        "  rose [@quay-2026-02-10].\r\n"
        "sources: [ 'harbour-2026-02-09',   quay-2026-02-10 ]\r\n"
        "judgements:\r\n"
        '  - {id: a, says: "Rise \\u2013 [@harbour-2026-02-09]",\r\n'
        '     cite: ["@harbour-2026-02-09, ¶1"]}\r\n'
    )
    workspace.replace(BRIEFING, text.encode())
    rename(workspace, OLD, NEW)
    comments = text.split("\r\n")[:2]
    expected = [*comments, *text.replace(OLD, NEW).split("\r\n")[2:]]
    assert workspace.read(BRIEFING).decode().split("\r\n") == expected


def test_origins_and_confirmations_of_other_sources_are_renamed(tmp_path: Path) -> None:
    copy = f"---\ntitle: A copy\norigin: {OLD}  # retold\nconfirmed_by: ['{OLD}']\n---\nText.\n"
    workspace = project(tmp_path, f">>> sources/copy.md\n{copy}")
    rename(workspace, OLD, NEW)
    assert workspace.read("sources/copy.md").decode() == copy.replace(OLD, NEW)


def test_the_opening_paragraph_of_a_page_is_renamed(tmp_path: Path) -> None:
    markdown = f"---\nstandfirst: It is said [@{OLD}].\n---\n\nText [@{OLD}].\n"
    workspace = project(tmp_path, markdown)
    rename(workspace, OLD, NEW)
    assert page(workspace) == markdown.replace(OLD, NEW)


def test_an_id_that_yaml_takes_for_nothing_is_quoted(tmp_path: Path) -> None:
    workspace = project(tmp_path)
    found = diagnostics(workspace)
    rename(workspace, OLD, "null")
    assert 'sources: ["null", ' in workspace.read(BRIEFING).decode()
    assert diagnostics(workspace) == found


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("nothing", NEW, "the library has no source of this name"),
        ("../mkdocs", NEW, "no source of this name"),
        (OLD, "a/b", "an id has ASCII"),
        (OLD, "index", "an id has ASCII"),
        (OLD, "quay-2026-02-10", "has that id; choose another"),
        (OLD, "QUAY-2026-02-10", "has that id; choose another"),
        (OLD, OLD, "has that id; choose another"),
        (OLD, OLD.upper(), "go by another id"),
    ],
)
def test_what_cannot_be_renamed_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    workspace = project(tmp_path)
    before = contents(workspace)
    with pytest.raises(UsageError, match=words):
        rename(workspace, old, new)
    assert contents(workspace) == before


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (BRIEFING, f"titel: T\nsources: [{OLD}]\n"),
        (BRIEFING, f"title: [\nsources: [{OLD}]\n"),
        (BRIEFING, f'title: T\nstandfirst: "By @harbour\\x2d2026-02-09 and @{OLD}"\n'),
        ("sources/quay-2026-02-10.md", f"---\ntitle: T\norigin: {OLD}\ntitle: T\n---\nText.\n"),
        (TREND, f"```timeline\nevents: [{{text: '@{OLD}'\n```\n"),
        (TREND, f"Nice [@{OLD}] caf\xe9."),
    ],
)
def test_a_file_that_cannot_be_read_for_certain_stops_it(
    tmp_path: Path, path: str, text: str
) -> None:
    workspace = project(tmp_path)
    workspace.replace(path, text.encode("latin-1"))
    before = contents(workspace)
    with pytest.raises(UsageError, match=path):
        rename(workspace, OLD, NEW)
    assert contents(workspace) == before


class Failing(LocalWorkspace):
    """A workspace in which something goes wrong with the file that is written as number `at`."""

    at = 0
    fault: BaseException = WorkspaceError("no space left")

    def replace(self, path: str, content: bytes) -> None:
        Failing.at -= 1
        if Failing.at == 0:
            raise self.fault
        super().replace(path, content)

    def remove(self, path: str) -> None:
        Failing.at -= 1
        if Failing.at == 0:
            raise self.fault
        super().remove(path)


@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("fault", [WorkspaceError("no space left"), KeyboardInterrupt()])
def test_a_failure_half_way_leaves_all_as_it_was(
    tmp_path: Path, at: int, fault: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = project(tmp_path)
    before = contents(workspace)
    monkeypatch.setattr(Failing, "at", at)
    monkeypatch.setattr(Failing, "fault", fault)
    with pytest.raises(type(fault)):
        rename(Failing(workspace.root), OLD, NEW)
    assert contents(workspace) == before
