"""What changed between two states, as records, on a terminal, as JSON and as a page."""

import json
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.build import compile_project
from generator.differences import Difference, differences
from generator.differences.as_json import as_json
from generator.differences.html import html
from generator.differences.terminal import terminal
from generator.editions.compare import compare, summary
from generator.errors import HistoryError
from generator.model.edition import Change, Subject
from generator.releasing import Wanted, release
from generator.text.redline import Change as Fate
from generator.workspace import LocalWorkspace, MemoryWorkspace
from tests.editions.history import BRIEFING, TREND, begin, commit, edit, git
from tests.examples import example_files

DAY = date(2026, 3, 10)


def _changes(path: str, old: str, new: str) -> tuple[Change, ...]:
    return _comparison(path, old, new).comparison.changes


def _comparison(path: str, old: str, new: str, text: str = "") -> Difference:
    files = example_files(text)
    before = compile_project(MemoryWorkspace(files))
    content = files[path]
    assert isinstance(content, str)
    assert old in content
    after = compile_project(MemoryWorkspace({**files, path: content.replace(old, new)}))
    return Difference("one", "two", compare("example", before, after))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "likelihood: likely",
            "likelihood: very likely",
            (Subject.JUDGEMENT, "kj-rules", "likelihood", "likely", "very likely"),
        ),
        (
            "confidence: moderate",
            "confidence: low",
            (Subject.JUDGEMENT, "kj-rules", "confidence", "moderate", "low"),
        ),
        (
            "p: 0.45",
            "p: 0.5",
            (Subject.FORECAST, "fc-lawsuit", "p 2026-03-02", "45 %", "50 %"),
        ),
        (
            "id: fc-lawsuit",
            "id: fc-suit",
            (
                Subject.FORECAST,
                "fc-lawsuit",
                "",
                "Will a studio sue over the model by 31 December 2026?",
                None,
            ),
        ),
        (
            "updated: 2026-03-09",
            "corrections: [{id: c1, date: 2026-03-09, kind: update, why: News.}]",
            (Subject.CORRECTION, "c1", "", None, "News."),
        ),
    ],
)
def test_records_are_compared_by_id(
    old: str, new: str, expected: tuple[Subject, str, str, str | None, str | None]
) -> None:
    found = [
        (each.subject, each.id, each.field, each.before, each.after)
        for each in _changes(BRIEFING, old, new)
    ]
    assert expected in found


def test_sources_added_and_dropped_are_told() -> None:
    found = _changes(TREND, "[@quay-2026-02-10]", "[@harbour-2026-02-09]")
    assert not [each for each in found if each.subject is Subject.SOURCE], "it is still listed"
    text = ", quay-2026-02-10, ministry-2026-01]"
    dropped = _changes(BRIEFING, text, ", quay-2026-02-10]")
    (gone,) = [each for each in dropped if each.subject is Subject.SOURCE]
    assert gone.is_dropped
    assert gone.title == "Survey of production technology"


def test_the_same_state_differs_in_nothing() -> None:
    build = compile_project(MemoryWorkspace(example_files()))
    comparison = compare("example", build, build)
    assert Difference("one", "one", comparison).is_empty


def test_an_edited_paragraph_is_one_passage_and_leads_to_both_texts() -> None:
    comparison = _comparison(TREND, "that Monday", "on the Monday").comparison
    (redline,) = comparison.redlines
    (passage,) = redline.passages
    kept = {Fate.KEPT, Fate.INSERTED}
    new = "".join(piece.text for piece in passage.pieces if piece.change in kept)
    old = "".join(piece.text for piece in passage.pieces if piece.change is not Fate.INSERTED)
    assert passage.before is not None
    assert passage.after is not None
    assert (old, new) == (passage.before.text, passage.after.text)


def test_a_claim_is_followed_by_its_id_wherever_it_goes() -> None:
    text = (
        "Film shares rose [@harbour-2026-02-09].\n{#shares}\n\n"
        "Studios weigh licences [@quay-2026-02-10].\n\nNobody counted.\n"
    )
    moved = (
        "Nobody counted at all.\n\nShares of one company rose [@harbour-2026-02-09].\n{#shares}\n"
    )
    comparison = _comparison(TREND, text, moved, text).comparison
    (claim,) = [each for each in comparison.changes if each.subject is Subject.CLAIM]
    assert (claim.id, claim.field) == ("shares", "text")
    assert claim.after == "Shares of one company rose [@harbour-2026-02-09]."
    (redline,) = comparison.redlines
    assert len(redline.passages) == 3


def test_the_lock_keeps_no_words_of_a_quotation() -> None:
    comparison = _comparison(TREND, "rose 20 percent", "gained 10 percent").comparison
    (change,) = [each for each in comparison.changes if each.subject is Subject.QUOTATION]
    assert (change.before, change.after) == ("rose 20 percent", "gained 10 percent")
    kept = [each for each in summary(comparison) if each.subject is Subject.QUOTATION]
    assert [(each.before, each.after) for each in kept] == [(None, None)]


def test_the_terminal_shows_records_and_redline() -> None:
    difference = _comparison(TREND, "that Monday", "on the Monday")
    assert terminal([difference]) == (
        "example: one → two\n"
        "  page trend: 1 passage changed\n"
        "\n"
        "  docs/briefings/example/trend.md\n"
        '  · Shares of one film company "rose 20 percent" [-that-]{+on the+} Monday'
        " [@harbour-2026-02-09]. A second paper\n"
        "  | saw the rise as a wager on licences [@quay-2026-02-10].\n"
        "\n"
    )
    assert terminal([]) == "no differences\n"


def test_the_terminal_is_sent_no_orders_of_the_text() -> None:
    difference = _comparison(TREND, "that Monday", "that \x1b]0;title\x07day")
    assert "\x1b" not in terminal([difference])
    assert "\x07" not in terminal([difference])


def test_json_has_the_changes_and_the_pieces() -> None:
    difference = _comparison(BRIEFING, "likelihood: likely", "likelihood: very likely")
    (briefing,) = json.loads(as_json([difference]))["briefings"]
    assert (briefing["before"], briefing["after"]) == ("one", "two")
    change = briefing["changes"][0]
    assert (change["id"], change["before"], change["after"]) == (
        "kj-rules",
        "likely",
        "very likely",
    )


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]


def test_the_page_needs_nothing_beside_it_and_runs_nothing() -> None:
    hostile = "<script>alert(1)</script><img src=https://evil.example/x>"
    page = html([_comparison(TREND, "that Monday", hostile)])
    read = _Tags()
    read.feed(page)
    assert {"ins", "del"} <= set(read.tags)
    assert not {"script", "img", "link", "iframe"} & set(read.tags)
    assert read.addresses == []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = begin(tmp_path)
    release(LocalWorkspace(project, DAY), Wanted("example"))
    return project


def _texts(project: Path, *names: str) -> Iterator[str]:
    for difference in differences(LocalWorkspace(project, DAY), *names):
        yield f"{difference.before} → {difference.after}"


def test_without_arguments_it_is_since_the_last_edition(project: Path) -> None:
    assert list(_texts(project)) == []
    edit(project, TREND, "Monday", "day")
    assert list(_texts(project)) == ["example/v1 → working tree"]


def test_without_an_edition_it_is_since_the_last_commit(tmp_path: Path) -> None:
    project = begin(tmp_path)
    edit(project, TREND, "Monday", "day")
    assert list(_texts(project)) == ["HEAD → working tree"]


def test_editions_commits_and_tags_can_be_compared(project: Path) -> None:
    edit(project, TREND, "Monday", "day")
    commit(project, "Edit")
    git(project, "tag", "later")
    assert list(_texts(project, "example/v1", "HEAD")) == ["example/v1 → HEAD"]
    assert list(_texts(project, "later", "example/v1")) == ["later → example/v1"]
    assert list(_texts(project, "HEAD")) == []


def test_an_unknown_name_is_an_error_in_words(project: Path) -> None:
    with pytest.raises(HistoryError, match="there is no commit or tag `nowhere` here"):
        list(_texts(project, "nowhere"))


def test_a_zip_with_editions_says_that_the_text_is_not_here(project: Path, tmp_path: Path) -> None:
    (project / ".git").rename(tmp_path / "elsewhere")
    with pytest.raises(HistoryError, match=r"not in a git repository.*edition 1 of example"):
        list(_texts(project))
