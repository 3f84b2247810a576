"""What readers are told of editions and corrections; all of it comes from the lock."""

import json
from dataclasses import replace

from generator.briefing.state_date import state_date
from generator.build import compile_project
from generator.exporters.feed import feed_entries
from generator.model.briefing import Briefing
from generator.model.build import Build
from generator.model.page import PageKind
from generator.site import site_pages
from generator.site.linked_data import briefing_data
from generator.workspace import MemoryWorkspace
from tests.editions.history import BRIEFING
from tests.examples import example_files

HELD = {
    "judgements": [
        {
            "id": "kj-rules",
            "says": "Rules already in force will bind before new ones do.",
            "likelihood": "likely",
            "confidence": "moderate",
        }
    ]
}
FIRST = {"briefing": "example", "number": 1, "date": "2026-03-02", "held": HELD}
SECOND = {
    "briefing": "example",
    "number": 2,
    "date": "2026-03-09",
    "message": "A <b>notice</b> came",
    "held": HELD,
    "changes": [
        {
            "subject": "judgement",
            "id": "kj-rules",
            "field": "likelihood",
            "before": "unlikely",
            "after": "likely",
            "title": "Rules <i>bind</i> [@quay-2026-02-10, ¶2]",
        },
        {"subject": "source", "id": "gone", "before": "Gone", "title": "Gone"},
        {"subject": "page", "id": "trend", "field": "text", "count": 2},
    ],
}
CORRECTIONS = """\
corrections:
  - {id: c1, date: 2026-03-05, kind: correction, edition: 1, ids: [kj-rules, trend], wrong: Five.,
     right: <i>Six</i>., why: Miscounted., reported_by: A reader}
  - {id: c2, date: 2026-03-06, kind: update, ids: [fc-lawsuit], why: A suit came.}
  - {id: c3, date: 2026-03-07, kind: correction, minor: true}
"""


def _build(*editions: dict[str, object], corrections: str = "", lock: str = "") -> Build:
    files = example_files()
    written = files[BRIEFING]
    assert isinstance(written, str)
    files[BRIEFING] = written + corrections
    if editions or lock:
        files["editions.lock"] = lock or json.dumps({"format": 1, "editions": editions})
    return compile_project(MemoryWorkspace(files))


def _page(build: Build, kind: PageKind) -> str:
    path = f"briefings/example/{kind}"
    (page,) = [page for page in site_pages(build) if page.path == path]
    return "".join(str(piece.html) for piece in page.prepared.pieces)


def _kinds(briefing: Briefing) -> list[PageKind]:
    return [page.kind for page in briefing.pages]


def test_a_page_of_changes_comes_last_and_only_where_there_is_something_to_tell() -> None:
    assert PageKind.CHANGES not in _kinds(_build().briefings[0])
    minor = "corrections: [{id: c3, date: 2026-03-07, kind: correction, minor: true}]\n"
    assert PageKind.CHANGES not in _kinds(_build(corrections=minor).briefings[0])
    assert _kinds(_build(FIRST).briefings[0])[-1] is PageKind.CHANGES
    assert _kinds(_build(corrections=CORRECTIONS).briefings[0])[-1] is PageKind.CHANGES


def test_editions_stand_newest_first_with_what_changed() -> None:
    html = _page(_build(SECOND, FIRST), PageKind.CHANGES)
    assert html.index('id="edition-2"') < html.index('id="edition-1"')
    assert "likelihood: unlikely → likely" in html
    assert '<a href="../outlook/#kj-rules">Rules &lt;i&gt;bind&lt;/i&gt;</a>' in html
    assert "A &lt;b&gt;notice&lt;/b&gt; came" in html
    assert "<b>Source</b>: Gone<br>dropped" in html
    assert "2 passages changed" in html
    assert '<time datetime="2026-03-09">9 March 2026</time>' in html


def test_corrections_are_told_in_full_and_lead_to_where_the_error_stood() -> None:
    html = _page(_build(corrections=CORRECTIONS), PageKind.CHANGES)
    assert html.index('id="correction-c2"') < html.index('id="correction-c1"')
    assert "correction-c3" not in html
    for words in ("Five.", "&lt;i&gt;Six&lt;/i&gt;.", "Miscounted.", "A reader", "since edition 1"):
        assert words in html
    assert '<a href="../outlook/#kj-rules">' in html
    assert '<a href="../trend/">' in html


def test_a_correction_stands_under_the_judgement_that_it_names() -> None:
    html = _page(_build(corrections=CORRECTIONS), PageKind.OUTLOOK)
    assert '<a href="../changes/#correction-c1">' in html
    assert "Was: Five. Is: &lt;i&gt;Six&lt;/i&gt;." in html


def test_an_update_without_an_error_is_told_without_was_and_is() -> None:
    update = "corrections: [{id: c, date: 2026-03-06, kind: update, ids: [kj-rules], right: Now.}]"
    build = _build(corrections=f"{update}\n")
    assert "6 March 2026</a>: Now.</p>" in _page(build, PageKind.OUTLOOK)
    assert "<p>Now.</p>" in _page(build, PageKind.CHANGES)


def test_a_probability_is_told_from_what_was_held_before_and_left_out_where_it_is_the_same() -> (
    None
):
    days = {"2026-03-02": "20 %", "2026-03-09": "15 %"}
    change = {"subject": "forecast", "field": "p 2026-03-09", "after": "15 %"}
    forecasts = [
        {
            "id": name,
            "question": name,
            "resolves": "2027",
            "probabilities": [{"date": day, "p": p} for day, p in {**days, **other}.items()],
        }
        for name, other in (("moved", {}), ("same", {"2026-03-02": "15 %"}))
    ]
    second = {
        **SECOND,
        "held": {"forecasts": forecasts},
        "changes": [{**change, "id": name, "title": f"{name}?"} for name in ("moved", "same")],
    }
    html = _page(_build(FIRST, second), PageKind.CHANGES)
    assert "moved?<br>probability from 20 % to 15 % on 9 March 2026" in html
    assert "same?" not in html


def test_a_translation_leads_to_the_changes_of_its_original() -> None:
    files = example_files()
    third = {**FIRST, "briefing": "beispiel"}
    files["editions.lock"] = json.dumps({"format": 1, "editions": [third, FIRST]})
    for path in [path for path in files if path.startswith("docs/briefings/example/")]:
        files[path.replace("/example/", "/beispiel/")] = files[path]
    files[BRIEFING.replace("/example/", "/beispiel/")] = (
        f"{files[BRIEFING]!s}translation_of: example\n"
    )
    build = compile_project(MemoryWorkspace(files))
    (page,) = [each for each in site_pages(build) if each.path == "briefings/beispiel/changes"]
    html = "".join(str(piece.html) for piece in page.prepared.pieces)
    assert "This is a translation." in html
    assert '<a href="../../example/changes/">' in html
    assert "This is a translation." not in _page(build, PageKind.CHANGES)


def test_judgements_say_in_which_edition_they_were_amended() -> None:
    assert "amended" not in _page(_build(FIRST), PageKind.OUTLOOK)
    assert "First judged in edition 1, 2026" in _page(_build(FIRST), PageKind.OUTLOOK)
    html = _page(_build(FIRST, SECOND), PageKind.OUTLOOK)
    assert "First judged in edition 1, 2026; amended in edition 2" in html


def test_a_briefing_is_as_of_its_newest_edition_or_of_an_update_after_it() -> None:
    briefing = _build(FIRST, SECOND).briefings[0]
    days = ("2026-03-05", "2026-03-09", "2026-03-12", None)
    assert [state_date(replace(briefing, updated=day)) for day in days] == [
        "2026-03-09",
        "2026-03-09",
        "2026-03-12",
        "2026-03-09",
    ]
    assert state_date(replace(briefing, editions=(), updated="2026-03-05")) == "2026-03-05"


def test_feed_and_metadata_say_the_edition() -> None:
    build = _build(FIRST, SECOND)
    entries = {entry.id: entry for entry in feed_entries(build)}
    edition = entries["https://desk.example/briefings/example/#edition-2"]
    assert edition.url == "https://desk.example/briefings/example/changes/#edition-2"
    assert edition.title.startswith("Edition 2 · ")
    briefing = build.briefings[0]
    assert '"version": "2"' in briefing_data(build, briefing, briefing.pages[0])
    assert '"version"' not in briefing_data(_build(), _build().briefings[0], briefing.pages[0])


def test_a_broken_lock_is_an_error_with_what_to_do() -> None:
    for lock in (
        "{",
        "[]",
        '{"format": 2}',
        '{"format": 1, "editions": [{"number": 1}]}',
        "[" * 9999,
    ):
        build = _build(lock=lock)
        (found,) = [each for each in build.diagnostics if each.is_error]
        assert found.code == "bad-metadata"
        assert found.span is not None
        assert found.span.path == "editions.lock"
        assert "git checkout editions.lock" in found.help


def test_an_edition_that_stands_twice_after_a_merge_is_an_error() -> None:
    (found,) = [each for each in _build(FIRST, FIRST).diagnostics if each.is_error]
    assert "example has two editions 1" in found.message


def test_the_blocks_belong_to_briefings() -> None:
    text = "Film shares rose.\n\n```changes\n```\n\n```corrections\n```\n"
    files = {**example_files(), "docs/index.md": f"---\nstandfirst: true\n---\n{text}"}
    found = [each.message for each in compile_project(MemoryWorkspace(files)).diagnostics]
    assert "changes belong to a briefing" in found
    assert "corrections belong to a briefing" in found
