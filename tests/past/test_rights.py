"""What may not be published today does not come back through an old edition."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import compile_project
from generator.guard import LeakError, look_over
from generator.model.source import Rights
from generator.site.passages import published_passages
from generator.workspace import LocalWorkspace
from tests.editions.history import BRIEFING, TREND, commit, edit
from tests.past.desk import HARBOUR, QUAY, add, numbers, past_of, published, released

RETRACTION = "  - {id: c9, date: 2026-03-20, kind: retraction, why: It was bought.}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return released(tmp_path / "desk")


def _without_quotation(project: Path) -> None:
    edit(project, TREND, '"rose 20 percent"', "rose")


def test_an_edition_that_quotes_a_source_without_rights_today_is_left_out(project: Path) -> None:
    _without_quotation(project)
    edit(project, HARBOUR, "type: article-newspaper", "type: article-newspaper\nrights: none")
    commit(project, "Rights are gone")
    past = past_of(project)
    assert numbers(past) == []
    assert past.redlines == ()
    assert len(past.notices) == 2
    assert past.notices[0] == (
        "edition 1 of example is not built again: nothing of `harbour-2026-02-09` may be published:"
        " it has `rights: none`"
    )


def test_one_that_only_cites_it_stays_and_shows_no_word_of_it(project: Path) -> None:
    text = (project / QUAY).read_text(encoding="utf-8")
    (project / QUAY).write_text(text.replace("---\n", "---\nrights: none\n", 1), encoding="utf-8")
    past = past_of(project)
    assert numbers(past) == [1, 2]
    for each in past.editions:
        source = each.build.library.get("quay-2026-02-10")
        assert source is not None
        assert source.rights is Rights.NONE
        assert published_passages(each.build, source) == ()


def test_a_source_that_is_gone_from_the_library_may_not_be_quoted(project: Path) -> None:
    _without_quotation(project)
    edit(project, TREND, " [@harbour-2026-02-09]", "")
    edit(project, BRIEFING, "sources: [harbour-2026-02-09, ", "sources: [")
    edit(project, BRIEFING, '"@harbour-2026-02-09", ', "")
    (project / HARBOUR).unlink()
    assert numbers(past_of(project)) == []


def test_a_source_that_was_only_renamed_is_known_by_its_text(project: Path) -> None:
    (project / HARBOUR).rename(project / "sources/harbour.md")
    for path in (TREND, BRIEFING):
        text = (project / path).read_text(encoding="utf-8")
        renamed = text.replace("harbour-2026-02-09", "harbour")
        (project / path).write_text(renamed, encoding="utf-8")
    assert numbers(past_of(project)) == [1, 2]


def test_a_retraction_of_the_whole_takes_the_editions_before_it_away(project: Path) -> None:
    add(project, BRIEFING, RETRACTION)
    past = past_of(project)
    assert numbers(past) == []
    assert "it was retracted on 2026-03-20" in past.notices[0]


def test_a_retraction_that_names_what_it_is_of_takes_nothing_away(project: Path) -> None:
    add(project, BRIEFING, RETRACTION.replace("why", "ids: [rise], why"))
    assert numbers(past_of(project)) == [1, 2]


def test_a_briefing_that_is_a_draft_again_has_no_editions(project: Path) -> None:
    edit(project, BRIEFING, "status: published", "status: draft")
    past = past_of(project)
    assert numbers(past) == []
    assert "the briefing is not published any more" in past.notices[0]


def test_an_image_that_was_taken_away_does_not_come_back(project: Path) -> None:
    edit(project, TREND, "![Shares](shares.svg) ", "")
    (project / "docs/briefings/example/shares.svg").unlink()
    site = published(project)
    assert not list((site / "briefings/example/v1").rglob("shares.svg"))
    trend = (site / "briefings/example/v1/trend/index.html").read_text(encoding="utf-8")
    assert "<img" not in trend
    assert "<p>Shares See" in trend


def test_the_last_look_knows_the_texts_of_old_sources(project: Path, tmp_path: Path) -> None:
    build = compile_project(LocalWorkspace(project))
    past = past_of(project).editions[0].build
    secret = "A sentence of an older text which nobody but its owner may show to readers. " * 3
    old = tuple(replace(each, body=each.body + secret) for each in past.library.sources)
    past = replace(past, library=replace(past.library, sources=old))
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text(f"<p>{secret}</p>", encoding="utf-8")
    look_over(build, tmp_path / "site")
    with pytest.raises(LeakError, match="a long run of the text"):
        look_over(build, tmp_path / "site", [past])
