from generator.blocks import Surroundings, blocks
from generator.blocks.timeline import Event, TimelineOptions
from generator.model.actor import Actor, ActorDate, ActorKind, Wording
from generator.model.source import Note, Section, Source
from tests.block_page import around, briefing, faults, parsed, source, text_of, written

_PLACE = around(briefing())


def _lanes(*events: Event) -> TimelineOptions:
    return TimelineOptions(events, lanes=("Model", "Regulators"))


def test_events_stand_in_order_of_their_dates_and_share_a_row_on_one_day() -> None:
    options = _lanes(
        Event("2026-02-12", "Released", "Model"),
        Event("2026-02-07", "Tested", "Model"),
        Event("2026-02-12", "Accounts closed", "Regulators"),
    )
    tree = parsed(written("timeline", options, _PLACE))
    rows = [row for row in tree.findall("figure/ol/li") if row.find("time") is not None]
    assert [row.find("time").get("datetime") for row in rows] == ["2026-02-07", "2026-02-12"]
    assert [text_of(row.find("time")) for row in rows] == ["7 Feb 2026", "12 Feb"]
    assert [event.get("class") for event in rows[1].find("ul")] == ["l1", "l2"]


def test_a_lane_is_named_in_each_of_its_events() -> None:
    tree = parsed(written("timeline", _lanes(Event("2026", "Tested", "Model")), _PLACE))
    assert text_of(tree.find(".//ul/li/span")) == "Model"


def test_a_long_silence_is_a_row_of_its_own() -> None:
    dates = ("2025-09-01", "2026-02-07", "2026-02-09", "2026-02-10")
    tree = parsed(written("timeline", _lanes(*(Event(d, "x", "Model") for d in dates)), _PLACE))
    assert [text_of(row) for row in tree.find_class("gap")] == ["5 months"]


def test_events_that_are_evenly_far_apart_have_no_gap() -> None:
    dates = ("2023", "2024", "2025")
    tree = parsed(written("timeline", _lanes(*(Event(d, "x", "Model") for d in dates)), _PLACE))
    assert tree.find_class("gap") == []


def test_without_lanes_a_rail_marks_the_kinds() -> None:
    options = TimelineOptions(
        (
            Event("2022", "Rules issued", kind="issued"),
            Event("2023", "They bind", kind="in force"),
            Event("2024", "Accounts closed", kind="action"),
            Event("2025", "An inquiry", kind="disputed"),
        )
    )
    tree = parsed(written("timeline", options, _PLACE))
    rows = tree.findall("figure/ol/li")
    assert tree.find("figure/ol").get("class") == "sf-rail"
    assert [row.get("class") for row in rows] == [None, "force", "act", "disputed"]
    assert [text_of(row.find("div")) for row in rows] == [
        "Rules issued",
        "In force: They bind",
        "Action: Accounts closed",
        "Disputed: An inquiry",
    ]


def test_text_keeps_its_citations_and_stays_text() -> None:
    options = TimelineOptions((Event("2026", "<b>It</b> opened [@harbour]"),), title="<i>T</i>")
    tree = parsed(written("timeline", options, _PLACE))
    assert text_of(tree.find(".//div")) == "<b>It</b> opened@harbour"
    assert text_of(tree.find(".//figcaption")) == "<i>T</i>"


def test_a_date_that_is_none_is_a_fault_at_its_event() -> None:
    options = TimelineOptions((Event("2026-02-07", "x"), Event("2026-02-30", "y")))
    found = faults("timeline", options, _PLACE)
    assert [(fault.message, fault.place) for fault in found] == [
        ("“2026-02-30” is no date", ("events", 1, "date"))
    ]


def test_an_event_needs_one_of_the_lanes() -> None:
    found = faults("timeline", _lanes(Event("2026", "x", "Markets"), Event("2026", "y")), _PLACE)
    assert [(fault.message, fault.place) for fault in found] == [
        ("no lane is called `Markets`", ("events", 0, "lane")),
        ("this event has no lane", ("events", 1)),
    ]


def test_five_lanes_do_not_fit_and_none_is_no_timeline() -> None:
    lanes = TimelineOptions((Event("2026", "x", "a"),), lanes=tuple("abcde"))
    assert [fault.place for fault in faults("timeline", lanes, _PLACE)] == [("lanes",)]
    assert faults("timeline", TimelineOptions(()), _PLACE)


def _dated(source_id: str, date: str, event: str = "launch") -> Source:
    note = Note(Section.TREND, "It began.", date=date, event=event)
    return source(source_id, notes=(note,), publisher=source_id.title())


def _launch(*dates: str) -> Surroundings:
    sources = [_dated(f"s{number}", date) for number, date in enumerate(dates)]
    return around(briefing(used=tuple(one.id for one in sources)), sources)


_LAUNCH = TimelineOptions((Event("2026-02-07", "A test", event="launch", assessment="Two events"),))


def test_dates_that_differ_stand_below_their_event_with_the_assessment() -> None:
    tree = parsed(written("timeline", _LAUNCH, _launch("2026-02-12", "2026-02-07")))
    assert [text_of(item) for item in tree.findall(".//div/ul/li")] == [
        "7 February 2026: S1@s1",
        "12 February 2026: S0@s0",
    ]
    assert text_of(tree.findall(".//div/p")[-1]) == "Our assessment: Two events"


def test_dates_that_agree_are_not_repeated() -> None:
    tree = parsed(written("timeline", _LAUNCH, _launch("2026-02", "2026-02-07")))
    assert tree.find(".//div/ul") is None


def test_the_sources_of_differing_dates_are_cited() -> None:
    cites = blocks()["timeline"].cites
    assert list(cites(_LAUNCH, _launch("2026-02-12", "2026-02-07"))) == ["s1", "s0"]
    assert list(cites(_LAUNCH, _launch("2026-02", "2026-02-07"))) == []


def test_an_event_that_no_note_has_is_a_fault() -> None:
    options = TimelineOptions((Event("2026", "x", event="lunch"),))
    (fault,) = faults("timeline", options, _launch("2026-02-07"))
    assert fault.message == "no note of this briefing's sources has the event `lunch`"
    assert (fault.help, fault.place) == ("Did you mean `launch`?", ("events", 0, "event"))


_ORDER = Actor(
    "order-12",
    ActorKind.LAW,
    (Wording("en", "Order <b>12</b>"), Wording("zh", "十二号令")),
    dates=(
        ActorDate("issued", "2022-11-25", ("@cac, ¶2",)),
        ActorDate("in force", "2023-01-10"),
        ActorDate("amended", "2024"),
    ),
    number="No. 12",
    cite=("@cac",),
)
_LAWS = around(briefing(actors=(_ORDER,), used=("cac",)), [source("cac")])


def test_the_dates_of_laws_are_drawn_with_their_kinds_and_citations() -> None:
    block = written("timeline", TimelineOptions(laws=True), _LAWS)
    rows = parsed(block).findall("figure/ol/li")
    assert [text_of(row) for row in rows] == [
        "25 Nov 2022Issued: Order <b>12</b> (No. 12)@cac, ¶2",
        "10 Jan 2023In force: Order <b>12</b> (No. 12)@cac",
        "2024amended: Order <b>12</b> (No. 12)@cac",
    ]
    assert [row.get("class") for row in rows] == [None, "force", None]
    assert list(blocks()["timeline"].cites(TimelineOptions(laws=True), _LAWS)) == ["cac"]


def test_an_event_of_the_author_stands_for_that_of_the_law() -> None:
    own = Event("2023-01-10", "It binds", kind="in force", event="order-12-in-force")
    tree = parsed(written("timeline", TimelineOptions((own,), laws=True), _LAWS))
    assert len(tree.findall("figure/ol/li")) == 3


def test_laws_need_dates_and_no_lanes() -> None:
    options = TimelineOptions(laws=True, lanes=("Rules",))
    assert [fault.message for fault in faults("timeline", options, _PLACE)] == [
        "the dates of laws have no lane",
        "no law of this briefing has a date",
    ]


def test_enforced_is_a_kind_in_both_languages() -> None:
    options = TimelineOptions((Event("2026", "x", kind="enforced"),))
    assert "Enforced: x" in text_of(parsed(written("timeline", options, _PLACE)))
    chinese = around(briefing(language="zh-Hans"))
    assert "执行：x" in text_of(parsed(written("timeline", options, chinese)))
